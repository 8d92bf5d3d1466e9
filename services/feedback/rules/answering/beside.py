"""Whether an answer is beside its question: about another thing, another event or another life."""

from collections.abc import Sequence

from chassis.hearing.motives import says_why_wanted
from chassis.hearing.text import Piece
from contracts.evidence import Evidence, EvidenceType
from contracts.interview import Question, QuestionKind, Transcript
from services.feedback.rules.answering.asked import is_case
from services.feedback.rules.answering.deeds import is_motive
from services.feedback.rules.answering.events import is_none_to_tell, tells_of_asked_event
from services.feedback.rules.answering.relevance import signs_of_asked, speaks_of_asked
from services.feedback.rules.answering.worklife import idle_in


def is_beside_question(
    question: Question, own: Sequence[Piece], evidence: Sequence[Evidence]
) -> bool:
    """Whether it tells nothing, or of another thing or another event than what was asked for."""
    is_deed = any(one.type is EvidenceType.OWN_ACTION for one in evidence)
    is_none = is_none_to_tell(own) and not is_deed
    if is_none and not is_case(question):
        return True
    return not (speaks_of_asked(question, own) and tells_of_asked_event(question, own))


def is_of_other_life(question: Question, told: Sequence[Piece], transcript: Transcript) -> bool:
    """Whether a question for a line of the résumé, for a motive, or for a case that somebody wrote
    themselves is answered out of a pastime or a tale: more in it is of those than of work, of what
    was asked or of what one wants.
    """
    idle, works = idle_in(told, transcript)
    if question.kind is QuestionKind.RESUME_PROBE:
        return idle > works + signs_of_asked(question, told)
    may_be = is_motive(question) or (question.kind is QuestionKind.OWN and is_case(question))
    return may_be and idle > works and not any(says_why_wanted(one.text) for one in told)
