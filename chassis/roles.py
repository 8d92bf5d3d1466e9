"""Makes databases, roles, schemas and the keys table; run by deploy as a superuser, before migrate.

make_roles(admin_url, keys_admin_url, passwords)
"""

from collections.abc import Mapping
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import NullPool

from chassis.walls import VERIFIER
from contracts.message import Owner

LOGINS = (*Owner, VERIFIER)
_DEPLOY = Path(__file__).parents[1] / "deploy"


def make_roles(
    admin_url: SecretStr, keys_admin_url: SecretStr, passwords: Mapping[str, str]
) -> None:
    """Bring both databases to where migrations can start. Safe to repeat.

    The URLs name the two databases, which are created if missing; `passwords` has one for each of
    `LOGINS`. Raises KeyError if one is missing.
    """
    make_database(admin_url, "roles.sql")
    with _connected(make_url(admin_url.get_secret_value())) as connection:
        for name in LOGINS:
            change = f"ALTER ROLE {name} PASSWORD %(password)s"
            connection.exec_driver_sql(change, {"password": passwords[name]})
    make_database(keys_admin_url, "keys.sql")


def make_database(admin_url: SecretStr, script: str) -> None:
    """The database that the URL names, with what a script of `deploy/` puts into it.

    Safe to repeat: it is created if it is missing.
    """
    url = make_url(admin_url.get_secret_value())
    with _connected(url.set(database="postgres")) as connection:
        there = text("SELECT 1 FROM pg_database WHERE datname = :name")
        if connection.scalar(there, {"name": url.database}) is None:
            connection.exec_driver_sql(f'CREATE DATABASE "{url.database}"')
    with _connected(url) as connection:
        sql = (_DEPLOY / script).read_text(encoding="utf-8")
        connection.exec_driver_sql(sql, execution_options={"no_parameters": True})


def _connected(url: URL) -> Connection:
    """A connection without transactions: PostgreSQL creates no database within one."""
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True)
    return engine.connect().execution_options(isolation_level="AUTOCOMMIT")
