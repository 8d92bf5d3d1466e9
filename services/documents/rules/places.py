"""Places of a text: which parts of it an analysis quotes, and what lies between them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from pydantic import BaseModel

from contracts.evidence import Span

Range = tuple[int, int]
"""Half-open, in characters of the whole text."""

MAX_OTHERS = 40
"""Of the lines that fed nothing those that look like something are all told; of others so many,

what is beyond is only counted.
"""


def places_in(part: object) -> Iterator[Range]:
    """Every place that an analysis, or a part of one, quotes."""
    if isinstance(part, Span):
        yield part.start, part.end
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from places_in(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from places_in(item)


@dataclass(frozen=True)
class Places:
    """Places in order and apart from each other."""

    places: Sequence[Range]

    @classmethod
    def of(cls, places: Iterable[Range]) -> Self:
        apart: list[Range] = []
        for start, end in sorted(places):
            if apart and start <= apart[-1][1]:
                apart[-1] = (apart[-1][0], max(apart[-1][1], end))
            elif start < end:
                apart.append((start, end))
        return cls(apart)

    def touches(self, start: int, end: int) -> bool:
        return next(self.free_in(start, end), None) != (start, end)

    def free_in(self, start: int, end: int) -> Iterator[Range]:
        """What of this range is in none of the places."""
        at = start
        number = max(0, bisect_right(self.places, (start, start)) - 1)
        while number < len(self.places) and self.places[number][0] < end:
            first, last = self.places[number]
            if at < first:
                yield at, first
            at = max(at, last)
            number += 1
        if at < end:
            yield at, end
