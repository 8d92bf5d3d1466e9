"""Whether an answer lists what somebody has done, and what of it then counts as evidence.

Many deeds in a row of which none leads to the next are no story: whatever is said of them all
("everything ran better, I learned that ownership matters") could stand behind any list. So beside a
list a result, a reason or a lesson counts where it names something.

A statement is no story either: "I led a team of 12 and we cut costs by 90 percent" tells one deed
and what came of it. The same words are no scene too, and a reason, a choice or a lesson beside them
has to name something.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from chassis.hearing.found import Found, deeds_among
from chassis.hearing.lexicon import signs
from chassis.hearing.substance import is_thin, particulars
from chassis.hearing.text import Piece, all_words, clauses, content
from contracts.evidence import EvidenceType

FEWEST_DEEDS, FEWEST_THINGS = 4, 6
"""In a row, to be a list."""

LONGEST_DEED, LONGEST_THING = 8, 4
"""Words of one in a list."""

FEWEST_NAMED = 2
"""Words that not every story of work has, in what counts beside a list."""

_DEED = {EvidenceType.OWN_ACTION}
_HAPPENED = {EvidenceType.OWN_ACTION, EvidenceType.RESULT, EvidenceType.MEASURE}
_SAID_OF_IT = {EvidenceType.REASONING, EvidenceType.TRADE_OFF, EvidenceType.REFLECTION}
"""What is thought of a deed: words in it picture nothing."""

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_AND_I = re.compile(r"\s+and (?=(?:also |then )?i\b)", re.IGNORECASE)
_LEADS_ON = re.compile(
    r"\b(?:it|them|him|her|he|she|each|both|there|this|that|these|those|then|first|next|after\w*"
    r"|before|until|because|since|so|again|instead|\d+)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:i|we|he|she|it|they|is|are|was|were|had|has|have)\b", re.IGNORECASE)


def without_hollow(told: Sequence[Piece], found: Sequence[Found]) -> list[Found]:
    """`found` without what names nothing, where the answer is a list, and without what needs an
    occasion, where it pictures none.
    """
    if _is_list(told):
        return [one for one in found if one.type in _DEED or _names(one.words, FEWEST_NAMED)]
    if is_thin(telling(told, found)):
        deeds = deeds_among(found)
        return [one for one in found if one.type in _HAPPENED or _is_beside(one, deeds)]
    return list(found)


def telling(told: Sequence[Piece], found: Sequence[Found]) -> list[Piece]:
    """The sentences that tell where it was, what was done and what came of it."""
    happened = [one for one in found if one.type not in _SAID_OF_IT]
    return [sentence for sentence in told if any(one.is_in(sentence) for one in happened)]


def _is_beside(one: Found, deeds: Sequence[Piece]) -> bool:
    """Whether it names something, in other words than those that tell the deed."""
    return one.words not in deeds and _names(one.words, 1)


def _names(said: Piece, fewest: int) -> bool:
    return len(set(particulars(said.text))) >= fewest


def _is_list(told: Sequence[Piece]) -> bool:
    deeds = _longest(_is_bare_deed(part) for part in _parts(told, _AND_I))
    return deeds >= FEWEST_DEEDS or _longest(map(_is_thing, _parts(told, _AND))) >= FEWEST_THINGS


def _parts(told: Sequence[Piece], joint: re.Pattern[str]) -> Iterator[str]:
    for sentence in told:
        for clause in clauses(sentence):
            yield from (part for part in joint.split(clause.text) if content(part))


def _longest(is_one: Iterable[bool]) -> int:
    return max((sum(1 for _ in run) for is_so, run in groupby(is_one) if is_so), default=0)


def _is_bare_deed(part: str) -> bool:
    """Whether it says that one did something, in a few words that lead nowhere."""
    is_deed = signs().clause[EvidenceType.OWN_ACTION].search(part)
    is_short = len(all_words(part)) <= LONGEST_DEED
    return bool(is_deed) and is_short and not _LEADS_ON.search(part)


def _is_thing(part: str) -> bool:
    is_short = len(all_words(part)) <= LONGEST_THING
    return is_short and not _FINITE.search(part)
