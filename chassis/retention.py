"""How long rows may be kept: read off the mapping, and enforced.

The columns of a table say `keep`. Where that is shorter than the account, the table says in
`__table_args__ = {"info": {...}}` from when it is measured:

    kept_from     a column with the time from which it counts, such as when it was made
    kept_until    a column with the time at which it ends

or it hangs, by a foreign key, on a table that does and is kept as long: it goes with that one.
A table of which neither is true cannot be enforced, and is refused.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, MetaData, Table, delete, select

from chassis.db import SUBJECT, Database, Keep, rows_deleted
from chassis.tables import ChassisTables
from chassis.walls import is_content
from contracts.message import PersonId

AGES = {
    Keep.DAY: timedelta(days=1),
    Keep.WEEK: timedelta(days=7),
    Keep.MONTH: timedelta(days=30),
    Keep.QUARTER: timedelta(days=90),
    Keep.CASE: timedelta(days=6 * 366),
}
"""What is not here, `Keep.ACCOUNT`, ends with the account and never by its age."""


class UnenforceableError(TypeError):
    """The mapping promises what nobody could keep."""


@dataclass(frozen=True)
class Overdue:
    """The rows of one table that were kept for long enough."""

    table: Table
    rows: ColumnElement[bool]


def overdue(metadata: MetaData, at: datetime) -> list[Overdue]:
    """For every table that is kept for a while only; what hangs on others comes before those.

    Raises UnenforceableError for a mapping that says less than is needed.
    """
    found: dict[str, ColumnElement[bool]] = {}
    for table in metadata.sorted_tables:  # parents come first
        if (keep := _keep(table)) is not Keep.ACCOUNT:
            found[table.name] = _ended(table, keep, found, at)
    order = reversed(metadata.sorted_tables)
    return [Overdue(table, found[table.name]) for table in order if table.name in found]


def enforce(db: Database, metadata: MetaData, at: datetime) -> int:
    """Delete what is overdue where rows are not walled off by person. How many rows went."""
    with db.transaction() as tx:
        return sum(
            rows_deleted(tx, delete(each.table).where(each.rows))
            for each in overdue(metadata, at)
            if not is_content(each.table)
        )


def enforce_for_each(db: Database, metadata: MetaData, tables: ChassisTables, at: datetime) -> int:
    """The same where each row is shown to its person alone: person by person. Safe to repeat."""
    walled = [each for each in overdue(metadata, at) if is_content(each.table)]
    return sum(_enforce_for(db, walled, person) for person in _people(db, tables)) if walled else 0


def _enforce_for(db: Database, walled: list[Overdue], person: PersonId) -> int:
    with db.transaction(person) as tx:
        gone = 0
        for each in walled:
            theirs = each.table.c[SUBJECT] == person
            gone += rows_deleted(tx, delete(each.table).where(each.rows, theirs))
        return gone


def _people(db: Database, tables: ChassisTables) -> list[PersonId]:
    with db.transaction() as tx:
        return [PersonId(each) for each in tx.scalars(select(tables.subject.c[SUBJECT]))]


def _keep(table: Table) -> Keep:
    """One for all columns: a row goes as a whole."""
    said = {column.info["keep"] for column in table.columns if "keep" in column.info}
    if len(said) > 1:
        raise UnenforceableError(f"{table} keeps some columns longer than others: split it")
    return said.pop() if said else Keep.ACCOUNT


def _ended(
    table: Table, keep: Keep, parents: dict[str, ColumnElement[bool]], at: datetime
) -> ColumnElement[bool]:
    if (column := table.info.get("kept_until")) is not None:
        return table.c[column] < at
    if (column := table.info.get("kept_from")) is not None:
        return table.c[column] < at - AGES[keep]
    for key in table.foreign_keys:
        parent = key.column.table
        if parent.name in parents and _keep(parent) is keep and not key.parent.nullable:
            return key.parent.in_(select(key.column).where(parents[parent.name]))
    raise UnenforceableError(f"{table} is kept for {keep}: from when? Say kept_from or kept_until")
