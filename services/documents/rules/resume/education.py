"""Degrees and schools: one entry per degree, however its facts are spread over lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from services.documents.rules.resume.dates import Period, periods
from services.documents.rules.resume.degrees import (
    at_each_degree,
    is_bare,
    is_complete,
    is_grade,
    is_subject,
    may_be_school,
)
from services.documents.rules.resume.heads import period_of
from services.documents.rules.resume.pages import Line, Range, cells, trimmed
from services.documents.rules.resume.wraps import ends_openly, is_full, joined, width_of
from services.documents.rules.wording import degree, is_place, school_weight

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
_EXPLAINED = re.compile(r"\s*\([a-zà-ÿ]")
"""Brackets in small letters say what it is, not where: "Matura (secondary school exam)"."""
_FULL_STOP = re.compile(r"[^\W\d_]{4}\.$")


@dataclass(frozen=True)
class FoundEntry:
    """`title` is what it is called, `detail` who gave it or what it is about.

    `subject` where what a bare degree is in stands elsewhere.
    """

    title: Range
    detail: Range | None = None
    period: Period | None = None
    subject: Range | None = None


@dataclass(frozen=True)
class _Facts:
    """`unknown` has no word of a degree or a school: it is the school where nothing else is.

    `is_apart` where a gap stands before them.
    """

    degree: Range | None = None
    school: Range | None = None
    period: Period | None = None
    unknown: Range | None = None
    is_apart: bool = False

    def is_led_by(self, text: str, school: Range) -> bool:
        """Whether the school stands on a line above its degree, so that others may follow."""
        return self.degree is None or "\n" in text[school[0] : self.degree[0]]

    def plus(self, other: "_Facts") -> "_Facts":
        """Both together; what this one knows already stays. What stands above a degree gave it."""
        gave = self.unknown if other.degree and not self.degree else None
        return _Facts(
            self.degree or other.degree,
            self.school or other.school or gave,
            self.period or other.period,
            self.unknown or other.unknown,
            self.is_apart,
        )

    def lacks(self, other: "_Facts") -> bool:
        """Whether the other says only what is missing here."""
        is_new = not (self.degree and other.degree) and not (self.school and other.school)
        says = bool(other.degree or other.school)
        if not says and other.unknown:
            is_open = not (self.unknown or (self.school and self.period))
            return self.degree is not None and is_open
        return is_new and (says or self.period is None)

    @property
    def is_whole(self) -> bool:
        return self.degree is not None and bool(self.school or self.unknown) and bool(self.period)


def education_in(text: str, lines: Sequence[Line]) -> list[FoundEntry]:
    """A school without a degree stands for itself; degrees below one share it, up to a gap."""
    lines = _unwrapped(text, lines)
    plain = [line for line in lines if not line.is_bullet]
    facts = list(_gathered(text, plain)) or list(_gathered(text, lines))
    found: list[FoundEntry] = []
    shared: Range | None = None
    for fact in facts:
        own = fact.school or (fact.unknown if fact.degree else None)
        if own or fact.is_apart:
            shared = own if own and fact.is_led_by(text, own) else None
        if fact.degree:
            subject = fact.unknown if fact.school and _may_be_subject(text, fact) else None
            found.append(FoundEntry(fact.degree, own or shared, fact.period, subject))
        elif fact.school:
            found.append(FoundEntry(fact.school, None, fact.period))
    return found


def _may_be_subject(text: str, fact: _Facts) -> bool:
    """Whether a degree lacks what it is in, and something that may be it stands beside it."""
    if fact.degree is None or fact.unknown is None:
        return False
    return is_bare(text[slice(*fact.degree)]) and is_subject(text[slice(*fact.unknown)])


def _gathered(text: str, lines: Sequence[Line]) -> Iterator[_Facts]:
    """Where gaps part entries, a line behind one that has no word that we know is of none."""
    open_: _Facts | None = None
    are_parted = not all(line.follows_gap for line in lines[1:])
    for fact, line in _facts(text, lines):
        is_named = fact.degree or fact.school or fact.period
        if open_ is None:
            open_ = fact
        elif are_parted and fact.is_apart and open_.degree and not is_named:
            continue
        elif open_.lacks(fact) and not (are_parted and _is_parted(open_, fact)):
            open_ = open_.plus(fact)
        elif fact.degree or fact.school or _is_only_a_date(line, fact) or _begins(open_, fact):
            yield open_
            open_ = fact
    if open_ is not None and (open_.degree or open_.school):
        yield open_


def _is_parted(open_: _Facts, fact: _Facts) -> bool:
    """Whether a school behind a gap belongs to what follows, not to the dated degree above."""
    is_dated = open_.degree is not None and open_.period is not None
    return fact.is_apart and fact.school is not None and is_dated


def _facts(text: str, lines: Sequence[Line]) -> Iterator[tuple[_Facts, Line]]:
    """What each line says; where one names several degrees, one school may be that of all."""
    for line in lines:
        parts = list(at_each_degree(text, line))
        facts = [_facts_of(text, part) for part in parts]
        schools = {fact.school or fact.unknown for fact in facts} - {None}
        for number, (fact, part) in enumerate(zip(facts, parts, strict=True)):
            whole = replace(fact, is_apart=number == 0 and line.follows_gap)
            if len(facts) > 1 and len(schools) == 1 and not (fact.school or fact.unknown):
                whole = replace(whole, school=next(iter(schools)))
            yield whole, part


def _begins(open_: _Facts, fact: _Facts) -> bool:
    """A line without a word that we know, after an entry that has everything."""
    return open_.is_whole and fact.unknown is not None


def _is_only_a_date(line: Line, fact: _Facts) -> bool:
    """It begins the next entry where the one above has its dates already."""
    said = fact.period
    return said is not None and (said.start, said.end) == trimmed(line, line.body, line.end)


def _unwrapped(text: str, lines: Sequence[Line]) -> list[Line]:
    """A narrow column cuts "Gulf Technical / University" and "BSc in Civil / Engineering"."""
    width = width_of(lines)

    def is_cut_school(above: Line, below: Line) -> bool:
        first, second = _facts_of(text, above), _facts_of(text, below)
        is_open = first.unknown and not (first.degree or first.school or first.period)
        is_rest = second.school and not (second.degree or second.period or above.is_bullet)
        return bool(is_open and is_rest) and is_full(above, below, width)

    def is_cut_degree(above: Line, below: Line) -> bool:
        first, second = _facts_of(text, above), _facts_of(text, below)
        is_open = first.degree and not (first.school or first.period or above.is_bullet)
        if not is_open or second.degree or _ASIDE.match(below.content) or is_place(below.text):
            return False
        begun = _facts_of_cell(text, below, next(_parts(text, (below.body, below.end))))
        is_before = below.start in before_schools or bool(second.school and not begun.school)
        return is_before and not begun.school and is_full(above, below, width)

    for is_cut in (_is_open_degree, partial(_is_tail, text), is_cut_school):
        lines = list(joined(text, lines, is_cut))
    before_schools = {
        above.start for above, below in pairwise(lines) if _facts_of(text, below).school
    }
    return list(joined(text, lines, is_cut_degree))


def _is_tail(text: str, above: Line, below: Line) -> bool:
    """The end of a range of dates, small letters, or "College, 2012" of a school's name."""
    is_other = _ASIDE.match(below.content) or "@" in below.text
    is_long = len(above.text) > MAX_LINE_CHARACTERS
    if below.is_bullet or below.follows_gap or is_other or is_long:
        return False
    if any(p.start < above.end < p.end for p in periods(text, above.body, below.end)):
        return True
    first, *_ = re.split(r"[,(]", below.text, maxsplit=1)
    is_bare = len(first.split()) == 1 and school_weight(first) > 0
    has_name = above.text[-1].isalpha() and not degree(above.text.rpartition(",")[2])
    is_open = not above.is_bullet and _facts_of(text, above).period is None
    return is_open and ((is_bare and has_name) or below.text[0].islower())


def _is_open_degree(above: Line, below: Line) -> bool:
    """As in "Licenciatura en / Derecho"."""
    return degree(above.text) is not None and ends_openly(above) and not below.follows_gap


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
    last = cell[0]
    for start, end in _parts(text, cell):
        said = text[start:end]
        named = degree(said)
        is_listed, last = "," in text[last:start], end
        if named and not fact.degree:
            fact = fact.plus(_degree_and_school(line, said, start, named))
            is_open = fact.school is None
        elif school_weight(said) and not fact.school:
            fact = fact.plus(_Facts(school=(start, end - _stop(said))))
            is_open = False
        elif is_open and fact.degree and (is_listed or named) and _goes_on(text, fact, said):
            fact = replace(fact, degree=(fact.degree[0], end))
        elif may_be_school(said):
            fact = fact.plus(_Facts(unknown=(start, end - _stop(said))))
            is_open = False
    return fact


def _goes_on(text: str, fact: _Facts, said: str) -> bool:
    """Whether what a comma parts from a degree belongs to it: no place, no school without a word

    of one, as in "PGCE, Goldsmiths", where the degree says already what it is in.
    """
    if is_place(said) or fact.degree is None:
        return False
    is_whole = is_complete(text[slice(*fact.degree)])
    return not (is_whole and may_be_school(said)) or is_subject(said) or is_grade(said)


def _stop(said: str) -> int:
    """One for the full stop that ends a line, none for that of an abbreviation."""
    return int(_FULL_STOP.search(said) is not None)


def _degree_and_school(line: Line, said: str, start: int, named: re.Match[str]) -> _Facts:
    """Two things may stand without a separator: "PhD Princeton University"."""
    before, after = said[: named.start()], said[named.end() :]
    if school_weight(before):
        school = trimmed(line, start, start + named.start())
        return _Facts((start + named.start(), start + len(said)), school)
    if school_weight(after) and not (_FIELD.match(after) or _EXPLAINED.match(after)):
        school = trimmed(line, start + named.end(), start + len(said))
        return _Facts((start + named.start(), start + named.end()), school)
    return _Facts((start, start + len(said)))


def _parts(text: str, cell: Range) -> Iterator[Range]:
    at = cell[0]
    for cut in _CUT.finditer(text, *cell):
        if text.count("(", cell[0], cut.start()) > text.count(")", cell[0], cut.start()):
            continue
        if cut.group().strip() == "at" and school_weight(text[at : cut.start()]):
            continue  # "University of Texas at San Antonio"
        yield at, cut.start()
        at = cut.end()
    yield at, cell[1]


def _without_dates(text: str, line: Line, start: int, end: int) -> Iterator[Range]:
    at = start
    for period in periods(text, start, end):
        yield trimmed(line, at, period.start)
        at = period.end
    yield trimmed(line, at, end)
