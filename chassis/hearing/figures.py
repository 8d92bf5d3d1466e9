"""Whether a figure is one of the story: of what was done, where and when it was done, and had.

"Our rent rose from 900 to 1200" measures no deed at work, nor does what another place did, what is
hoped for, from when to when one works, or between which doors one drove.
"""

import re
from collections.abc import Sequence

from chassis.hearing.found import Found, deeds_among
from chassis.hearing.lexicon import Sign, sign_lists, signs
from chassis.hearing.persons import of_family
from chassis.hearing.text import Piece
from contracts.evidence import EvidenceType
from contracts.message import TurnId

_NUMBER = re.compile(r"\d[\d.,]*")
_MEASURES = {EvidenceType.RESULT, EvidenceType.MEASURE}


def says_the_same(words: str) -> bool:
    """Whether a figure is compared with an equal one: "3 days instead of 3 days"."""
    numbers = _NUMBER.findall(words)
    return len(numbers) > 1 and len(set(numbers)) == 1


def may_be_measured(text: str) -> bool:
    """Whether a word in `text` may be of a figure: where none is, no figure need be looked for."""
    return bool(_list("may_be_measured").search(text))


def is_compared(text: str) -> bool:
    """Whether a figure in `text` says what it is to be compared with."""
    return may_be_measured(text) and bool(signs().modal["compared"].search(text))


def of_story(sentences: Sequence[Piece], found: Sequence[Found]) -> list[Found]:
    """`found` without figures of another matter, and without the results that they would show."""
    deeds = [(deed.turn_id, deed.start) for deed in deeds_among(found)]
    return [
        one
        for one in found
        if one.type not in _MEASURES
        or not _list("any").search(one.words.text)
        or not (_is_no_measure(one.words.text) or _is_of_another(one, sentences, deeds))
    ]


def _is_no_measure(words: str) -> bool:
    return any(_list(name).search(words) for name in ("hoped", "hours", "address"))


def _is_of_another(
    one: Found, sentences: Sequence[Piece], deeds: Sequence[tuple[TurnId, int]]
) -> bool:
    """`deeds`: the turn and the place of each."""
    sentence = next((each for each in sentences if one.is_in(each)), None)
    if sentence is None or any(
        turn == sentence.turn_id and sentence.start <= at < sentence.end for turn, at in deeds
    ):
        return False
    told = sentence.text[: one.words.end - sentence.start]
    if _list("elsewhere").search(told):
        return True
    whose = of_family(told) or _private(told)
    if whose is None:
        return False
    rest = " ".join(each.text for each in sentences if each != sentence)
    return not re.search(rf"\b{re.escape(whose)}", rest, re.IGNORECASE)


def _private(told: str) -> str | None:
    """What of one's own household or body is told of: its noun."""
    hit = _list("private").search(told)
    return hit[hit.lastgroup] if hit and hit.lastgroup else None


def _list(name: str) -> Sign:
    return sign_lists("figures.toml")[name]
