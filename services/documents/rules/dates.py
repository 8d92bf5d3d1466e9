"""Dates and ranges of a résumé: months in fourteen languages, numbers, "since" and "present"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.documents.rules.lexicon import plain

_MONTHS = (
    "january jan januar janvier janv enero ene janeiro gennaio gen januari stycznia styczen",
    "february feb februar fevrier fevr febrero fevereiro fev febbraio februari lutego luty",
    "march mar marz maerz mars marzo marco maart mrt marca marzec mrz marts",
    "april apr avril avr abril abr aprile kwietnia kwiecien",
    "may mai mayo maio maggio mag mei maja maj",
    "june jun juni juin junio junho giugno giu czerwca czerwiec",
    "july jul juli juillet juil julio julho luglio lug lipca lipiec",
    "august aug aout agosto ago augustus sierpnia sierpien augusti",
    "september sep sept septembre septiembre setembro set settembre wrzesnia wrzesien",
    "october oct oktober okt octobre octubre outubro out ottobre ott pazdziernika pazdziernik",
    "november nov novembre noviembre novembro listopada listopad",
    "december dec dezember dez decembre diciembre dic dezembro dicembre grudnia grudzien desember",
    # A season begins in its month, on the northern half of the world.
)
_NUMBER_OF = {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split()}
_FINNISH = (
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu"
    " marraskuu joulukuu"
)
_NUMBER_OF |= {name: n for n, name in enumerate(_FINNISH.split(), 1)}
_NUMBER_OF |= {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
_NUMBER_OF |= {"q1": 1, "q2": 4, "q3": 7, "q4": 10}

_YEAR = r"(?:19[5-9]|20[0-4])\d"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MOMENT = re.compile(
    rf"""(?<![\w$€£#])(?:
        (?:{_DAY}(?:st|nd|rd|th|er)?\.?[ ])?
        (?P<name>[^\W\d_]{{3,12}}|[qQ][1-4])\.?,?[ \n]{{0,2}}(?:{_DAY}(?:st|nd|rd|th)?,?[ ])?
        (?:(?i:of|de|del)[ \n])?[-/]?(?P<named>{_YEAR}(?![-/.]\d)|['’]\d\d)
      | (?P<iso>{_YEAR})[-/.](?P<isomonth>0[1-9]|1[0-2])(?:[-/.]{_DAY})?
      | (?:{_DAY}[./])?(?P<month>{_MONTH})[ ]?[./-][ ]?(?P<year>{_YEAR})
      | (?P<bare>{_YEAR})
    )(?![\w%+])""",
    re.VERBOSE,
)
_HAS_DATE = re.compile(rf"{_YEAR}|['’]\d\d")
"""Where none of this is, there is no moment: most lines can be passed over."""

_DASH = r"[-~→–—―\u2010-\u2012\u2212]"
_TO = (
    rf"[ \t\n]*(?:{_DASH}{{1,3}}"
    r"|\b(?:to|until|till|through|thru|bis|a|à|au|al|hasta|até|tot|do)\b)[ \t\n]*"
)
_UNTIL = re.compile(_TO, re.IGNORECASE)
_UNTIL_NOW = re.compile(
    _TO + r"(?:present|current(?:ly)?|now|today|ongoing|date|heute|aktuell|jetzt|pr[ée]sent"
    r"|aujourd['’]hui|actuel(?:lement)?|actualidad|actualmente|actual|presente|hoy|atual(?:mente)?"
    r"|hoje|attuale|oggi|heden|nu|obecnie|nå(?:værende)?|nuværende|nuvarande|pågående"
    r"|nykyinen|nykyään)\b",
    re.IGNORECASE,
)
_UNTIL_SHORT = re.compile(_TO + r"(?P<short>\d\d)(?![\w%+.,:/])")
_UNTIL_OPEN = re.compile(rf"[ \t]*{_DASH}{{1,3}}(?=[ \t]*(?:$|\n|\t|[,)|]|[A-Z]))")
_FROM = re.compile(r"(?<!\w)(?:from|de|du|von|vom|van|dal|del)[ ]+$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|seit|ab|depuis|desde|dal|sinds|from)[ ]+$", re.IGNORECASE)
_FROM_MONTH = re.compile(rf"(?<!\w)(?P<first>[^\W\d_]{{3,12}})\.?{_TO}$")
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

    `last` is None while it goes on. One date alone is its own end.
    """

    start: int
    end: int
    first: Moment
    last: Moment | None
    is_current: bool = False

    @property
    def is_range(self) -> bool:
        return self.first is not self.last


def periods(text: str, start: int = 0, end: int | None = None) -> Iterator[Period]:
    """Every date and range in `text[start:end]`, in order, without overlaps."""
    stop = len(text) if end is None else end
    if not _HAS_DATE.search(text, start, stop):
        return
    stamps = [_stamp(found) for found in _MOMENT.finditer(text, start, stop)]
    index = 0
    while index < len(stamps):
        stamp = stamps[index]
        after = stamps[index + 1] if index + 1 < len(stamps) else None
        if after and _UNTIL.fullmatch(text, stamp.end, after.start):
            begin = _beginning(text, start, stamp)
            said = _FROM.search(text, max(start, begin - _LOOK_BACK), begin)
            yield Period(said.start() if said else begin, after.end, stamp.moment, after.moment)
            index += 1
        else:
            yield _alone(text, start, stamp, stop)
        index += 1


@dataclass(frozen=True)
class _Stamp:
    """One date and where it stands; `has_name` where its month is a word."""

    start: int
    end: int
    moment: Moment
    has_name: bool


def _stamp(found: re.Match[str]) -> _Stamp:
    """Where the word before a year is no month, only the year counts."""
    name = found["name"]
    if name is None:
        year, month = _numbers(found)
        return _Stamp(found.start(), found.end(), Moment(year, month), has_name=False)
    year, number = _full(found["named"]), _NUMBER_OF.get(plain(name))
    if number is None:
        return _Stamp(found.start("named"), found.end(), Moment(year), has_name=False)
    return _Stamp(found.start(), found.end(), Moment(year, number), has_name=True)


def _numbers(found: re.Match[str]) -> tuple[int, int]:
    if found["iso"]:
        return int(found["iso"]), int(found["isomonth"])
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
        return Period(begin, now.end(), first, None, is_current=True)
    if short := _UNTIL_SHORT.match(text, stamp.end, stop):
        last = Moment(first.year - first.year % 100 + int(short["short"]))
        if first.year < last.year <= first.year + 20 and not first.month:
            return Period(begin, short.end(), first, last)
    if begin < stamp.start:
        before = _FROM_MONTH.search(text, begin, stamp.start)
        if before is None:
            return Period(begin, stamp.end, first, None, is_current=True)
        month = _NUMBER_OF[plain(before["first"])]
        return Period(begin, stamp.end, Moment(first.year, month), first)
    if open_ := _UNTIL_OPEN.match(text, stamp.end, stop):
        return Period(begin, open_.end(), first, None, is_current=True)
    return Period(begin, stamp.end, first, first)


def _beginning(text: str, start: int, stamp: _Stamp) -> int:
    """Where the words before a date belong to it: "since 2019", "Jan – Mar 2020"."""
    low = max(start, stamp.start - _LOOK_BACK)
    if since := _SINCE.search(text, low, stamp.start):
        return since.start()
    month = _FROM_MONTH.search(text, low, stamp.start)
    if month and stamp.has_name and plain(month["first"]) in _NUMBER_OF:
        return month.start()
    return stamp.start
