"""One answer judged right after it, as the report will judge it."""

import pytest

from chassis.errors import NotFound
from services.feedback import domain
from services.feedback.rules.coach import RulesCoach
from tests.feedback.build import a_transcript
from tests.interview.candidates import STRONG, WEAK


def test_one_answer_is_judged_as_the_report_judges_it() -> None:
    report = RulesCoach().report(a_transcript(STRONG[0], WEAK[0]))

    judged = domain.judged(report, "k1")

    assert judged.feedback == report.questions[0]
    assert judged.cells == tuple(c for c in report.scorecard.cells if c.question_id == "k1")
    assert judged.engine == report.engine


def test_a_question_that_is_not_there_is_not_judged() -> None:
    report = RulesCoach().report(a_transcript(STRONG[0]))

    with pytest.raises(NotFound):
        domain.judged(report, "k9")


def test_what_was_told_at_another_question_says_at_which() -> None:
    report = RulesCoach().report(a_transcript(STRONG[0], STRONG[1], STRONG[0]))

    first, other, again = (domain.judged(report, one) for one in ("k1", "k2", "k3"))

    assert again.told_at == "k1"
    assert first.told_at == "k3"
    assert other.told_at is None
