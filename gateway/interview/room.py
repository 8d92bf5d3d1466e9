"""The room beside its questions and answers: drafts."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from contracts.message import InterviewId
from gateway.again import shows_again
from gateway.border import read_form
from gateway.interview.forms import DraftForm
from gateway.interview.pages import show_interview
from gateway.render import is_fragment
from gateway.session import mine

pages = Blueprint("room", __name__, url_prefix="/interviews", template_folder="templates")


@pages.post("/<uuid:interview_id>/draft")
@shows_again(show_interview)
def save_draft(interview_id: UUID) -> ResponseReturnValue:
    """By its button, or by the room's script while somebody writes, which gets a line back."""
    draft = read_form(DraftForm)
    mine().interview.save_draft(draft.to(InterviewId(interview_id)))
    if is_fragment():
        return render_template("interview/_saved.html", is_empty=not draft.text.strip())
    address = url_for(
        "interview.show_interview",
        interview_id=interview_id,
        notice="draft-saved",
        _anchor="now",
    )
    return redirect(address, code=303)
