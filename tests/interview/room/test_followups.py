"""Nobody is asked for what they have just said, nor for anything once the time is over."""

import pytest

from contracts.evidence import EvidenceType
from contracts.interview import Mode, TurnKind
from services.interview.rules.room.heard import heard_in
from services.interview.rules.room.intents import intent_of
from services.interview.rules.room.signs import Intent
from tests.interview.build import Rehearsal

COMPARED = [
    "We ended with two agency shifts in place of eleven the year before.",
    "After this we answer in 5 minutes, before was one hour.",
    "The queue stood at 12 people where it was 40.",
    "There are three complaints a month now, until then 20.",
    "Previously it cost us nine hours, and now it takes two.",
    "Four returns this spring, last year fifteen.",
]
NOT_COMPARED = [
    "There were 5 of us, and before lunch 12 guests came.",
    "In 2019 I joined 3 others at the depot.",
    "We have two ovens and three cooks.",
    "I work from 8 until 5.",
    "It was better than before.",
]
IN_THE_PRESENT = [
    "In 2022 I make the data loader parallel with six workers.",
    "I make the test with the same data shuffled, and I find that the leak is there.",
    "I call the supplier and he sends another pump.",
]
IN_GENERAL = [
    "I always check the oven twice.",
    "Usually I call the supplier myself.",
    "I go in every morning and make the coffee.",
    "When there is a fault I call the fitter.",
]
NO_MORE = [
    "This is all what I can say about it.",
    "I have told you what I know about that.",
    "That's all.",
    "I have said it all.",
    "Nothing more to add.",
    "I don't know Python really.",
]


@pytest.mark.parametrize("said", COMPARED)
def test_a_number_against_one_of_before_is_not_asked_for_again(said: str) -> None:
    assert {EvidenceType.RESULT, EvidenceType.MEASURE} <= heard_in("I changed the rota.", said)


@pytest.mark.parametrize("said", NOT_COMPARED)
def test_two_numbers_beside_each_other_are_no_comparison(said: str) -> None:
    assert EvidenceType.MEASURE not in heard_in(said)


@pytest.mark.parametrize("said", IN_THE_PRESENT)
def test_a_deed_told_in_the_present_tense_is_not_asked_for_again(said: str) -> None:
    assert EvidenceType.OWN_ACTION in heard_in(said)


@pytest.mark.parametrize("said", IN_GENERAL)
def test_what_one_does_in_general_is_asked_about(said: str) -> None:
    assert EvidenceType.OWN_ACTION not in heard_in(said)


def test_what_one_would_have_done_is_how_one_sees_it_today() -> None:
    assert EvidenceType.REFLECTION in heard_in("I would have brought the pharmacists in earlier.")
    assert EvidenceType.REFLECTION not in heard_in("I would have a look at it.")


@pytest.mark.parametrize("said", NO_MORE)
def test_who_says_that_there_is_no_more_is_understood(said: str) -> None:
    assert intent_of(said) is Intent.UNKNOWN


@pytest.mark.parametrize("said", ["No.", *NO_MORE])
def test_who_has_no_more_to_a_follow_up_is_asked_the_next_question(said: str) -> None:
    session = Rehearsal()
    assert session.say("I rewrote the import and moved the tests.").kind is TurnKind.PROBE

    assert session.say(said).kind is TurnKind.QUESTION


@pytest.mark.parametrize("late_s", [0, 6])
def test_an_answer_in_the_grace_is_followed_by_the_next_question(late_s: int) -> None:
    session = Rehearsal(mode=Mode.LIVE)
    seconds = session.plan.questions[0].seconds

    reply = session.say("I rewrote the import and moved the tests.", after_s=seconds + late_s)

    assert reply.kind is TurnKind.QUESTION
    assert reply.question_id == session.plan.questions[1].id


def test_an_answer_just_before_the_end_of_its_time_is_followed_up() -> None:
    session = Rehearsal(mode=Mode.LIVE)
    seconds = session.plan.questions[0].seconds

    reply = session.say("I rewrote the import and moved the tests.", after_s=seconds - 1)

    assert reply.kind is TurnKind.PROBE
