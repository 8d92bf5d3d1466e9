"""The small service that the bus is tried on, and the world that it runs in."""

from collections.abc import Iterator

import pytest

from tests.chassis.bus.world import World
from tests.support.stack import Stack


@pytest.fixture(scope="session")
def world(stack: Stack) -> Iterator[World]:
    """A database of its own beside the others; no service runs yet."""
    made = World(stack)
    made.make()
    yield made
    made.close()


@pytest.fixture(scope="module")
def echo(world: World) -> Iterator[World]:
    """The world with the small service running in it."""
    with world.service():
        yield world
