"""Headings and dates in the left margin: each goes before the lines that it stands beside.

A margin is no column, for what it says belongs to the lines at its right. Nor is it a cell of their
rows: a heading with its date below it, or one that is set in the middle of what it announces, would
cut sentences in two.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from services.documents.extract.columns import DATED, MIN_ROWS, free_stretches
from services.documents.extract.pieces import Piece, rows

_MOST_CHARACTERS = 40
"""Of one line in a margin."""

_MOST_SHARE = 0.4
"""Of the characters beside it that a margin may hold; a column holds more."""

_FEWEST_UNLEVEL = 2
"""Lines in the margin that no line beside them is level with; without any, rows read well."""

_EDGE = 3.0
_ALIGNED = 0.7
_MOST_GUTTERS = 8
_LEVEL = 0.35
_NEAR = 0.8
_TOGETHER = 2.2
_APART = 1.75

Row = list[Piece]


def rows_beside_margin(some: Sequence[Piece]) -> list[Row]:
    """The rows in reading order; without a margin, from top to bottom."""
    plain = rows(some)
    best, most = None, 0
    for gutter in _gutters(some):
        for top, bottom in free_stretches(plain, gutter):
            margin = _Margin.of([r for r in plain if bottom <= r[0].y <= top], gutter)
            if margin is not None and margin.weight > most:
                best, most = (margin, top, bottom), margin.weight
    if best is None:
        return plain
    margin, top, bottom = best
    above, below = ([r for r in plain if r[0].y > top], [r for r in plain if r[0].y < bottom])
    return [*above, *margin.read(), *below]


def _gutters(some: Sequence[Piece]) -> list[float]:
    """Left edges of most pieces, without the leftmost: there the margin itself begins."""
    edges = Counter(round(piece.x0) for piece in some)
    often = [x for x, count in edges.most_common(_MOST_GUTTERS) if count >= MIN_ROWS]
    return [x - 2.0 for x in sorted(often)[1:]]


@dataclass(frozen=True)
class _Margin:
    left: list[Piece]
    right: list[Row]

    @classmethod
    def of(cls, beside: Sequence[Row], gutter: float) -> "_Margin | None":
        pieces = [piece for row in beside for piece in row]
        left = rows(piece for piece in pieces if piece.x1 <= gutter)
        right = rows(piece for piece in pieces if piece.x0 >= gutter)
        found = cls([_whole(row) for row in left], right)
        return found if len(right) >= MIN_ROWS and found._is_one() else None

    @property
    def weight(self) -> int:
        return sum(len(piece.text) for row in self.right for piece in row)

    @property
    def _size(self) -> float:
        """Of the print at the right; small capitals have none to be measured by."""
        return median(row[0].size for row in self.right)

    def _is_one(self) -> bool:
        unlevel = sum(not any(_is_level(one, row[0]) for row in self.right) for one in self.left)
        held = sum(len(one.text) for one in self.left)
        return (
            unlevel >= _FEWEST_UNLEVEL
            and all(len(one.text) <= _MOST_CHARACTERS for one in self.left)
            and held <= _MOST_SHARE * self.weight
            and _are_aligned(self.left)
            and all(map(self._is_beside, self._groups()))
        )

    def _is_beside(self, group: Sequence[Piece]) -> bool:
        """Whether it begins next to a line at the right, or before all of them, or after."""
        begin, near = group[0].y, _NEAR * self._size
        if not self.right[-1][0].y - near <= begin <= self.right[0][0].y + near:
            return True
        above = [row[0].y for row in self.right if row[0].y >= begin]
        below = [row[0].y for row in self.right if row[0].y <= begin]
        is_within = above and below and above[-1] - below[0] <= _APART * self._size
        return bool(is_within) or any(abs(y - begin) <= near for y in (*above[-1:], *below[:1]))

    def read(self) -> Iterator[Row]:
        """Each row at the right, with what the margin says of it above it, a date before it."""
        said: dict[int, list[Piece]] = {}
        for group in self._groups():
            said.setdefault(self._place(group, said), []).extend(group)
        for number, row in enumerate(self.right):
            told = said.get(number, [])
            dated = told and (DATED.search(told[-1].text) or _is_level(told[-1], row[0]))
            headings = told[:-1] if dated else told
            for above, piece in enumerate(headings):
                yield [replace(piece, y=row[0].y + (len(headings) - above) * _EDGE)]
            yield [replace(told[-1], y=row[0].y), *row] if dated else row
        for piece in said.get(len(self.right), []):
            yield [piece]

    def _groups(self) -> list[list[Piece]]:
        """Lines of the margin right under each other; a date ends its group."""
        groups: list[list[Piece]] = []
        for one in self.left:
            above = groups[-1][-1] if groups else None
            if above and self._is_under(above, one) and not DATED.search(above.text):
                groups[-1].append(one)
            else:
                groups.append([one])
        return groups

    def _is_under(self, above: Piece, below: Piece) -> bool:
        return above.y - below.y <= _TOGETHER * max(self._size, above.size, below.size)

    def _place(self, group: Sequence[Piece], taken: dict[int, list[Piece]]) -> int:
        """The number of the row at the right that the group stands before."""
        begin = group[0].y + _NEAR * self._size
        at = next((n for n, row in enumerate(self.right) if row[0].y <= begin), len(self.right))
        if DATED.search(group[-1].text):
            return at
        first = at
        while first > 0 and not _is_apart(self.right[first - 1], self.right[first : first + 1]):
            first -= 1
        return at if any(first <= number <= at for number in taken) else first


def _is_apart(above: Row, below: Sequence[Row]) -> bool:
    if not below:
        return True
    size = max(above[0].size, below[0][0].size)
    return above[0].y - below[0][0].y > _APART * size


def _is_level(one: Piece, other: Piece) -> bool:
    return abs(one.y - other.y) <= _LEVEL * min(one.size, other.size)


def _are_aligned(some: Sequence[Piece]) -> bool:
    """Whether most begin, or most end, at one edge."""
    for edges in ([piece.x0 for piece in some], [piece.x1 for piece in some]):
        common = max(Counter(round(x / _EDGE) for x in edges).values(), default=0)
        if common >= _ALIGNED * len(some):
            return True
    return False


def _whole(row: Row) -> Piece:
    """What stands on one line of the margin, as one piece."""
    return replace(row[0], text=" ".join(piece.text for piece in row), x1=row[-1].x1)
