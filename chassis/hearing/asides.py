"""Whether a sentence stands beside the story that an answer tells.

"The canteen there does a very good soup." It has the form of a reason, and has nothing to do with
what was done. Such a sentence names nothing that another one names, takes up nothing with a word
such as "they" or "this", tells no own deed, calls itself no reason and no lesson, and sets no
scene. An answer of one or two sentences has none: there is no story yet to be beside.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from chassis.hearing.lexicon import Sign, sign_lists, signs, words
from chassis.hearing.persons import names_people
from chassis.hearing.text import Piece, content
from chassis.hearing.turns import is_for_worse
from contracts.evidence import EvidenceType

FEWEST_SENTENCES = 3

OPENING = 2
"""Sentences in which a scene of the past may be set that nothing takes up again."""

_CALL_THEMSELVES = set(EvidenceType) - {EvidenceType.SITUATION, EvidenceType.OWN_ACTION}

_ROOT = 5
"""Letters with which words of one family begin."""


def without_asides(sentences: Sequence[Piece]) -> list[Piece]:
    """`sentences` of one answer without those beside its story; the first may set the scene."""
    told = [one for one in sentences if content(one.text)]
    if len(told) < FEWEST_SENTENCES:
        return list(sentences)
    named = [_roots(one.text) for one in told]
    times = Counter(root for roots in named for root in roots)
    asides = {
        id(one)
        for place, (one, roots) in enumerate(zip(told, named, strict=True))
        if all(times[root] == 1 for root in roots) and _is_aside(one, is_opening=place < OPENING)
    }
    return [one for one in sentences if id(one) not in asides]


def _is_aside(sentence: Piece, *, is_opening: bool) -> bool:
    lists, text = sign_lists("asides.toml"), sentence.text
    own, hearing = EvidenceType.OWN_ACTION, signs()
    is_deed = any(one[own].search(text) for one in (hearing.clause, hearing.now, hearing.opening))
    ties = (lists["takes_up"], lists["looks_back"], *_named_signs())
    is_tied = names_people(text) or is_for_worse(text) or any(tie.search(text) for tie in ties)
    return not (is_tied or is_deed or (is_opening and _is_scene(text)))


def _named_signs() -> Iterator[Sign]:
    """Those by which results, figures, reasons, alternatives and lessons call themselves so."""
    hearing = signs()
    tables = (
        hearing.clause,
        hearing.late,
        hearing.opening,
        hearing.sentence,
        hearing.sentence_late,
    )
    for table in tables:
        yield from (sign for kind, sign in table.items() if kind in _CALL_THEMSELVES)


def _is_scene(text: str) -> bool:
    """Whether it tells of the past, or has no verb that says when."""
    lists = sign_lists("outcomes.toml")
    is_past = lists["past"].search(text) or lists["refused"].search(text)
    return bool(is_past) or not lists["says_when"].search(text)


def _roots(text: str) -> frozenset[str]:
    """The beginnings of the words that name something particular."""
    named = (re.sub(r"’s$", "", word) for word in content(text))
    return frozenset(one[:_ROOT] for one in named if one.isalpha() and not words().is_general(one))
