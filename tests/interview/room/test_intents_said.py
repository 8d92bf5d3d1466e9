"""Danger, distress and requests are heard in words that stand in no list."""

import time

import pytest

from services.interview.rules.room.signs import Intent
from tests.interview.audit.said import Half, Heard, Line, heard, lines

OPEN = [*heard(lines("care", Half.OPEN))]
AMBIGUOUS = {
    "Once again please",  # asks for another try as well
    "My first question is always: who are you and what do you need?",
}
ASKED = [one for one in heard(lines("asked", Half.OPEN)) if one.line.text not in AMBIGUOUS]
HOSTILE = ["i am really " * 4000, "my husband is " * 4000, "can you please " * 4000, "i " * 5000]


def _text(one: Heard) -> str:
    return one.line.text


@pytest.mark.parametrize("one", [*OPEN, *ASKED], ids=_text)
def test_what_is_meant_is_heard(one: Heard) -> None:
    assert one.is_right


@pytest.mark.parametrize("text", HOSTILE, ids=len)
def test_hostile_text_is_heard_in_time(text: str) -> None:
    list(heard([Line("I was slow. What?", Intent.ANSWER)]))

    began = time.process_time()

    list(heard([Line(text, Intent.ANSWER)]))

    assert time.process_time() - began < 5
