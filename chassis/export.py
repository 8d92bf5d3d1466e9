"""Everything that an owner holds of one person, in pages, read off the mapping.

A row is JSON: its table and its columns, sealed ones opened, as text where they are UTF-8, else
in base64. Keyed hashes and what the chassis keeps for itself are left out: they mean nothing to
a person, and a password's hash is for nobody.
"""

import base64
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Column, MetaData, Table, select, tuple_
from sqlalchemy.orm import Session

from chassis.db import SUBJECT
from chassis.seal import SealedType
from chassis.walls import is_about_someone
from contracts.message import PersonId
from contracts.privacy import ExportPage

PAGE_BYTES = 1_000_000
"""A page ends with the row that passes this; one large file is a page of its own."""

Opened = Callable[[Table, Mapping[str, Any], PersonId], Mapping[str, bytes]]
"""The sealed columns of one row, opened, by column. What is gone is left out."""


def exported_columns(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if not column.info.get("hashed")]


def export_page(
    tx: Session, metadata: MetaData, person: PersonId, cursor: str | None, opened: Opened
) -> ExportPage:
    """The rows after `cursor`. Safe to repeat; a row that is added meanwhile may be missed."""
    rows: list[str] = []
    size = 0
    for place, text in _rows_after(tx, metadata, person, cursor, opened):
        rows.append(text)
        size += len(text)
        if size >= PAGE_BYTES:
            return ExportPage(cursor=place, rows=tuple(rows))
    return ExportPage(cursor=None, rows=tuple(rows))


def _rows_after(
    tx: Session, metadata: MetaData, person: PersonId, cursor: str | None, opened: Opened
) -> Iterator[tuple[str, str]]:
    """Each row with the cursor that stands behind it: its table and its primary key."""
    tables = [table for table in metadata.sorted_tables if _is_exported(table)]
    start, after = json.loads(cursor) if cursor else (tables[0].name if tables else "", None)
    names = [table.name for table in tables]
    for table in tables[names.index(start) if start in names else len(names) :]:
        keys = list(table.primary_key.columns)
        mine = select(table).where(table.columns[SUBJECT] == person).order_by(*keys)
        if after is not None:
            mine = mine.where(tuple_(*keys) > tuple_(*after))
            after = None
        for row in tx.execute(mine.execution_options(yield_per=20)).mappings():
            values = {column.name: row[column] for column in table.columns}
            place = json.dumps([table.name, [_plain(values[key.name]) for key in keys]])
            yield place, _text(table, values, opened(table, values, person))


def _is_exported(table: Table) -> bool:
    return is_about_someone(table) and "chassis" not in table.info


def _text(table: Table, values: Mapping[str, Any], contents: Mapping[str, bytes]) -> str:
    shown = {
        column.name: _readable(contents.get(column.name))
        if isinstance(column.type, SealedType)
        else _plain(values[column.name])
        for column in exported_columns(table)
    }
    return json.dumps({"table": table.name, "row": shown}, ensure_ascii=False)


def _readable(content: bytes | None) -> str | None:
    if content is None:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return base64.b64encode(content).decode("ascii")


def _plain(value: Any) -> Any:
    """`value` as JSON can hold it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value
