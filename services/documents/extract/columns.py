"""The columns of a page: a side bar is read apart, dates at the margin stay with their line.

Only geometry and years are looked at. Tried and refused: the order of the content stream (some
generators print all dates after all bullets) and cutting at every empty vertical strip (a strip
also lies between titles and the dates at the right margin).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, median

from services.documents.extract.pieces import Piece, rows

MIN_ROWS = 3
"""Fewer lines beside each other are a table or a heading with its date, not a column."""

_SAME_EDGE = 3.0
_LEVEL = 1.5
_RUN_GAP = 2.2
_DENSE_ROWS = 15
_NOTE_CHARACTERS = 32
_MOST_LEVEL = 0.8
DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2} (?:years?|months?|yrs?|mos?)\b", re.IGNORECASE)


@dataclass
class Block:
    """Pieces that are read column by column; one column means the whole width.

    `gutters` are the x where one column ends and the next begins.
    """

    columns: list[list[Piece]]
    gutters: tuple[float, ...] = ()


def blocks(page: Sequence[Piece]) -> list[Block]:
    """The page from top to bottom."""
    cut = _best_cut(page)
    if cut is None:
        return [Block([list(page)])] if page else []
    gutter, top, bottom = cut
    above = [piece for piece in page if piece.y > top]
    below = [piece for piece in page if piece.y < bottom]
    beside = [piece for piece in page if bottom <= piece.y <= top]
    left = [piece for piece in beside if piece.x1 <= gutter]
    right = [piece for piece in beside if piece.x0 >= gutter]
    return [*blocks(above), _nested(left, gutter, right), *blocks(below)]


def _nested(left: list[Piece], gutter: float, right: list[Piece]) -> Block:
    """Three columns: the right side is cut once more where it has a gutter from top to bottom."""
    inner = blocks(right)
    if len(inner) == 1 and inner[0].gutters:
        return Block([left, *inner[0].columns], (gutter, *inner[0].gutters))
    return Block([left, right], (gutter,))


def _best_cut(page: Sequence[Piece]) -> tuple[float, float, float] | None:
    """Gutter, top and bottom of the largest stretch that has two columns."""
    best, most = None, 0
    lines = rows(page)
    for gutter in _candidates(page):
        for top, bottom in free_stretches(lines, gutter):
            beside = [piece for piece in page if bottom <= piece.y <= top]
            left = [piece for piece in beside if piece.x1 <= gutter]
            right = [piece for piece in beside if piece.x0 >= gutter]
            weight = min(_characters(left), _characters(right))
            if weight > most and _are_columns(left, right):
                best, most = (gutter, top, bottom), weight
    return best


def _candidates(page: Sequence[Piece]) -> list[float]:
    """Left edges that at least three pieces share."""
    edges = Counter(round(piece.x0) for piece in page)
    shared = [x for x in sorted(edges) if edges[x - 1] + edges[x] + edges[x + 1] >= MIN_ROWS]
    return [x - 2.0 for x in shared if x - 1 not in shared]


def free_stretches(lines: Sequence[list[Piece]], gutter: float) -> list[tuple[float, float]]:
    """Top and bottom of each run of lines that nothing carries across the gutter."""
    stretches: list[tuple[float, float]] = []
    run: list[float] = []
    for row in lines:
        if any(piece.x0 < gutter < piece.x1 for piece in row):
            if run:
                stretches.append((run[0], run[-1]))
            run = []
        else:
            run.extend((max(p.y for p in row), min(p.y for p in row)))
    return [*stretches, (run[0], run[-1])] if run else stretches


def _are_columns(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    if len(left) < MIN_ROWS or len(right) < MIN_ROWS:
        return False
    left_rows, right_rows = rows(left), rows(right)
    if min(len(left_rows), len(right_rows)) < MIN_ROWS:
        return False
    if max(p.x1 for p in left) + median(p.size for p in right) / 2 > min(p.x0 for p in right):
        return False
    if _are_notes(_beside(left, right_rows), right_rows):
        return False
    if _are_notes(_beside(right, left_rows), left_rows):
        return False
    if _is_flush_right(right):
        return False
    return not (_is_table(left_rows, right_rows) or _are_labels(left_rows, right_rows))


def _beside(side: Sequence[Piece], other: Sequence[list[Piece]]) -> list[Piece]:
    """The pieces of one side that stand beside a run of lines of the other."""
    found: list[Piece] = []
    run: list[list[Piece]] = []
    for row in (*other, None):
        if row and (not run or run[-1][0].y - row[0].y <= _RUN_GAP * row[0].size):
            run.append(row)
            continue
        if len(run) >= MIN_ROWS:
            top, bottom = run[0][0].y + 1, run[-1][0].y - 1
            found += [piece for piece in side if bottom <= piece.y <= top]
        run = [row] if row else []
    return found


def _are_notes(side: Sequence[Piece], other: Sequence[list[Piece]]) -> bool:
    """Nothing, dates and durations at the margin, or bullets and numbers without their text.

    A date at the margin is level with the line that it belongs to; one of a side bar need not be.
    """
    if not side or median(len(piece.text) for piece in side) <= 3:
        return True
    dated = [piece for piece in side if DATED.search(piece.text)]
    short = median(len(piece.text) for piece in side) <= _NOTE_CHARACTERS
    levels = [row[0].y for row in other]
    level = sum(any(abs(piece.y - y) < _LEVEL for y in levels) for piece in dated)
    return short and len(dated) >= 0.4 * len(side) and level >= 0.5 * len(dated)


def _is_flush_right(side: Sequence[Piece]) -> bool:
    """Set against the right margin, as places and dates are; ragged on the left."""
    edges = Counter(round(piece.x1) for piece in side)
    edge = max(sorted(edges), key=edges.__getitem__)
    flush = sum(abs(piece.x1 - edge) <= _SAME_EDGE for piece in side)
    starts = [piece.x0 for piece in side]
    is_ragged = len({round(x / _SAME_EDGE) for x in starts}) > len(side) / 3
    is_short = mean(len(piece.text) for piece in side) <= _NOTE_CHARACTERS
    return is_short and is_ragged and flush >= 0.7 * len(side)


def _is_table(left: list[list[Piece]], right: list[list[Piece]]) -> bool:
    """Short cells that stand row by row beside something."""
    levels = [row[0].y for row in left]
    level = sum(any(abs(row[0].y - y) < 1 for y in levels) for row in right)
    is_short = mean(sum(len(p.text) for p in row) for row in right) <= _NOTE_CHARACTERS
    return is_short and level >= 0.9 * len(right) and len(right) < _DENSE_ROWS


def _are_labels(left: list[list[Piece]], right: list[list[Piece]]) -> bool:
    """Dates and labels, each level with what it is of, beside text with hardly a date itself."""
    is_short = mean(sum(len(p.text) for p in row) for row in left) <= _NOTE_CHARACTERS
    dated, others = ([row for row in side if _has_date(row)] for side in (left, right))
    levels = [row[0].y for row in right]
    level = sum(any(abs(row[0].y - y) < _LEVEL for y in levels) for row in dated)
    is_theirs = len(dated) >= MIN_ROWS and len(others) < len(dated) / 2
    return is_short and is_theirs and level >= _MOST_LEVEL * len(dated)


def _has_date(row: Iterable[Piece]) -> bool:
    return any(DATED.search(piece.text) for piece in row)


def _characters(some: Iterable[Piece]) -> int:
    return sum(len(piece.text) for piece in some)
