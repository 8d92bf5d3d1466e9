"""Brings schemas up to date: alembic's revisions, then the walls. Run by deploy, never at start.

    python -m chassis.migrate documents             one owner
    python -m chassis.migrate --all                 all of them
    python -m chassis.migrate documents --new WORD  write the next revision off the mapping

Reads MIRA_ADMIN_URL, the URL of a role that may become every `X_owner`.
"""

import argparse
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import Connection, MetaData, create_engine
from sqlalchemy.pool import NullPool

from chassis.walls import walls
from contracts.message import Owner

_ROOT = Path(__file__).parents[1]
_TIDY = {
    "unused": "check --fix-only --quiet REVISION_SCRIPT_FILENAME",
    "format": "format --quiet REVISION_SCRIPT_FILENAME",
}
"""What ruff does to a revision that was just written."""


class Admin(BaseSettings):
    """What only deploy is told."""

    model_config = SettingsConfigDict(
        env_prefix="MIRA_", frozen=True, extra="ignore", hide_input_in_errors=True
    )

    admin_url: SecretStr


def mapping_of(owner: Owner) -> MetaData:
    """The tables of one owner: `services.<owner>.tables.Base.metadata`."""
    metadata: MetaData = importlib.import_module(f"services.{owner}.tables").Base.metadata
    return metadata


def migrate(url: SecretStr, owner: Owner, *, statement_s: int = 5) -> None:
    """Bring one schema to its newest revision and put up its walls, in one transaction.

    Safe to repeat. Gives up rather than wait: 4 s for a lock, `statement_s` for a statement.
    """
    metadata = mapping_of(owner)
    with _as_owner(url, owner, statement_s) as connection:
        command.upgrade(_alembic(owner, connection, metadata), "head")
        for statement in walls(metadata, owner):
            connection.exec_driver_sql(statement, execution_options={"no_parameters": True})


def write_revision(url: SecretStr, owner: Owner, message: str) -> None:
    """Write the next revision of one owner: what its mapping has and its schema lacks.

    Read it before it is committed. There is no way down: a revision fits the code before it.
    """
    versions = _ROOT / "services" / owner / "migrations" / "versions"
    number = len(list(versions.glob("*.py"))) + 1
    with _as_owner(url, owner) as connection:
        config = _alembic(owner, connection, mapping_of(owner))
        command.revision(config, message, autogenerate=True, rev_id=f"{number:04}")


@contextmanager
def _as_owner(url: SecretStr, owner: Owner, statement_s: int = 5) -> Iterator[Connection]:
    """One transaction as the role that owns the schema; tables it makes are therefore its own."""
    engine = create_engine(url.get_secret_value(), poolclass=NullPool, hide_parameters=True)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"SET LOCAL ROLE {owner}_owner")
        connection.exec_driver_sql("SET LOCAL lock_timeout = '4s'")
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = '{statement_s}s'")
        yield connection


def _alembic(owner: Owner, connection: Connection, metadata: MetaData) -> Config:
    config = Config(attributes={"connection": connection, "metadata": metadata})
    config.set_main_option("script_location", str(_ROOT / "chassis" / "migrations"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option(
        "version_locations", str(_ROOT / "services" / owner / "migrations" / "versions")
    )
    for hook, options in _TIDY.items():
        config.set_section_option("post_write_hooks", f"{hook}.type", "module")
        config.set_section_option("post_write_hooks", f"{hook}.module", "ruff")
        config.set_section_option("post_write_hooks", f"{hook}.options", options)
    config.set_section_option("post_write_hooks", "hooks", ",".join(_TIDY))
    return config


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m chassis.migrate")
    parser.add_argument("owner", nargs="?", type=Owner)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--new", metavar="WORD")
    wanted = parser.parse_args(arguments)
    if bool(wanted.owner) == wanted.all:
        parser.error("name one owner, or --all")
    url = Admin().admin_url
    if wanted.new:
        write_revision(url, wanted.owner, wanted.new)
        return
    for owner in Owner if wanted.all else [wanted.owner]:
        migrate(url, owner)
        print(f"{owner}: up to date")


if __name__ == "__main__":
    main(sys.argv[1:])
