"""What is said of home beside the story: of one's family, one's childhood, one's faith, the soup.

People say such things out of nerves, and who they are and whom they love may move no level. A
sentence is left out where its form says that it may be of home and nothing ties it to the rest: it
shares no word that names something, and what follows does not point back at whoever it names.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import Sign, compiled, read_toml, words
from chassis.hearing.relevance import subject_of
from chassis.hearing.text import Piece, content
from services.feedback.rules.answering.worklife import is_of_firm, is_of_service

HERE = Path(__file__).parent

_TELLER = re.compile(r"\b(?:i|me|we|us)\b", re.IGNORECASE)
_BORN = re.compile(r"\bthat i (?:was|am|would|will)\b[^,.;]*", re.IGNORECASE)
"""What one's family says of one: no deed."""

_POINTS_AT = re.compile(
    r"^\W*(?:\w+ ){0,3}?(?:he|she|they|him|her|them|his|their)\b", re.IGNORECASE
)


def without_private(told: Sequence[Piece]) -> list[Piece]:
    """`told` without what is of home; all of it where nothing else is told."""
    if is_of_firm(told) or not any(_may_be_private(one) for one in told):
        return list(told)
    kept = [one for place, one in enumerate(told) if not _is_private(told, place)]
    return kept if any(content(one.text) for one in kept) else list(told)


def _is_private(told: Sequence[Piece], place: int) -> bool:
    sentence = told[place]
    if not _may_be_private(sentence):
        return False
    rest = " ".join(one.text for at, one in enumerate(told) if at != place)
    after = told[place + 1].text if place + 1 < len(told) else ""
    is_pointed_at = _is_of_kin(sentence) and bool(_POINTS_AT.search(after))
    return not (is_pointed_at or _named(sentence.text) & _named(rest))


def _may_be_private(sentence: Piece) -> bool:
    if _any("worship", sentence.text):
        return True
    if _any("of_oneself", sentence.text) or _is_of_kin(sentence):
        return not is_of_service([sentence])
    return _any("of_things", sentence.text) and not _TELLER.search(sentence.text)


def _is_of_kin(sentence: Piece) -> bool:
    """Whether it only tells of one's family, and of no need of theirs."""
    head = _lists()["of_kin"].match(sentence.text)
    if head is None or _any("in_need", sentence.text):
        return False
    return not _TELLER.search(_BORN.sub(" ", sentence.text[head.end() :]))


def _named(text: str) -> set[str]:
    return {one for one in subject_of(text) if not words().is_general(one)}


def _any(name: str, text: str) -> bool:
    return bool(_lists()[name].search(text))


@cache
def _lists() -> dict[str, Sign]:
    read = TypeAdapter(dict[str, dict[str, str]]).validate_python(read_toml(HERE / "private.toml"))
    pieces = read.pop("pieces")
    return {name: compiled(list(signs.values()), pieces) for name, signs in read.items()}
