"""Dates and ranges of a résumé: months in many languages, numbers, "since" and "present"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.documents.rules.resume.dates.short import ShortRange, short_ranges
from services.documents.rules.resume.dates.words import (
    DASH,
    FROM,
    MARK,
    NOW,
    SINCE,
    TO,
    is_season,
    month_named,
)
from services.documents.rules.wording import degree, title_weight

_YEAR = r"(?:19[5-9]|20[0-4])\d"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_HOW_LONG = (
    r"\d{1,2}\ (?:years?|yrs?|months?|mos?|Jahre?|Monate?|ans?|mois|años?|meses|anni|mesi)\b"
)
"""How long that was may be written right on to it, as pasted pages have it: "20194 years"."""
_MOMENT = re.compile(
    rf"""(?:(?<=至)|(?<![\w$€£#]))(?:
        (?:{_DAY}(?:st|nd|rd|th|er)?\.?[ ](?:(?i:of|de)[ ])?)?
        (?P<name>[^\W\d_]{{3,14}}|[qQ][1-4])\.?,?[ \n]{{0,2}}(?:{_DAY}(?:st|nd|rd|th)?,?[ ])?
        (?:(?i:of|de|del|do|năm)[ \n])?[-/'’]?(?P<named>{_YEAR}(?![-/.]\d)|['’]\d\d)
      | (?P<iso>{_YEAR})[-/.](?P<isomonth>0[1-9]|1[0-2])(?:[-/.]{_DAY})?
      | (?P<cjk>{_YEAR})[年년]\s?(?P<cjkmonth>{_MONTH})[月월]
      | (?:{_DAY}[./])?(?P<month>{_MONTH})[ ]?[./-][ ]?(?P<year>{_YEAR})
      | (?P<turned>{_YEAR})[-/.\ ](?P<after>[^\W\d_]{{3,9}})(?=\.?[ \t]*(?:[-–—,)|]|$|\n|\t|{TO}))
      | (?P<bare>{_YEAR})
    ){MARK}(?:(?<=[年년月월])|(?![\w%+])|(?={_HOW_LONG}))""",
    re.VERBOSE,
)
_HAS_DATE = re.compile(rf"{_YEAR}|['’]\d\d")
"""Where none of this is, there is no moment: most lines can be passed over."""

_UNTIL = re.compile(TO, re.IGNORECASE)
_UNTIL_NOW = re.compile(TO + NOW, re.IGNORECASE)
_UNTIL_SHORT = re.compile(TO + r"(?P<short>\d\d)(?![\w%+.,:/])")
_UNTIL_OPEN = re.compile(rf"[ \t]*{DASH}{{1,3}}(?=[ \t]*(?:$|\n|\t|[,)|]|[A-Z]))")
_FROM = re.compile(f"{FROM}$", re.IGNORECASE)
_SINCE = re.compile(f"{SINCE}$", re.IGNORECASE)
_FROM_MONTH = re.compile(rf"(?<!\w)(?P<first>[^\W\d_]{{3,14}})\.?{TO}$")
_LOOK_BACK = 30


@dataclass(frozen=True, order=True)
class Moment:
    """A year, and the month (1 to 12) where the text gives it, else 0."""

    year: int
    month: int = 0

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"


@dataclass(frozen=True)
class Period:
    """`text[start:end]` says from when to when; both are inclusive months or years.

    `last` is None while it goes on. One date alone is its own end. `is_vague` where a word stands
    in the place of a month that we do not know: then only its year counts.
    """

    start: int
    end: int
    first: Moment
    last: Moment | None
    is_current: bool = False
    is_vague: bool = False

    @property
    def is_range(self) -> bool:
        return self.first is not self.last


def periods(text: str, start: int = 0, end: int | None = None) -> Iterator[Period]:
    """Every date and range in `text[start:end]`, in order, without overlaps."""
    stop = len(text) if end is None else end
    short = [_of_short(found) for found in short_ranges(text, start, stop)]
    long = list(_long_periods(text, start, stop))
    apart = [p for p in long if not any(s.start < p.end and p.start < s.end for s in short)]
    yield from sorted([*short, *apart], key=lambda period: period.start) if short else long


def _of_short(found: ShortRange) -> Period:
    first = Moment(*found.first)
    last = Moment(*found.last) if found.last else None
    return Period(found.start, found.end, first, last, is_current=last is None)


def _long_periods(text: str, start: int, stop: int) -> Iterator[Period]:
    """Those with four digits of each year, or a mark before two."""
    if not _HAS_DATE.search(text, start, stop):
        return
    stamps = [_stamp(found) for found in _MOMENT.finditer(text, start, stop)]
    index = 0
    while index < len(stamps):
        stamp = stamps[index]
        after = stamps[index + 1] if index + 1 < len(stamps) else None
        ranged = _range(text, start, stamp, after) if after else None
        yield ranged or _alone(text, start, stamp, stop)
        index += 2 if ranged else 1


@dataclass(frozen=True)
class _Stamp:
    """One date and where it stands; `has_name` where its month is a word.

    It may have a word before its year that is no month we know, at `lead`. Alone a season says no
    month: of a range it is where it begins.
    """

    start: int
    end: int
    moment: Moment
    has_name: bool
    lead: int | None = None
    is_season: bool = False

    @property
    def has_month(self) -> bool:
        return self.moment.month > 0 or self.lead is not None


def _range(text: str, start: int, stamp: _Stamp, after: _Stamp) -> Period | None:
    """From one date to the next one; months that we do not know count where both have a month."""
    begin, ends = _beginning(text, start, stamp), after.start
    is_vague = False
    if not _UNTIL.fullmatch(text, stamp.end, ends):
        is_vague = stamp.has_month and _may_be_month(text, after)
        if not is_vague or not _UNTIL.fullmatch(text, stamp.end, after.lead or ends):
            return None
    is_beside_one = after.has_name or (stamp.lead is not None and text[stamp.lead].islower())
    if (is_vague or is_beside_one) and _may_be_month(text, stamp):
        begin, is_vague = begin if stamp.lead is None else stamp.lead, True
    begin = _with_from(text, start, begin)
    return Period(begin, after.end, stamp.moment, after.moment, is_vague=is_vague)


def _with_from(text: str, start: int, begin: int) -> int:
    said = _FROM.search(text, max(start, begin - _LOOK_BACK), begin)
    return said.start() if said else begin


def _may_be_month(text: str, stamp: _Stamp) -> bool:
    """Whether a word stands where a month does, and is not one of work or schools."""
    if stamp.lead is None:
        return False
    word = text[stamp.lead : stamp.start].strip(" .,")
    return not (degree(word) or title_weight(word) or _FROM.match(f"{word} "))


def _stamp(found: re.Match[str]) -> _Stamp:
    """Where the word before a year is no month, only the year counts."""
    name = found["name"]
    if found["turned"]:
        year, number = int(found["turned"]), month_named(found["after"])
        end = found.end() if number else found.end("turned")
        return _Stamp(found.start(), end, Moment(year, number or 0), has_name=number is not None)
    if name is None:
        year, month = _numbers(found)
        return _Stamp(found.start(), found.end(), Moment(year, month), has_name=False)
    year, number = _full(found["named"]), month_named(name)
    if number is None:
        lead = found.start()
        return _Stamp(found.start("named"), found.end(), Moment(year), has_name=False, lead=lead)
    at, moment = found.span(), Moment(year, number)
    return _Stamp(*at, moment, has_name=True, is_season=is_season(name))


def _numbers(found: re.Match[str]) -> tuple[int, int]:
    if found["iso"]:
        return int(found["iso"]), int(found["isomonth"])
    if found["cjk"]:
        return int(found["cjk"]), int(found["cjkmonth"])
    if found["year"]:
        return int(found["year"]), int(found["month"])
    return int(found["bare"]), 0


def _full(year: str) -> int:
    if len(year) == 4:
        return int(year)
    short = int(year[-2:])
    return 2000 + short if short < 50 else 1900 + short


def _alone(text: str, start: int, stamp: _Stamp, stop: int) -> Period:
    """A date without another one behind it: open, short, since, months of one year, or single."""
    first, begin = stamp.moment, _beginning(text, start, stamp)
    if now := _UNTIL_NOW.match(text, stamp.end, stop):
        begin = _with_from(text, start, begin)
        return Period(begin, now.end(), first, None, is_current=True)
    if short := _UNTIL_SHORT.match(text, stamp.end, stop):
        last = Moment(first.year - first.year % 100 + int(short["short"]))
        if first.year < last.year <= first.year + 20 and not first.month:
            return Period(begin, short.end(), first, last)
    if begin < stamp.start:
        before = _FROM_MONTH.search(text, begin, stamp.start)
        if before is None:
            return Period(begin, stamp.end, first, None, is_current=True)
        month = month_named(before["first"])
        return Period(begin, stamp.end, Moment(first.year, month or 0), first)
    if open_ := _UNTIL_OPEN.match(text, stamp.end, stop):
        return Period(begin, open_.end(), first, None, is_current=True)
    whole = Moment(first.year) if stamp.is_season else first
    return Period(begin, stamp.end, whole, whole)


def _beginning(text: str, start: int, stamp: _Stamp) -> int:
    """Where the words before a date belong to it: "since 2019", "Jan – Mar 2020"."""
    low = max(start, stamp.start - _LOOK_BACK)
    if since := _SINCE.search(text, low, stamp.start):
        return since.start()
    month = _FROM_MONTH.search(text, low, stamp.start)
    if month and stamp.has_name and month_named(month["first"]):
        return month.start()
    return stamp.start
