"""The forms that change a plan before the start."""

from collections.abc import Sequence
from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from contracts.interview import Question, QuestionKind
from contracts.message import InterviewId
from contracts.replanning import ChangePlan, PlanEdit
from gateway.again import shows_again
from gateway.border import read_form
from gateway.interview.forms import PlanForm
from gateway.interview.pages import show_interview
from gateway.session import mine

pages = Blueprint(
    "plan", __name__, url_prefix="/interviews/<uuid:interview_id>", template_folder="templates"
)

NOTICES = {
    PlanEdit.SWAP: "plan-swapped",
    PlanEdit.DROP: "plan-dropped",
    PlanEdit.ADD: "plan-added",
    PlanEdit.WRITE: "plan-added",
    PlanEdit.RESTORE: "plan-restored",
}


@pages.post("/plan")
@shows_again(show_interview)
def change_plan(interview_id: UUID) -> ResponseReturnValue:
    """Leads back to the place of the question that was changed."""
    sent = read_form(PlanForm)
    command = ChangePlan(
        interview_id=InterviewId(interview_id), version=sent.version, change=sent.change()
    )
    after = mine().interview.change_plan(command)
    notice = NOTICES.get(sent.do, "plan-set")
    place = _place(sent, after.plan.questions)
    address = url_for(
        "interview.show_interview",
        interview_id=interview_id,
        notice=notice,
        changed=place,
        _anchor=f"question-{place}" if place else "changed",
    )
    return redirect(address, code=303)


def _place(sent: PlanForm, questions: Sequence[Question]) -> int | None:
    """Where to look now, from 1: at the changed question or what took its place; none is all."""
    names = [question.id for question in questions]
    if sent.question_id in names:
        return names.index(sent.question_id) + 1
    if sent.do in (PlanEdit.ADD, PlanEdit.WRITE):
        return len(names) - (questions[-1].kind is QuestionKind.CLOSING)
    place = request.args.get("at", type=int)
    return min(place, len(names)) if place and place > 0 else None
