"""What was told to one question, occasion by occasion: what two of them show is never added up.

A reply that sets a scene of its own, tells a deed in it and hardly shares a word with what was told
before is of another occasion, as is what follows "another time" or "a second example" and tells a
deed. All else goes on with what was told before it: a reply to a follow-up mostly does.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from chassis.hearing.detectors import detect
from chassis.hearing.text import Piece, content
from contracts.evidence import EvidenceType
from contracts.interview import Turn, TurnKind

SHARED = 0.25
"""Of the shorter one's words: with fewer in common, two replies tell of different things."""

_OPENS = {EvidenceType.SITUATION, EvidenceType.OWN_ACTION}
_ANOTHER = re.compile(
    r"^\W*(?:(?:and|also|then|well|so|oh|but|or|i(?:’ve| have)|there(?:’s| is))\W+)*"
    r"(?:(?:on|at|in|for|to give|as)\s+)?"
    r"(?:another|a (?:second|different|further)|one more|the second)\s+"
    r"(?:time|occasion|example|case|story|situation|instance|one)\b"
    r"(?! (?:that|the same|this)\b)",
    re.IGNORECASE,
)


def occasions(own: Sequence[Piece]) -> list[list[Piece]]:
    """The sentences of an answer in order, those of one occasion together; at least one list."""
    found: list[list[Piece]] = []
    for part, is_marked in _parts(own):
        if found and _is_another(part, found[-1], is_marked=is_marked):
            found.append(part)
        elif found:
            found[-1] += part
        else:
            found.append(part)
    return found or [[]]


def tries_in(turns: Sequence[Turn]) -> Iterator[list[Turn]]:
    """The answers in `turns` of one question, try by try: each begins where it was asked again."""
    one: list[Turn] = []
    for turn in turns:
        if turn.kind is TurnKind.RETRY:
            yield one
            one = []
        elif turn.kind is TurnKind.ANSWER:
            one.append(turn)
    yield one


def opens(part: Sequence[Piece]) -> bool:
    """Whether it sets a scene and does something in it, read by itself."""
    return _shown(part) >= _OPENS


def hardly_share(one: str, other: str) -> bool:
    ours, theirs = set(content(one)), set(content(other))
    return len(ours & theirs) < SHARED * min(len(ours), len(theirs))


def _parts(own: Sequence[Piece]) -> Iterator[tuple[list[Piece], bool]]:
    """Replies, cut where words say that another occasion begins; and whether they do."""
    for _, reply in groupby(own, key=lambda piece: piece.turn_id):
        part: list[Piece] = []
        is_marked = False
        for sentence in reply:
            if _ANOTHER.search(sentence.text):
                if part:
                    yield part, is_marked
                part, is_marked = [], True
            part.append(sentence)
        yield part, is_marked


def _is_another(part: Sequence[Piece], before: Sequence[Piece], *, is_marked: bool) -> bool:
    if is_marked:
        return EvidenceType.OWN_ACTION in _shown(part) and EvidenceType.OWN_ACTION in _shown(before)
    is_apart = hardly_share(_text(part), _text(before))
    return is_apart and opens(part) and opens(before)


def _shown(part: Sequence[Piece]) -> set[EvidenceType]:
    return {one.type for one in detect(part) if not one.is_unreal}


def _text(part: Sequence[Piece]) -> str:
    return " ".join(sentence.text for sentence in part)
