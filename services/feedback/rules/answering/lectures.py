"""Whether a question for an occasion is answered with a lecture: what a thing is or what to do.

Nobody is in a lecture and nothing happens: neither the teller nor anybody else has done anything.
That alone is no sign, since who has little English leaves themselves out. So it takes signs of two
kinds, or many of one, and whoever says "I" or "we", or tells of anything that was, holds no
lecture. Why somebody wants a work is answered by no orders either ("undo the nut, pull the trap").
"""

import re
from collections.abc import Sequence
from pathlib import Path

from chassis.hearing.customs import asks_for_custom
from chassis.hearing.lexicon import Sign, sign_lists
from chassis.hearing.text import Piece
from contracts.interview import Question, QuestionKind
from contracts.message import Slug
from services.feedback.rules.answering.deeds import is_motive

HERE = Path(__file__).parent

FEWEST_KINDS = 2
"""Of signs: one alone stands in many an answer that only begins badly."""

FEWEST_OF_ONE = {"definition": 2, "duty": 3, "orders": 4}
"""Signs of one kind that are a lecture by themselves."""

_OF_ADVICE = {"duty", "steps", "listener"}
_NO_SIGNS = {"happened", "history", "occasion", "opinion"}
_TELLER = re.compile(r"\b(?:i|me|my|mine|myself|we|us|our|ours)\b", re.IGNORECASE)


def why_lecture(question: Question, told: Sequence[Piece]) -> Slug | None:
    """The code of what is told in place of an occasion, or None where one is, or none is asked."""
    text = "\n".join(sentence.text for sentence in told)
    if _TELLER.search(text) or _happens_in(text):
        return None
    if is_motive(question):
        return "off-topic" if _has_many("orders", text) else None
    if not _asks_for_occasion(question):
        return None
    kinds = {name for name in _lists().keys() - _NO_SIGNS if _has(name, text)}
    if len(kinds) < FEWEST_KINDS and not any(_has_many(name, text) for name in kinds):
        return None
    is_advice = kinds <= _OF_ADVICE | {"orders"} and kinds != {"orders"}
    return "only-would" if is_advice else "off-topic"


def _asks_for_occasion(question: Question) -> bool:
    if question.kind is QuestionKind.SITUATIONAL or asks_for_custom(question.text):
        return False
    if _has("opinion", question.text):
        return False
    return question.kind is QuestionKind.BEHAVIOURAL or _has("occasion", question.text)


def _happens_in(text: str) -> bool:
    """Whether anything was so or was done, beside what is known of old."""
    return _has("happened", _lists()["history"].sub(" ", text))


def _has_many(name: str, text: str) -> bool:
    fewest = FEWEST_OF_ONE.get(name)
    return fewest is not None and len(_lists()[name].findall(text)) >= fewest


def _has(name: str, text: str) -> bool:
    return bool(_lists()[name].search(text))


def _lists() -> dict[str, Sign]:
    return sign_lists(str(HERE / "lectures.toml"))
