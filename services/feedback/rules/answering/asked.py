"""What a question asks for by itself, whatever competency it is booked under.

A motive, a case that somebody wrote themselves and a word about oneself ("What is your greatest
weakness?") ask for no occasion, and their competency is only where the answer is booked: a sincere
answer need not name what the competency is about. One about somebody's own matters is one to them.
"""

import re
from collections.abc import Collection, Sequence

from chassis.hearing import cases
from chassis.hearing.motives import says_why_wanted, tells_of_own_life, ties_to_work
from chassis.hearing.text import Piece
from contracts.evidence import EvidenceType
from contracts.interview import Question
from services.feedback.rules.answering.deeds import asks_by_itself, is_motive

_ONESELF = re.compile(r"\b(?:i|me|my|mine|myself|we|us|our|ours)\b", re.IGNORECASE)


def is_case(question: Question) -> bool:
    """Whether what one would do answers it: there it counts as the own action."""
    return cases.is_case(question.kind, question.text)


def given_by(question: Question) -> frozenset[EvidenceType]:
    """What the question itself provides, so that an answer need not."""
    return frozenset({EvidenceType.SITUATION}) if is_case(question) else frozenset()


def set_by_wish(
    question: Question, told: Sequence[Piece], found: Collection[EvidenceType]
) -> frozenset[EvidenceType]:
    """The setting, where a wish is asked for, a reason for it is said and something was done for
    it out of what one has lived: what that was done for is known from the question.
    """
    is_done = is_motive(question) and EvidenceType.OWN_ACTION in found
    is_meant = is_done and any(says_why_wanted(one.text) for one in told)
    is_set = is_meant and any(tells_of_own_life(one.text) for one in told)
    return frozenset({EvidenceType.SITUATION}) if is_set else frozenset()


def answers_by_itself(question: Question, told: Sequence[Piece]) -> bool:
    """Whether `told` speaks of the teller, where no more is asked of an answer to be one."""
    return asks_by_itself(question) and any(
        _ONESELF.search(one.text) or says_why_wanted(one.text) or ties_to_work(one.text)
        for one in told
    )
