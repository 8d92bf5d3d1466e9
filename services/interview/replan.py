"""What may be done to a plan before the start, and when. Pure."""

from dataclasses import replace
from typing import Protocol

from chassis.errors import Conflict
from contracts.interview import InterviewPlan, InterviewState
from contracts.replanning import ChangePlan, PlanChange
from contracts.suggestion import SettleSuggestion
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
    _refuse_late(session, cmd.version)
    plan = editor.edited(session.plan, cmd.change)
    return replace(session, plan=plan, version=session.version + 1)


def taken(session: Session, cmd: SettleSuggestion, plan: InterviewPlan | None) -> Session:
    """The session with the suggested `plan`, and with the quotes of both: the first plan stays
    beside it. Raises as `replanned`, and Conflict where nothing is offered.
    """
    _refuse_late(session, cmd.version)
    if plan is None:
        raise Conflict("No other plan is offered here.", code="no-suggestion")
    known = {(span.document_id, span.quote) for span in session.quotes.values()}
    new = {(span.document_id, span.quote): span for span in plan.quotes}
    numbered = enumerate(
        (span for key, span in new.items() if key not in known),
        max(session.quotes, default=-1) + 1,
    )
    quotes = {**session.quotes, **dict(numbered)}
    first = session.plan.original or session.plan.questions
    whole = plan.model_copy(update={"original": first, "quotes": tuple(quotes.values())})
    return replace(session, plan=whole, quotes=quotes, version=session.version + 1)


def _refuse_late(session: Session, version: int | None) -> None:
    """Raises Conflict once the session has started, and if `version` is not today's."""
    if session.state is not InterviewState.PLANNED:
        raise Conflict(
            "The interview has begun, so its questions are fixed. Nothing was changed.",
            code="plan-fixed",
        )
    if version is None:
        raise Conflict(
            "Say which version you have changed, so that nothing of a newer one is lost.",
            code="version-needed",
        )
    if version != session.version:
        raise changed_meanwhile()


def changed_meanwhile() -> Conflict:
    return Conflict(
        "This plan was changed since you opened it, so nothing was saved. "
        "Look at what it says now, and change it again if you still want to.",
        code="changed-meanwhile",
    )
