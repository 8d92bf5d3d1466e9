"""Feedback on one answer in practice, right after it: feedback judges what the gateway carries."""

from chassis.errors import NotFound, Unavailable
from contracts.evidence import Span
from contracts.feedback import JudgeAnswer, JudgedAnswer
from contracts.interview import InterviewView, Mode, Transcript, Turn, TurnKind
from contracts.message import Slug
from gateway.feedback.facts import find_facts
from gateway.session import mine

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


def told_at(interview: InterviewView, judged: JudgedAnswer | None) -> int | None:
    """The number, from 1, of another question under which the same was told; None without one."""
    ids = [question.id for question in interview.plan.questions]
    return ids.index(judged.told_at) + 1 if judged and judged.told_at in ids else None


def _judge(interview: InterviewView, asked: Turn, said: Turns) -> JudgedAnswer:
    """As the report would have it, where what is told under two questions counts once."""
    others = [each for each in interview.turns if each.question_id != asked.question_id]
    turns = sorted((*others, asked, *said), key=lambda turn: turn.number)
    reached = {turn.question_id for turn in turns}
    questions = tuple(one for one in interview.plan.questions if one.id in reached)
    transcript = Transcript(
        interview_id=interview.interview_id,
        title=interview.title,
        plan=interview.plan.model_copy(update={"questions": questions, "original": ()}),
        turns=tuple(turns),
        finished_at=turns[-1].said_at,
        resume_id=None,
        job_description_id=None,
    )
    facts = find_facts(interview.resume_id)
    query = JudgeAnswer(transcript=transcript, question_id=asked.question_id or "", facts=facts)
    return mine().feedback.judge_answer(query)


def _is_answered(turns: tuple[Turn, ...]) -> bool:
    return any(turn.kind is TurnKind.ANSWER for turn in turns)
