"""An answer that was given twice says at which question it counts."""

from gateway.feedback.evidence import read_report
from gateway.feedback.repeats import counts_at
from tests.feedback.build import a_report
from tests.interview.candidates import STRONG


def test_an_answer_that_counts_elsewhere_says_at_which_question() -> None:
    report = a_report(STRONG[0], STRONG[1], STRONG[0])
    reading = read_report(report)

    (again,) = [card for card in reading.cards if card.counts_at]

    (counted,) = [n for n, card in enumerate(reading.cards, 1) if card.counts_at is None and n != 2]
    assert again.counts_at == counted
    assert f"counts at question {counted}: have one more" in (again.why(again.cells[0]) or "")


def test_an_answer_of_its_own_counts_where_it_was_given() -> None:
    report = a_report(STRONG[0], STRONG[1])

    assert [counts_at(report, one) for one in report.questions] == [None, None]
