"""Whether an answer is beside its question: about another thing, another event or another life."""

from collections.abc import Sequence
from pathlib import Path

from chassis.hearing.lexicon import sign_lists
from chassis.hearing.motives import says_why_wanted
from chassis.hearing.relevance import (
    names_craft,
    signs_of_asked,
    speaks_of_asked,
)
from chassis.hearing.text import Piece, content
from contracts.evidence import Evidence, EvidenceType
from contracts.interview import Question, QuestionKind, Transcript
from services.feedback.rules.answering.asked import is_case
from services.feedback.rules.answering.deeds import asks_for_deed, is_motive, may_ask_for_wish
from services.feedback.rules.answering.events import is_none_to_tell, tells_of_asked_event
from services.feedback.rules.answering.worklife import idle_in, names_pastime

HERE = Path(__file__).parent

FEWEST_TO_LISTENER = 2
"""Things said of the application, or of the product: one alone stands beside many a story."""

_FOR_ITS_THING = {QuestionKind.TECHNICAL, QuestionKind.GAP_PROBE}


def is_beside_question(
    question: Question, own: Sequence[Piece], evidence: Sequence[Evidence]
) -> bool:
    """Whether it tells nothing, or of another thing or another event than what was asked for."""
    is_deed = any(one.type is EvidenceType.OWN_ACTION for one in evidence)
    is_none = is_none_to_tell(own) and not is_deed
    if is_none and not is_case(question):
        return True
    if _is_to_listener(question, own):
        return True
    return not (speaks_of_asked(question, own) and tells_of_asked_event(question, own))


def is_of_other_life(question: Question, told: Sequence[Piece], transcript: Transcript) -> bool:
    """Whether a question for a line of the résumé, for a tool or a trade, for a motive, or for a
    case that somebody wrote themselves is answered out of a pastime or a tale: more in it is of
    those than of work, of what was asked or of what one wants. A line that is of a pastime itself
    may be.
    """
    idle, works = idle_in(told, transcript)
    is_for_thing = question.kind in _FOR_ITS_THING and names_craft(question)
    if question.kind is QuestionKind.RESUME_PROBE or is_for_thing:
        is_idle = idle > works + signs_of_asked(question, told)
        return is_idle and not names_pastime(question)
    may_be = is_motive(question) or (question.kind is QuestionKind.OWN and is_case(question))
    return may_be and idle > works and not any(says_why_wanted(one.text) for one in told)


def _is_to_listener(question: Question, told: Sequence[Piece]) -> bool:
    """Whether most of it is said of the application, or in praise of the product, to a question
    for neither.
    """
    if may_ask_for_wish(question) and not asks_for_deed(question):
        return False
    texts = [one.text for one in told if content(one.text)]
    for sign in sign_lists(str(HERE / "beside.toml")).values():
        spoken = [{hit[0].lower() for hit in sign.finditer(text)} for text in texts]
        is_most = 2 * sum(map(bool, spoken)) >= len(spoken)
        if is_most and len(set().union(*spoken)) >= FEWEST_TO_LISTENER:
            return True
    return False
