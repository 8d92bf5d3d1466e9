"""Who is asked for a tool or a trade and tells of another field shows nothing of it."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from chassis.hearing.lexicon import read_toml
from contracts.evidence import Competency
from contracts.interview import Question, QuestionKind
from tests.feedback.build import a_question, the_cell

THINGS = Path(__file__).parents[1] / "tellings" / "things.toml"
CHOIR = (
    "I sang in a choir. I moved the altos to the front, because they sing low. I could have bought"
    " a microphone, but it costs money. Now 40 people come instead of 20."
)
APART = 7
"""Places between an answer and the question that it is given to."""
MOST_OFF, MOST_REFUSED = 0.15, 0.05


def told() -> list[dict[str, str]]:
    return TypeAdapter(list[dict[str, str]]).validate_python(read_toml(THINGS)["telling"])


def asking(thing: str, kind: QuestionKind) -> Question:
    text = f"The job asks for “{thing}”. Where have you worked with it?"
    return a_question(text=text, competencies=[Competency.TECHNICAL_DEPTH], kind=kind)


def is_scored(text: str, thing: str, kind: QuestionKind) -> bool:
    return the_cell(text, asking(thing, kind)).level.value is not None


KINDS = [QuestionKind.TECHNICAL, QuestionKind.GAP_PROBE]


@pytest.mark.parametrize("kind", KINDS)
def test_nearly_all_that_is_about_the_thing_is_scored(kind: QuestionKind) -> None:
    refused = [one["thing"] for one in told() if not is_scored(one["text"], one["thing"], kind)]

    assert len(refused) <= MOST_REFUSED * len(told())


@pytest.mark.parametrize("kind", KINDS)
def test_nearly_nothing_that_is_about_another_thing_is_scored(kind: QuestionKind) -> None:
    every = told()
    tales = [*every[APART:], *every[:APART]]
    given = [
        (asked["thing"], text)
        for asked, other in zip(every, tales, strict=True)
        for text in (other["text"], CHOIR)
        if is_scored(text, asked["thing"], kind)
    ]

    assert len(given) <= MOST_OFF * 2 * len(every)


@pytest.mark.parametrize("thing", ["PostgreSQL", "wound care", "forklift", "Kafka", "welding"])
def test_a_tale_of_another_life_gets_no_level_for_a_trade(thing: str) -> None:
    cell = the_cell(CHOIR, asking(thing, QuestionKind.TECHNICAL))

    assert cell.level.why == "not-what-was-asked"


@pytest.mark.parametrize("thing", ["Leadership skills", "Proven track record", "Teamwork"])
def test_what_every_field_has_may_be_told_out_of_any(thing: str) -> None:
    assert is_scored(CHOIR, thing, QuestionKind.GAP_PROBE)
