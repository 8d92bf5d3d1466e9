"""An answer that was given twice says at which question it counts."""

from gateway.feedback.evidence import read_report
from gateway.feedback.markdown import as_markdown
from services.feedback.rules.claimed.claims import with_claims
from tests.feedback.answering.test_told_twice import CUT, STORY
from tests.feedback.build import a_report
from tests.feedback.claimed.test_beside import TEAM
from tests.interview.candidates import STRONG

SMALL_TALK = "I like boats and I sail on Sundays with two cousins, weather or not. Anyway."


def test_an_answer_that_counts_elsewhere_says_at_which_question() -> None:
    report = a_report(STRONG[0], STRONG[1], STRONG[0])
    reading = read_report(report)

    (again,) = [card for card in reading.cards if card.counts_at]

    (counted,) = [n for n, card in enumerate(reading.cards, 1) if card.counts_at is None and n != 2]
    assert again.counts_at == counted
    assert f"counts at question {counted}: have one more" in (again.why(again.cells[0]) or "")


def test_a_story_with_much_around_it_says_at_which_question_it_counts() -> None:
    report = a_report(STORY, f"{SMALL_TALK} {CUT}")

    _, again = read_report(report).cards

    assert again.counts_at == 1
    assert again.reasons == ("The same answer counts at question 1: have one more occasion ready.",)
    assert "The same answer counts at question 1: have one" in as_markdown(report)


def test_an_answer_of_its_own_counts_where_it_was_given() -> None:
    reading = read_report(a_report(STRONG[0], STRONG[1]))

    assert [card.counts_at for card in reading.cards] == [None, None]


def test_what_stands_beside_the_resume_is_shown_once_where_it_was_said_first() -> None:
    said = "Last spring I led a team of 5 for the move. That team of 5 moved every service."
    report = with_claims(a_report(said), TEAM)

    (card,) = read_report(report).cards

    assert len(report.questions[0].claims) == 2
    assert card.claims == report.questions[0].claims[:1]


def test_what_only_sets_the_scene_stands_for_a_competency_last() -> None:
    said = (
        "When I took over the whole night shift of the ward in the spring of 2020, bells rang. "
        "I moved the round to eight, so bells fell from 19 to 6."
    )

    (row, *_) = read_report(a_report(said)).rows

    assert row.best is not None
    assert "took over the whole" not in row.best.span.quote


def test_ones_own_deed_with_its_figure_stands_before_what_all_did() -> None:
    said = (
        "In May 2023 I cut the waits at the desk from 40 to 12 minutes. "
        "We improved the whole of the morning round at the ward, and the porters were calmer."
    )

    (row, *_) = read_report(a_report(said)).rows

    assert row.best is not None
    assert row.best.span.quote.startswith("In May 2023 I cut")
