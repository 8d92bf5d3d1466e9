"""A story told again in other words counts once; another one from the same place counts too."""

import pytest

from contracts.evidence import Competency
from contracts.feedback import FeedbackReport
from tests.feedback.build import a_question, a_report

LAUNDRY = (
    "The big dryer of the hotel laundry caught fire in August. I pulled the plug, "
    "emptied the drum and borrowed two machines from the campsite. All 90 sheets "
    "were dry by six."
)
BLIND = (
    "A blind student could not read the graphs in our physics course. I glued "
    "string on cardboard for each graph and explained the axes with his hand on "
    "them. He passed the exam."
)
ROOF = (
    "The gutter of the chapel leaked on the organ. I laid zinc in three lengths and"
    " soldered the joints at night, because the sun bends it. No drop fell in the "
    "storm of October."
)
RETOLD = [
    (
        LAUNDRY,
        (
            "It was August when fire broke out in the hotel’s laundry, in the big dryer. "
            "After pulling the plug I got the drum empty. With two machines which the "
            "campsite lent me the 90 sheets dried by six."
        ),
    ),
    (
        BLIND,
        (
            "In the physics course we had a student who is blind, so graphs were a wall for"
            " him. I made each graph of string glued on cardboard, and I led his hand on "
            "the axes. The exam he passed."
        ),
    ),
    (
        ROOF,
        (
            "Over the organ of the chapel the gutter was leaking. Three lengths of zinc I "
            "laid. I soldered joints only at night since zinc bends in sun. Then came "
            "October and its storm: not a drop."
        ),
    ),
]
ANOTHER = [
    (
        LAUNDRY,
        (
            "In the hotel laundry the sheets came out grey in August. I tested the water "
            "and found iron in it. I had a filter put in and they are white now."
        ),
    ),
    (
        BLIND,
        (
            "A student in our physics course cheated in the exam. I spoke with her alone "
            "and let her sit it again with other graphs. She passed with two points."
        ),
    ),
    (
        ROOF,
        (
            "At the chapel the carpenter wanted the scaffold on the same day as I. I gave "
            "him the morning and soldered at night."
        ),
    ),
    (
        "I carry plates. On a Saturday I served 40 guests alone, and I kept the drinks for last.",
        "I carry plates. On a Sunday a guest choked, and I hit his back until the bone came out.",
    ),
    (
        "Patient had pain in night. I call doctor, I hold her hand. She sleep at four.",
        "Patient fell in night. I call doctor, I put pillow and I not move him. Hip was broken.",
    ),
    (
        "I fixed the timeout in our invoice job: I read the log, split the query and added a test.",
        "I fixed the crash in our search page: I read the log, pinned a library and added a test.",
    ),
]


def report_on(first: str, second: str) -> FeedbackReport:
    asked = [
        a_question(1, text="Tell me about some work.", competencies=[Competency.DELIVERY]),
        a_question(2, text="Tell me about a date.", competencies=[Competency.DELIVERY]),
    ]
    return a_report(first, second, questions=asked)


@pytest.mark.parametrize(("story", "again"), RETOLD)
def test_a_story_told_again_in_other_words_counts_once(story: str, again: str) -> None:
    first, second = report_on(story, again).scorecard.cells

    assert first.level.value is not None
    assert second.level.why == "repeated-answer"


@pytest.mark.parametrize(("story", "other"), ANOTHER)
def test_another_story_from_the_same_place_counts_too(story: str, other: str) -> None:
    cells = report_on(story, other).scorecard.cells

    assert all(cell.level.value is not None for cell in cells)


def test_the_same_with_other_figures_is_another_occasion() -> None:
    again = LAUNDRY.replace("90", "140").replace("August", "June")

    assert report_on(LAUNDRY, again.replace("by six", "at four")).scorecard.cells[1].level.value
