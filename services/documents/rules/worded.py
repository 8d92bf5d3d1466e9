"""Lengths of work that are told without a number of years: "a decade in audit", "18 months on"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBERS = {"half a": 0.5, "an": 1, "a": 1, "one": 1, "two": 2, "three": 3}
_OF_WORK = (
    r"(?=['’]?s?['’]?\s+(?:or\ (?:more|so|longer|better)\b|(?:of|in|on|with|as|at|behind|doing"
    r"|working|running|managing|spent|experience|post|under)\b)|\W*$|['’]s?\s)"
)
_BEGIN = (
    r"(?:^|\b(?:least|with|have|had|has|for|spent|minimum(?:\ of)?|over|bring|brings|need|needs"
    r"|want|ideally|preferably|about|roughly|around|than|upwards\ of|you[’']ve|and|got|worked)\b"
    r"|[(:,–—-])\W*$"
)
_MANY = "|".join(word.replace(" ", "[ ]") for word in _NUMBERS)
_DECADES = re.compile(
    rf"(?<!\w)(?P<many>{_MANY})\s+(?:solid\s|good\s|full\s)?decades?\b{_OF_WORK}",
    re.IGNORECASE | re.VERBOSE,
)
_HALVES = re.compile(
    r"""(?<!\w)(?:(?P<whole>an?|one|two|three)\s+years?\s+and\s+a\s+half\b
    |(?P<number>one|two|three|four)\s+and\s+a\s+half\s+years?\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_A_YEAR = re.compile(rf"(?<!\w)(?P<many>half\ a|a)\ year\b{_OF_WORK}", re.IGNORECASE | re.VERBOSE)
_HALF_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_AS_WORK_BEGINS = re.compile(_BEGIN, re.IGNORECASE | re.VERBOSE)
_OF_OTHERS = re.compile(
    r"\b(?:last|past|next|previous|coming|once|twice|times|every|per|each|days?|hours?|weeks?)\W+$",
    re.IGNORECASE,
)
_BEFORE = 24


@dataclass(frozen=True)
class Length:
    """Where it stands in a clause, and how many years it is."""

    start: int
    end: int
    years: float


def lengths_in(clause: str) -> Iterator[Length]:
    """Decades, halves and single years, where they are of work and not how often or when."""
    for found in _DECADES.finditer(clause):
        yield Length(*found.span(), 10 * _NUMBERS[" ".join(found["many"].lower().split())])
    for found in _HALVES.finditer(clause):
        whole = (found["whole"] or found["number"]).lower()
        yield Length(*found.span(), _HALF_NUMBERS[whole] + 0.5)
    for found in _A_YEAR.finditer(clause):
        before = clause[max(0, found.start() - _BEFORE) : found.start()]
        if _AS_WORK_BEGINS.search(before) and not _OF_OTHERS.search(before):
            yield Length(*found.span(), _NUMBERS[found["many"].lower()])
