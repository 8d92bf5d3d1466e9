"""One figure that was taken back, and what stands where it was put right more than once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chassis.hearing.text import Piece
from contracts.message import TurnId
from services.feedback.rules.figures import Figure

Told = tuple[Figure, Piece]


@dataclass(frozen=True)
class Retraction:
    """A figure that was taken back, where it stands, and where the words stand that did so."""

    figure: Figure
    said: Piece
    correction: Piece
    now: Figure | None
    is_mention: bool = False
    """Whether it was said in another session and is only named here, to be taken back."""
    is_again: bool = False
    """Whether it had itself put a figure right: of that the last words stand."""

    @property
    def place(self) -> tuple[int, int]:
        """Of the figure with what it counts, in its turn."""
        return self.said.start + self.figure.start, self.said.start + self.figure.end


def like(now: Figure, like: Figure) -> Figure:
    """A correction's figure; where it names nothing, it counts what the first one did."""
    kind, unit = (now.kind, now.unit) if now.unit else (like.kind, like.unit)
    return Figure(kind, now.value, unit, now.start, now.number_end, now.end)


def counting(known: Sequence[Told], mended: Iterable[Retraction]) -> list[Told]:
    """`known`, where the number that put a slip right counts what the slip did: after "twelve
    porters. No, eighty" these are eighty porters.
    """
    right = {_at(one.correction, one.now): one.now for one in mended if one.now is not None}
    return [(like(figure, right.get(_at(piece, figure), figure)), piece) for figure, piece in known]


def to_the_last(found: Sequence[Retraction]) -> list[Retraction]:
    """`found`, each with the last words that put its figure right: "no, eighty. Actually seventy"
    leaves the seventy.
    """
    rights = {_at(one.correction, one.now) for one in found if one.now is not None}
    last: dict[tuple[TurnId, int], Retraction] = {}
    for one in reversed(found):
        place = _at(one.said, one.figure)
        then = last.get(_at(one.correction, one.now)) if one.now else None
        last[place] = replace(_with_last(one, then), is_again=place in rights)
    return list(reversed(last.values()))


def _with_last(one: Retraction, then: Retraction | None) -> Retraction:
    """As `then` puts right what had put it right."""
    if then is None:
        return one
    now = like(then.now, one.figure) if then.now else None
    return replace(one, correction=then.correction, now=now)


def _at(piece: Piece, figure: Figure) -> tuple[TurnId, int]:
    """Where a figure stands in what was said."""
    return piece.turn_id, piece.start + figure.start
