"""What is said of the application, or in praise of the product, answers no question for work."""

import pytest

from contracts.evidence import Competency, Status
from contracts.interview import Question, QuestionKind
from tests.feedback.build import a_question, the_cell

BUDGET = a_question(
    text="Your résumé says “Kept the budget of a youth club”. What was hard about this for you?",
    competencies=[Competency.OWNERSHIP],
    kind=QuestionKind.RESUME_PROBE,
)
LEARNT = a_question(
    text="Tell me about something you had to learn.", competencies=[Competency.LEARNING]
)
ROW = a_question(text="Tell me about a row.", competencies=[Competency.COLLABORATION])
WISH = a_question(
    text="Why do you want this job?",
    competencies=[Competency.LEARNING],
    kind=QuestionKind.MOTIVATION,
)

TO_LISTENER = [
    (
        BUDGET,
        (
            "I want this position since your firm grows and I met nice people. My strength is "
            "patience, and in three years I would like to lead a shop."
        ),
    ),
    (LEARNT, "My expected salary is 30,000 and I learn fast. I can start on 1 May, at 8 o’clock."),
    (
        LEARNT,
        (
            "Your website is so good, I tried six and yours is the quickest, so I learned a lot. "
            "The design is clear and I sent it to 3 friends. Five stars."
        ),
    ),
]
OF_WORK = [
    (
        ROW,
        (
            "My strength is listening, so I listened to both. Petra was cross since they took her "
            "desk. I gave her mine by the window, and the two of them spoke again."
        ),
    ),
    (
        LEARNT,
        (
            "Our shop got a new site and a buyer wrote: your website is slow. I learned how to "
            "shrink pictures from a book. I did 400 of them, and it opened in a second."
        ),
    ),
]


@pytest.mark.parametrize(("question", "told"), TO_LISTENER)
def test_what_is_said_of_the_application_or_the_product_is_not_what_was_asked(
    question: Question, told: str
) -> None:
    level = the_cell(told, question).level

    assert (level.status, level.why) == (Status.INSUFFICIENT, "not-what-was-asked")


@pytest.mark.parametrize(("question", "told"), OF_WORK)
def test_a_word_to_the_listener_beside_a_story_takes_nothing_from_it(
    question: Question, told: str
) -> None:
    assert the_cell(told, question).level.status is Status.SCORED


def test_a_motive_may_speak_of_the_application() -> None:
    assert the_cell(TO_LISTENER[0][1], WISH).level.why != "not-what-was-asked"
