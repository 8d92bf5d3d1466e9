"""Lines without marks: which begin anew, each a point of a list, and which were only wrapped.

A line that was wrapped had no room for the next word; one that its writer ended had.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

_OPEN_END = re.compile(
    r"(?:[,&(/–—:-]|\b(?:an?d?|the|or|of|for|in|by|to|with|at|as|on|from|such|including|your|our|their"
    r"|is|are|und|oder|für|mit|der|die|das|von))$",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"[.!?][)\"”]?$")
_SLACK = 0.12
"""Of the width: letters of a printed page are not equally wide, so that its lines are not."""

_FEWEST_PARALLELS = 3
_NARROWEST = 40
"""Characters; nobody wraps a page more narrowly."""


class Wrapping:
    """How wide a text was wrapped, by its lines that visibly go on. `runs` are adjacent lines."""

    def __init__(self, runs: Sequence[Sequence[str]]) -> None:
        widths = [len(above) for run in runs for above, below in pairwise(run) if _on(above, below)]
        self._width = median(widths) if widths else None

    def begins(self, run: Sequence[str]) -> tuple[bool, ...]:
        """For each line of the run but the first, whether it begins anew."""
        breaks = list(pairwise(run))
        width = max((len(a) for a, b in breaks if _on(a, b)), default=self._width)
        if _is_small_list(run, breaks):
            return (True,) * len(breaks)
        if width is None:
            return tuple(not _on(a, b) for a, b in breaks)
        has_room = [_has_room(a, b, width) for a, b in breaks]
        ended = sum(not _on(a, b) for a, b in breaks)
        is_narrow = max(map(len, run)) < _NARROWEST
        is_list = is_narrow or 2 * sum(has_room) > ended or _are_parallel(run)
        return tuple(
            not _on(a, b) and (room or is_list)
            for (a, b), room in zip(breaks, has_room, strict=True)
        )


def is_whole(line: str) -> bool:
    """Whether it ends as a sentence does."""
    return _WHOLE.search(line) is not None


def ends_openly(line: str) -> bool:
    """With a comma or a small word, behind which something must come."""
    return _OPEN_END.search(line) is not None


def _on(above: str, below: str) -> bool:
    """Whether a line visibly goes on in the next."""
    return below[0].islower() or below[0] in ")&" or ends_openly(above)


def _has_room(above: str, below: str, width: float) -> bool:
    return len(above) + 1 + len(below.split(maxsplit=1)[0]) <= width * (1 - _SLACK)


def _are_parallel(run: Sequence[str]) -> bool:
    """Whether every line begins as a point does, where in prose some would begin amid a sentence.

    Of two lines both begin with the same word.
    """
    if len(run) < _FEWEST_PARALLELS:
        return len({line.split()[0].lower() for line in run}) == 1
    return all(not line[0].islower() for line in run) and not any(map(ends_openly, run[:-1]))


def _is_small_list(run: Sequence[str], breaks: Sequence[tuple[str, str]]) -> bool:
    """Points that begin with a small letter or a number, at least half with room behind them."""
    is_small = not any(line[0].isupper() for line in run) and any(line[0].islower() for line in run)
    if len(run) < _FEWEST_PARALLELS or not is_small:
        return False
    if any(ends_openly(line) for line in run[:-1]):
        return False
    width = max(map(len, run))
    return width < _NARROWEST or 2 * sum(_has_room(a, b, width) for a, b in breaks) >= len(breaks)
