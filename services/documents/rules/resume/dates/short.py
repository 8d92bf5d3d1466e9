"""Ranges whose years have two digits and no mark: "5/13 – 1/15", "Jan 18 – Mar 21", "9/19 – now".

One such date alone could be anything, a fraction or a day; as a range it is from when to when.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.documents.rules.resume.dates.words import FROM, NOW, SINCE, TO, month_named

_LATEST = 2039
"""Later ones are no years: "8.30 – 9.45" is a time of day."""


def _moment(side: str) -> str:
    return (
        rf"(?:(?P<{side}month>0?[1-9](?=/)|0[1-9]|1[0-2])(?P<{side}by>[/.])(?P<{side}year>\d\d)"
        rf"|(?P<{side}name>[^\W\d_]{{3,10}})\.?[ ](?P<{side}short>\d\d))(?![\w%/]|[.,:]\d)"
    )


_FIRST, _LAST = _moment("a"), _moment("b")
_BEFORE = r"(?<![\w/.:,$€£#%+-])"
_RANGE = re.compile(
    rf"(?:{FROM})?{_BEFORE}{_FIRST}(?:{TO}(?:{_LAST}(?!,?[ ]?(?:19|20)\d\d)|{NOW}))"
    rf"|{SINCE}{_BEFORE}{_moment('s')}(?=[ ]*(?:$|[\n\t,;)|]))",
    re.IGNORECASE,
)
_MAY_BE = re.compile(r"\d[/.]\d\d(?!\d)|[^\W\d_][. ]{1,2}\d\d(?!\d)")
"""Where none of this is, there is no such range: most lines can be passed over."""


@dataclass(frozen=True)
class ShortRange:
    """`first` and `last` are a year and a month each; `last` is None while it goes on."""

    start: int
    end: int
    first: tuple[int, int]
    last: tuple[int, int] | None


def short_ranges(text: str, start: int, end: int) -> Iterator[ShortRange]:
    """Every such range in `text[start:end]`, in order."""
    if not _MAY_BE.search(text, start, end):
        return
    for found in _RANGE.finditer(text, start, end):
        first = _read(found, "a") or _read(found, "s")
        last = _read(found, "b")
        is_closed = any(found[name] for name in ("bmonth", "bname"))
        if first is None or (is_closed and (last is None or last < first)):
            continue
        yield ShortRange(found.start(), found.end(), first, last)


def _read(found: re.Match[str], side: str) -> tuple[int, int] | None:
    """The year and the month of one side; None where it says something else."""
    if (name := found[f"{side}name"]) is not None:
        number, year = month_named(name), _full(found[f"{side}short"])
    elif found[f"{side}month"]:
        number, year = int(found[f"{side}month"]), _full(found[f"{side}year"])
        if found[f"{side}by"] == "." and year == 2000:
            return None  # "8.00" is a time of day.
    else:
        return None
    return (year, number) if number and year <= _LATEST else None


def _full(short: str) -> int:
    return 2000 + int(short) if int(short) < 50 else 1900 + int(short)
