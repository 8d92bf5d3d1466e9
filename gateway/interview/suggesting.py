"""The pages of another plan that a model suggests: asked for, looked at, taken or left."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from contracts.interview import FindInterview
from contracts.message import InterviewId
from contracts.suggestion import SettleSuggestion
from gateway.again import shows_again
from gateway.border import read_form
from gateway.interview.forms import SettleForm
from gateway.interview.planned import pieces_of, topics_of
from gateway.interview.suggestions import asking_for
from gateway.render import shown
from gateway.session import mine

pages = Blueprint(
    "suggestion",
    __name__,
    url_prefix="/interviews/<uuid:interview_id>/suggestion",
    template_folder="templates",
)


@pages.get("")
def show_suggestion(interview_id: UUID) -> ResponseReturnValue:
    """It follows by itself while a model is being asked."""
    query = FindInterview(interview_id=InterviewId(interview_id))
    ask = mine().interview
    interview, suggestion = ask.find_interview(query), ask.find_suggestion(query)
    return shown(
        "interview/suggestion.html",
        "interview/_suggestion.html",
        interview=interview,
        suggestion=suggestion,
        pieces=pieces_of(suggestion.plan or interview.plan),
        topics_of=topics_of,
    )


@pages.post("")
@shows_again(show_suggestion)
def ask_suggestion(interview_id: UUID) -> ResponseReturnValue:
    mine().interview.ask_suggestion(asking_for(InterviewId(interview_id)))
    return _to_suggestion(interview_id)


@pages.get("/sending")
def preview_suggestion(interview_id: UUID) -> ResponseReturnValue:
    """To the letter, before anything is asked; nothing of it is kept."""
    view = mine().interview.preview_suggestion(asking_for(InterviewId(interview_id)))
    return render_template("documents/sending.html", view=view, is_preview=True)


@pages.post("/settle")
@shows_again(show_suggestion)
def settle_suggestion(interview_id: UUID) -> ResponseReturnValue:
    sent = read_form(SettleForm)
    command = SettleSuggestion(
        interview_id=InterviewId(interview_id), version=sent.version, is_taken=sent.is_taken
    )
    mine().interview.settle_suggestion(command)
    notice = "suggestion-taken" if sent.is_taken else "suggestion-left"
    address = url_for("interview.show_interview", interview_id=interview_id, notice=notice)
    return redirect(address, code=303)


def _to_suggestion(interview_id: UUID) -> Response:
    return redirect(url_for(".show_suggestion", interview_id=interview_id), code=303)
