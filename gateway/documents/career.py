"""The roles of a résumé on one line of years, as a picture beside what they say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from contracts.analysis import Month, Role

WIDTH = 1000
"""The drawing's own units; the page stretches it."""
LEAST = 8
MOST_TICKS = 6
_YEAR = 12


@dataclass(frozen=True)
class Bar:
    """One role: where it begins and how long it is, in units of `WIDTH`."""

    role: Role
    left: float
    width: float


@dataclass(frozen=True)
class Career:
    """`bars` in the order of the résumé, from January of `since` to the end of `until`.

    `ticks` are where every `step`th year begins.
    """

    bars: tuple[Bar, ...]
    since: int
    until: int
    step: int
    ticks: tuple[float, ...]


def career_of(roles: Iterable[Role], read_at: datetime) -> Career | None:
    """A role that goes on ends at `read_at`. None where fewer than two roles say from when to when.

    Roles without both dates are left out of the picture.
    """
    today = read_at.year * _YEAR + read_at.month
    spans = [
        (role, begin, end)
        for role in roles
        if (begin := _first(role.start)) is not None
        and (end := _behind(role.end) or (today if role.is_current else None)) is not None
        and begin < end
    ]
    if len(spans) < 2:  # one bar alone shows nothing
        return None
    since = min(begin for _, begin, _ in spans) // _YEAR
    until = (max(end for _, _, end in spans) - 1) // _YEAR
    years = until - since + 1
    unit, step = WIDTH / (years * _YEAR), -(-years // MOST_TICKS)
    bars = tuple(
        Bar(
            role,
            left=round((begin - since * _YEAR) * unit, 1),
            width=max(round((end - begin) * unit, 1), LEAST),
        )
        for role, begin, end in spans
    )
    ticks = tuple(round(year * _YEAR * unit, 1) for year in range(0, years, step))
    return Career(bars, since, until, step, ticks)


def _first(month: Month | None) -> int | None:
    """The first month meant, counted from year 0."""
    if month is None:
        return None
    year, _, number = month.partition("-")
    return int(year) * _YEAR + int(number or 1) - 1


def _behind(month: Month | None) -> int | None:
    """The month after the last one meant."""
    if month is None:
        return None
    year, _, number = month.partition("-")
    return int(year) * _YEAR + int(number or _YEAR)
