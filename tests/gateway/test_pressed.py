"""A button of the room speaks for a person: the page says what was chosen, not words of theirs."""

import pytest

from gateway.pressed import SAYS, chosen


@pytest.mark.parametrize("text", SAYS.values())
def test_what_a_button_says_is_named_as_a_choice_unless_it_answers(text: str) -> None:
    assert chosen(text, "request")
    assert chosen(text, "answer") is None


def test_own_words_are_nobodys_button() -> None:
    assert chosen("Next, please, I have nothing more to add.", "skip") is None
