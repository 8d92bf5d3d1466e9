"""What may be done to a plan before the start, and when. Pure."""

from dataclasses import replace
from typing import Protocol

from chassis.errors import Conflict
from contracts.interview import ChangePlan, InterviewPlan, InterviewState
from contracts.replanning import PlanChange
from services.interview.domain import Session


class Editor(Protocol):
    """Edits plans: takes what it needs from the question bank."""

    def edited(self, plan: InterviewPlan, change: PlanChange) -> InterviewPlan:
        """`plan` after one change. Raises Invalid or Conflict where it cannot be made."""
        ...


def replanned(session: Session, cmd: ChangePlan, editor: Editor) -> Session:
    """The session with its changed plan. Raises Conflict once it has started, and where the
    change was made from another version than today's.
    """
    if session.state is not InterviewState.PLANNED:
        raise Conflict(
            "The interview has begun, so its questions are fixed. Nothing was changed.",
            code="plan-fixed",
        )
    if cmd.version is None:
        raise Conflict(
            "Say which version you have changed, so that nothing of a newer one is lost.",
            code="version-needed",
        )
    if cmd.version != session.version:
        raise changed_meanwhile()
    plan = editor.edited(session.plan, cmd.change)
    return replace(session, plan=plan, version=session.version + 1)


def changed_meanwhile() -> Conflict:
    return Conflict(
        "This plan was changed since you opened it, so nothing was saved. "
        "Look at what it says now, and change it again if you still want to.",
        code="changed-meanwhile",
    )
