"""What must be torn down, for the whole repository; all else is a builder in tests/support."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.stack import Stack

NEEDS_SERVERS = {"stack", "mira", "browser"}


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "stack: needs the servers that ./mira test starts")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if NEEDS_SERVERS & set(getattr(item, "fixturenames", ())):
            item.add_marker("stack")


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """The private PostgreSQL and RabbitMQ, migrated and with their roles."""
    if (file := os.environ.get("MIRA_TEST_STACK")) is None:
        pytest.skip("needs the servers that ./mira test starts")
    with Stack.described_in(Path(file)) as described:
        yield described
