"""What stands above a report, and why a number is not there: true, whatever was said."""

from contracts.evidence import Competency
from tests.feedback.build import a_question, a_report
from tests.interview.candidates import STRONG


def test_the_headline_counts_what_is_missing_in_answers_that_have_a_number() -> None:
    told = "In 2023 I rewrote the nightly parser of our invoices in three evenings."

    headline = a_report(STRONG[0], told, "fine", "ok yes", "no idea").headline

    assert "2 of 5 answers could be scored" in headline
    assert headline.endswith("Most often missing in these: what came of it, in 1 of 2.")


def test_answers_without_a_number_lack_nothing_in_the_headline() -> None:
    headline = a_report(STRONG[0], STRONG[1], "fine", "ok yes", "no idea").headline

    assert headline.endswith(
        "In what could be scored, nothing that the rubric asks for was missing."
    )


def test_the_headline_calls_complete_only_what_could_be_scored() -> None:
    alone = "In 2023 I rewrote the parser, because it was slow. As a result it ran in 2 seconds."
    told = f"{alone} Looking back, I learned to measure first."
    questions = [
        a_question(1, competencies=[Competency.LEADERSHIP]),
        a_question(2, competencies=[Competency.DELIVERY]),
    ]

    whole = a_report(STRONG[0], STRONG[1]).headline
    part = a_report(told, STRONG[0], questions=questions).headline

    assert whole.endswith("Nothing that the rubric asks for was missing.")
    assert part.endswith("In what could be scored, nothing that the rubric asks for was missing.")


def test_a_competency_without_a_number_says_why() -> None:
    alone = "In 2023 I rewrote the parser, because it was slow. As a result it ran in 2 seconds."
    questions = [
        a_question(1, competencies=[Competency.LEADERSHIP]),
        a_question(2, competencies=[Competency.DELIVERY]),
    ]

    leading, delivering = a_report(alone, STRONG[0], questions=questions).scorecard.competencies

    assert [leading.value, leading.why] == [None, "other-subject"]
    assert delivering.value
    assert delivering.why is None
