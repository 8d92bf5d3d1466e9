"""Why somebody wants the work, and what they wrote themselves, is answered in their own words."""

import pytest

from chassis.hearing.cases import puts_case
from contracts.evidence import Competency, Status
from contracts.interview import Question, QuestionKind
from tests.feedback.build import a_question, a_report, the_cell

OWN, MOTIVE = QuestionKind.OWN, QuestionKind.MOTIVATION


def asked(text: str, kind: QuestionKind, competency: Competency) -> Question:
    return a_question(text=text, kind=kind, competencies=[competency])


SINCERE = [
    (
        "What do you look forward to most in this job?",
        (
            "The goats. Mine are sold and the shed is too quiet, and your farm is the opposite of"
            " quiet."
        ),
    ),
    (
        "Why do you want this job?",
        (
            "It pays more than mine and it is round the corner. I will not pretend that it was my"
            " dream as a boy. But I turn up and I am good at it."
        ),
    ),
    (
        "What in this job draws you most?",
        (
            "The river. My brother and I swim in it every summer, and as a lock keeper I would be"
            " there when the boats come up."
        ),
    ),
    (
        "What do you hope to achieve in this job?",
        "That the children laugh once a day. My gran ran a nursery and I never saw one cry there.",
    ),
    (
        "Why do you want a job in which you would guide or train other people?",
        (
            "When I started on the ward nobody had time for me and I cried in the linen room. I"
            " think that I have the patience."
        ),
    ),
    (
        "Why do you want this job rather than another one that you could get?",
        "The other one is in a tower with a turnstile. Yours has a yard and a kettle.",
    ),
]
FROM_ELSEWHERE = [
    "We went to the lake on Sunday, my cousins and I. We had cake and played cards until dark.",
    "I watched the whole series in one night. The dragon dies and the queen marries the wizard.",
    "I ate soup for lunch and then I had a nap on the sofa. It was tomato with basil.",
    "Rome is the capital of Italy. It lies on the Tiber and has three million inhabitants.",
    "Whisk three eggs with the sugar, fold in the flour, and leave the tin in the oven.",
]


@pytest.mark.parametrize("competency", [Competency.PROBLEM_SOLVING, Competency.LEADERSHIP])
@pytest.mark.parametrize(("question", "told"), SINCERE)
def test_a_sincere_motive_gets_a_level_whatever_it_is_booked_under(
    question: str, told: str, competency: Competency
) -> None:
    assert the_cell(told, asked(question, MOTIVE, competency)).level.status is Status.SCORED


@pytest.mark.parametrize("told", FROM_ELSEWHERE)
def test_what_is_no_motive_gets_no_level(told: str) -> None:
    question = asked("Why do you want this job?", MOTIVE, Competency.PROBLEM_SOLVING)

    assert the_cell(told, question).level.status is Status.INSUFFICIENT


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "How would you handle an angry customer?",
            "I would let him finish first. Then I would ask what he needs and fetch the manager.",
        ),
        (
            "What is your greatest weakness?",
            "I find it hard to say no. Now I write my week down before I take on a shift.",
        ),
        (
            "Where do you see yourself in five years?",
            (
                "I would like to have my master’s certificate and one apprentice of my own. I am in"
                " no hurry for an office: I like the tools."
            ),
        ),
        (
            "What are your strengths?",
            "Patience, I think. My sister says that I could watch paint dry, and it helps at sea.",
        ),
        (
            "Tell me about yourself.",
            "I am thirty and I have two boys. I cut hair for eight years in a salon by the port.",
        ),
    ],
)
def test_a_question_of_ones_own_is_answered_as_it_asks(question: str, told: str) -> None:
    for competency in (Competency.LEADERSHIP, Competency.CUSTOMER_FOCUS, Competency.CHANGE):
        assert the_cell(told, asked(question, OWN, competency)).level.status is Status.SCORED


@pytest.mark.parametrize("told", FROM_ELSEWHERE)
def test_a_case_of_ones_own_is_not_answered_from_elsewhere(told: str) -> None:
    question = asked("How would you handle an angry guest?", OWN, Competency.LEADERSHIP)

    assert the_cell(told, question).level.status is Status.INSUFFICIENT


def test_what_one_would_do_is_the_deed_that_a_case_of_ones_own_asks_for() -> None:
    told = "I would listen to each of the two cooks first. Then I would change their shifts."
    question = asked("What would you do if two cooks quarrelled?", OWN, Competency.LEADERSHIP)

    report = a_report(told, questions=[question])

    assert report.scorecard.cells[0].level.value == 2


def test_an_occasion_that_somebody_asks_for_themselves_is_still_one_of_its_competency() -> None:
    told = "I painted the wall of the hall in July. I chose green because blue was sold out."
    question = asked("Tell me about a time you led a team.", OWN, Competency.LEADERSHIP)

    assert the_cell(told, question).level.why == "other-subject"


@pytest.mark.parametrize(
    "question",
    [
        "How would you deal with a late colleague?",
        "What would you do if the power failed?",
        "Imagine that a guest shouts at you.",
    ],
)
def test_a_case_is_known_by_its_question(question: str) -> None:
    assert puts_case(question)


@pytest.mark.parametrize(
    "question",
    [
        "How would you describe yourself?",
        "What would you like to learn?",
        "Tell me about a time you led a team.",
    ],
)
def test_a_wish_and_a_word_about_oneself_are_no_case(question: str) -> None:
    assert not puts_case(question)


DONE_FOR_IT = (
    "What draws me is that you repair rather than replace. I have mended radios since school, and"
    " I took an evening course in soldering so that I could do circuit boards too."
)


def test_what_was_done_for_a_wish_with_a_reason_needs_no_other_setting() -> None:
    asks = asked("Why do you want this job?", MOTIVE, Competency.LEARNING)
    without_reason = DONE_FOR_IT.partition(". ")[2]
    without_deed = DONE_FOR_IT.partition(". ")[0] + ", and I love the smell of solder."

    assert the_cell(DONE_FOR_IT, asks).level.value == 3
    assert the_cell(without_reason, asks).level.value == 2
    assert the_cell(without_deed, asks).level.value in {None, 1}


def test_a_reason_beside_a_deed_sets_no_scene_where_an_occasion_is_asked_for() -> None:
    asks = asked("When did you learn something?", QuestionKind.BEHAVIOURAL, Competency.LEARNING)

    assert the_cell(DONE_FOR_IT, asks).level.value == 2
