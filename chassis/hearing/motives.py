"""Why somebody wants a work: whether it is asked, and whether a reply says it.

An interviewer who asks this looks for a reason, and for a tie of it to the job or to what the
person has lived: see the sign lists in motives.toml. Neither is evidence of a level; the detectors
decide on that.
"""

from chassis.hearing.lexicon import even, sign_lists
from contracts.interview import QuestionKind


def is_motive(kind: QuestionKind | None, question: str) -> bool:
    """Whether a question asks for a wish: by its kind, or where a person wrote one that does."""
    is_own = kind is QuestionKind.OWN and asks_why_wanted(question)
    return kind is QuestionKind.MOTIVATION or is_own


def asks_why_wanted(question: str) -> bool:
    """Whether a question asks why somebody wants a work, or what draws them to it."""
    return _has("asks", question)


def says_why_wanted(sentence: str) -> bool:
    """Whether it says what one wants, likes or holds dear."""
    return _has("wants", sentence)


def ties_to_work(sentence: str) -> bool:
    """Whether it speaks of the job that is asked about, or of something that one has lived."""
    return _has("ties", sentence) or tells_of_own_life(sentence)


def tells_of_own_life(sentence: str) -> bool:
    """Whether it speaks of something that one has lived or done oneself."""
    return _has("lived", sentence)


def _has(name: str, text: str) -> bool:
    return bool(sign_lists("motives.toml")[name].search(even(text)))
