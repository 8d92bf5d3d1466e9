"""The feedback report, to read, print and take away; and the rubric that it follows."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from contracts.feedback import FindRubric, TryReportAgain
from contracts.message import InterviewId
from gateway.again import shows_again
from gateway.backend import anyone
from gateway.feedback.asking import report_of, sending_of, session_of
from gateway.feedback.download import json_file, markdown_file
from gateway.feedback.evidence import read_report
from gateway.feedback.outline import outline_of
from gateway.render import shown
from gateway.session import mine

pages = Blueprint("feedback", __name__, template_folder="templates")


@pages.get("/interviews/<uuid:interview_id>/report")
def show_report(interview_id: UUID) -> ResponseReturnValue:
    view = report_of(InterviewId(interview_id))
    reading = read_report(view.report) if view.report else None
    return shown(
        "feedback/report.html",
        "feedback/_report.html",
        view=view,
        reading=reading,
        outline=outline_of(reading) if reading else None,
        session=session_of(view.interview_id) if reading else None,
    )


@pages.post("/interviews/<uuid:interview_id>/report/tries")
@shows_again(show_report)
def try_report_again(interview_id: UUID) -> ResponseReturnValue:
    mine().feedback.try_report_again(TryReportAgain(interview_id=InterviewId(interview_id)))
    return redirect(url_for(".show_report", interview_id=interview_id), code=303)


@pages.get("/interviews/<uuid:interview_id>/report.md")
def download_markdown(interview_id: UUID) -> ResponseReturnValue:
    return markdown_file(report_of(InterviewId(interview_id)))


@pages.get("/interviews/<uuid:interview_id>/report.json")
def download_json(interview_id: UUID) -> ResponseReturnValue:
    return json_file(report_of(InterviewId(interview_id)))


@pages.get("/interviews/<uuid:interview_id>/sending")
def show_sending(interview_id: UUID) -> ResponseReturnValue:
    """What a provider gets of the answers: to be seen before a report is asked for, and after."""
    view = sending_of(InterviewId(interview_id))
    return render_template("documents/sending.html", view=view, is_of_answers=True)


@pages.get("/rubric")
def show_rubric() -> ResponseReturnValue:
    rubric = anyone().feedback.find_rubric(FindRubric())
    return render_template("feedback/rubric.html", rubric=rubric)
