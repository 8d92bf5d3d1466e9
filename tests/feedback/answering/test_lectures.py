"""What a thing is and what one ought to do is no answer where an occasion is asked for."""

import pytest

from contracts.evidence import Competency, Status
from contracts.interview import Question, QuestionKind
from tests.feedback.build import a_question, the_cell

ROW = a_question(
    text="Tell me about a time you had to deal with a difficult colleague.",
    competencies=[Competency.COLLABORATION],
)
CHANGE = a_question(
    text="Tell me about a change that you had to cope with.", competencies=[Competency.CHANGE]
)
FAULT = a_question(
    text="How did you find the cause of the last fault that you mended?",
    competencies=[Competency.PROBLEM_SOLVING],
    kind=QuestionKind.TECHNICAL,
)
DEADLINE = a_question()

ABOUT_THINGS = [
    (
        CHANGE,
        (
            "Change management comprises four phases: planning, informing, doing and keeping. "
            "Employees often resist because they fear what they do not know."
        ),
    ),
    (
        FAULT,
        (
            "Fault finding is the process of locating an error in a machine. A multimeter is a "
            "tool used to measure voltage, so that a broken part can be found."
        ),
    ),
    (
        ROW,
        (
            "Experts say that there are five types of conflict. It is essential to change the way "
            "in which a team speaks, because trust matters."
        ),
    ),
    (
        CHANGE,
        (
            "Here is a strong answer. As a results-driven professional, embracing change is at the "
            "heart of everything, because it turns setbacks into opportunities for growth."
        ),
    ),
    (
        CHANGE,
        (
            "Kaizen is a philosophy of small steps. It focuses on changes that come from all, "
            "because each sees something else."
        ),
    ),
    (
        CHANGE,
        (
            "Most employees fear a change. One should admit it openly, because those who never "
            "change never learn."
        ),
    ),
    (
        DEADLINE,
        (
            "Mix the flour with the butter and finish with 20 grams of sugar. Bake it for an hour "
            "at 180 degrees because otherwise the middle stays wet."
        ),
    ),
]
ADVICE = [
    (
        DEADLINE,
        (
            "When a deadline is near you need to be strict. Break the work down into parts, "
            "because small parts are easier. Avoid doing two things at once."
        ),
    ),
    (
        ROW,
        (
            "You should always stay calm with a difficult colleague. Listen to what they want, "
            "because it costs you nothing."
        ),
    ),
]
OF_SOMEBODY = [
    (DEADLINE, "You should never start late. I started the hampers in May and all 90 were ready."),
    (ROW, "You should have seen him, feet on the table. I told him that guests could see them."),
    (
        ROW,
        (
            "A row is a kind of gift. Two fitters would not share a van, and they shouted. Drove "
            "with each of them for a week, told each what the other did well."
        ),
    ),
    (
        CHANGE,
        (
            "The change is a rule of the kitchen: knives should hang. It reduces the cuts, because "
            "they are all on the wall now, none since June."
        ),
    ),
    (DEADLINE, "Oven broke at noon. Borrowed the one next door, baked it for 40 minutes at 180."),
    (
        a_question(competencies=[Competency.PLANNING], text="How do you plan your week?"),
        "You need to see what rots first. Always do the far houses before the near ones.",
    ),
    (
        DEADLINE,
        (
            "Usually one begins with the urgent things for a deadline. Then you hand over what "
            "others can do and you drop the rest."
        ),
    ),
]


def of_kind(kind: QuestionKind, text: str) -> Question:
    return a_question(text=text, competencies=[Competency.TECHNICAL_DEPTH], kind=kind)


INDEX = (
    "An index is a structure that holds the keys of a table in order. It is essential to know the "
    "queries before an index is added, because each write gets slower."
)


@pytest.mark.parametrize(("question", "told"), ABOUT_THINGS)
def test_what_is_said_of_things_in_general_tells_of_no_occasion(
    question: Question, told: str
) -> None:
    level = the_cell(told, question).level

    assert (level.status, level.why) == (Status.INSUFFICIENT, "off-topic")


@pytest.mark.parametrize(("question", "told"), ADVICE)
def test_advice_is_what_one_would_do(question: Question, told: str) -> None:
    level = the_cell(told, question).level

    assert (level.status, level.why) == (Status.INSUFFICIENT, "only-would")


@pytest.mark.parametrize(("question", "told"), OF_SOMEBODY)
def test_who_tells_of_somebody_or_of_what_they_do_each_week_holds_no_lecture(
    question: Question, told: str
) -> None:
    assert the_cell(told, question).level.why not in {"off-topic", "only-would"}


@pytest.mark.parametrize(
    "text",
    [
        "The job asks for “SQL”. Tell me about a point in this on which most people are wrong.",
        "What is an index good for?",
    ],
)
def test_a_question_for_knowledge_may_be_answered_with_it(text: str) -> None:
    question = of_kind(QuestionKind.TECHNICAL, text)

    assert the_cell(INDEX, question).level.status is Status.SCORED


def test_the_same_is_none_where_an_occasion_is_asked_for() -> None:
    question = of_kind(QuestionKind.TECHNICAL, "Tell me about the last time you added an index.")

    assert the_cell(INDEX, question).level.status is Status.INSUFFICIENT


ORDERS = [
    (
        "First turn off the water, then undo the nut, pull the trap, clear the hair and refit the"
        " washer before each use. Check for problems at work."
    ),
    (
        "Cast on forty stitches. Knit two, purl two. Repeat the row until it measures ten inches."
        " Change the colour and finish the work with a loose edge."
    ),
]
TOLD_TERSELY = [
    "The trap leaked. Pulled the nut, cleared the hair, refitted the washer. The customer paid.",
    "Pump broke. Change seal. Check pressure. Customer happy, no problem since.",
    "I turn off the water, undo the nut, pull the trap and clear the hair, whatever the problem.",
]
PLANNED = a_question(
    text="Tell me about a time you had to plan your work.", competencies=[Competency.PLANNING]
)
WISHED = PLANNED.model_copy(
    update={"text": "Why do you want this job?", "kind": QuestionKind.MOTIVATION}
)


@pytest.mark.parametrize("question", [PLANNED, WISHED], ids=["occasion", "wish"])
@pytest.mark.parametrize("told", ORDERS)
def test_orders_in_a_row_are_of_nothing_that_was_asked(told: str, question: Question) -> None:
    assert the_cell(told, question).level.why == "off-topic"


@pytest.mark.parametrize("told", TOLD_TERSELY)
def test_what_was_done_is_no_order_however_tersely_it_is_told(told: str) -> None:
    assert the_cell(told, FAULT).level.why not in {"off-topic", "only-would"}
