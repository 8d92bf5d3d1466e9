"""What happened in a story: the deeds, what they were done to, and the numbers of it.

Two tellings are of one story where a deed of theirs is the same and enough of the rest is. Where
somebody worked, with how many, and in what trade is shared by all that they can tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chassis.hearing.lexicon import even
from chassis.hearing.text import content
from services.feedback.rules.claimed.sameness import acts_in
from services.feedback.rules.figures import bare_numbers_in

SAME_SHARE, SURE_SHARE = 0.5, 0.3
"""Of the shorter telling's words: beside one deed that is the same, and beside two, or a number."""

FEWEST_SHARED = 3
FEWEST_SURE = 2

_ROOT = 6
_PLACE = re.compile(
    r"\b(?:[Aa]t|[Ff]or|[Ww]ith|[Jj]oined)\s+(?:the\s+)?[A-Z][a-z][\w-]*(?:\s+[A-Z][a-z][\w-]*)*"
)
_TEAM = re.compile(
    r"\b(?:(?:led|lead|leading|ran|run|managed?|supervised?|headed|with)\s+)?(?:an?|the|my|our)\s+"
    r"(?:team|crew|group|staff|squad|department)(?:\s+of\s+\w+(?:\s+\w+)?)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?;]+(?=\s|$)|\n")
_LISTED = re.compile(r"[.!?;,]+(?=\s|$)|\n|\band\b")
_OF_ALL = (
    "team", "led", "lead", "manage", "people", "collea", "person", "member", "work", "job", "day",
    "week", "month", "year", "hour", "minute", "time", "compan", "custom", "client", "boss", "role",
    "everyo", "someth", "first", "last", "new", "good", "better", "want", "need", "thing", "wrote",
    "asked", "told", "said", "made", "took", "show", "help",
)  # fmt: skip
"""Beginnings of words that stand in stories of every kind."""


@dataclass(frozen=True)
class Deed:
    """`objects` are named behind the verb, `around` anywhere in its sentence."""

    verb: str
    objects: frozenset[str]
    around: frozenset[str]

    def is_like(self, other: "Deed") -> bool:
        """The same verb and one word of its sentence, or two objects whatever the verb."""
        is_one = self.verb == other.verb and bool(self.around & other.around)
        return is_one or len(self.objects & other.objects) >= FEWEST_SURE


@dataclass(frozen=True)
class Happening:
    """`numbers` are those of what was done, and no sizes of teams."""

    words: frozenset[str]
    deeds: tuple[Deed, ...]
    numbers: frozenset[float]

    def nearness(self, other: "Happening") -> float:
        """The share of the shorter one's words that both have, in [0, 1]."""
        shorter = min(len(self.words), len(other.words))
        return len(self.words & other.words) / shorter if shorter else 0.0


def happening(text: str, *, is_line: bool = False) -> Happening:
    """What `text` tells; a line of a résumé begins with its deed and leaves the "I" away."""
    plain = _TEAM.sub(" ", _PLACE.sub(" ", even(text)))
    cut = [one for one in (_LISTED if is_line else _SENTENCE).split(plain) if one.strip()]
    said = [f"I {one.strip()}" for one in cut] if is_line else cut
    deeds = tuple(deed for one in said for deed in _deeds(one))
    numbers = frozenset(one.value for one in bare_numbers_in(plain))
    return Happening(frozenset(_named(plain)), deeds, numbers)


def _deeds(sentence: str) -> Iterator[Deed]:
    around = frozenset(_named(sentence))
    for verb, rest in acts_in(sentence):
        if verb != "lead":
            yield Deed(verb, frozenset(_named(rest)), around)


def is_same(one: Happening, other: Happening) -> bool:
    """Whether the same happened in both."""
    if one.words == other.words:
        return True
    shared, near = len(one.words & other.words), one.nearness(other)
    same = sum(any(own.is_like(each) for each in other.deeds) for own in one.deeds)
    numbers = one.numbers & other.numbers
    if not same or shared < FEWEST_SURE:
        return False
    is_sure = same >= FEWEST_SURE or bool(numbers)
    return (near >= SAME_SHARE and (shared >= FEWEST_SHARED or is_sure)) or (
        is_sure and near >= SURE_SHARE and shared >= FEWEST_SHARED
    )


def _named(text: str) -> Iterator[str]:
    for word in content(text):
        if not word[0].isdigit() and not word.startswith(_OF_ALL):
            yield word[:_ROOT]
