"""Junk stays below an honest answer, and a guard against it takes nothing from an honest one."""

import tomllib

import pytest

from chassis.hearing.remarks import is_remark
from chassis.hearing.text import sentences_of
from contracts.evidence import Competency
from contracts.interview import QuestionKind
from contracts.message import Message
from tests.feedback.build import a_question, the_cell
from tests.feedback.tellings import FOLDER
from tests.interview.build import INTERVIEW

REMARKS = [
    "Now that is a question I was hoping to hear.",
    "I chose this one because it shows my strengths best.",
    "I have learned to keep my answers short, so I will end it here.",
    "There are other stories, but this one is close to my heart.",
    "I hope that gives you what you were looking for.",
    "To be honest I do not like to boast about it.",
    "The others still laugh about it whenever we meet.",
    "Sorry, that was a long answer.",
    "If this is relevant, here goes.",
]
TOLD = [
    "She asked me a good question, and I answered it with a drawing.",
    "I wrote the story of each guest on a card, because the night porter never met them.",
    "I told the crew a short version, and all nine came on Monday.",
    "Long story short, errors fell from 12 to 3.",
    "I let him begin, as he had the map.",
    "That is why I moved the answer sheets to the front, and 40 came back.",
]
SHORT = (
    "I did my tasks last year because they had to be done. As a result things went well, "
    "100% instead of 50%. I learned to do them."
)


class Guarded(Message):
    competency: Competency
    question: str
    kind: QuestionKind
    level: int
    told: str


def guarded(name: str) -> list[Guarded]:
    rows = tomllib.loads((FOLDER / "guards.toml").read_text("utf-8"))[name]
    return [Guarded.model_validate(row, strict=False) for row in rows]


def level_of(one: Guarded) -> int:
    asked = a_question(text=one.question, competencies=[one.competency], kind=one.kind)
    return the_cell(one.told, asked).level.value or 0


@pytest.mark.parametrize("one", guarded("junk"), ids=lambda one: one.told[:40])
def test_the_form_of_evidence_without_a_story_stays_low(one: Guarded) -> None:
    assert level_of(one) <= one.level


@pytest.mark.parametrize("one", guarded("honest"), ids=lambda one: one.told[:40])
def test_an_honest_story_keeps_its_level(one: Guarded) -> None:
    assert level_of(one) >= one.level


@pytest.mark.parametrize("text", REMARKS)
def test_what_is_said_of_the_interview_is_a_remark(text: str) -> None:
    assert all(is_remark(piece) for piece in sentences_of(INTERVIEW, text))


@pytest.mark.parametrize("text", TOLD)
def test_what_happened_is_no_remark_though_it_speaks_of_answers(text: str) -> None:
    assert not any(is_remark(piece) for piece in sentences_of(INTERVIEW, text))


@pytest.mark.parametrize("text", REMARKS)
@pytest.mark.parametrize("one", [*guarded("honest")[:6], *guarded("junk")[:6]])
def test_a_remark_moves_no_level(one: Guarded, text: str) -> None:
    before = one.model_copy(update={"told": f"{text} {one.told}"})
    behind = one.model_copy(update={"told": f"{one.told} {text}"})

    assert {level_of(before), level_of(behind)} == {level_of(one)}


@pytest.mark.parametrize("text", REMARKS)
def test_a_remark_lends_no_particulars_to_a_hollow_answer(text: str) -> None:
    assert the_cell(f"{SHORT} {text}").level.value == the_cell(SHORT).level.value == 1


@pytest.mark.parametrize("mistake", ["I never make mistakes.", "That was not my fault."])
def test_a_mistake_that_is_denied_is_none_and_one_that_is_admitted_is(mistake: str) -> None:
    asked = a_question(
        text="Tell me about a mistake of yours.", competencies=[Competency.OWNERSHIP]
    )
    told = "In May the parcels went to a wrong town, so I called the courier and got them back."

    assert the_cell(f"{mistake} {told}", asked).level.why == "not-what-was-asked"
    assert the_cell(f"{mistake} Or so I thought: this was mine. {told}", asked).level.value


def test_a_remark_of_a_laugh_in_brackets_is_no_blank() -> None:
    told = "I moved the beds to the window [laughs], because he wanted to see the goats."
    asked = a_question(competencies=[Competency.OWNERSHIP])

    assert the_cell(told, asked).level.value
    assert the_cell(told.replace("laughs", "reason"), asked).level.why == "placeholder-text"
