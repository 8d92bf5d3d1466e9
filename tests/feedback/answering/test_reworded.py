"""The words of the question in another order are no answer, and one thing more makes them one."""

import pytest

from contracts.evidence import Competency, Status
from contracts.interview import QuestionKind
from tests.feedback.build import a_question, the_cell

LED = a_question(
    text="Your résumé says “Led a team of eight fitters”. Who struggled, and what did you do?",
    competencies=[Competency.LEADERSHIP],
    kind=QuestionKind.RESUME_PROBE,
)


@pytest.mark.parametrize(
    "told",
    [
        "I led a team of eight fitters, and someone struggled, and I did something about it.",
        "Leading eight fitters as a team, somebody was struggling there and I did what was needed.",
    ],
)
def test_the_question_and_its_line_in_another_order_are_no_answer(told: str) -> None:
    assert the_cell(told, LED).level.why == "copied-question"


@pytest.mark.parametrize(
    "told",
    [
        "I led a team of eight fitters. One struggled with the lathe, so I did it beside him.",
        "I led eight fitters. Tom and Aziz struggled. I gave them a week at the bench together.",
    ],
)
def test_who_adds_one_thing_to_the_words_of_the_question_answers_it(told: str) -> None:
    assert the_cell(told, LED).level.status is Status.SCORED


def test_what_was_done_touches_the_question_though_its_sentence_names_nothing() -> None:
    row = a_question(
        text="Tell me about a time you had to deal with a difficult colleague.",
        competencies=[Competency.COLLABORATION],
    )
    told = (
        "Two nurses had a row about the rota. Each of them had a child at the same school. "
        "I swapped one week for both and it was over."
    )

    assert the_cell(told, row).level.status is Status.SCORED
