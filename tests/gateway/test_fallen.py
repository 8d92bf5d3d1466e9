"""A follow-up that a model was to word and the rules asked is marked wherever it is read."""

from chassis.ids import new_id
from contracts.feedback import FeedbackReport
from contracts.interview import Speaker, Turn, TurnKind
from contracts.message import TurnId
from gateway.example_interview import TURNS
from gateway.feedback.markdown import as_markdown
from tests.gateway.test_report_page import examples, page_of
from tests.gateway.test_room import a_room

SAID = "as the rules ask it; the model that was asked: it was too slow"


def fallen(turn: Turn) -> Turn:
    return turn.model_copy(update={"instead": "timed_out"})


def a_report() -> FeedbackReport:
    report = examples.FEEDBACK_REPORT
    turns = (
        fallen(turn) if turn.speaker is Speaker.INTERVIEWER else turn
        for turn in report.transcript.turns
    )
    transcript = report.transcript.model_copy(update={"turns": tuple(turns)})
    return report.model_copy(update={"transcript": transcript})


def test_in_the_room_while_it_is_open_and_once_it_is_answered() -> None:
    disclosure, question, answer = TURNS
    asked = fallen(
        question.model_copy(update={"kind": TurnKind.PROBE, "turn_id": TurnId(new_id())})
    )
    before = asked.model_copy(update={"turn_id": TurnId(new_id())})

    turns = (disclosure, question, answer, before, answer, asked)
    browser, _ = a_room(turns=turns, asked=asked)
    plain, _ = a_room()

    assert browser.page.count(SAID) == 2
    assert SAID not in plain.page


def test_in_a_report_and_in_its_download() -> None:
    for shown in (page_of, as_markdown):
        assert SAID in shown(a_report())
        assert SAID not in shown(examples.FEEDBACK_REPORT)
