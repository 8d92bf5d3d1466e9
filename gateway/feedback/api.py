"""The API about reports and the rubric."""

from uuid import UUID

from apiflask import APIBlueprint
from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from contracts.documents import WorkState
from contracts.feedback import FindRubric, ListReports, TryReportAgain
from contracts.message import InterviewId, Message
from gateway.backend import anyone
from gateway.documents import sending_examples
from gateway.feedback import examples
from gateway.feedback.asking import report_of, sending_of
from gateway.feedback.download import markdown_file
from gateway.operation import KEYED, Located, operation
from gateway.session import mine

api: Blueprint = APIBlueprint("feedback_api", __name__, url_prefix="/api/v1", tag="Feedback")


@api.get("/interviews/<uuid:interview_id>/report")
@operation(examples.REPORT, fails=("not-found", "conflict"))
def find_report(interview_id: UUID) -> tuple[Message, int]:
    """The feedback report; 202 with its progress while it is being written

    A `progress.stage` of `parked` says that a bug of ours stopped it: `POST` to `report/tries`.
    """
    view = report_of(InterviewId(interview_id))
    return view, 202 if view.state is WorkState.WAITING else 200


@api.post("/interviews/<uuid:interview_id>/report/tries")
@operation(examples.REPORT_WAITING, status=202, fails=("not-found", "conflict", *KEYED))
def try_report_again(interview_id: UUID) -> Located:
    """Have a report written whose `progress.stage` is `parked`

    It stopped by a bug of ours. The same work is put back, so there is one report however often
    this is asked for; where it has not stopped, there is nothing to try again.
    """
    command = TryReportAgain(interview_id=InterviewId(interview_id))
    view = mine().feedback.try_report_again(command)
    return view, {"Location": url_for(".find_report", interview_id=interview_id)}


@api.get("/interviews/<uuid:interview_id>/report.md")
@operation(None, fails=("not-found", "conflict", "not-ready"))
def find_report_as_markdown(interview_id: UUID) -> ResponseReturnValue:
    """The feedback report as Markdown"""
    return markdown_file(report_of(InterviewId(interview_id)))


@api.get("/interviews/<uuid:interview_id>/sending")
@operation(sending_examples.SENDING, fails=("not-found", "conflict"))
def find_interview_sending(interview_id: UUID) -> Message:
    """What is sent of the answers of a finished interview, and what was

    Asks for no report: before there is one, nothing of them is sent to read them.
    """
    return sending_of(InterviewId(interview_id))


@api.get("/reports")
@operation(examples.REPORTS)
def list_reports() -> Message:
    """All reports, newest first"""
    return mine().feedback.list_reports(ListReports())


@api.get("/rubric")
@operation(examples.RUBRIC, is_public=True)
def find_rubric() -> Message:
    """The rubric in force: twelve competencies, five anchors each"""
    return anyone().feedback.find_rubric(FindRubric())
