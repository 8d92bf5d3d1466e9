"""What a model says of answers, and the adviser who asks it."""

import pytest

from tests.feedback.advised import SEEN, an_adviser


@pytest.fixture
def mind():
    return SEEN


@pytest.fixture
def adviser(stack, model):
    return an_adviser(stack, model)
