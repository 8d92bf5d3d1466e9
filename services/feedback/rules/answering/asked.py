"""What a question asks for by itself, whatever competency it is booked under.

A motive, a case that somebody wrote themselves and a word about oneself ("What is your greatest
weakness?") ask for no occasion, and their competency is only where the answer is booked: a sincere
answer need not name what the competency is about. One about somebody's own matters is one to them.
"""

import re
from collections.abc import Sequence

from chassis.hearing import cases
from chassis.hearing.motives import says_why_wanted, ties_to_work
from chassis.hearing.text import Piece
from contracts.evidence import EvidenceType
from contracts.interview import Question
from services.feedback.rules.answering.deeds import asks_by_itself

_ONESELF = re.compile(r"\b(?:i|me|my|mine|myself|we|us|our|ours)\b", re.IGNORECASE)


def is_case(question: Question) -> bool:
    """Whether what one would do answers it: there it counts as the own action."""
    return cases.is_case(question.kind, question.text)


def given_by(question: Question) -> frozenset[EvidenceType]:
    """What the question itself provides, so that an answer need not."""
    return frozenset({EvidenceType.SITUATION}) if is_case(question) else frozenset()


def answers_by_itself(question: Question, told: Sequence[Piece]) -> bool:
    """Whether `told` speaks of the teller, where no more is asked of an answer to be one."""
    return asks_by_itself(question) and any(
        _ONESELF.search(one.text) or says_why_wanted(one.text) or ties_to_work(one.text)
        for one in told
    )
