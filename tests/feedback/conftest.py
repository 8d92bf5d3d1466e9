"""A provider of ours and its client: making the client takes seconds, so that all share one."""

import pytest

from tests.documents.advised import asking
from tests.feedback.advised import SEEN, an_adviser
from tests.support.provider import fake_provider


@pytest.fixture(scope="session")
def provider():
    with fake_provider(SEEN) as fake:
        yield fake


@pytest.fixture(scope="session")
def client(provider):
    with asking(provider) as model:
        yield model


@pytest.fixture
def fake(provider):
    """The provider, well again and with nothing received."""
    provider.script.clear()
    provider.received.clear()
    provider.mind = SEEN
    provider.retry_after = "60"
    return provider


@pytest.fixture
def model(fake, client):
    client.breaker.succeeded()
    return client


@pytest.fixture
def adviser(stack, model):
    return an_adviser(stack, model)
