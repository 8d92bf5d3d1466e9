"""What the tests of auth have to tear down."""

from collections.abc import Iterator

import pytest

from chassis.keys import KeyDestroyer
from contracts.message import Owner
from tests.support.stack import Stack


@pytest.fixture
def destroyer(stack: Stack) -> Iterator[KeyDestroyer]:
    """Privacy's right over keys."""
    right = KeyDestroyer(stack.keys_urls[Owner.PRIVACY])
    yield right
    right.close()
