"""What is asked in dialect, in haste, with an excuse or with many courtesies is heard as asked."""

import tomllib
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from contracts.interview import Mode, TurnKind
from services.interview.rules.phrases import phrases
from services.interview.rules.room.intents import intent_of
from services.interview.rules.room.registers import plainly
from services.interview.rules.room.signs import MATTERS, Intent
from tests.interview.build import Rehearsal

_READ = tomllib.loads(Path(__file__).with_name("asked.toml").read_text(encoding="utf-8"))
LISTS = TypeAdapter(dict[str, list[str]]).validate_python(_READ)


@pytest.mark.parametrize(
    ("meant", "text"), [(Intent(meant), text) for meant, texts in LISTS.items() for text in texts]
)
def test_it_is_taken_as_it_is_meant(meant: Intent, text: str) -> None:
    assert intent_of(text) is meant


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("meant", [matter for matter in MATTERS if str(matter) in LISTS])
def test_each_matter_is_answered_and_the_question_stays(meant: Intent, mode: Mode) -> None:
    session = Rehearsal(mode=mode)
    question = session.turns[-1].text

    reply = session.say(LISTS[meant][0])

    assert reply.kind is TurnKind.CLARIFICATION
    assert reply.text.endswith(question)


def test_whoever_goes_on_another_day_is_told_that_what_was_sent_is_kept() -> None:
    reply = Rehearsal().say("can i do the rest later tonight")

    assert reply.kind is TurnKind.PAUSE
    assert "kept" in reply.text


@pytest.mark.parametrize("mode", Mode)
def test_what_becomes_of_silence_is_true_of_the_clock(mode: Mode) -> None:
    reply = Rehearsal(mode=mode).say("what happens if I say nothing")

    assert ("no time runs" in reply.text) is (mode is Mode.PRACTICE)


@pytest.mark.parametrize("mode", Mode)
def test_when_there_is_feedback_is_true_of_the_mode(mode: Mode) -> None:
    reply = Rehearsal(mode=mode).say("how am I doing")

    assert ("after each question" in reply.text) is (mode is Mode.PRACTICE)


def test_asked_which_job_is_meant_it_says_what_is_practised_for() -> None:
    session = Rehearsal()

    assert str(session.session.title) in session.say("which job do you mean?").text


def test_what_is_wholly_standard_stays_as_it_is() -> None:
    text = "I used R and C to count the eggs, and ma was proud."

    assert plainly(text) == text


def test_every_matter_has_its_words() -> None:
    assert {str(matter) for matter in MATTERS} - {"why"} <= set(phrases().reply)
