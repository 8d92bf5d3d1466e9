"""The plan, the room and the transcript of an interview."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from chassis.ids import new_id
from contracts.interview import (
    FindInterview,
    FinishInterview,
    InterviewState,
    ListInterviews,
)
from contracts.message import InterviewId
from contracts.replanning import RepeatInterview
from gateway.again import shows_again
from gateway.border import read_form
from gateway.feedback.reasons import reason
from gateway.house.told import may_be_sent
from gateway.interview.forms import NewAnswer, NewInterview, NewStart
from gateway.interview.judging import judged_before, judged_now, landed_in, told_at
from gateway.interview.planned import on_page
from gateway.interview.planning import plan
from gateway.interview.suggestions import suggestion_now
from gateway.session import mine

pages = Blueprint("interview", __name__, url_prefix="/interviews", template_folder="templates")

TEMPLATES = {
    InterviewState.PLANNED: "interview/plan.html",
    InterviewState.LIVE: "interview/room.html",
    InterviewState.FINISHED: "interview/finished.html",
}


@pages.get("")
def list_interviews() -> ResponseReturnValue:
    interviews = mine().interview.list_interviews(ListInterviews()).interviews
    return render_template("interview/list.html", interviews=interviews)


@pages.post("")
def plan_interview() -> ResponseReturnValue:
    interview = plan(read_form(NewInterview))
    return _to_interview(interview.interview_id)


@pages.post("/<uuid:interview_id>/again")
def repeat_interview(interview_id: UUID) -> ResponseReturnValue:
    """The same questions once more; the answer is the page of the new plan."""
    command = RepeatInterview(interview_id=InterviewId(interview_id))
    return _to_interview(mine().interview.repeat_interview(command).interview_id)


@pages.get("/<uuid:interview_id>")
def show_interview(interview_id: UUID) -> ResponseReturnValue:
    query = FindInterview(interview_id=InterviewId(interview_id))
    interview = mine().interview.find_interview(query)
    judged = judged_now(interview)
    return render_template(
        TEMPLATES[interview.state],
        interview=interview,
        judged=judged,
        before=judged_before(interview),
        landed=landed_in(judged),
        told_at=told_at(interview, judged),
        suggestion=suggestion_now(interview),
        may_be_sent=interview.state is InterviewState.PLANNED and may_be_sent(mine().interview),
        reason=reason,
        turn_id=new_id(),
        other_turn_id=new_id(),
        **on_page(interview.plan),
    )


@pages.post("/<uuid:interview_id>/start")
def start(interview_id: UUID) -> ResponseReturnValue:
    """Leads to what is said first: that an AI asks, and what it does with the answers."""
    mine().interview.start_interview(read_form(NewStart).to(InterviewId(interview_id)))
    return redirect(url_for(".show_interview", interview_id=interview_id, _anchor="opening"), 303)


@pages.post("/<uuid:interview_id>")
@shows_again(show_interview)
def answer(interview_id: UUID) -> ResponseReturnValue:
    """After the last question the interviewer ends by itself, and the report is next.

    Sent to the room's own address: an answer that is refused is shown where the interview is.
    """
    after = mine().interview.answer(read_form(NewAnswer).to(InterviewId(interview_id)))
    if after.state is InterviewState.FINISHED:
        return _to_report(interview_id)
    return _to_interview(interview_id)


@pages.post("/<uuid:interview_id>/finish")
@shows_again(show_interview)
def finish(interview_id: UUID) -> ResponseReturnValue:
    mine().interview.finish_interview(FinishInterview(interview_id=InterviewId(interview_id)))
    return _to_report(interview_id)


@pages.get("/<uuid:interview_id>/transcript")
def show_transcript(interview_id: UUID) -> ResponseReturnValue:
    query = FindInterview(interview_id=InterviewId(interview_id))
    transcript = mine().interview.find_transcript(query)
    return render_template("interview/transcript.html", transcript=transcript)


def _to_report(interview_id: UUID) -> Response:
    return redirect(url_for("feedback.show_report", interview_id=interview_id), code=303)


def _to_interview(interview_id: UUID) -> Response:
    address = url_for(".show_interview", interview_id=interview_id, _anchor="now")
    return redirect(address, code=303)
