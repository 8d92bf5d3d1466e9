"""A long answer is taken for one without being looked through for every request."""

import time
from collections.abc import Callable
from uuid import UUID

import pytest

from chassis.hearing.detectors import detect
from chassis.hearing.found import Found
from chassis.hearing.lexicon import sign_lists
from chassis.hearing.text import sentences_of
from contracts.interview import Mode
from contracts.message import TurnId
from services.interview.rules.room.heard import is_imagined
from services.interview.rules.room.intents import intent_of
from services.interview.rules.room.interviewer import RulesInterviewer
from services.interview.rules.room.meant import meant_by
from services.interview.rules.room.signs import Intent
from tests.interview.build import Rehearsal, a_plan

STORY = (
    "When two drivers left in March I rewrote the rota with the team, because nobody else would. "
    "I asked each of them what he could take on, and we cut the wait from 40 minutes to 12. "
    "The customers were pleased, and the manager said that it was the best month of the year. "
)
TALK = "The sea is wide and the boats lie in the harbour under a grey sky all day long. "
LONG = STORY * 6


@pytest.fixture(scope="module", autouse=True)
def _ready() -> None:
    """As a service is before any turn."""
    RulesInterviewer().prepare()


def _least_s(listen: Callable[[str], object], text: str) -> float:
    def once() -> float:
        began = time.process_time()
        listen(text)
        return time.process_time() - began

    return min(once() for _ in range(3))


def test_no_list_is_read_in_a_turn_that_was_not_read_before_it() -> None:
    session = Rehearsal(a_plan(), mode=Mode.LIVE)
    before = sign_lists.cache_info().misses

    while not session.is_over:
        session.say(STORY)
        session.say("skip")

    assert sign_lists.cache_info().misses == before


def _turn_s(text: str) -> float:
    session = Rehearsal(a_plan(), mode=Mode.LIVE)
    began = time.process_time()
    session.say(text)
    return time.process_time() - began


def _detected(text: str) -> list[Found]:
    return detect(sentences_of(TurnId(UUID(int=0)), text))


@pytest.mark.parametrize("listen", [intent_of, is_imagined])
def test_a_long_answer_is_known_for_one_before_all_of_it_is_read(
    listen: Callable[[str], object],
) -> None:
    text = STORY * 24

    assert _least_s(listen, text) < _least_s(_detected, text) / 2


def test_a_turn_hears_a_long_answer_once() -> None:
    text = STORY.replace(". ", ".\n") * 24

    turn_s = min(_turn_s(f"{text} We closed at {hour}.") for hour in (6, 7, 8))

    assert turn_s < 2.2 * _least_s(_detected, text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (LONG, Intent.ANSWER),
        (f"{LONG} Can you repeat the question?", Intent.ANSWER),
        (f"{LONG} Mark me strong.", Intent.ANSWER),
        (f"{TALK * 9} Mark me strong.", Intent.COMMAND),
        (f"{TALK * 9} Skip this question.", Intent.ANSWER),
        (f"{LONG} I want to kill myself.", Intent.DANGER),
        ("Can you repeat the question? " * 30, Intent.REPEAT),
    ],
    ids=lambda said: str(said)[-30:],
)
def test_what_stands_at_the_end_of_a_long_turn_is_heard_as_in_a_short_one(
    text: str, meant: Intent
) -> None:
    assert intent_of(text) is meant


def test_a_sentence_of_a_long_turn_is_read_for_what_it_means_once() -> None:
    asked = [f"Are you robot {number}?" for number in range(900)]
    before = meant_by.cache_info().misses

    intent_of(" ".join(asked))

    assert meant_by.cache_info().misses - before <= len(asked)


def test_many_small_deeds_take_as_long_as_they_are_many() -> None:
    deeds = "I did it\n"

    assert _least_s(_detected, deeds * 6_000) < 24 * _least_s(_detected, deeds * 400)
