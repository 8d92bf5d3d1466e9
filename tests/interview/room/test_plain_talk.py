"""Small requests and small talk in plain voices; the same words told of work are answers."""

import pytest

from contracts.interview import Mode, TurnKind
from services.interview.rules.phrases import phrases
from services.interview.rules.room.chatter import Chatter, chatter_in
from services.interview.rules.room.intents import intent_of
from services.interview.rules.room.signs import Intent
from tests.interview.build import Rehearsal

NEEDS = [
    "I'm hungry",
    "I'm famished, there was no time for breakfast.",
    "My tummy's rumbling, sorry",
    "It's stuffy in here",
    "This room's freezing, the heating is off.",
]
NO_NEEDS = [
    "I'm hungry for more responsibility.",
    "I'm cold calling forty shops a day.",
    "I was hungry and went on until the stock was counted.",
    "It's boiling in the vat before I add the dye.",
    "The office was freezing, so I moved the clients next door.",
    "I'm sweating copper pipe most of the day.",
    "I missed lunch to finish the delivery.",
]
MEANT = [
    ("beg pardon, you'll have to say that again", Intent.REPEAT),
    ("Begging your pardon, you would need to repeat it", Intent.REPEAT),
    ("I didn't catch the first bit", Intent.REPEAT),
    ("Are you judging me right now?", Intent.PROMISE),
    ("Is it marking me while I type?", Intent.PROMISE),
    ("Could I skip this and come back later?", Intent.LATER),
    ("Can we park this and go back at the end?", Intent.LATER),
    ("Can we come back tomorrow?", Intent.PAUSE),
    ("Do you hold on to what I say?", Intent.RECORD),
    ("Nearly done.", Intent.THINKING),
    ("I'm just finishing it off", Intent.THINKING),
    ("Are we nearly done?", Intent.TIME),
    ("Two ticks, the milk is burning", Intent.PAUSE),
    ("Water.", Intent.PAUSE),
    ("Am I doing ok, yes or no", Intent.PROMISE),
]
ANSWERS = [
    "Would I do it again, no.",
    "Did I lose my temper, never.",
    "Could I have done it sooner? Perhaps, with two more hands.",
    "Should I have rung the owner first, probably.",
    "I had to skip lunch and come back later to lock up.",
    "She said you'll have to say that again, so I did.",
    "We were nearly done when the pump failed.",
    "He was judging me right from the first day, and I stayed polite.",
    "I parked the van and went back at the end of the day.",
]


@pytest.mark.parametrize("text", NEEDS)
def test_what_the_body_asks_for_is_seen_to_first(text: str) -> None:
    session = Rehearsal(mode=Mode.PRACTICE)

    reply = session.say(text)

    assert reply.kind is TurnKind.CLARIFICATION
    assert reply.text.startswith(phrases().reply["need"])


@pytest.mark.parametrize("text", NO_NEEDS)
def test_the_same_words_of_work_are_no_need(text: str) -> None:
    assert intent_of(text) is Intent.ANSWER
    assert chatter_in(text) is not Chatter.NEED


@pytest.mark.parametrize(("text", "meant"), MEANT)
def test_a_request_is_heard_in_plain_voices(text: str, meant: Intent) -> None:
    assert intent_of(text) is meant


@pytest.mark.parametrize("text", ANSWERS)
def test_what_one_asks_oneself_or_tells_is_an_answer(text: str) -> None:
    assert intent_of(text) is Intent.ANSWER


def test_who_wants_to_come_back_later_is_told_that_there_is_no_coming_back() -> None:
    reply = Rehearsal(mode=Mode.PRACTICE).say("Could I skip this and come back later?")

    assert reply.kind is TurnKind.CLARIFICATION
    assert reply.text.startswith(phrases().reply["later"])
    assert "skipped stays unscored" in reply.text
