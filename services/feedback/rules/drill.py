"""What is practised again: the weakest first; and one answer read by itself, for the difference."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from contracts.drills import Try
from contracts.evidence import EvidenceType
from contracts.feedback import FeedbackReport, QuestionFeedback
from contracts.interview import Question, Speaker, Transcript, Turn, TurnKind
from contracts.message import Message, TurnId
from services.feedback.rules.coach import RulesCoach
from services.feedback.rules.rubric import shown_by


class Tries(Message):
    """What a drill keeps: the first answer as the rules read it, and what came after."""

    rubric: str
    before: Try | None
    tries: tuple[Try, ...] = ()


def weakest(report: FeedbackReport) -> list[QuestionFeedback]:
    """The questions that lack something, those without a level before the lowest level."""
    lacking = [one for one in report.questions if one.one_fix]
    return sorted(lacking, key=lambda one: one.one_fix.level_now or 0 if one.one_fix else 0)


def first_try(transcript: Transcript, question: Question) -> Try | None:
    """The answer of the interview, by itself."""
    said = [turn for turn in transcript.turns if turn.question_id == question.id]
    answers = [turn for turn in said if turn.kind is TurnKind.ANSWER]
    if not answers:
        return None
    text = "\n\n".join(turn.text for turn in answers)
    return _read(transcript, question, said, text, answers[0].said_at)


def new_try(
    transcript: Transcript, question: Question, try_id: UUID, text: str, at: datetime
) -> Try:
    """Another answer to the same question."""
    asked = Turn(
        turn_id=TurnId(UUID(int=0)),
        number=0,
        speaker=Speaker.INTERVIEWER,
        kind=TurnKind.QUESTION,
        question_id=question.id,
        text=question.text,
        said_at=at,
    )
    answer = Turn(
        turn_id=TurnId(try_id),
        number=1,
        speaker=Speaker.CANDIDATE,
        kind=TurnKind.ANSWER,
        question_id=question.id,
        text=text,
        said_at=at,
    )
    return _read(transcript, question, (asked, answer), text, at)


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


def _read(
    transcript: Transcript, question: Question, turns: Sequence[Turn], text: str, at: datetime
) -> Try:
    plan = transcript.plan.model_copy(update={"questions": (question,)})
    alone = transcript.model_copy(update={"plan": plan, "turns": tuple(turns)})
    cell = RulesCoach().report(alone).scorecard.cells[0]
    wanted = shown_by(cell.competency)
    is_read = cell.level.value is not None
    shown = tuple(kind for kind in wanted if is_read and kind not in cell.missing)
    try_id = next(turn.turn_id for turn in turns if turn.kind is TurnKind.ANSWER)
    return Try(try_id=try_id, text=text, said_at=at, level=cell.level, shown=shown)
