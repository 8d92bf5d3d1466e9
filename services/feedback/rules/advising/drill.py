"""What is practised again: the weakest first; and one answer read by itself, for the difference."""

import re
from datetime import datetime
from uuid import UUID, uuid5

from contracts.claims import ResumeFacts
from contracts.drills import Try, Words
from contracts.evidence import EvidenceType
from contracts.feedback import FeedbackReport, Fix, QuestionFeedback
from contracts.interview import Question, Speaker, Transcript, Turn, TurnKind
from contracts.message import Message, TurnId
from services.feedback.rules.answering.recited import with_recited
from services.feedback.rules.answering.repeats import REPEATED
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.coach import RulesCoach
from services.feedback.rules.phrases import phrases
from services.feedback.rules.rubric import next_needed, shown_by
from services.feedback.rules.stories.bank import StoryEntry, told_in

BETWEEN_REPLIES = "\n\n"
_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n")


class Tries(Message):
    """What a drill keeps of its tries, and the rubric of the last."""

    rubric: str
    tries: tuple[Try, ...] = ()


def weakest(report: FeedbackReport) -> list[QuestionFeedback]:
    """The questions that lack something, those without a level before the lowest level."""
    lacking = [one for one in report.questions if one.one_fix]
    return sorted(lacking, key=lambda one: one.one_fix.level_now or 0 if one.one_fix else 0)


def practised(report: FeedbackReport, question_id: str) -> Fix | None:
    """What a drill of a question is about: what its answer lacks, or that there is none with a

    level: skipped, told elsewhere already, or no answer to it. None where nothing is missing.
    Raises StopIteration where the report has no such question.
    """
    feedback = next(one for one in report.questions if one.question_id == question_id)
    cell = next(one for one in report.scorecard.cells if one.question_id == question_id)
    if feedback.one_fix is not None or cell.level.value is not None:
        return feedback.one_fix
    first, *_ = next_needed(cell.competency, frozenset())
    said = phrases()
    opening = said.opening[REPEATED if cell.level.why == REPEATED else "unanswered"]
    return Fix(missing=first, text=f"{opening} {said.fix[first]}", level_now=None)


def first_try(report: FeedbackReport, question: Question) -> Try | None:
    """The answer of the interview, read as a try is: the same words reach the same level.

    None where there is none, or it counts at another question.
    """
    transcript, cells = report.transcript, report.scorecard.cells
    own = next(cell for cell in cells if cell.question_id == question.id)
    if own.level.why == REPEATED:
        return None
    said = [turn for turn in transcript.turns if turn.question_id == question.id]
    answers = [turn for turn in said if turn.kind is TurnKind.ANSWER]
    if not answers:
        return None
    text = BETWEEN_REPLIES.join(turn.text for turn in answers)
    return new_try(transcript, question, answers[0].turn_id, text, answers[0].said_at)


def new_try(
    transcript: Transcript,
    question: Question,
    try_id: UUID,
    text: str,
    at: datetime,
    facts: ResumeFacts | None = None,
) -> Try:
    """Another answer to the same question; what it says again of the résumé counts for nothing."""
    cell = _report(transcript, question, try_id, text, at, facts).scorecard.cells[0]
    is_read = cell.level.value is not None
    shown = tuple(
        kind for kind in shown_by(cell.competency) if is_read and kind not in cell.missing
    )
    first = {one.type: one.span.quote for one in reversed(cell.evidence)}
    words = tuple(Words(type=kind, quote=first[kind]) for kind in shown if kind in first)
    return Try(try_id=try_id, text=text, said_at=at, level=cell.level, shown=shown, words=words)


def story_in(
    transcript: Transcript, question: Question, made: Try, facts: ResumeFacts | None = None
) -> StoryEntry | None:
    """What a try tells, for the bank; None where it is no story."""
    report = _report(transcript, question, made.try_id, made.text, made.said_at, facts)
    told = next(iter(told_in(with_claims(report, None))), None)
    return told.model_copy(update={"is_practised": True}) if told else None


def _report(
    transcript: Transcript,
    question: Question,
    try_id: UUID,
    text: str,
    at: datetime,
    facts: ResumeFacts | None = None,
) -> FeedbackReport:
    """On that answer alone. What a blank line parts was said reply by reply, so that "by a third"
    under a story is heard as it was behind a follow-up. What stood in the résumé still does, also
    when that is gone.
    """
    parts = [part for part in _BLANK_LINE.split(text) if part.strip()] or [text]
    said = [
        _turn(question, number, part, try_id if number == 1 else uuid5(try_id, str(number)), at)
        for number, part in enumerate(parts, 1)
    ]
    plan = transcript.plan.model_copy(update={"questions": (question,)})
    asked = _turn(question, 0, question.text, UUID(int=0), at)
    alone = transcript.model_copy(update={"plan": plan, "turns": (asked, *said)})
    lines = (*(facts or ResumeFacts()).lines, *transcript.recited)
    return RulesCoach().report(with_recited(alone, ResumeFacts(lines=lines)))


def difference(
    before: Try | None, after: Try
) -> tuple[tuple[EvidenceType, ...], tuple[EvidenceType, ...]]:
    """The types that are new, and those that are gone; none where the later try has no level."""
    if after.level.value is None:
        return (), ()
    first = before.shown if before else ()
    gained = tuple(kind for kind in EvidenceType if kind in after.shown and kind not in first)
    lost = tuple(kind for kind in EvidenceType if kind in first and kind not in after.shown)
    return gained, lost


def _turn(question: Question, number: int, text: str, turn_id: UUID, at: datetime) -> Turn:
    """The question at the head, then what was said to it."""
    return Turn(
        turn_id=TurnId(turn_id),
        number=number,
        speaker=Speaker.CANDIDATE if number else Speaker.INTERVIEWER,
        kind=TurnKind.ANSWER if number else TurnKind.QUESTION,
        question_id=question.id,
        text=text,
        said_at=at,
    )
