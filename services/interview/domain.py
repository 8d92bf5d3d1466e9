"""Decisions about an interview: what may happen when. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from chassis.errors import TooMany
from chassis.quoting import Quotes
from contracts.disclosure import Names
from contracts.evidence import EngineKind, Level
from contracts.interview import (
    Answer,
    InterviewPlan,
    InterviewState,
    Mode,
    Speaker,
    StartInterview,
    Turn,
    TurnKind,
)
from contracts.message import FitId, InterviewId, JobDescriptionId, ResumeId, Slug, TurnId
from contracts.room import Difficulty, Pace, SaveDraft
from services.interview import refusals, unsent
from services.interview.timing import ASKING, Left, is_closed_by_time, left
from services.interview.unsent import Drafts

MAX_TURNS = 200
"""Six questions with their probes take about forty; the rest is room for requests."""

_CANDIDATE = {TurnKind.ANSWER, TurnKind.REQUEST, TurnKind.SKIP}


@dataclass(frozen=True)
class Line:
    """Something said, before it has a number and a time; with an id where the speaker gave it."""

    kind: TurnKind
    text: str
    question_id: Slug | None = None
    turn_id: TurnId | None = None
    level: Level | None = None
    worded_by: EngineKind = EngineKind.RULES
    instead: Slug | None = None


@dataclass(frozen=True)
class Heard:
    """What an utterance was taken for, and what is said in return."""

    kind: TurnKind
    question_id: Slug
    replies: tuple[Line, ...]


@dataclass(frozen=True)
class Setting:
    """How a session is held, chosen before its start."""

    mode: Mode
    difficulty: Difficulty = Difficulty.ADAPTIVE
    pace: Pace = 1


@dataclass(frozen=True)
class Session:
    """As it reads today: no `title` once the job description is erased, no `names` once the résumé
    is.
    """

    interview_id: InterviewId
    state: InterviewState
    setting: Setting
    title: str | None
    plan: InterviewPlan
    quotes: Quotes
    planned_at: datetime
    fit_id: FitId | None
    resume_id: ResumeId | None
    job_description_id: JobDescriptionId | None
    turns: tuple[Turn, ...] = ()
    drafts: Drafts = field(default_factory=dict)
    started_at: datetime | None = None
    finished_at: datetime | None = None
    names: Names | None = None
    version: int = 1

    @property
    def asked(self) -> Turn | None:
        return asked(self.turns)

    def left(self, at: datetime) -> Left | None:
        """None where no clock runs: in practice, before the start and after the end."""
        if self.state is not InterviewState.LIVE or self.setting.mode is not Mode.LIVE:
            return None
        return left(self.plan, self.setting.pace, self.turns, at)


class Interviewer(Protocol):
    """Leads one session. Knows turns as text: how the words arrived is not its business."""

    def open(self, session: Session) -> tuple[Line, ...]:
        """The first lines: the disclosure and the first question."""
        ...

    def hear(self, session: Session, said: str, at: datetime) -> Heard:
        """What `said` was in this session, and what follows."""
        ...

    def time_up(self, session: Session, *, is_whole: bool) -> tuple[Line, ...]:
        """The lines when the time of the open question, or of the whole session, is over."""
        ...

    def stop(self) -> Line:
        """The closing line when the person ends the session."""
        ...


@dataclass(frozen=True)
class Late:
    """Words that came when the time of what was `asked` was over."""

    asked: TurnId
    text: str


@dataclass(frozen=True)
class Step:
    """What happens next: where the session then stands, and what is said.

    What is `late` is kept as a draft, and its sender is told.
    """

    state: InterviewState
    lines: tuple[Line, ...] = field(default=())
    setting: Setting | None = None
    late: Late | None = None


def start(session: Session, interviewer: Interviewer, cmd: StartInterview) -> Step | None:
    """None if it is under way: starting twice is one start."""
    if session.state is InterviewState.FINISHED:
        raise refusals.finished()
    if session.state is InterviewState.LIVE:
        return None
    before = session.setting
    setting = Setting(
        cmd.mode or before.mode, cmd.difficulty or before.difficulty, cmd.pace or before.pace
    )
    lines = interviewer.open(replace(session, setting=setting))
    return Step(InterviewState.LIVE, lines, setting)


def answer(session: Session, interviewer: Interviewer, cmd: Answer, at: datetime) -> Step | None:
    """None if this turn is there already: sent twice, it is one turn.

    What came too late is too late however often it is sent.
    """
    taken = next((turn for turn in session.turns if turn.turn_id == cmd.turn_id), None)
    if taken is not None and taken.text != cmd.text:
        raise refusals.taken()
    if taken is not None:
        return None
    if not cmd.text.strip():
        raise refusals.empty()
    late = Late(cmd.asked, cmd.text)
    if is_closed_by_time(session.turns, cmd.asked):
        return Step(session.state, late=late)
    _refuse_moved(session, cmd.asked)
    over = keep_time(session, interviewer, at)
    if over is not None:
        return replace(over, late=late)
    if len(session.turns) >= MAX_TURNS:
        raise TooMany(f"This interview has reached {MAX_TURNS} turns. Please finish it.")
    heard = interviewer.hear(session, cmd.text, at)
    return _stepped((Line(heard.kind, cmd.text, heard.question_id, cmd.turn_id), *heard.replies))


def keep_time(session: Session, interviewer: Interviewer, at: datetime) -> Step | None:
    """What happens because time is up; None where it is not, or no clock runs."""
    time = session.left(at)
    if time is None or not time.is_over:
        return None
    return _stepped(interviewer.time_up(session, is_whole=time.is_whole_up))


def refuse_late(step: Step) -> None:
    """Raises Conflict where the words of `step` came too late, once it is written down."""
    if step.late is not None:
        raise refusals.late()


def finish(session: Session, interviewer: Interviewer) -> Step | None:
    """None if it is finished: finishing twice is one finish."""
    if session.state is InterviewState.PLANNED:
        raise refusals.not_started()
    if session.state is InterviewState.FINISHED:
        return None
    return Step(InterviewState.FINISHED, (interviewer.stop(),))


def drafted(session: Session, cmd: SaveDraft) -> Session:
    """The session with this draft, to what is open or to what time has closed."""
    if not is_closed_by_time(session.turns, cmd.asked):
        _refuse_moved(session, cmd.asked)
    drafts = unsent.written(session.drafts, session.turns, cmd.asked, cmd.text)
    return replace(session, drafts=drafts)


def refuse_closed(session: Session, asked: TurnId) -> None:
    """Raises Conflict where time has closed what was `asked`, once the draft is written down."""
    if is_closed_by_time(session.turns, asked):
        raise refusals.late()


def after(session: Session, step: Step, at: datetime, new_id: Callable[[], TurnId]) -> Session:
    """The session once `step` is taken."""
    turns = list(session.turns)
    for line in step.lines:
        speaker = Speaker.CANDIDATE if line.kind in _CANDIDATE else Speaker.INTERVIEWER
        turns.append(
            Turn(
                turn_id=line.turn_id or new_id(),
                number=len(turns),
                speaker=speaker,
                kind=line.kind,
                question_id=line.question_id,
                text=line.text,
                said_at=at,
                level=line.level,
                worded_by=line.worded_by,
                instead=line.instead,
            )
        )
    return replace(
        session,
        state=step.state,
        setting=step.setting or session.setting,
        turns=tuple(turns),
        drafts=_drafts_after(session, step),
        started_at=session.started_at or at,
        finished_at=session.finished_at or (at if step.state is InterviewState.FINISHED else None),
        version=session.version + 1,
    )


def asked(turns: Sequence[Turn]) -> Turn | None:
    """What is open: a question, a follow-up, the choice between two; None before and after."""
    is_over = bool(turns) and turns[-1].kind is TurnKind.CLOSING
    return next((turn for turn in reversed(turns) if turn.kind in ASKING and not is_over), None)


def _stepped(lines: tuple[Line, ...]) -> Step:
    """What is said ends the session where it closes with it."""
    is_over = lines[-1].kind is TurnKind.CLOSING
    return Step(InterviewState.FINISHED if is_over else InterviewState.LIVE, lines)


def _drafts_after(session: Session, step: Step) -> Drafts:
    """What is said takes the place of its draft; what came too late becomes one.

    A request leaves a draft alone that says something else: the answer is still being written.
    """
    if step.late:
        return unsent.written(session.drafts, session.turns, step.late.asked, step.late.text)
    if session.asked is None:
        return session.drafts
    open_id = session.asked.turn_id
    said = [line for line in step.lines if line.kind in _CANDIDATE]
    kept = session.drafts.get(open_id, "")
    if any(line.kind is TurnKind.ANSWER or line.text.strip() == kept.strip() for line in said):
        return unsent.without(session.drafts, open_id)
    return session.drafts


def _refuse_moved(session: Session, asked: TurnId) -> None:
    """Raises Conflict unless the session is under way and what was `asked` is open."""
    if session.state is InterviewState.FINISHED:
        raise refusals.finished()
    if session.state is InterviewState.PLANNED:
        raise refusals.not_started()
    if session.asked and asked != session.asked.turn_id:
        raise refusals.moved()
