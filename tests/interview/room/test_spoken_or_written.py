"""What the interviewer says holds whether words are spoken or written: it is not told which."""

import re
from collections.abc import Iterator

import pytest

from services.interview.rules.phrases import phrases
from tests.interview.build import Rehearsal

ONE_WAY = re.compile(
    r"\b(?:typ(?:e|es|ed|ing)|sends?|sent|in writing|held in|on the page|keyboard|click|press"
    r"|microphone|aloud|(?:i|you) see only)\b",
    re.IGNORECASE,
)


def sentences(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict | list | tuple):
        for each in told.values() if isinstance(told, dict) else told:
            yield from sentences(each)


def test_no_sentence_of_the_interviewer_knows_how_words_arrive() -> None:
    every = list(sentences(phrases().model_dump(mode="json")))

    assert len(every) > 100
    assert [one for one in every if ONE_WAY.search(one)] == []


@pytest.mark.parametrize(
    "said", ["Can I type instead of speaking?", "Could I dictate my answers to you?"]
)
def test_who_asks_how_to_answer_is_told_that_both_ways_count_alike(said: str) -> None:
    session = Rehearsal()

    reply = session.say(said).text

    assert reply.startswith("Write, or speak")
    assert "how they came is not scored" in reply
