"""What must be torn down, for the whole repository; all else is a builder in tests/support."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from chassis.llm.client import Model
from contracts.disclosure import SendingPurpose
from tests.support.provider import FakeProvider, Mind, asking, fake_provider, naming
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


@pytest.fixture(scope="session")
def provider() -> Iterator[FakeProvider]:
    """A provider of ours; what it says is the `mind` of the folder that asks it."""
    with fake_provider(naming([])) as fake:
        yield fake


@pytest.fixture(scope="session")
def client(provider: FakeProvider) -> Iterator[Model]:
    with asking(provider) as model:
        yield model


@pytest.fixture
def retry_after() -> str:
    """Seconds that the provider asks to be left alone for, where it is asked too often."""
    return "60"


@pytest.fixture
def fake(provider: FakeProvider, mind: Mind, retry_after: str) -> FakeProvider:
    """The provider, well again and with nothing received."""
    provider.script.clear()
    provider.received.clear()
    provider.mind = mind
    provider.retry_after = retry_after
    return provider


@pytest.fixture
def model(fake: FakeProvider, client: Model) -> Model:
    for purpose in SendingPurpose:
        client.breakers[purpose].succeeded()
    return client
