"""Which types of evidence an answer has, as far as an interviewer needs it to follow up.

The coach of feedback hears with the same detectors, so that nobody is asked for what they have
just said. Here presence is enough: a figure counts without its comparison, and so does a bad end.
"""

from uuid import UUID

from chassis.hearing.detectors import detect
from chassis.hearing.text import sentences_of
from contracts.evidence import EvidenceType
from contracts.interview import Question, QuestionKind
from contracts.message import TurnId

_ABOUT_A_CASE = {QuestionKind.SITUATIONAL}


def heard_in(*texts: str, question: Question | None = None) -> frozenset[EvidenceType]:
    """The types that are present in `texts`, the replies to one question in order.

    "I would" is no action, but where the question is a case: that gives the situation, too.
    """
    is_case = question is not None and question.kind in _ABOUT_A_CASE
    said = [
        sentence
        for number, text in enumerate(texts)
        for sentence in sentences_of(TurnId(UUID(int=number)), text)
    ]
    heard = frozenset(found.type for found in detect(said) if is_case or not found.is_unreal)
    return heard | {EvidenceType.SITUATION} if is_case else heard
