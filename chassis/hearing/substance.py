"""Whether words that have the form of evidence speak of anything.

"Result 100 %" has a figure and nothing that it measures; "I led, I decided" has deeds and nothing
that was done. Both are labels of evidence, and evidence of nothing.
"""

import re
from collections.abc import Sequence

from chassis.hearing.lexicon import signs, words
from chassis.hearing.persons import NAMED
from chassis.hearing.text import Piece, content
from contracts.evidence import EvidenceType

_POINTS = re.compile(
    r"\b(?:it|this|that|these|those|which|they|them|he|him|she|her|us|each|everything|everyone"
    r"|everybody|nobody|two more|three more|all (?:two|three|four|five|six|\w+ty|\d+))\b",
    re.IGNORECASE,
)
_EACH_OF_THEM = re.compile(
    r"\b(?:each|both|one|two|three|some|most|all|half) of (?:them|us)\b", re.IGNORECASE
)
"""Somebody told apart from others: as much as a noun for them."""

_FIGURE = re.compile(r"\d\w*")
FEWEST_PARTICULARS = 2
"""Of the calibration answers with a level of 2 and more, open half, none has fewer."""

FEWEST_IN_STORY = 3
""""I rewrote the oven planner, and waste fell by a fifth" has three."""

_ENDINGS = re.compile(r"(?<=\w{3})(?:e?s|ed|ing|e)$")


_NO_PRAISE = {EvidenceType.RESULT, EvidenceType.REASONING}
"""Of these, \"we improved it and the team did well\" has the form and tells nothing."""


def is_salad(sentence: str) -> bool:
    """Whether a sentence lists what evidence is called, in place of giving any, or tells of a deed
    whose object is its own name ("I owned ownership").
    """
    modal = signs().modal
    return bool(modal["salad"].search(sentence) or modal["hollow"].search(sentence))


def is_general(sentences: Sequence[Piece]) -> bool:
    """Whether they name next to nothing particular: it could be anybody's story of any work,
    whatever forms of evidence it has.
    """
    return len(_things(sentences)) < FEWEST_PARTICULARS


def is_thin(sentences: Sequence[Piece]) -> bool:
    """Whether they name too little to picture an occasion: a statement, and no story."""
    return len(_things(sentences)) < FEWEST_IN_STORY


def _things(sentences: Sequence[Piece]) -> set[str]:
    """The particular words without their endings: "fox" and "foxes" are one. A verb behind "I" is
    the deed, and names nothing that it was done to.
    """
    deed, form = signs().clause[EvidenceType.OWN_ACTION], signs().modal["form"]
    bare = (form.sub(" ", deed.sub(" ", sentence.text)) for sentence in sentences)
    things = {_ENDINGS.sub("", word) for text in bare for word in particulars(text)}
    has_each = any(_EACH_OF_THEM.search(sentence.text) for sentence in sentences)
    return things | ({NAMED} if has_each else set())


def particulars(text: str) -> list[str]:
    """The words that not every story of work has."""
    return [w for w in content(text) if w.isalpha() and not words().is_general(w)]


def says_something(kind: EvidenceType, words: str) -> bool:
    """Whether `words` name what was done, what changed or why, beside the form of it."""
    if kind is EvidenceType.SITUATION:
        return bool(particulars(words))
    if kind in _NO_PRAISE and signs().modal["praise"].search(words):
        return False
    if kind is EvidenceType.OWN_ACTION:
        words = signs().clause[kind].sub(" ", words)
    bare = _FIGURE.sub(" ", signs().modal["form"].sub(" ", words))
    return bool(content(bare) or _POINTS.search(words))


def measures_something(
    cut: Sequence[Piece], place: int, words: Piece, *, is_difference: bool = False
) -> bool:
    """Whether the figure in `words`, from the clause at `place` on, is a figure of something.

    What it measures may stand earlier in the sentence, or in one before where it is a difference
    ("we went from 2 a week to 30"), but not where it is only called a result.
    """
    clause = cut[place].text
    if says_something(EvidenceType.MEASURE, words.text):
        return True
    earlier = " ".join(piece.text for piece in cut[:place])
    is_labelled = bool(signs().modal["label"].search(clause))
    return not is_labelled and (is_difference or says_something(EvidenceType.MEASURE, earlier))
