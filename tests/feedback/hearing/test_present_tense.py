"""The same facts give the same level within one, whatever the tense and the articles."""

import tomllib

import pytest

from chassis.hearing.tense import in_past
from chassis.hearing.text import sentences_of
from contracts.evidence import Competency as K
from contracts.evidence import EvidenceType as E
from tests.feedback.build import a_question, heard, the_cell
from tests.feedback.tellings import FOLDER
from tests.interview.build import INTERVIEW

PAIRS = [
    (K(row["competency"]), row["past"], row["present"])
    for row in tomllib.loads((FOLDER / "tenses.toml").read_text("utf-8"))["pair"]
]
IN_GENERAL = [
    "I always listen to the customer. I call them and I ask what they want. They are happy.",
    "I check the list every morning and I sort the mail, because order helps.",
    "If a pump fails I open it and I look at the seal, because seals go first.",
    "Last year was good. Usually I plan the week and I put the hard things first.",
]


@pytest.mark.parametrize(("competency", "past", "present"), PAIRS)
def test_a_story_in_the_present_is_worth_what_it_is_in_the_past(
    competency: K, past: str, present: str
) -> None:
    asked = a_question(competencies=[competency])
    told, now = (the_cell(text, asked).level.value for text in (past, present))

    assert told is not None
    assert now is not None
    assert told >= 3
    assert abs(told - now) <= 1


@pytest.mark.parametrize("present", [present for _, _, present in PAIRS])
def test_what_is_quoted_is_what_was_said(present: str) -> None:
    quotes = [quote for each in heard(present).values() for quote in each]

    assert quotes
    assert all(quote in present and quote[0] != " " for quote in quotes)


@pytest.mark.parametrize("text", IN_GENERAL)
def test_what_one_always_does_stays_in_the_present(text: str) -> None:
    assert in_past(sentences_of(INTERVIEW, text)) == []


def test_helping_somebody_with_something_is_a_deed_and_helping_people_is_none() -> None:
    assert heard("I helped Mira with her first invoice.")[E.OWN_ACTION]
    assert heard("I helped an old man to carry his bags to the third floor.")[E.OWN_ACTION]
    assert E.OWN_ACTION not in heard("I helped people with many things.")
    assert E.OWN_ACTION not in heard("I helped the customer because the customer came.")
