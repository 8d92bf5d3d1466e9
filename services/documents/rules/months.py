"""Months as numbers, counted from year 0, so that they can be subtracted."""

from datetime import date

from contracts.analysis import Month

_HALF_A_YEAR = 6
"""By which a bare year is out in the middle of what it may mean."""


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

    A bare year counts from its middle, and as an end to its middle: "2019 – 2022" may be two years
    or four, and counts three. Empty where the start, or both the end and `now`, are not known.
    """
    last = month_of(end, is_end=True) if end else now
    if start is None or last is None:
        return range(0)
    first = month_of(start)
    is_open, is_shut = "-" not in start, end is not None and "-" not in end
    most = max(last + 1 - first, 0)
    unsure = min(_HALF_A_YEAR, most // (2 * (is_open + is_shut) or 1))
    return range(first + unsure * is_open, last + 1 - unsure * is_shut)
