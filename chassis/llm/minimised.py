"""Text as it may leave: only the lines that a call needs, without names of people and places.

Names, contacts, employers and schools are replaced by tokens such as `[[EMPLOYER_1]]`, always the
same for the same name, and put back into what comes out. Only `minimise` makes a `Minimised`, and
only a `Minimised` goes into a model (`client.py`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from contracts.disclosure import SentField

_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:https?://|www\.)\S+"
    r"|\b(?:linkedin\.com|github\.com|gitlab\.com|xing\.com)/\S+",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w.])(?:\+|00)\d[\d\s()./-]{6,}\d(?![\w])")
_LEAST_LETTERS = 3
"""A shorter part of a name is an initial or a word like "de": only whole names hide it."""

_MADE_HERE = object()


class NameKind(StrEnum):
    PERSON = "person"
    CONTACT = "contact"
    EMPLOYER = "employer"
    SCHOOL = "school"


@dataclass(frozen=True)
class Line:
    """One line of a document: `id` is what the model calls it by."""

    id: str
    field: SentField
    text: str


@dataclass(frozen=True)
class Minimised:
    """Lines without names. Made by `minimise` alone: the constructor refuses everybody else."""

    lines: tuple[Line, ...]
    _names: Mapping[str, str] = field(repr=False)
    _made_by: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if self._made_by is not _MADE_HERE:
            raise TypeError("Only minimise() makes what may leave.")

    @property
    def fields(self) -> tuple[SentField, ...]:
        """Which parts of the document are in it, each once, in order."""
        return tuple(dict.fromkeys(line.field for line in self.lines))

    def restored(self, said: str) -> str:
        """`said` with every token of ours replaced by the name that it stands for."""
        return _TOKEN.sub(lambda token: self._names.get(token[0], token[0]), said)


_TOKEN = re.compile(r"\[\[[A-Z]+_\d+\]\]")


def minimise(lines: Sequence[Line], names: Iterable[tuple[NameKind, str]]) -> Minimised:
    """`lines` with every one of `names` replaced wherever it stands, in any case.

    The parts of a person's name are replaced too, and so is whatever looks like an address or a
    number to call, whether it was read as one or not. The same input gives the same tokens.
    """
    tokens = _Tokens(names)
    hidden = tuple(Line(line.id, line.field, tokens.hide(line.text)) for line in lines)
    return Minimised(hidden, dict(tokens.names), _MADE_HERE)


class _Tokens:
    def __init__(self, names: Iterable[tuple[NameKind, str]]) -> None:
        self.names: dict[str, str] = {}
        self._tokens: dict[str, str] = {}
        self._counts: dict[NameKind, int] = {}
        for kind, name in names:
            for said in _ways(kind, name):
                self._token(kind, said)
        known = sorted(self._tokens, key=len, reverse=True)
        ways = (r"\s+".join(map(re.escape, name.split())) for name in known)
        self._known = re.compile("|".join(rf"(?<!\w){way}(?!\w)" for way in ways), re.IGNORECASE)

    def hide(self, text: str) -> str:
        for pattern in (_ADDRESS, _PHONE):
            text = pattern.sub(lambda hit: self._token(NameKind.CONTACT, hit[0]), text)
        if not self._known.pattern:
            return text
        return self._known.sub(lambda hit: self._tokens[_folded(hit[0])], text)

    def _token(self, kind: NameKind, name: str) -> str:
        known = self._tokens.get(_folded(name))
        if known is not None:
            return known
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        token = f"[[{kind.name}_{number}]]"
        self._tokens[_folded(name)] = token
        self.names[token] = name
        return token


def _ways(kind: NameKind, name: str) -> Iterator[str]:
    """A name as it is, and without its legal form; for a person each part that is long enough."""
    if name.strip():
        yield name
    if bare := _LEGAL_FORM.sub("", name).strip():
        yield bare
    if kind is NameKind.PERSON:
        yield from (part for part in name.split() if len(part) >= _LEAST_LETTERS)


_LEGAL_FORM = re.compile(
    r"[\s,]+(?:gmbh(?: & co\. kg)?|inc|llc|llp|ltd|limited|plc|corp|corporation|co|company|ag|kg|se"
    r"|sa|sas|sarl|s\.a\.|s\.l\.|s\.r\.l\.|srl|spa|bv|b\.v\.|nv|ab|oy|as|aps|e\.v\.)\.?$",
    re.IGNORECASE,
)
"""What an everyday name of a firm leaves out."""


def _folded(name: str) -> str:
    return " ".join(name.lower().split())
