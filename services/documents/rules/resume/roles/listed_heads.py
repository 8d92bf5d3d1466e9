"""Heads of entries that are set as items of a list: "• March 2019 – today", "• Ward Sister"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from services.documents.rules.resume.dates.periods import periods
from services.documents.rules.resume.layout.lines import Line, trimmed
from services.documents.rules.wording import title_weight

_FEWEST = 2
_IS_TITLE = 2
_MOST_WORDS = 8


def with_plain_heads(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines; what is of a head has no bullet before it.

    Of a head is an item that is a range of dates and nothing else, and a title next to it. So are
    all items with one mark where most of them have such a range and those with another have none.
    """
    dated = {line.start for line in lines if line.is_bullet and _has_range(line)}
    if not dated:
        return tuple(lines)
    marks = _marks_of_heads(lines, dated)
    heads = {line.start for line in lines if line.is_bullet and line.text[0] in marks}
    heads |= set(_told_apart(lines, dated))
    return tuple(_bare(line) if line.start in heads else line for line in lines)


def _marks_of_heads(lines: Sequence[Line], dated: set[int]) -> set[str]:
    listed = [line for line in lines if line.is_bullet]
    marks = {line.text[0] for line in listed}
    with_dates = {line.text[0] for line in listed if line.start in dated}
    if with_dates == marks:
        return set()
    return {
        mark
        for mark in with_dates
        if (starts := [line.start for line in listed if line.text[0] == mark])
        and len(starts) >= _FEWEST
        and len(dated.intersection(starts)) > len(starts) / 2
    }


def _told_apart(lines: Sequence[Line], dated: set[int]) -> Iterator[int]:
    """Where items stand that are only dates, and titles above or below them."""
    alone = {line.start for line in lines if line.start in dated and _is_range(line)}
    yield from alone
    for above, below in pairwise(lines):
        for date, title in ((above, below), (below, above)):
            is_few = len(title.content.split()) <= _MOST_WORDS and title.is_bullet
            if date.start in alone and is_few and title_weight(title.content) == _IS_TITLE:
                yield title.start


def _has_range(line: Line) -> bool:
    return any(period.is_range for period in periods(line.content))


def _is_range(line: Line) -> bool:
    """Whether the item says from when to when, and nothing else."""
    start, end = trimmed(line, line.body, line.end)
    said = line.text[start - line.start : end - line.start]
    return any(p.is_range and (p.start, p.end) == (0, len(said)) for p in periods(said))


def _bare(line: Line) -> Line:
    return replace(line, start=line.body, text=line.content)
