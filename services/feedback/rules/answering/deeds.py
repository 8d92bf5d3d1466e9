"""Whether a question for something that somebody did is answered with no deed of theirs.

Two such answers are turned down: a story in which others act and the speaker stands by, and what
one would do, with no occasion on which it was done. What is said of oneself in general is not: the
first anchors speak of that. Where a wish or a case is asked for, the speaker need have done
nothing; who tells of somebody of theirs and has no word of themselves answers neither.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from chassis.hearing import motives
from chassis.hearing.lexicon import Sign, even, sign_lists
from chassis.hearing.persons import of_family
from chassis.hearing.substance import particulars
from chassis.hearing.text import Piece, clauses, content
from contracts.evidence import EvidenceType
from contracts.interview import Question, QuestionKind
from contracts.message import Slug

HERE = Path(__file__).parent

FEWEST_OF_OTHERS = 2
"""Deeds that make a story somebody else’s."""

_OF_TELLER = {QuestionKind.TECHNICAL, QuestionKind.GAP_PROBE, QuestionKind.RESUME_PROBE}
"""What is known or thought answers these, too; what others have done does not."""


def why_no_deed(
    question: Question, told: Sequence[Piece], found: Collection[EvidenceType]
) -> Slug | None:
    """The code of whose deeds it tells in place of the speaker’s, or None where it tells of theirs
    or of nobody’s.
    """
    if _is_of_another(told) and not _list("of_others").search(question.text):
        return "deeds-of-others"
    is_asked = asks_for_deed(question)
    if EvidenceType.OWN_ACTION in found or not (is_asked or question.kind in _OF_TELLER):
        return None
    own = list(_own_verbs(told))
    if not all(_is_would(verb) or _list("stood_by").match(verb) for verb in own):
        return None
    if _is_of_others(told):
        return "deeds-of-others"
    is_case = is_asked and any(map(_is_would, own)) and EvidenceType.SITUATION not in found
    return "only-would" if is_case else None


def asks_for_deed(question: Question) -> bool:
    """Whether it asks for something that was done, and not for what is wished or would be done."""
    if _list("imagined").search(question.text):
        return False
    if may_ask_for_wish(question):
        return bool(_list("names_deed").search(question.text))
    is_own = question.kind is QuestionKind.OWN
    return _names_occasion(question) if is_own else question.kind is QuestionKind.BEHAVIOURAL


def asks_by_itself(question: Question) -> bool:
    """Whether its competency is only where the answer is booked: a motive, and what somebody wrote
    themselves that asks for no occasion ("How would you ...?", "What is your weakness?").
    """
    is_own = question.kind is QuestionKind.OWN
    return (is_own or is_motive(question)) and not asks_for_deed(question)


def _names_occasion(question: Question) -> bool:
    return bool(_list("names_occasion").search(even(question.text)))


def may_ask_for_wish(question: Question) -> bool:
    return question.kind is QuestionKind.CLOSING or is_motive(question)


def is_motive(question: Question) -> bool:
    """Whether it asks why somebody wants the work."""
    return motives.is_motive(question.kind, question.text)


def tells_own_deed(sentence: Piece) -> bool:
    """Whether it tells of something that the teller does or did, and not only of how they are."""
    return any(
        not (_is_would(verb) or _list("stood_by").match(verb) or _list("states").match(verb))
        for verb in _own_verbs([sentence])
    )


def opens_with_deed(sentence: Piece) -> bool:
    """Whether a clause of it begins with what the teller does or did to something that is named."""
    return any(
        (hit := _list("own_verb").match(clause.text)) is not None
        and tells_own_deed(clause)
        and bool(particulars(clause.text[hit.end() :]))
        for clause in clauses(sentence)
    )


def _is_of_others(told: Sequence[Piece]) -> bool:
    named = sum(_count("kin_did", one) for one in told)
    pronouns = sum(_count("pronoun_did", one) for one in told)
    return pronouns > 0 and named + pronouns >= FEWEST_OF_OTHERS


def _is_of_another(told: Sequence[Piece]) -> bool:
    """Whether it begins with what somebody of theirs does or did, and the speaker stands nowhere in
    it: neither as who wishes or would do it, nor as who is told why.
    """
    spoken = [one.text for one in told if content(one.text)]
    if not spoken or any(_list("of_teller").search(text) for text in spoken):
        return False
    first = spoken[0]
    is_theirs = of_family(first) is not None or _list("of_theirs").match(first)
    return bool(is_theirs) and bool(_list("another_does").search(first))


def _own_verbs(told: Sequence[Piece]) -> Iterator[str]:
    """What is said that one does, did or would do, in lower case: of "I’d" and "I’ll" these."""
    for clause in (clause for sentence in told for clause in clauses(sentence)):
        if _list("supposed").match(clause.text) or not content(clause.text):
            continue
        for hit in _list("own_verb").finditer(_list("formula").sub(" ", clause.text)):
            short = (hit["short"] or "").lower()
            yield short if short in {"’d", "’ll", "’m"} else hit["verb"].lower()


def _is_would(verb: str) -> bool:
    return bool(_list("would_be").match(verb))


def _count(name: str, sentence: Piece) -> int:
    return sum(1 for _ in _list(name).finditer(sentence.text))


def _list(name: str) -> Sign:
    return sign_lists(str(HERE / "deeds.toml"))[name]
