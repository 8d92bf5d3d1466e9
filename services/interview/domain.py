"""Decisions about an interview: what may happen when, and what of it quotes a document. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from chassis.errors import Conflict, Invalid, TooMany
from contracts.documents import Briefing
from contracts.evidence import Span
from contracts.interview import (
    InterviewPlan,
    InterviewState,
    Turn,
    TurnKind,
)
from contracts.message import InterviewId, Slug

DELETED = "[deleted]"
MAX_TURNS = 200
"""Six questions with their probes take about forty; the rest is room for requests."""


@dataclass(frozen=True)
class Line:
    """Something that the interviewer says, before it has a number and a time."""

    kind: TurnKind
    text: str
    question_id: Slug | None = None


@dataclass(frozen=True)
class Heard:
    """What an utterance was taken for, and what is said in return."""

    kind: TurnKind
    question_id: Slug
    replies: tuple[Line, ...]

    @property
    def is_last(self) -> bool:
        return self.replies[-1].kind is TurnKind.CLOSING


@dataclass(frozen=True)
class Planned:
    """A plan, and what the session is called."""

    title: str
    plan: InterviewPlan


class Planner(Protocol):
    """Makes the plan before a session; the same briefing gives the same plan."""

    def plan(self, interview_id: InterviewId, briefing: Briefing) -> Planned: ...


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


def check_may_start(state: InterviewState) -> None:
    if state is InterviewState.FINISHED:
        raise Conflict("This interview is finished.", code="interview-finished")


def check_may_answer(state: InterviewState, turns: int) -> None:
    if state is InterviewState.PLANNED:
        raise Conflict("This interview has not started.", code="interview-not-started")
    if state is InterviewState.FINISHED:
        raise Conflict("This interview is finished.", code="interview-finished")
    if turns >= MAX_TURNS:
        raise TooMany(f"This interview has reached {MAX_TURNS} turns. Please finish it.")


def check_may_finish(state: InterviewState) -> None:
    if state is InterviewState.PLANNED:
        raise Conflict("This interview has not started.", code="interview-not-started")


def check_finished(state: InterviewState) -> None:
    if state is not InterviewState.FINISHED:
        raise Conflict("This interview is not finished yet.", code="interview-not-finished")


def check_said(text: str) -> None:
    if not text.strip():
        raise Invalid("An answer needs at least one character.", code="answer-empty", field="text")


def asked(turns: Sequence[Turn]) -> Turn | None:
    """The open question or probe; None before the start and after the end."""
    if turns and turns[-1].kind is TurnKind.CLOSING:
        return None
    opening = (TurnKind.QUESTION, TurnKind.PROBE)
    return next((turn for turn in reversed(turns) if turn.kind in opening), None)


def question_number(turns: Sequence[Turn]) -> int:
    """How many of the planned questions have been asked."""
    return sum(turn.kind is TurnKind.QUESTION for turn in turns)


def hollow(text: str, quotes: Sequence[Span]) -> str:
    """`text` with every quote of `quotes` taken out and a numbered mark left in its place."""
    for number, span in sorted(enumerate(quotes), key=lambda pair: -len(pair[1].quote)):
        if text == span.quote:
            return _mark(number)
        text = text.replace(f"“{span.quote}”", f"“{_mark(number)}”")
    return text


def filled(text: str, quotes: Mapping[int, Span]) -> str:
    """The reverse of `hollow`. A quote that does not stand any more reads [deleted]."""

    def words(mark: re.Match[str]) -> str:
        span = quotes.get(int(mark[1]))
        return span.quote if span else DELETED

    return _MARK.sub(words, text)


def hollow_plan(plan: InterviewPlan) -> InterviewPlan:
    """The plan without what it quotes: what is left when both documents are erased."""
    return _reworded(plan, lambda text: hollow(text, plan.quotes), quotes=())


def filled_plan(plan: InterviewPlan, quotes: Mapping[int, Span]) -> InterviewPlan:
    """The plan as it reads today, with the quotes that still stand."""
    standing = tuple(quotes[number] for number in sorted(quotes))
    return _reworded(plan, lambda text: filled(text, quotes), quotes=standing)


_MARK = re.compile("\ue000(\\d+)\ue001")  # private use: nothing that we write contains it


def _mark(number: int) -> str:
    return f"\ue000{number}\ue001"


def _reworded(
    plan: InterviewPlan, word: Callable[[str], str], *, quotes: tuple[Span, ...]
) -> InterviewPlan:
    questions = tuple(
        question.model_copy(update={"text": word(question.text), "because": word(question.because)})
        for question in plan.questions
    )
    return plan.model_copy(update={"questions": questions, "quotes": quotes})
