"""What PostgreSQL itself refuses, as statements written off the mapping; safe to apply again.

Content tables are visible to one person at a time, rows that hang on something erased cannot be
added, a service handles rows only, and the independent verifier reads nothing but ids: whose a
row is, and what it hangs on.

A table says the following in `__table_args__ = {"info": {...}}`:

    scope, scope_column   its rows are items of this scope, known by this column: their return is
                          refused, and erasure counts them and what hangs on them
    lookup                why it is searched before we know for whom; it has no row-level security,
                          so it may hold hashes and ids and nothing sealed
    append_only           its rows are never changed and never deleted
    kept_from, kept_until from when it is measured how long rows are kept: `chassis/retention.py`
"""

from collections.abc import Iterator

from sqlalchemy import Column, MetaData, Table

from chassis.db import ERASED, SUBJECT
from chassis.seal import SealedType
from contracts.message import Owner, Scope

VERIFIER = "verifier"

_MINE = f"{SUBJECT} = nullif(current_setting('mira.subject', true), '')::uuid"

_REFUSE = """
CREATE OR REPLACE FUNCTION {schema}.refuse_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE item uuid;
BEGIN
  EXECUTE format('SELECT ($1).%I', TG_ARGV[1]) INTO item USING NEW;
  IF EXISTS (SELECT FROM {schema}.tombstone WHERE scope = TG_ARGV[0] AND id = item) THEN
    RAISE EXCEPTION 'erased' USING ERRCODE = '{code}';
  END IF;
  RETURN NULL;
END $$
"""


def is_about_someone(table: Table) -> bool:
    return SUBJECT in table.columns


def is_content(table: Table) -> bool:
    """Whether rows are shown to their person alone."""
    return is_about_someone(table) and not table.info.keys() & {"chassis", "lookup"}


def scope_column(table: Table, scope: Scope) -> Column[object] | None:
    """The column that holds the id of an item of `scope`, where this table is about such items."""
    if scope is Scope.ACCOUNT or table.info.get("scope") != scope:
        return None
    return table.columns[table.info["scope_column"]]


def walls(metadata: MetaData, owner: Owner) -> Iterator[str]:
    """All statements for one owner's schema, in order. Run them as the schema's owner."""
    yield f"REVOKE ALL ON SCHEMA {owner} FROM PUBLIC"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {owner} FROM PUBLIC, {owner}, {VERIFIER}"
    yield f"GRANT USAGE ON SCHEMA {owner} TO {owner}, {VERIFIER}"
    yield _REFUSE.format(schema=owner, code=ERASED)
    for table in metadata.sorted_tables:
        is_forever = table.name == "tombstone" or "append_only" in table.info
        rights = "SELECT, INSERT" if is_forever else "SELECT, INSERT, UPDATE, DELETE"
        yield f"GRANT {rights} ON {table} TO {owner}"
        if is_about_someone(table):
            yield f"GRANT SELECT ({', '.join(sorted(_ids(table)))}) ON {table} TO {VERIFIER}"
        if is_content(table):
            yield from _row_security(table, owner)
        if "lookup" in table.info:
            _refuse_sealed(table)
        yield from _tombstone_trigger(table)


def _ids(table: Table) -> set[str]:
    """The columns by which rows are counted: never content, never a time."""
    known_by = table.info.get("scope_column", SUBJECT)
    hung_on = (
        key.column.name
        for other in table.metadata.tables.values()
        for key in other.foreign_keys
        if key.column.table is table
    )
    return {SUBJECT, known_by, *hung_on, *(key.parent.name for key in table.foreign_keys)}


def _row_security(table: Table, owner: Owner) -> Iterator[str]:
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    yield f"DROP POLICY IF EXISTS own ON {table}"
    yield f"CREATE POLICY own ON {table} TO {owner} USING ({_MINE}) WITH CHECK ({_MINE})"
    yield f"DROP POLICY IF EXISTS count ON {table}"
    yield f"CREATE POLICY count ON {table} FOR SELECT TO {VERIFIER} USING (true)"


def _tombstone_trigger(table: Table) -> Iterator[str]:
    """Triggers of one event fire in the order of their names, and `RI_…` comes before this one:
    so the foreign key has waited for an erasure under way before we look for its tombstone.
    """
    if table.info.get("chassis") and table.name == "subject":
        scope, column = Scope.ACCOUNT, SUBJECT
    elif "scope" in table.info:
        scope, column = Scope(table.info["scope"]), table.info["scope_column"]
    else:
        return
    yield (
        f"CREATE OR REPLACE TRIGGER refuse_erased AFTER INSERT OR UPDATE OF {column} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table.schema}.refuse_erased('{scope}', '{column}')"
    )


def _refuse_sealed(table: Table) -> None:
    if sealed := [column.name for column in table.columns if isinstance(column.type, SealedType)]:
        raise TypeError(f"{table} is looked up by anybody: it may not hold {sealed}")
