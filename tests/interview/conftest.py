"""What a model says of questions, and the adviser who asks it."""

import pytest

from tests.interview.advised import an_adviser, pointing


@pytest.fixture
def mind():
    return pointing("nothing of that")


@pytest.fixture
def adviser(stack, model):
    return an_adviser(stack, model)
