"""Everything that an owner holds of one person, in pages, read off the mapping.

A row is JSON: its table and its columns, sealed ones opened, as text where they are UTF-8, else
in base64; `base64` names those. What is left out says why on its column (`personal(withheld=…)`),
and the first page tells it.
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
from contracts.privacy import ExportPage, Withheld

PAGE_BYTES = 1_000_000
"""A page ends with the row that passes this; one large file is a page of its own."""

Opened = Callable[[Table, Mapping[str, Any], PersonId], Mapping[str, bytes]]
"""The sealed columns of one row, opened, by column. What is gone is left out."""


def exported_columns(table: Table) -> list[Column[Any]]:
    """Those that a person is given; none of a table that the chassis keeps for itself."""
    if "chassis" in table.info:
        return []
    return [column for column in table.columns if not column.info.get("withheld")]


def withheld(metadata: MetaData) -> tuple[Withheld, ...]:
    """What is about a person and left out all the same, with the reason."""
    return tuple(
        Withheld(what=f"{table.schema}.{table.name}.{column.name}", why=column.info["withheld"])
        for table in metadata.sorted_tables
        for column in table.columns
        if column.info.get("withheld")
    )


def export_page(
    tx: Session, metadata: MetaData, person: PersonId, cursor: str | None, opened: Opened
) -> ExportPage:
    """The rows after `cursor`. Safe to repeat; a row that is added meanwhile may be missed."""
    rows: list[str] = []
    size = 0
    left_out = () if cursor else withheld(metadata)
    for place, text in _rows_after(tx, metadata, person, cursor, opened):
        rows.append(text)
        size += len(text)
        if size >= PAGE_BYTES:
            return ExportPage(cursor=place, rows=tuple(rows), withheld=left_out)
    return ExportPage(cursor=None, rows=tuple(rows), withheld=left_out)


def _rows_after(
    tx: Session, metadata: MetaData, person: PersonId, cursor: str | None, opened: Opened
) -> Iterator[tuple[str, str]]:
    """Each row with the cursor that stands behind it: its table and its primary key."""
    tables = [table for table in metadata.sorted_tables if _is_exported(table)]
    start, after = json.loads(cursor) if cursor else (tables[0].name if tables else "", None)
    names = [table.name for table in tables]
    for table in tables[names.index(start) if start in names else len(names) :]:
        keys = list(table.primary_key.columns)
        mine = (
            select(*exported_columns(table)).where(table.columns[SUBJECT] == person).order_by(*keys)
        )
        if after is not None:
            mine = mine.where(tuple_(*keys) > tuple_(*after))
            after = None
        for row in tx.execute(mine.execution_options(yield_per=20)).mappings():
            values = {column.name: row[column] for column in exported_columns(table)}
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
    bare = [name for name, content in contents.items() if not _is_text(content)]
    return json.dumps({"table": table.name, "row": shown, "base64": bare}, ensure_ascii=False)


def _readable(content: bytes | None) -> str | None:
    if content is None:
        return None
    return content.decode("utf-8") if _is_text(content) else _in_base64(content)


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _in_base64(content: bytes) -> str:
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
        return _in_base64(value)
    return value
