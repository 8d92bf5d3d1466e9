"""The forms that change a plan before the start."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from contracts.interview import InterviewView
from contracts.message import InterviewId
from contracts.replanning import MAX_QUESTIONS, ChangePlan, PlanEdit
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
    here = _anchor(sent, after)
    address = url_for(
        "interview.show_interview", interview_id=interview_id, notice=notice, _anchor=here
    )
    return redirect(address, code=303)


def _anchor(sent: PlanForm, after: InterviewView) -> str:
    """Where to look now: at the same place, at the new one, or at the plan as a whole."""
    names = [question.id for question in after.plan.questions]
    if sent.question_id in names:
        return f"question-{names.index(sent.question_id) + 1}"
    place = request.args.get("at", type=int)
    if sent.do is PlanEdit.SWAP and place and place <= MAX_QUESTIONS:
        return f"question-{place}"
    return "questions"
