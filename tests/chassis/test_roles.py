"""Databases and roles: made once, made again without harm, closed to everybody else."""

import pytest
from sqlalchemy import text

from chassis.roles import LOGINS, make_database, make_roles
from tests.support.stack import Stack

GRANTS = text(
    "SELECT table_schema, table_name, grantee, privilege_type"
    " FROM information_schema.role_table_grants"
    " WHERE grantee NOT IN ('postgres', 'PUBLIC') ORDER BY 1, 2, 3, 4"
)


@pytest.mark.parametrize(("keys", "script"), [(False, "roles.sql"), (True, "keys.sql")])
def test_making_a_database_again_changes_no_right(*, keys: bool, script: str, stack: Stack) -> None:
    url = stack.keys_admin_url if keys else stack.admin_url
    with stack.admin(keys=keys).connect() as connection:
        before = connection.execute(GRANTS).all()

    make_database(url, script)

    with stack.admin(keys=keys).connect() as connection:
        assert connection.execute(GRANTS).all() == before
    assert before


@pytest.mark.parametrize("keys", [False, True])
def test_nobody_else_gets_in(*, keys: bool, stack: Stack) -> None:
    closed = text(
        "SELECT has_database_privilege('public', current_database(), 'CONNECT')"
        " OR has_database_privilege('public', current_database(), 'TEMPORARY')"
        " OR has_schema_privilege('public', 'public', 'USAGE')"
    )
    with stack.admin(keys=keys).connect() as connection:
        assert connection.scalar(closed) is False


def test_the_verifier_has_no_way_to_the_keys(stack: Stack) -> None:
    way = text("SELECT has_database_privilege('verifier', current_database(), 'CONNECT')")

    with stack.admin(keys=True).connect() as connection:
        assert connection.scalar(way) is False


def test_the_roles_of_schemas_can_not_log_in(stack: Stack) -> None:
    logins = text("SELECT rolname FROM pg_roles WHERE rolcanlogin AND rolname <> 'postgres'")

    with stack.admin().connect() as connection:
        assert set(connection.scalars(logins)) == set(LOGINS)


def test_every_login_needs_a_password(stack: Stack) -> None:
    with pytest.raises(KeyError):
        make_roles(stack.admin_url, stack.keys_admin_url, {})
