"""Feedback on one answer in practice, right after it: feedback judges what the gateway carries."""

from chassis.errors import NotFound, Unavailable
from contracts.evidence import Span
from contracts.feedback import JudgeAnswer, JudgedAnswer
from contracts.interview import InterviewView, Mode, Transcript, Turn, TurnKind
from contracts.message import Slug
from gateway.feedback.repeats import ALIKE, likeness, words
from gateway.session import mine

FEWEST_WORDS = 12
"""Different ones, of what is a story and no turn of phrase."""


SHOWN = 2
"""Quotes beside the levels of one answer."""

Turns = tuple[Turn, ...]


def judged(interview: InterviewView, question_id: Slug) -> JudgedAnswer:
    """What the last try at a question shows so far.

    Raises NotFound in live, where feedback comes at the end, and where it was not asked.
    """
    turns = tuple(turn for turn in interview.turns if turn.question_id == question_id)
    if interview.mode is Mode.LIVE or not turns:
        raise NotFound("There is nothing here.")
    return _judge(interview, turns[0], _tries(turns)[-1])


def judged_now(interview: InterviewView) -> JudgedAnswer | None:
    """At the stop after a question in practice; None elsewhere, and while feedback is away."""
    asked = interview.asked
    if asked is None or asked.kind is not TurnKind.BETWEEN or asked.question_id is None:
        return None
    try:
        return judged(interview, asked.question_id)
    except Unavailable:
        return None


def judged_before(interview: InterviewView) -> JudgedAnswer | None:
    """At the same stop, the try before the last; None where there was one only."""
    asked = interview.asked
    if asked is None or asked.kind is not TurnKind.BETWEEN:
        return None
    turns = tuple(turn for turn in interview.turns if turn.question_id == asked.question_id)
    *before, _ = _tries(turns)
    try:
        return _judge(interview, turns[0], before[-1]) if before else None
    except Unavailable:
        return None


def landed_in(judged: JudgedAnswer | None) -> list[tuple[Span, str]]:
    """What landed, each quote once, with all that it shows."""
    shown: dict[str, tuple[Span, str]] = {}
    for landed in judged.feedback.what_landed if judged else ():
        span = landed.evidence.span
        known = shown.get(span.quote)
        shown[span.quote] = (span, f"{known[1]} {landed.text}" if known else landed.text)
    return list(shown.values())[:SHOWN]


def _tries(turns: Turns) -> list[Turns]:
    """The turns after the question, parted where another try began; those that were answered."""
    starts = [place for place, turn in enumerate(turns) if turn.kind is TurnKind.RETRY]
    ends = [*starts, len(turns)]
    parts = [turns[start:end] for start, end in zip([1, *starts], ends, strict=True)]
    return [part for part in parts if _is_answered(part)] or [turns[1:]]


def _judge(interview: InterviewView, asked: Turn, said: Turns) -> JudgedAnswer:
    question = tuple(one for one in interview.plan.questions if one.id == asked.question_id)
    transcript = Transcript(
        interview_id=interview.interview_id,
        title=interview.title,
        plan=interview.plan.model_copy(update={"questions": question, "original": ()}),
        turns=(asked, *said),
        finished_at=(said or (asked,))[-1].said_at,
        resume_id=None,
        job_description_id=None,
    )
    query = JudgeAnswer(transcript=transcript, question_id=question[0].id)
    return mine().feedback.judge_answer(query)


def told_before(interview: InterviewView) -> int | None:
    """The number, from 1, of an earlier question that was answered with the same story as the one
    that was just answered; None where there is none.
    """
    asked = interview.asked
    answers = [turn for turn in interview.turns if turn.kind is TurnKind.ANSWER]
    now = [turn.text for turn in answers if asked and turn.question_id == asked.question_id]
    stories = [text for text in now if len(words(text)) >= FEWEST_WORDS]
    for number, question in enumerate(interview.plan.questions, 1):
        if asked is None or question.id == asked.question_id:
            return None
        told = [turn.text for turn in answers if turn.question_id == question.id]
        if any(likeness(one, other) >= ALIKE for one in stories for other in told):
            return number
    return None


def _is_answered(turns: tuple[Turn, ...]) -> bool:
    return any(turn.kind is TurnKind.ANSWER for turn in turns)
