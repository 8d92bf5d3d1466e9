"""A story of private life gets no level; an honest answer of any trade keeps its own."""

import pytest

from contracts.evidence import Competency, Status
from contracts.feedback import Cell
from contracts.interview import Question, QuestionKind
from services.feedback.rules.phrases import phrases
from tests.feedback.build import a_question, a_report, the_cell
from tests.feedback.tellings import Telling, told

ASKED = {
    Competency.DELIVERY: "Tell me about something you had to finish by a fixed date.",
    Competency.DECISION_MAKING: "Tell me about a decision you had to make on thin grounds.",
    Competency.OWNERSHIP: "Tell me about a mistake of yours, or something left to nobody.",
    Competency.LEARNING: "Tell me about something that you had to learn from nothing.",
    Competency.CHANGE: "Tell me about something that you made better than you found it.",
    Competency.TECHNICAL_DEPTH: "Tell me about the most demanding thing that you made.",
    Competency.COLLABORATION: "Tell me about something that you only reached with others.",
    Competency.COMMUNICATION: "Tell me about a time you had to explain something difficult.",
    Competency.PLANNING: "Tell me about a time there was more to do than time to do it.",
    Competency.PROBLEM_SOLVING: "Describe a problem that kept coming back.",
    Competency.LEADERSHIP: "Tell me about a time you led people through something hard.",
}
MOST_OF_THEM = 0.9
WEDDING = told("beside")[1].text


def asking(competency: Competency) -> Question:
    return a_question(text=ASKED[competency], competencies=[competency])


def cell_of(one: Telling) -> Cell:
    return the_cell(one.text, asking(one.competency))


@pytest.mark.parametrize("one", told("honest"), ids=lambda one: f"{one.trade}-{one.competency}")
def test_no_honest_answer_of_any_trade_is_refused(one: Telling) -> None:
    assert cell_of(one).level.status is Status.SCORED


def test_twenty_trades_and_more_are_heard() -> None:
    assert len({one.trade for one in told("honest")}) >= 20


def test_nearly_all_stories_of_private_life_get_no_level() -> None:
    cells = [cell_of(one) for one in told("beside")]

    refused = [cell for cell in cells if cell.level.status is Status.INSUFFICIENT]

    assert len(refused) >= MOST_OF_THEM * len(cells)
    assert not any(cell.evidence for cell in refused)


def test_a_private_story_is_told_to_be_one_and_what_to_tell_instead() -> None:
    report = a_report(WEDDING, questions=[asking(Competency.DELIVERY)])

    fix = report.questions[0].one_fix

    assert report.scorecard.cells[0].level.why == "private-life"
    assert fix is not None
    assert fix.text.startswith(phrases().opening["private-life"])
    assert report.questions[0].what_landed == ()


def test_what_the_job_is_about_is_work_whatever_it_is() -> None:
    job = a_question(2, text="The job asks for “Wedding cakes for birthday parties”. What did you?")
    asked = asking(Competency.DELIVERY)

    cell = a_report(WEDDING, "", questions=[asked, job]).scorecard.cells[0]

    assert cell.level.status is Status.SCORED


def test_a_question_about_the_wish_for_the_job_may_be_answered_with_private_life() -> None:
    wish = a_question(text="Why this job?", kind=QuestionKind.MOTIVATION)
    said = "My wife and our kids live here, and on our holiday I decided to move to this town."

    assert the_cell(said, wish).level.why != "private-life"
    assert the_cell(said).level.why == "private-life"
