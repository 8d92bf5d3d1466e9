"""In which ways a name is written, and where one of many stands in a text.

A firm is called by less than its name ("Tidewater" for "Tidewater Robotics GmbH"), a person by a
part of it. A word that is ordinary as well ("next", "mark") is a name only with a capital.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from chassis.namelists.words import words


class NameKind(StrEnum):
    PERSON = "person"
    CONTACT = "contact"
    EMPLOYER = "employer"
    SCHOOL = "school"
    ADDRESS = "address"
    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    """Of whom or what nobody knows."""


_LEAST_LETTERS = 3
"""A shorter part of a name is an initial or a word like "de": only whole names hide it."""
_LEAST_ALONE = 4
"""Letters of the first word of a firm, or of a place, that stands for the whole."""

_LEGAL_FORM = re.compile(
    r"[\s,]+(?:gmbh(?: & co\. kg)?|inc|llc|llp|ltd|limited|plc|corp|corporation|co|company|ag|kg|se"
    r"|sa|sas|sarl|s\.a\.|s\.l\.|s\.r\.l\.|srl|spa|bv|b\.v\.|nv|ab|oy|as|aps|e\.v\.)\.?$",
    re.IGNORECASE,
)
_BODIES = (NameKind.EMPLOYER, NameKind.SCHOOL)
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class FoundName:
    """`[start, end)` of a text that must not leave."""

    start: int
    end: int
    kind: NameKind


@dataclass(frozen=True)
class Way:
    """One way to write a name; `needs_capital` where the same in small letters is a word."""

    said: str
    needs_capital: bool = False


def ways(kind: NameKind, name: str) -> Iterator[Way]:
    """A name as it is, and as it is said for short."""
    for said in _said(kind, name):
        yield Way(said, needs_capital=said.lower() in words("ordinary") and not said.islower())
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    if kind in _BODIES and len(initials) >= _LEAST_LETTERS:
        yield Way(initials, needs_capital=True)


def _said(kind: NameKind, name: str) -> Iterator[str]:
    if not name.strip():
        return
    yield name
    if kind is NameKind.PERSON:
        parts = (part for part in name.split() if part.lower() not in words("particles"))
        yield from (part for part in parts if len(part) >= _LEAST_LETTERS)
    elif kind is NameKind.CONTACT:
        yield from filter(_stands_alone, map(str.strip, name.split(",")))
    elif kind in _BODIES:
        yield from _for_short(_LEGAL_FORM.sub("", name).split())


def _for_short(said: list[str]) -> Iterator[str]:
    """Without what only says the trade, down to the first word."""
    if all(map(_says_trade, said)):
        yield " ".join(said)
        return
    while _says_trade(said[-1]):
        yield " ".join(said).strip(" ,&")
        said = said[:-1]
    yield " ".join(said)
    while _says_trade(said[0]):
        said = said[1:]
    yield " ".join(said)
    if _stands_alone(said[0]):
        yield said[0]


def _says_trade(word: str) -> bool:
    bare = word.strip("&,.-()").lower()
    return not bare or bare in words("trade")


def _stands_alone(word: str) -> bool:
    bare = word.strip("&,.-()").lower()
    is_known = bare in words("trade") or bare in words("ordinary")
    return len(bare) >= _LEAST_ALONE and not is_known and not any(map(str.isdigit, bare))


@dataclass
class _Node:
    """One token of the names that begin alike. `kind` is set where one of them ends."""

    after: dict[str, "_Node"] = field(default_factory=dict)
    kind: NameKind | None = None
    needs_capital: bool = False


class KnownNames:
    """Finds any of many names, in time that grows with the text and not with their number."""

    def __init__(self, named: Iterable[tuple[NameKind, str]]) -> None:
        self._root = _Node()
        for kind, name in named:
            for way in ways(kind, name):
                self._add(kind, way)

    def find(self, text: str) -> Iterator[FoundName]:
        """From left to right the longest at each place, in any case, none within another."""
        tokens = list(_TOKEN.finditer(text))
        at = 0
        while at < len(tokens):
            count, kind = self._longest(text, tokens, at)
            if kind is None:
                at += 1
                continue
            yield FoundName(tokens[at].start(), tokens[at + count - 1].end(), kind)
            at += count

    def _add(self, kind: NameKind, way: Way) -> None:
        node = self._root
        tokens = _TOKEN.findall(way.said)
        for token in tokens:
            node = node.after.setdefault(token.lower(), _Node())
        if tokens and (node.kind is None or node.needs_capital):
            node.kind = node.kind or kind
            node.needs_capital = way.needs_capital

    def _longest(
        self, text: str, tokens: Sequence[re.Match[str]], at: int
    ) -> tuple[int, NameKind | None]:
        """How many tokens from there are a name, and of which kind; None where they are none."""
        count, kind = 0, None
        has_capital = tokens[at][0][0].isupper()
        node = None if _is_word(text, tokens[at].start() - 1) else self._root
        for n in range(at, len(tokens)):
            node = node.after.get(tokens[n][0].lower()) if node else None
            if node is None:
                break
            is_whole = not _is_word(text, tokens[n].end())
            if node.kind and is_whole and (has_capital or not node.needs_capital):
                count, kind = n - at + 1, node.kind
        return count, kind


def _is_word(text: str, place: int) -> bool:
    return 0 <= place < len(text) and (text[place].isalnum() or text[place] == "_")
