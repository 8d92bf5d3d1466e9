"""A story of one occasion that is told in the present tense, heard as if it stood in the past.

"In 2021 our machine stop ten times in a day. I look at every stop and I write the time." Many who
learnt English late tell so, and many others who are in the middle of a story. What the verbs say is
the same. So such sentences are put into the past for the search alone, and what is found is told by
the words that were said. What is always or now so stays in the present.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pydantic import TypeAdapter

from chassis.hearing.found import Found
from chassis.hearing.lexicon import HERE, Sign, even, read_toml, sign_lists, signs
from chassis.hearing.text import Piece
from contracts.evidence import EvidenceType
from contracts.message import Message, TurnId

FEWEST_DEEDS = 2
"""Deeds in the present tense, and at least as many as in the past, that make a telling one of it."""

_ACTS = re.compile(
    r"\b(?P<who>i|we|he|she|they|it|who) (?P<between>(?:not |\w+ly |then |also |first |just )?)"
    r"(?P<verb>[a-z]{2,}(?:’t)?)\b",
    re.IGNORECASE,
)
_NOUN_ACTS = re.compile(
    r"\b(?:the|my|our|his|her|their|its|one|an?|both|each|every|this|that|two|three|some|all|new"
    r"|\w+s|people)(?: (?!to\b|not\b|i\b|we\b|he\b|she\b|they\b|it\b)\w+){0,3}? (?P<verb>[a-z]{2,}(?:’t)?)\b",
    re.IGNORECASE,
)
_COPULA = re.compile(r"\b(?P<verb>is|are|isn’t|aren’t|cannot|can’t)\b", re.IGNORECASE)
_STATES = frozenset("am is are have has do does want need like know think believe mean feel hope".split())
_WE = frozenset({"i", "we"})


@dataclass(frozen=True)
class _Change:
    """A verb at `start` to `end` of a sentence, and its past."""

    start: int
    end: int
    past: str
    is_deed: bool


@dataclass(frozen=True)
class Shadow:
    """A sentence as it would stand in the past, at a place of its own."""

    piece: Piece
    said: Piece
    changes: tuple[_Change, ...]

    def said_of(self, words: Piece) -> Piece:
        """The words that were said, for words found in the shadow."""
        start, end = (self._place(at - self.piece.start, is_end=is_end)
            for at, is_end in ((words.start, False), (words.end, True)))
        return self.said.part(start, end)

    def _place(self, at: int, *, is_end: bool) -> int:
        grown = 0
        for one in self.changes:
            begin = one.start + grown
            if at <= begin:
                break
            if at < begin + len(one.past):
                return one.end if is_end else one.start
            grown += len(one.past) - (one.end - one.start)
        return at - grown


def in_past(sentences: Sequence[Piece]) -> list[Shadow]:
    """The sentences in the past, where they tell of an occasion in the present; else none."""
    changes = [_changes(sentence.text) for sentence in sentences]
    deeds = sum(one.is_deed for each in changes for one in each)
    past = signs().clause[EvidenceType.OWN_ACTION]
    told = sum(1 for one in sentences for _ in past.finditer(one.text))
    if deeds < max(FEWEST_DEEDS, told) or not any(_list("on_occasion").search(s.text) for s in sentences):
        return []
    return list(_shadows(sentences, changes))


def said_again(found: Sequence[Found], shadows: Sequence[Shadow]) -> list[Found]:
    """`found` in shadows, by the words that were said."""
    return [
        replace(one, words=shadow.said_of(one.words))
        for one in found
        for shadow in shadows
        if one.is_in(shadow.piece)
    ]


def _shadows(
    sentences: Sequence[Piece], changes: Sequence[tuple[_Change, ...]]
) -> Iterator[Shadow]:
    grown: Counter[TurnId] = Counter()
    for sentence, each in zip(sentences, changes, strict=True):
        text, at = "", 0
        for one in each:
            text += sentence.text[at : one.start] + one.past
            at = one.end
        text += sentence.text[at:]
        start = sentence.start + grown[sentence.turn_id]
        grown[sentence.turn_id] += len(text) - len(sentence.text)
        yield Shadow(Piece(sentence.turn_id, start, start + len(text), text), sentence, each)


def _changes(text: str) -> tuple[_Change, ...]:
    """The verbs of a sentence that would stand in the past, in order."""
    if _list("in_general").search(text) or text.endswith("?"):
        return ()
    found: dict[int, _Change] = {}
    for hit in _ACTS.finditer(text):
        verb = hit["verb"].lower()
        is_own = hit["who"].lower() in _WE
        past = None if hit["between"].strip().lower() == "not" else _past_of(verb, is_own=is_own)
        if past:
            is_deed = is_own and verb not in _STATES and "’" not in verb
            found[hit.start("verb")] = _Change(*hit.span("verb"), past, is_deed)
    for sign in (_NOUN_ACTS, _COPULA):
        for hit in sign.finditer(text):
            verb = hit["verb"].lower()
            if sign is _COPULA or verb in _verbs().behind_noun:
                past = _past_of(verb, is_own=False)
                if past:
                    found.setdefault(hit.start("verb"), _Change(*hit.span("verb"), past, False))
    return tuple(found[at] for at in sorted(found))


def _past_of(verb: str, *, is_own: bool) -> str | None:
    verbs = _verbs()
    if verb in verbs.no_telling or verb in verbs.pasts or verb.endswith(("ed", "ly")):
        return None
    if verb in verbs.irregular:
        return verbs.irregular[verb]
    base = verb
    if not is_own and verb.endswith("s") and not verb.endswith("ss"):
        base = verb[:-1]
        base = re.sub(r"(?<=ch|sh|ss)e$|(?<=x|z)e$", "", base)
        base = re.sub(r"ie$", "y", base) if len(base) > 3 else base
    if base in verbs.irregular:
        return verbs.irregular[base]
    if base.endswith("e"):
        return base + "d"
    return re.sub(r"(?<=[^aeiou])y$", "i", base) + "ed"


class _Verbs(Message):
    irregular: dict[str, str]
    pasts: frozenset[str]
    no_telling: frozenset[str]
    behind_noun: frozenset[str]


@cache
def _verbs() -> _Verbs:
    read = TypeAdapter(dict[str, str]).validate_python(read_toml(HERE / "verbs.toml"))
    pairs = re.split(r"[|\n]", even(read["irregular"]))
    irregular = dict(pair.split() for pair in pairs if pair.strip())
    return _Verbs(
        irregular=irregular,
        pasts=frozenset(irregular.values()),
        no_telling=frozenset(read["no_telling"].split()),
        behind_noun=frozenset(read["behind_noun"].split()),
    )


def _list(name: str) -> Sign:
    return sign_lists("tense.toml")[name]
