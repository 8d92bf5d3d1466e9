"""Decisions about an interview: what may happen when, and what of it quotes a document. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from chassis.errors import Conflict, Invalid, TooMany
from contracts.documents import Briefing
from contracts.evidence import Span
from contracts.interview import (
    Answer,
    InterviewPlan,
    InterviewState,
    InterviewView,
    Mode,
    PlanInterview,
    Question,
    Speaker,
    Transcript,
    Turn,
    TurnKind,
)
from contracts.message import FitId, InterviewId, JobDescriptionId, ResumeId, Slug, TurnId

DELETED = "[deleted]"
MAX_TURNS = 200
"""Six questions with their probes take about forty; the rest is room for requests."""

TAKEN = "An answer cannot be changed: it stays as it was first sent, and this was not taken."
MOVED = "This was written to another question than the one that is open now. It was not taken."

Quotes = Mapping[int, Span]
"""The quotes of a plan that still stand, by their number in it."""

_CANDIDATE = {TurnKind.ANSWER, TurnKind.REQUEST, TurnKind.SKIP}
_MARK = re.compile(r"⟦(\d{1,4})⟧")  # no sentence of ours contains it


@dataclass(frozen=True)
class Line:
    """Something said, before it has a number and a time; with an id where the speaker gave it."""

    kind: TurnKind
    text: str
    question_id: Slug | None = None
    turn_id: TurnId | None = None


@dataclass(frozen=True)
class Heard:
    """What an utterance was taken for, and what is said in return."""

    kind: TurnKind
    question_id: Slug
    replies: tuple[Line, ...]


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


class Interviewer(Protocol):
    """Leads one session. Knows turns as text: how the words arrived is not its business."""

    def open(self, plan: InterviewPlan) -> tuple[Line, ...]:
        """The first lines: the disclosure and the first question."""
        ...

    def hear(self, plan: InterviewPlan, turns: Sequence[Turn], said: str) -> Heard:
        """What `said` was in a session with these turns, and what follows."""
        ...

    def stop(self) -> Line:
        """The closing line when the person ends the session."""
        ...


@dataclass(frozen=True)
class Session:
    """One interview as it reads today. `title` is None when the job description is erased."""

    interview_id: InterviewId
    state: InterviewState
    mode: Mode
    title: str | None
    plan: InterviewPlan
    quotes: Quotes
    planned_at: datetime
    fit_id: FitId | None
    resume_id: ResumeId | None
    job_description_id: JobDescriptionId | None
    turns: tuple[Turn, ...] = ()
    started_at: datetime | None = None
    finished_at: datetime | None = None
    version: int = 1

    @property
    def asked(self) -> Turn | None:
        return asked(self.turns)


@dataclass(frozen=True)
class Step:
    """What happens next: where the session then stands, and what is said."""

    state: InterviewState
    lines: tuple[Line, ...] = field(default=())


def planned_session(planned: Planned, cmd: PlanInterview, at: datetime) -> Session:
    """A new session, made from what `cmd` brought."""
    return Session(
        interview_id=planned.plan.interview_id,
        state=InterviewState.PLANNED,
        mode=cmd.mode,
        title=planned.title,
        plan=planned.plan,
        quotes=dict(enumerate(planned.plan.quotes)),
        planned_at=at,
        fit_id=cmd.briefing.fit_id,
        resume_id=cmd.briefing.resume.resume_id,
        job_description_id=cmd.briefing.job.job_description_id,
    )


def start(session: Session, interviewer: Interviewer) -> Step | None:
    """None if it is under way: starting twice is one start."""
    if session.state is InterviewState.FINISHED:
        raise _finished()
    if session.state is InterviewState.LIVE:
        return None
    return Step(InterviewState.LIVE, interviewer.open(session.plan))


def answer(session: Session, interviewer: Interviewer, cmd: Answer) -> Step | None:
    """None if this turn is there already: sent twice, it is one turn."""
    taken = next((turn for turn in session.turns if turn.turn_id == cmd.turn_id), None)
    if taken is not None and taken.text != cmd.text:
        raise Conflict(TAKEN, code="answer-taken")
    if taken is not None:
        return None
    if session.state is InterviewState.FINISHED:
        raise _finished()
    if session.state is InterviewState.PLANNED:
        raise _not_started()
    if cmd.asked and session.asked and cmd.asked != session.asked.turn_id:
        raise Conflict(MOVED, code="question-moved")
    if not cmd.text.strip():
        raise Invalid("An answer needs at least one word.", code="answer-empty", field="text")
    if len(session.turns) >= MAX_TURNS:
        raise TooMany(f"This interview has reached {MAX_TURNS} turns. Please finish it.")
    heard = interviewer.hear(session.plan, session.turns, cmd.text)
    said = Line(heard.kind, cmd.text, heard.question_id, cmd.turn_id)
    is_over = heard.replies[-1].kind is TurnKind.CLOSING
    state = InterviewState.FINISHED if is_over else InterviewState.LIVE
    return Step(state, (said, *heard.replies))


def finish(session: Session, interviewer: Interviewer) -> Step | None:
    """None if it is finished: finishing twice is one finish."""
    if session.state is InterviewState.PLANNED:
        raise _not_started()
    if session.state is InterviewState.FINISHED:
        return None
    return Step(InterviewState.FINISHED, (interviewer.stop(),))


def after(session: Session, step: Step, at: datetime, new_id: Callable[[], TurnId]) -> Session:
    """The session once `step` is taken."""
    turns = list(session.turns)
    for line in step.lines:
        speaker = Speaker.CANDIDATE if line.kind in _CANDIDATE else Speaker.INTERVIEWER
        turn = Turn(
            turn_id=line.turn_id or new_id(),
            number=len(turns),
            speaker=speaker,
            kind=line.kind,
            question_id=line.question_id,
            text=line.text,
            said_at=at,
        )
        turns.append(turn)
    return replace(
        session,
        state=step.state,
        turns=tuple(turns),
        started_at=session.started_at or at,
        finished_at=at if step.state is InterviewState.FINISHED else None,
        version=session.version + 1,
    )


def view(session: Session) -> InterviewView:
    return InterviewView(
        interview_id=session.interview_id,
        state=session.state,
        mode=session.mode,
        title=session.title or DELETED,
        fit_id=session.fit_id,
        plan=session.plan,
        turns=session.turns,
        asked=session.asked,
        question_number=sum(turn.kind is TurnKind.QUESTION for turn in session.turns),
        planned_at=session.planned_at,
        started_at=session.started_at,
        finished_at=session.finished_at,
        version=session.version,
    )


def transcript(session: Session) -> Transcript:
    """Raises Conflict while the session is not finished."""
    if session.finished_at is None:
        raise Conflict("This interview is not finished yet.", code="interview-not-finished")
    return Transcript(
        interview_id=session.interview_id,
        title=session.title or DELETED,
        plan=session.plan,
        turns=session.turns,
        finished_at=session.finished_at,
        resume_id=session.resume_id,
        job_description_id=session.job_description_id,
    )


def asked(turns: Sequence[Turn]) -> Turn | None:
    """The open question or probe; None before the start and after the end."""
    if turns and turns[-1].kind is TurnKind.CLOSING:
        return None
    opening = (TurnKind.QUESTION, TurnKind.PROBE)
    return next((turn for turn in reversed(turns) if turn.kind in opening), None)


def hollow(text: str, quotes: Quotes) -> str:
    """`text` with every quote taken out and a numbered mark left in its place."""
    for number, span in sorted(quotes.items(), key=lambda row: -len(row[1].quote)):
        text = text.replace(f"“{span.quote}”", f"“⟦{number}⟧”")
    return text


def filled(text: str, quotes: Quotes) -> str:
    """The reverse of `hollow`. A quote that does not stand any more reads [deleted]."""

    def words(mark: re.Match[str]) -> str:
        span = quotes.get(int(mark[1]))
        return span.quote if span else DELETED

    return _MARK.sub(words, text)


def hollow_plan(plan: InterviewPlan, quotes: Quotes) -> InterviewPlan:
    """The plan without what it quotes: what is left when both documents are erased."""
    return _reworded(plan, lambda text: hollow(text, quotes), standing=())


def filled_plan(plan: InterviewPlan, quotes: Quotes) -> InterviewPlan:
    """A hollow plan as it reads today, with the quotes that still stand."""
    standing = tuple(quotes[number] for number in sorted(quotes))
    return _reworded(plan, lambda text: filled(text, quotes), standing=standing)


def _reworded(
    plan: InterviewPlan, word: Callable[[str], str], *, standing: tuple[Span, ...]
) -> InterviewPlan:
    def reworded(one: Question) -> Question:
        texts = tuple(word(text) for text in one.texts)
        new = {"text": word(one.text), "texts": texts, "because": word(one.because)}
        return one.model_copy(update=new)

    questions, original = (tuple(map(reworded, asked)) for asked in (plan.questions, plan.original))
    new = {"questions": questions, "original": original, "quotes": standing}
    return plan.model_copy(update=new)


def _finished() -> Conflict:
    return Conflict("This interview is finished.", code="interview-finished")


def _not_started() -> Conflict:
    return Conflict("This interview has not started.", code="interview-not-started")
