"""What a model says of documents, and the adviser who asks it."""

import pytest

from tests.documents.advised import SEEN, an_adviser


@pytest.fixture
def mind():
    return SEEN


@pytest.fixture
def retry_after():
    return "1"


@pytest.fixture
def adviser(stack, model):
    return an_adviser(stack, model)
