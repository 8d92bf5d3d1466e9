"""The answers of a transcript as they count, and what each lacks.

What a model is asked about an answer is made of this, so that it is about the same answers as the
rules count; of what lies behind this, the model engine knows nothing.
"""

from contracts.evidence import EvidenceType
from contracts.interview import Transcript
from services.feedback.domain import ModelEvidence
from services.feedback.rules.answering.answers import Answer, answers_in
from services.feedback.rules.answering.repeats import counted_once
from services.feedback.rules.retracted.withdrawn import without_retracted
from services.feedback.rules.rubric import next_needed

__all__ = ["Answer", "answers_counted", "answers_said", "lacking"]


def answers_said(transcript: Transcript) -> list[Answer]:
    """Each once, as it was said: with what was taken back later."""
    return counted_once(answers_in(transcript, {}))


def answers_counted(transcript: Transcript, shown: ModelEvidence) -> list[Answer]:
    """Each once, without what was taken back, and with what a model has `shown`."""
    return counted_once(without_retracted(answers_in(transcript, shown)))


def lacking(answer: Answer) -> list[EvidenceType]:
    """Of what the question's first competency asks for and the answer does not show, what the next
    anchor asks for; nothing at the top.
    """
    return next_needed(answer.question.competencies[0], answer.shown)
