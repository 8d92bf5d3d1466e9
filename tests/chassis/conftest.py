"""The small owner that the chassis is tried on."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.engine import make_url

from chassis.roles import make_database
from chassis.walls import walls
from tests.chassis.chores import Chores
from tests.chassis.diary import OWNER, Base
from tests.chassis.vault import Vault
from tests.support.stack import Stack

BESIDE = f"mira_diary_{os.getpid()}"
"""Several test processes may share the servers."""


@pytest.fixture(scope="session")
def diary(stack: Stack) -> Iterator[Stack]:
    """The servers, and in a database beside the others the diary's schema with its walls."""
    beside = {"admin_url": _beside(stack.admin_url)}
    beside["database_urls"] = {owner: _beside(url) for owner, url in stack.database_urls.items()}
    make_database(beside["admin_url"], "roles.sql")
    with Stack(**{**stack.model_dump(), **beside}) as made:
        with made.admin().begin() as connection:
            connection.execute(text(f"SET LOCAL ROLE {OWNER}_owner"))
            Base.metadata.create_all(connection)
            for wall in walls(Base.metadata, OWNER):
                connection.exec_driver_sql(wall, execution_options={"no_parameters": True})
        yield made
    with stack.admin().execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(f"DROP DATABASE {BESIDE} WITH (FORCE)"))


@pytest.fixture
def chores(diary: Stack) -> Chores:
    return Chores(diary)


@pytest.fixture
def vault(stack: Stack, tmp_path: Path) -> Iterator[Vault]:
    made = Vault(stack, tmp_path)
    yield made
    with stack.admin(keys=True).connect() as connection:
        bare = connection.execution_options(isolation_level="AUTOCOMMIT")
        bare.execute(text(f'DROP DATABASE "{made.name}" WITH (FORCE)'))


def _beside(url: SecretStr) -> SecretStr:
    other = make_url(url.get_secret_value()).set(database=BESIDE)
    return SecretStr(other.render_as_string(hide_password=False))
