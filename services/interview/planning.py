"""What makes a plan, and the session that begins with it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chassis.llm.names import names_of
from contracts.documents import Briefing
from contracts.interview import InterviewPlan, InterviewState, PlanInterview
from contracts.message import InterviewId, Slug
from services.interview.domain import Session, Setting


@dataclass(frozen=True)
class Planned:
    """A plan, and what the session is called."""

    title: str
    plan: InterviewPlan


class Planner(Protocol):
    """Makes the plan before a session; the same briefing and past give the same plan."""

    def plan(
        self, interview_id: InterviewId, briefing: Briefing, asked_before: Sequence[Slug] = ()
    ) -> Planned:
        """`asked_before` are the questions planned so far for the same fit, repeated as planned."""
        ...


def planned_session(planned: Planned, cmd: PlanInterview, at: datetime) -> Session:
    """A new session, made from what `cmd` brought."""
    return Session(
        interview_id=planned.plan.interview_id,
        state=InterviewState.PLANNED,
        setting=Setting(cmd.mode, cmd.difficulty, cmd.pace),
        title=planned.title,
        plan=planned.plan,
        quotes=dict(enumerate(planned.plan.quotes)),
        planned_at=at,
        fit_id=cmd.briefing.fit_id,
        resume_id=cmd.briefing.resume.resume_id,
        job_description_id=cmd.briefing.job.job_description_id,
        names=names_of(cmd.briefing.resume),
    )
