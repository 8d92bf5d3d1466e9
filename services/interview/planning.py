"""What makes a plan, and the session that begins with it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chassis.errors import Conflict
from chassis.llm.names import names_of
from contracts.documents import Briefing
from contracts.interview import InterviewPlan, InterviewState, PlanInterview
from contracts.message import InterviewId, Slug
from services.interview.domain import Session, Setting
from services.interview.views import transcript


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


def repeated_session(session: Session, interview_id: InterviewId, at: datetime) -> Session:
    """`session` planned once more under a new id: what differs then is not the questions.

    Each stays at the level at which it was asked. Raises Conflict while the session is not
    finished, and once a document that its questions came from has been deleted.
    """
    was = transcript(session)
    if session.resume_id is None or session.job_description_id is None:
        raise Conflict(
            "A document that these questions came from has been deleted.", code="documents-deleted"
        )
    fixed = (question.model_copy(update={"texts": ()}) for question in was.plan.questions)
    new = {"interview_id": interview_id, "questions": tuple(fixed), "original": ()}
    return Session(
        interview_id=interview_id,
        state=InterviewState.PLANNED,
        setting=session.setting,
        title=session.title,
        plan=session.plan.model_copy(update=new),
        quotes=session.quotes,
        planned_at=at,
        fit_id=session.fit_id,
        resume_id=session.resume_id,
        job_description_id=session.job_description_id,
        names=session.names,
    )
