"""Months as numbers, counted from year 0, so that they can be subtracted."""

from datetime import date

from contracts.analysis import Month


def month_of(month: Month, *, is_end: bool = False) -> int:
    """The number of a month; a bare year counts from its January, as an end to its December."""
    year, _, number = month.partition("-")
    if not number:
        number = "12" if is_end else "1"
    return int(year) * 12 + int(number) - 1


def month_on(day: date) -> int:
    return day.year * 12 + day.month - 1


def months_between(start: Month | None, end: Month | None, *, now: int | None) -> range:
    """The months from `start` to `end`, both included; `now` ends work that still goes on.

    Empty where the start, or both the end and `now`, are not known.
    """
    last = month_of(end, is_end=True) if end else now
    if start is None or last is None:
        return range(0)
    return range(month_of(start), last + 1)
