"""However an answer is made up, reading it takes time in proportion to its length."""

import time

import pytest

from contracts.room import MAX_ANSWER_CHARACTERS
from services.feedback.rules.coach import RulesCoach
from services.interview.rules.room.heard import heard_in
from services.interview.rules.room.intents import intent_of
from services.interview.rules.room.interviewer import RulesInterviewer
from tests.feedback.build import a_report

BUDGET_S = 4.0
"""Twice what the longest takes; what grows with the square takes minutes."""

SHAPES = {
    "no full stop": "I reduced the cost and we went to the team because it was 5 ",
    "one verb": "reduced ",
    "clauses": "I did, ",
    "digits": "1",
    "numbers": "5 ",
    "dots": ". ",
    "spaces": " ",
    "half a range": "from a b c ",
    "adverbs": "I really ",
    "lines": "x\n",
    "one letter": "a",
    "quotes": "“",
    "empty lines": "\n",
    "an apology": "i am sorry but ",
    "a sigh": "oh god ",
}


@pytest.fixture(scope="module", autouse=True)
def _ready() -> None:
    """As a service is before any call."""
    RulesCoach().prepare()
    RulesInterviewer().prepare()


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_longest_answer_is_read_in_time(shape: str) -> None:
    text = (shape * MAX_ANSWER_CHARACTERS)[:MAX_ANSWER_CHARACTERS]
    start = time.process_time()

    a_report(text)
    heard_in(text)
    intent_of(text)

    assert time.process_time() - start < BUDGET_S
