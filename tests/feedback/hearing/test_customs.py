"""What one does again and again is a deed where a question asks for it, and only there."""

import tomllib
from pathlib import Path

import pytest

import services.interview.rules.plan
from chassis.hearing.customs import asks_for_custom
from contracts.evidence import Competency as K
from contracts.evidence import EvidenceType as E
from services.interview.rules.room.heard import heard_in
from tests.feedback.build import a_question, the_cell

RELIES = "Describe something that your group relies on every day and that you keep in order."
ASKING = [
    RELIES,
    "Tell me about the piece of skilled work that you know best.",
    "Give me an example of the care you took over something that hardly anyone would notice.",
    "How do you make sure that nothing is lost between two shifts?",
    "Walk me through a typical day at your bench.",
    "What do you usually do before you open the shop?",
]
OF_AN_OCCASION = [
    "Tell me about something that you had to finish by a fixed date.",
    "Describe a nuisance in your daily work that kept coming back until you dealt with it.",
    "Tell me about a small improvement to how you do your own work.",
    "Tell me about an open question in your field that you keep coming back to.",
    "Tell me about a time you had to explain something every day.",
    "What would you do if the pumps failed?",
]
CUSTOMS = [
    "I check the pumps on our ward at six and at ten.",
    "Every morning I restock the shelf and look for torn bags.",
    "I feed the starter at 26 degrees and cover the tub with a wet towel.",
    "I take the blood pressure twice on each visit and write it in the green book.",
    "I check each invoice against the delivery note and the signed order.",
    "I re-label every tub in the cold room myself, and I wipe down the door seals.",
    "Usually I count the float twice before the shutters open.",
    "I always grease the two axles before the first tram leaves the depot.",
]
NO_CUSTOMS = [
    "I always give my best and I like to keep a good mood in the house.",
    "I like to help people and I love clean floors in every corner.",
    "I always listen to my customers and treat every guest with respect and patience.",
    "I keep a positive attitude all day and I care about my team.",
    "I have a big toolbox and I live near the depot in the old town.",
]
BANK = Path(services.interview.rules.plan.__file__).parent / "questions"


@pytest.mark.parametrize("question", ASKING)
def test_a_question_asks_for_a_custom(question: str) -> None:
    assert asks_for_custom(question)


@pytest.mark.parametrize("question", OF_AN_OCCASION)
def test_a_question_of_an_occasion_asks_for_none(question: str) -> None:
    assert not asks_for_custom(question)


def test_few_questions_of_the_bank_ask_for_a_custom_and_no_case_does() -> None:
    read = [tomllib.loads(file.read_text("utf-8")) for file in sorted(BANK.glob("*.toml"))]
    asking = {
        q["id"] for one in read for q in one["question"] if any(map(asks_for_custom, q["texts"]))
    }

    assert {"b-ownership-unseen", "b-technical-inside"} <= asking
    assert len(asking) < 12
    assert not any(one.startswith("s-") for one in asking)


@pytest.mark.parametrize("text", CUSTOMS)
def test_a_custom_counts_where_it_is_asked_for(text: str) -> None:
    asked = a_question(text=RELIES, competencies=[K.OWNERSHIP])
    level = the_cell(text, asked).level.value

    assert level is not None
    assert level >= 2
    assert E.OWN_ACTION in heard_in(text, question=asked)


@pytest.mark.parametrize("text", CUSTOMS)
def test_a_custom_is_no_deed_of_an_occasion(text: str) -> None:
    cell = the_cell(text, a_question(text=OF_AN_OCCASION[0]))

    assert (cell.level.value or 1) == 1


@pytest.mark.parametrize("text", NO_CUSTOMS)
def test_what_everybody_says_of_themselves_is_no_custom(text: str) -> None:
    asked = a_question(text=RELIES, competencies=[K.OWNERSHIP])

    assert (the_cell(text, asked).level.value or 1) == 1
