"""Degrees and schools: one entry per degree, however its facts are spread over lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from services.documents.rules.dates import Period, periods
from services.documents.rules.heads import period_of
from services.documents.rules.pages import Line, Range, cells, trimmed
from services.documents.rules.wording import degree, is_place, school_weight
from services.documents.rules.wraps import is_full, joined, width_of

MAX_LINE_CHARACTERS = 160

_CUT = re.compile(r",\s+|\s+[-–—]\s+|\s+(?:at|from|@)\s+|\s*[;|]\s*|:\s+")
_FIELD = re.compile(
    r"\W*(?:in|of|degree|en|de|di|im|der|with|\(?hons?\b|honou?rs)\b", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\W*(?:c?gpa|grade|score|thesis|dissertation|advis|relevant|coursework|courses?|incoming"
    r"|modules|dean|awards?|activities|focus|specializ|note|abschlussnote|minor\b|scholarship"
    r"|honou?rs?\b(?! (?:degree|bachelor)))",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"[^\W\d_]{4}\.$")


@dataclass(frozen=True)
class FoundEntry:
    """`title` is what it is called, `detail` who gave it or what it is about."""

    title: Range
    detail: Range | None = None
    period: Period | None = None


@dataclass(frozen=True)
class _Facts:
    degree: Range | None = None
    school: Range | None = None
    period: Period | None = None

    def plus(self, other: "_Facts") -> "_Facts":
        """Both together; what this one knows already stays."""
        return _Facts(
            self.degree or other.degree,
            self.school or other.school,
            self.period or other.period,
        )

    def lacks(self, other: "_Facts") -> bool:
        """Whether the other says only what is missing here."""
        is_new = not (self.degree and other.degree) and not (self.school and other.school)
        says = bool(other.degree or other.school)
        return is_new and (says or self.period is None)


def education_in(text: str, lines: Sequence[Line]) -> list[FoundEntry]:
    """A school without a degree stands for itself; a second degree may share its school."""
    lines = _unwrapped(text, lines)
    plain = [line for line in lines if not line.is_bullet]
    facts = list(_gathered(text, plain)) or list(_gathered(text, lines))
    found: list[FoundEntry] = []
    school: Range | None = None
    for fact in facts:
        school = fact.school or school
        if fact.degree:
            found.append(FoundEntry(fact.degree, school, fact.period))
        elif fact.school:
            found.append(FoundEntry(fact.school, None, fact.period))
    return found


def _gathered(text: str, lines: Sequence[Line]) -> Iterator[_Facts]:
    open_: _Facts | None = None
    for line in lines:
        fact = _facts_of(text, line)
        if open_ is None:
            open_ = fact
        elif open_.lacks(fact):
            open_ = open_.plus(fact)
        elif fact.degree or fact.school or _is_only_a_date(line, fact):
            yield open_
            open_ = fact
    if open_ is not None and (open_.degree or open_.school):
        yield open_


def _is_only_a_date(line: Line, fact: _Facts) -> bool:
    """It begins the next entry where the one above has its dates already."""
    said = fact.period
    return said is not None and (said.start, said.end) == trimmed(line, line.body, line.end)


def _unwrapped(text: str, lines: Sequence[Line]) -> list[Line]:
    """A narrow column cuts "Gulf Technical / University" and "BSc in Civil / Engineering"."""
    width = width_of(lines)

    def joins(above: Line, below: Line, *, is_school: bool) -> bool:
        if above.is_bullet or _ASIDE.match(below.content) or not is_full(above, below, width):
            return False
        first, second = _facts_of(text, above), _facts_of(text, below)
        if first.period or second.period or second.degree:
            return False
        if is_school:
            return not (first.degree or first.school) and second.school is not None
        return first.degree is not None and second.school is None

    schools = joined(text, lines, partial(joins, is_school=True))
    return list(joined(text, list(schools), partial(joins, is_school=False)))


def _facts_of(text: str, line: Line) -> _Facts:
    """What one line says; nothing where it is an aside such as a grade or a course."""
    if len(line.text) > MAX_LINE_CHARACTERS or _ASIDE.match(line.content):
        return _Facts()
    fact = _Facts(period=period_of(text, line))
    for start, end in cells(line):
        for cell in _without_dates(text, line, start, end):
            fact = fact.plus(_facts_of_cell(text, line, cell))
    return fact


def _facts_of_cell(text: str, line: Line, cell: Range) -> _Facts:
    """A degree with its field up to the school; the school up to its place."""
    fact = _Facts()
    is_open = False
    for start, end in _parts(text, cell):
        said = text[start:end]
        named = degree(said)
        if named and not fact.degree:
            fact = fact.plus(_degree_and_school(line, said, start, named))
            is_open = fact.school is None
        elif school_weight(said) and not fact.school:
            fact = fact.plus(_Facts(school=(start, end - _stop(said))))
            is_open = False
        elif is_open and fact.degree and not is_place(said):
            fact = _Facts((fact.degree[0], end), fact.school, fact.period)
    return fact


def _stop(said: str) -> int:
    """One for the full stop that ends a line, none for that of an abbreviation."""
    return int(_FULL_STOP.search(said) is not None)


def _degree_and_school(line: Line, said: str, start: int, named: re.Match[str]) -> _Facts:
    """Two things may stand without a separator: "PhD Princeton University"."""
    before, after = said[: named.start()], said[named.end() :]
    if school_weight(before):
        school = trimmed(line, start, start + named.start())
        return _Facts((start + named.start(), start + len(said)), school)
    if school_weight(after) and not _FIELD.match(after):
        school = trimmed(line, start + named.end(), start + len(said))
        return _Facts((start + named.start(), start + named.end()), school)
    return _Facts((start, start + len(said)))


def _parts(text: str, cell: Range) -> Iterator[Range]:
    at = cell[0]
    for cut in _CUT.finditer(text, *cell):
        if text.count("(", cell[0], cut.start()) > text.count(")", cell[0], cut.start()):
            continue
        yield at, cut.start()
        at = cut.end()
    yield at, cell[1]


def _without_dates(text: str, line: Line, start: int, end: int) -> Iterator[Range]:
    at = start
    for period in periods(text, start, end):
        yield trimmed(line, at, period.start)
        at = period.end
    yield trimmed(line, at, end)
