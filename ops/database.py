"""Roles, databases and tables of a running PostgreSQL: everything in here is safe to repeat.

It runs as a program of its own (`python -m ops.database`), because the mapping of six services is
much to import for a tool that mostly watches; it reads one JSON object from standard input. What
was done is noted as a comment on the database, so that a second start need not do it again.
"""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import psycopg2
from psycopg2 import sql

from contracts.message import Owner
from ops.places import PYTHON, ROOT
from ops.trouble import Trouble, how_busy

CONTENT, KEYS = "mira", "mira_keys"
"""The two databases: what people wrote, sealed; and the keys to it."""

_STATEMENT_S = 60
"""For one statement of a migration: nobody is served yet, and a busy machine needs long."""


def prepare_database(admin_url: str, keys_admin_url: str, passwords: Mapping[str, str]) -> None:
    """Bring both databases to what this checkout needs, unless they are there. Raises Trouble."""
    wanted = _fingerprint(passwords)
    if _noted(admin_url) == wanted:
        return
    order = {"admin_url": admin_url, "keys_admin_url": keys_admin_url, "passwords": dict(passwords)}
    done = subprocess.run(
        [str(PYTHON), "-m", "ops.database"],
        input=json.dumps(order),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip()[-1500:]
        raise Trouble(
            f"The tables could not be brought up to date:\n{said}",
            f"Run the same again if the machine was busy ({how_busy()});"
            " if it stays so and the checkout is unchanged, please report these lines.",
        )
    _note(admin_url, wanted)


def _fingerprint(passwords: Mapping[str, str]) -> str:
    """Changes with whatever may change a table, a wall or a role."""
    digest = hashlib.sha256(json.dumps(dict(passwords), sort_keys=True).encode())
    for file in _sources():
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    for pattern in (
        "deploy/*.sql",
        "chassis/*.py",
        "contracts/*.py",
        "services/*/*.py",
        "services/*/migrations/versions/*.py",
    ):
        yield from sorted(ROOT.glob(pattern))


def _noted(admin_url: str) -> str | None:
    """What was noted at the last time; None when the database is new."""
    try:
        connection = psycopg2.connect(_plain(admin_url))
    except psycopg2.OperationalError:
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
            " WHERE datname = current_database()"
        )
        row = cursor.fetchone()
    connection.close()
    return row[0] if row else None


def _note(admin_url: str, fingerprint: str) -> None:
    with psycopg2.connect(_plain(admin_url)) as connection, connection.cursor() as cursor:
        cursor.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(
                sql.Identifier(connection.info.dbname), sql.Literal(fingerprint)
            )
        )
    connection.close()


def _plain(url: str) -> str:
    """The URL as libpq knows it, without SQLAlchemy's driver."""
    return url.replace("postgresql+psycopg2://", "postgresql://", 1)


def _prepare(admin_url: str, keys_admin_url: str, passwords: dict[str, str]) -> None:
    from pydantic import SecretStr  # noqa: PLC0415 - slow to import, and only this program needs it

    from chassis.migrate import migrate  # noqa: PLC0415 - as above
    from chassis.roles import make_roles  # noqa: PLC0415 - as above

    make_roles(SecretStr(admin_url), SecretStr(keys_admin_url), passwords)
    for owner in Owner:
        migrate(SecretStr(admin_url), owner, statement_s=_STATEMENT_S)


if __name__ == "__main__":
    _prepare(**json.load(sys.stdin))
