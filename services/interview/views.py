"""A session as its person sees it, and as the coach gets it. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from chassis.errors import Conflict
from chassis.quoting import DELETED
from contracts.interview import (
    InterviewPlan,
    InterviewRow,
    InterviewState,
    InterviewView,
    Transcript,
    Turn,
    TurnKind,
)
from contracts.room import Unsent
from services.interview.domain import Session
from services.interview.timing import STANDING

IDLE_AFTER = timedelta(minutes=30)
"""Whoever has said nothing for so long is not in the room."""


def view(session: Session, at: datetime) -> InterviewView:
    """The session as its person sees it at `at`."""
    open_turn, time = session.asked, session.left(at)
    unsent = tuple(
        Unsent(question_id=turn.question_id or "", text=session.drafts[turn.turn_id])
        for turn in session.turns
        if turn.turn_id in session.drafts and turn != open_turn
    )
    return InterviewView(
        interview_id=session.interview_id,
        state=session.state,
        mode=session.setting.mode,
        title=session.title or DELETED,
        fit_id=session.fit_id,
        resume_id=session.resume_id,
        plan=in_force(session.plan, session.turns),
        turns=session.turns,
        asked=open_turn,
        question_number=sum(turn.kind is TurnKind.QUESTION for turn in session.turns),
        difficulty=session.setting.difficulty,
        pace=session.setting.pace,
        timing=time.told() if time else None,
        draft=session.drafts.get(open_turn.turn_id, "") if open_turn else "",
        unsent=unsent,
        planned_at=session.planned_at,
        started_at=session.started_at,
        finished_at=session.finished_at,
        version=session.version,
    )


def row_now(row: InterviewRow, session: InterviewView, at: datetime) -> InterviewRow:
    """The line of a list as its session stands at `at`."""
    last = session.turns[-1]
    is_idle = last.kind in STANDING or at - last.said_at > IDLE_AFTER
    return row.model_copy(
        update={
            "state": session.state,
            "finished_at": session.finished_at,
            "is_paused": session.state is InterviewState.LIVE and is_idle,
        }
    )


def transcript(session: Session) -> Transcript:
    """Raises Conflict while the session is not finished."""
    if session.finished_at is None:
        raise Conflict("This interview is not finished yet.", code="interview-not-finished")
    return Transcript(
        interview_id=session.interview_id,
        title=session.title or DELETED,
        plan=in_force(session.plan, session.turns),
        turns=session.turns,
        finished_at=session.finished_at,
        resume_id=session.resume_id,
        job_description_id=session.job_description_id,
        mode=session.setting.mode,
        names=session.names,
    )


def in_force(plan: InterviewPlan, turns: Sequence[Turn]) -> InterviewPlan:
    """The plan with each question worded as it was asked."""
    was = {t.question_id: t for t in turns if t.kind is TurnKind.QUESTION and t.level}
    questions = tuple(
        question.model_copy(update={"text": turn.text, "level": turn.level})
        if (turn := was.get(question.id))
        else question
        for question in plan.questions
    )
    return plan.model_copy(update={"questions": questions})
