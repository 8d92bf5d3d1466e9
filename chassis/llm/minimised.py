"""Text as it may leave: only the lines that a call needs, without what tells whose they are.

Names, contacts, employers, schools, addresses, numbers and full dates are replaced by tokens such
as `[[EMPLOYER_1]]`, always the same for the same words, and put back into what comes out. Only
`minimise` makes a `Minimised`, and only a `Minimised` goes into a model (`client.py`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from chassis.llm.capitals import Capitals
from chassis.llm.traces import IsTerm, people_beside, traces
from chassis.llm.ways import FoundName, KnownNames, NameKind
from contracts.disclosure import SentField

__all__ = ["Minimised", "NameKind", "SentLine", "minimise"]

_MADE_HERE = object()

Reader = Callable[[str], Iterator[FoundName]]
"""Finds what must not leave in one line."""


@dataclass(frozen=True)
class SentLine:
    """One line of a document: `id` is what the model calls it by."""

    id: str
    field: SentField
    text: str


@dataclass(frozen=True)
class Minimised:
    """Lines without names. Made by `minimise` alone: the constructor refuses everybody else."""

    lines: tuple[SentLine, ...]
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


def minimise(
    lines: Sequence[SentLine],
    names: Iterable[tuple[NameKind, str]],
    is_term: IsTerm = lambda _: False,
) -> Minimised:
    """`lines` with every one of `names` replaced wherever it stands, also as it is said for short.

    So is what looks like an address, a number, a birthday or another person, and every word whose
    capital nobody can explain, unless it `is_term`: too much hidden costs the model a word, and
    too little cannot be taken back. The same input gives the same tokens.
    """
    others = (who for line in lines for who in people_beside(line.text, is_term))
    known = KnownNames(chain(names, ((NameKind.PERSON, who) for who in dict.fromkeys(others))))
    capitals = Capitals((line.text for line in lines), is_term)
    readers = (known.find, partial(traces, is_term=is_term), capitals.find)
    tokens = _Tokens()
    hidden = tuple(
        SentLine(line.id, line.field, tokens.put_into(line.text, _found(line.text, readers)))
        for line in lines
    )
    return Minimised(hidden, tokens.names, _MADE_HERE)


def _found(text: str, readers: Iterable[Reader]) -> Iterator[FoundName]:
    """From left to right; what overlaps is one, of the first kind that says more than "a name"."""
    every = sorted(
        chain.from_iterable(read(text) for read in readers), key=lambda it: (it.start, -it.end)
    )
    last: FoundName | None = None
    for each in every:
        if last is not None and each.start < last.end:
            kind = each.kind if last.kind is NameKind.NAME else last.kind
            last = FoundName(last.start, max(last.end, each.end), kind)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


class _Tokens:
    """Handed out in the order in which the words are met; `names` is what each stands for."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._tokens: dict[str, str] = {}
        self._counts: dict[NameKind, int] = {}

    def put_into(self, text: str, found: Iterable[FoundName]) -> str:
        pieces, at = [], 0
        for each in found:
            pieces += [text[at : each.start], self._of(each.kind, text[each.start : each.end])]
            at = each.end
        return "".join([*pieces, text[at:]])

    def _of(self, kind: NameKind, said: str) -> str:
        folded = " ".join(said.lower().split())
        if folded not in self._tokens:
            number = self._counts[kind] = self._counts.get(kind, 0) + 1
            token = self._tokens[folded] = f"[[{kind.name}_{number}]]"
            self.names[token] = said
        return self._tokens[folded]
