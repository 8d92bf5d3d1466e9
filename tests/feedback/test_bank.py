"""What goes into the bank of stories from answers and from a résumé."""

from services.feedback.rules.bank import grouped, lines_of, told_in
from tests.feedback.build import a_report
from tests.feedback.test_beside import facts
from tests.interview.candidates import STRONG


def test_a_line_of_a_resume_is_one_line_wherever_its_page_was_broken() -> None:
    (told,) = lines_of(facts("Cut the waiting time\nfrom 74 to 41 minutes"))

    assert told.text == "Cut the waiting time from 74 to 41 minutes"


def test_a_story_is_told_in_every_answer_that_tells_it_wherever_it_counts() -> None:
    report = a_report(STRONG[0], STRONG[0], STRONG[0])

    told = list(told_in(report))

    assert len(told) == 3
    assert len(grouped(told)) == 1
    assert sum(bool(each.competencies) for each in told) == 1


def test_an_answer_without_a_level_that_is_no_repeat_is_no_story() -> None:
    assert list(told_in(a_report("fine"))) == []
