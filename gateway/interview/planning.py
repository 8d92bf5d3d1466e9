"""A plan out of a fit: the gateway carries the briefing, because services do not call services."""

from contracts.documents import FindFit
from contracts.interview import InterviewView, PlanInterview
from gateway.interview.forms import NewInterview
from gateway.session import mine


def plan(wanted: NewInterview) -> InterviewView:
    """Raises NotFound where there is no such fit, Conflict where its report is not done."""
    ask = mine()
    briefing = ask.documents.find_briefing(FindFit(fit_id=wanted.fit_id))
    return ask.interview.plan_interview(
        PlanInterview(
            briefing=briefing,
            mode=wanted.mode,
            difficulty=wanted.difficulty,
            pace=wanted.pace,
        )
    )
