"""What is told twice counts where it was told first, and is never missing there."""

import pytest

from contracts.evidence import Competency, EvidenceType
from contracts.feedback import FeedbackReport
from tests.feedback.build import a_question, a_report, heard

STORY = (
    "In 2023 I worked on a sorter for a glass maker, and labelling cost us weeks. I wrote a loop"
    " that picked the images worth labelling, because random ones taught it nothing new. The"
    " training data needed fell by 60 %."
)
CUT = (
    "In 2023 I worked on a sorter for a glass maker. I wrote a loop that picked the images. The"
    " training data needed fell by 60 %."
)
OTHER = (
    "In March a press stood still on the night shift. I swapped the valve with my own hands, and"
    " the scrap fell from 9 to 4 percent."
)


def report_on(first: str, second: str) -> FeedbackReport:
    asked = [
        a_question(1, text="Tell me about a fault.", competencies=[Competency.PROBLEM_SOLVING]),
        a_question(2, text="Tell me about a date.", competencies=[Competency.DELIVERY]),
    ]
    return a_report(first, second, questions=asked)


@pytest.mark.parametrize(
    "again", [STORY, CUT, f"I like boats and I sail on Sundays, weather or not. Anyway. {CUT}"]
)
def test_a_story_told_again_counts_in_the_answer_that_told_it_first(again: str) -> None:
    report = report_on(STORY, again)

    first, second = report.scorecard.cells
    assert first.level.value == 4
    assert second.level.why == "repeated-answer"
    assert EvidenceType.RESULT in {one.type for one in first.evidence}
    assert "[add: what came of it]" not in (report.questions[0].stronger_version or "")


def test_a_story_told_on_shows_what_is_new_in_it() -> None:
    more = f"{CUT} I trained two clerks on it in June, and they now label 300 sheets a day."

    assert report_on(STORY, more).scorecard.cells[1].level.value is not None


def test_another_story_of_the_same_person_counts() -> None:
    assert report_on(STORY, OTHER).scorecard.cells[1].level.value is not None


def test_what_is_needed_may_have_fallen() -> None:
    fell = "I wrote a loop for the sorter. The training data needed fell by 60 %."
    hoped = "I wrote a loop for the sorter. We needed waste to fall by 60 %."

    assert EvidenceType.MEASURE in heard(fell)
    assert EvidenceType.MEASURE not in heard(hoped)


def test_a_story_told_again_names_the_question_where_it_counts() -> None:
    first, second = report_on(STORY, f"I like boats and I sail on Sundays. Anyway. {CUT}").questions

    assert second.counts_at == first.question_id
    assert first.counts_at is None


def test_a_story_of_its_own_counts_nowhere_else() -> None:
    assert [one.counts_at for one in report_on(STORY, OTHER).questions] == [None, None]
