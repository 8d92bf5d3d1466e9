"""Every owner's schema after its migrations: current, walled, and closed to the others."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from chassis.migrate import main, mapping_of, migrate
from chassis.walls import is_content
from contracts.message import Owner
from tests.support.stack import Stack

OWNERS = pytest.mark.parametrize("owner", list(Owner))


@OWNERS
def test_no_change_of_the_mapping_waits_for_a_migration(owner: Owner, stack: Stack) -> None:
    ours = {
        "include_schemas": True,
        "version_table_schema": owner.value,
        "include_name": lambda name, kind, _: (
            name == owner if kind == "schema" else name != "alembic_version"
        ),
    }
    with stack.admin().connect() as connection:
        context = MigrationContext.configure(connection, opts=ours)

        assert compare_metadata(context, mapping_of(owner)) == []


@OWNERS
def test_migrating_again_changes_nothing(owner: Owner, stack: Stack) -> None:
    migrate(stack.admin_url, owner)

    with stack.admin().connect() as connection:
        version = text(f"SELECT count(*) FROM {owner}.alembic_version")  # noqa: S608 - a word of ours
        assert connection.scalar(version) == 1


@OWNERS
def test_content_has_row_security_that_binds_even_the_schema_s_owner(
    owner: Owner, stack: Stack
) -> None:
    secured = text(
        "SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
        " WHERE nspname = :schema AND relrowsecurity AND relforcerowsecurity"
    )
    with stack.admin().connect() as connection:
        found = set(connection.scalars(secured, {"schema": owner}))

    assert found == {table.name for table in mapping_of(owner).tables.values() if is_content(table)}


@OWNERS
def test_every_column_that_says_whose_a_row_is_can_be_counted_by_the_verifier(
    owner: Owner, stack: Stack
) -> None:
    uncounted = text(
        "SELECT attrelid::regclass::text FROM pg_attribute JOIN pg_class c ON c.oid = attrelid"
        " WHERE relnamespace = to_regnamespace(:schema) AND relkind IN ('r', 'p', 'v', 'm')"
        " AND attname = 'subject_id'"
        " AND NOT has_column_privilege('verifier', attrelid, attnum, 'SELECT')"
    )
    other = text(
        "SELECT count(*) FROM information_schema.column_privileges"
        " JOIN information_schema.columns USING (table_schema, table_name, column_name)"
        " WHERE grantee = 'verifier' AND table_schema = :schema AND"
        " (udt_name <> 'uuid' OR privilege_type <> 'SELECT')"
    )
    with stack.admin().connect() as connection:
        assert connection.scalars(uncounted, {"schema": owner}).all() == []
        assert connection.scalar(other, {"schema": owner}) == 0


@OWNERS
def test_a_person_s_rows_are_found_by_an_index(owner: Owner, stack: Stack) -> None:
    tables = [table for table in mapping_of(owner).tables.values() if "subject_id" in table.columns]
    leading = text(
        "SELECT count(*) FROM pg_index JOIN pg_attribute a"
        " ON a.attrelid = indrelid AND a.attnum = indkey[0]"
        " WHERE indrelid = to_regclass(:name) AND attname = 'subject_id'"
    )
    with stack.admin().connect() as connection:
        for table in tables:
            assert connection.scalar(leading, {"name": str(table)}) >= 1, table


@OWNERS
def test_no_role_reads_another_owner_s_schema(owner: Owner, stack: Stack) -> None:
    theirs = create_engine(stack.database_urls[owner].get_secret_value(), poolclass=NullPool)

    for other in set(Owner) - {owner}:
        with theirs.connect() as connection, pytest.raises(DBAPIError) as refused:
            connection.execute(select(mapping_of(other).tables[f"{other}.subject"]))

        assert refused.value.orig.pgcode == "42501"


def test_no_role_of_ours_passes_the_walls(stack: Stack) -> None:
    mighty = text(
        "SELECT rolname FROM pg_roles WHERE rolname = ANY (:names)"
        " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)"
    )
    names = [*Owner, *(f"{owner}_owner" for owner in Owner), "verifier", "keys_owner"]
    with stack.admin().connect() as connection:
        assert connection.scalars(mighty, {"names": names}).all() == []


@pytest.mark.parametrize("arguments", [[], ["documents", "--all"], ["nobody"]])
def test_a_call_that_names_no_owner_or_too_many_is_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(arguments)

    assert "usage" in capsys.readouterr().err
