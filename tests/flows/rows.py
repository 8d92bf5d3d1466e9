"""Every row of a person, exactly as PostgreSQL shows it, in the content and in the keys database.

Two dumps are alike when every byte of every column of every row is.
"""

import hashlib
from uuid import UUID

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from contracts.message import Owner, PersonId
from ops.stack import Stack
from tests.flows.journey import wait_until

Rows = dict[str, frozenset[str]]
"""By table; each row as text, all columns."""

MACHINERY = frozenset(
    f"{owner}.{table}" for owner in Owner for table in ("job", "outbox", "answered")
)
"""Work done and answers given: a deletion adds to the first two and empties the last."""

_ABOUT = text(
    """
    SELECT c.oid::regclass::text AS name, a.attname AS whose
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE a.attname IN ('subject_id', 'person_id') AND c.relkind = 'r' AND NOT a.attisdropped
    """
)


def rows_of(mira: Stack, person: UUID) -> Rows:
    """Read as the superuser, from every table that says whose its rows are; empty ones too."""
    found: Rows = {}
    for database in ("mira", "mira_keys"):
        engine = create_engine(mira.admin_url(database), poolclass=NullPool)
        with engine.connect() as connection:
            for name, whose in connection.execute(_ABOUT).all():
                mine = text(f"SELECT t::text FROM {name} t WHERE {whose} = :who")  # noqa: S608 - from the catalogue
                found[name] = frozenset(connection.scalars(mine, {"who": person}))
    return found


def person_of(mira: Stack, resume: object) -> PersonId:
    """Whose résumé it is."""
    found = scalar(mira, "SELECT subject_id FROM documents.resume WHERE id = :it", it=resume)
    assert isinstance(found, UUID)
    return PersonId(found)


def settled_rows_of(mira: Stack, person: UUID) -> Rows:
    """The same, once nothing of theirs is under way or still to be announced."""
    wait_until(lambda: not _unsettled(mira, person))
    return rows_of(mira, person)


def digest(rows: Rows) -> str:
    """SHA-256 over all rows, sorted within each table."""
    whole = hashlib.sha256()
    for table in sorted(rows):
        for row in (table, *sorted(rows[table])):
            whole.update(row.encode() + b"\n")
    return whole.hexdigest()


def without(rows: Rows, others: Rows, *, but: frozenset[str] = frozenset()) -> Rows:
    """What stands in `rows` and not in `others`; tables without any, and those of `but`, fall."""
    left = {name: held - others[name] for name, held in rows.items() if name not in but}
    return {name: held for name, held in left.items() if held}


def mentioning(rows: Rows, item: object) -> Rows:
    """The rows in which this id stands."""
    found = {
        name: frozenset(row for row in held if str(item) in row)
        for name, held in rows.items()
        if name not in MACHINERY
    }
    return {name: held for name, held in found.items() if held}


def scalar(mira: Stack, query: str, **values: object) -> object:
    """The first column of the first row of `query`, asked as the superuser."""
    database = "mira_keys" if " keys." in query else "mira"
    engine = create_engine(mira.admin_url(database), poolclass=NullPool)
    with engine.connect() as connection:
        return connection.scalar(text(query), values)


def changed(mira: Stack, *statements: str, **values: object) -> None:
    """Change rows behind everybody's back, as the superuser, in one transaction."""
    engine = create_engine(mira.admin_url("mira"), poolclass=NullPool)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement), values)


def _unsettled(mira: Stack, person: UUID) -> object:
    waiting = " UNION ALL ".join(
        f"SELECT 1 FROM {owner}.outbox WHERE person_id = :who AND published_at IS NULL "  # noqa: S608 - our own names
        f"UNION ALL SELECT 1 FROM {owner}.job WHERE person_id = :who "
        "AND state IN ('waiting', 'running')"
        for owner in Owner
    )
    return scalar(mira, waiting, who=person)


def kept(stack: Stack, person: UUID) -> dict[str, int]:
    """Rows of what documents keeps of a model, as the superuser sees them."""
    engine = create_engine(stack.admin_url("mira"), poolclass=NullPool)
    with engine.connect() as connection:
        return {
            table: connection.scalar(
                text(f"SELECT count(*) FROM documents.{table} WHERE subject_id = :who"),  # noqa: S608 - ours
                {"who": person},
            )
            for table in ("advice", "disclosed")
        }
