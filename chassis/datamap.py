"""The data map: read off the mapping, so that it cannot drift from what is stored.

python -m chassis.datamap           write docs/data-map.md, and the list that the pages show
python -m chassis.datamap --check   say whether they are current
"""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    MetaData,
    Table,
    Uuid,
    bindparam,
    func,
    literal,
    or_,
    select,
    text,
    union_all,
)
from sqlalchemy.orm import Session

from chassis.db import SUBJECT
from chassis.migrate import mapping_of
from chassis.seal import SealedType
from chassis.tables import ChassisTables
from chassis.walls import is_about_someone, scope_column
from contracts.message import Fingerprint, Owner, PersonId, Scope

_SHARED = {field.name for field in fields(ChassisTables)}
_ROOT = Path(__file__).parents[1]
PAGE, LIST = _ROOT / "docs" / "data-map.md", _ROOT / "gateway" / "privacy" / "held.json"

_INTRODUCTION = """\
# Data map

What every owner keeps, column by column, written off the code by `python -m chassis.datamap`.
A sealed column holds ciphertext that opens only with a key which erasure destroys.
Rows are found, shown to their person alone and deleted by their column `subject_id`.
A fingerprint names the data map of one owner: a certificate gives the one that it counted by."""


@dataclass(frozen=True)
class Held:
    """One column: `mark` is plain, subject or personal; `why` is set where it is plain."""

    owner: str
    table: str
    column: str
    mark: str
    category: str = ""
    purpose: str = ""
    keep: str = ""
    why: str = ""
    is_sealed: bool = False
    is_hashed: bool = False

    @property
    def lies(self) -> str:
        """How the column lies in the database."""
        return "sealed" if self.is_sealed else "as a hash" if self.is_hashed else "in clear"


def data_map(metadata: MetaData) -> list[Held]:
    """Every column of one owner, in the order of its tables."""
    return [_held(table, column) for table in metadata.sorted_tables for column in table.columns]


@cache
def fingerprint(metadata: MetaData) -> Fingerprint:
    """Names this owner's data map: the SHA-256 of its columns as canonical JSON (RFC 8785).

    The same wherever the same code runs; another as soon as any column or its mark differs.
    """
    columns = sorted((asdict(held) for held in data_map(metadata)), key=_place)
    told = json.dumps(columns, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"sha256:{hashlib.sha256(told.encode()).hexdigest()}"


def _place(column: Mapping[str, object]) -> tuple[str, str]:
    return str(column["table"]), str(column["column"])


def _held(table: Table, column: Column[Any]) -> Held:
    mark = column.info
    return Held(
        owner=table.schema or "",
        table=table.name,
        column=column.name,
        mark=mark["privacy"],
        category=mark.get("category", ""),
        purpose=mark.get("purpose", ""),
        keep=mark.get("keep", ""),
        why=mark.get("why", ""),
        is_sealed=isinstance(column.type, SealedType),
        is_hashed=bool(mark.get("hashed")),
    )


def count_remaining(tx: Session, metadata: MetaData, person: PersonId) -> dict[str, int]:
    """Rows about `person` by table, zeros included: walks the mapping, trusts no list."""
    return _counted(tx, _about_someone(metadata), person)


def count_item(tx: Session, metadata: MetaData, scope: Scope, item_id: UUID) -> dict[str, int]:
    """Rows of one item by table: those that are it, and all that hang on them by foreign keys."""
    return _counted(tx, _of_item(metadata, scope), item_id)


_WANTED: ColumnElement[UUID] = bindparam("wanted", type_=Uuid)
_Count = CompoundSelect[tuple[str, int]]


@cache
def _about_someone(metadata: MetaData) -> _Count | None:
    about = {
        table: table.columns[SUBJECT] == _WANTED
        for table in metadata.sorted_tables
        if is_about_someone(table)
    }
    return _count(about)


@cache
def _of_item(metadata: MetaData, scope: Scope) -> _Count | None:
    found: dict[Table, ColumnElement[bool]] = {}
    for table in metadata.sorted_tables:  # parents come first
        known_by = scope_column(table, scope)
        ways = [] if known_by is None else [known_by == _WANTED]
        for key in table.foreign_keys:
            parent = key.column.table
            if parent in found and parent is not table:
                ways.append(key.parent.in_(select(key.column).where(found[parent])))
        if ways:
            found[table] = or_(*ways)
    return _count(found)


def _count(wanted: Mapping[Table, ColumnElement[bool]]) -> _Count | None:
    """One query for all tables; 8 tables take 2 ms, and to write it takes as long."""
    counts = [
        select(literal(table.name).label("name"), func.count().label("n"))
        .select_from(table)
        .where(condition)
        for table, condition in wanted.items()
    ]
    return union_all(*counts) if counts else None


def _counted(tx: Session, count: _Count | None, wanted: UUID) -> dict[str, int]:
    if count is None:
        return {}
    return {row.name: row.n for row in tx.execute(count, {"wanted": wanted})}


def differences(connection: Connection, metadata: MetaData) -> list[str]:
    """Columns that only the mapping has, or only the live schema: views and all, both ways."""
    live = text(
        "SELECT table_name || '.' || column_name FROM information_schema.columns"
        " WHERE table_schema = :schema AND table_name <> 'alembic_version'"
    )
    found = set(connection.scalars(live, {"schema": metadata.schema}))
    declared = {f"{held.table}.{held.column}" for held in data_map(metadata)}
    return [
        *(f"only in the mapping: {name}" for name in sorted(declared - found)),
        *(f"only in the database: {name}" for name in sorted(found - declared)),
    ]


def render(mappings: Sequence[MetaData]) -> str:
    """The page of the data map, in Markdown. The five tables that all have are told once."""
    shared = [held for held in data_map(mappings[0]) if held.table in _SHARED]
    lines = [_INTRODUCTION, "", "## Every owner", "", *_section(shared)]
    for metadata in mappings:
        own = [held for held in data_map(metadata) if held.table not in _SHARED]
        lines += ["", f"## {(metadata.schema or '').capitalize()}", ""]
        lines += [f"Fingerprint: `{fingerprint(metadata)}`", "", *_section(own)]
    return "\n".join(lines) + "\n"


def listed(mappings: Sequence[MetaData]) -> str:
    """Every personal column, as JSON for those who know no mapping."""
    columns = [
        {"owner": held.owner, "table": held.table, "column": held.column}
        | {"category": held.category, "purpose": held.purpose}
        | {"keep": held.keep, "lies": held.lies}
        for metadata in mappings
        for held in data_map(metadata)
        if held.mark == "personal"
    ]
    return json.dumps({"columns": columns}, indent=1) + "\n"


def _section(columns: list[Held]) -> Iterator[str]:
    personal = [held for held in columns if held.mark == "personal"]
    if personal:
        yield "| Personal | Category | Purpose | Kept | Lies there |"
        yield "|---|---|---|---|---|"
        for held in personal:
            facts = (held.category, held.purpose, held.keep, held.lies)
            yield f"| `{held.table}.{held.column}` | {' | '.join(facts)} |"
        yield ""
    yield "| Says nothing of a person | It is |"
    yield "|---|---|"
    for held in columns:
        if held.mark == "plain":
            yield f"| `{held.table}.{held.column}` | {held.why} |"


def main(arguments: list[str]) -> int:
    """0 when both are current or were written, 1 when `--check` finds one out of date."""
    mappings = [mapping_of(owner) for owner in Owner]
    wanted = {PAGE: render(mappings), LIST: listed(mappings)}
    if "--check" not in arguments:
        for file, content in wanted.items():
            file.write_text(content, encoding="utf-8")
        return 0
    stale = [
        file
        for file, content in wanted.items()
        if not file.exists() or file.read_text(encoding="utf-8") != content
    ]
    for file in stale:
        sys.stderr.write(f"{file.name} is out of date: run python -m chassis.datamap\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
