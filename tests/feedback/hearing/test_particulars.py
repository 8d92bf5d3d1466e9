"""The form of evidence without anything particular in it reaches no level above the lowest."""

import pytest

from contracts.evidence import Competency
from contracts.feedback import Cell
from tests.feedback.build import a_question, a_report, the_cell

HOLLOW = [
    (
        Competency.CHANGE,
        (
            "I changed the process because it was bad. After that it was better by 50 percent. "
            "I learned that change is good."
        ),
    ),
    (
        Competency.LEADERSHIP,
        (
            "I led the team because it was needed. It worked and they were happy. "
            "I learned a lot from it. It was a hard situation when I started."
        ),
    ),
    (
        Competency.DECISION_MAKING,
        (
            "I made the choice between two options. I thought it was the right one, but it was a "
            "risk, so it worked. I realised it then."
        ),
    ),
    (
        Competency.DELIVERY,
        (
            "I delivered the project on time because I planned it. It was a success. Before it "
            "took ten weeks and after it took five. I learned to plan."
        ),
    ),
]
PARTICULAR = [
    "That night I swapped the locks of the storeroom because both keys had gone missing.",
    "I hung a list by the door, and put the buckets in colours.",
    "I asked the porter to carry the trays, so the ward ate warm.",
]


def told(competency: Competency, text: str) -> Cell:
    return the_cell(text, a_question(competencies=(competency,)))


@pytest.mark.parametrize(("competency", "text"), HOLLOW)
def test_what_could_be_anybodys_story_shows_nothing(competency: Competency, text: str) -> None:
    cell = told(competency, text)

    assert cell.evidence == ()
    assert cell.level.value in {None, 1}


@pytest.mark.parametrize("text", PARTICULAR)
def test_one_short_sentence_with_something_particular_in_it_shows_a_deed(text: str) -> None:
    assert told(Competency.OWNERSHIP, text).level.value in {2, 3}


def test_the_way_up_from_it_is_told() -> None:
    competency, text = HOLLOW[0]
    report = a_report(text, questions=[a_question(competencies=(competency,))])

    fix = report.questions[0].one_fix

    assert fix is not None
    assert fix.text.startswith("Name particulars")
