"""Degrees and schools: one entry per degree, however its facts are spread over lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from services.documents.rules.resume.dates.periods import Period, periods
from services.documents.rules.resume.layout.lines import Line, Range, trimmed
from services.documents.rules.resume.layout.wraps import ends_openly, is_full, joined, width_of
from services.documents.rules.resume.schooling.degrees import MAX_LINE_CHARACTERS, at_each_degree
from services.documents.rules.resume.schooling.facts import Facts
from services.documents.rules.resume.schooling.studies import (
    ASIDE,
    begins_with_school,
    facts_of,
)
from services.documents.rules.towns import is_place
from services.documents.rules.wording import degree, school_weight

_MAX_ASIDE = 600
"""Characters of an aside that goes on line by line."""
_OPEN_SCHOOL = re.compile(r"\b(?:at|of|for|and|de|del|di|da|für|of the)$|&$", re.IGNORECASE)


@dataclass(frozen=True)
class FoundEntry:
    """`title` is what it is called, `detail` who gave it or what it is about.

    `subject` where what a bare degree is in stands elsewhere.
    """

    title: Range
    detail: Range | None = None
    period: Period | None = None
    subject: Range | None = None


def education_in(text: str, lines: Sequence[Line]) -> list[FoundEntry]:
    """A school without a degree stands for itself; degrees below one share it, up to a gap."""
    lines = _unwrapped(text, lines)
    plain = _without_asides(text, lines)
    facts = list(_gathered(text, plain)) or list(_gathered(text, lines))
    found: list[FoundEntry] = []
    shared: Range | None = None
    for fact in facts:
        own = fact.provider
        if own or fact.is_apart:
            shared = own if own and fact.is_led_by(text, own) else None
        if fact.degree:
            subject = fact.subject if fact.is_bare else None
            found.append(FoundEntry(fact.degree, own or shared or fact.town, fact.period, subject))
        elif fact.is_about_subject and fact.subject:
            found.append(FoundEntry(fact.subject, own or shared or fact.town, fact.period))
        elif fact.school:
            title = _course_of(text, fact)
            found.append(
                FoundEntry(title or fact.school, fact.school if title else None, fact.period)
            )
    return found


def _course_of(text: str, fact: Facts) -> Range | None:
    """A dated name before the school on its line: "Baking Certificate Year, Leeds College"."""
    if fact.school is None or fact.unknown is None or fact.period is None:
        return None
    between = text[fact.unknown[1] : fact.school[0]]
    is_before = fact.unknown[1] < fact.school[0] and "\n" not in between
    is_name = len(text[slice(*fact.unknown)].split()) > 1 or between.strip(" ") == "\t"
    return fact.unknown if is_before and is_name else None


def _without_asides(text: str, lines: Sequence[Line]) -> list[Line]:
    """Without bullets, but for those that alone name the degrees, or the schools with their dates,

    of what stands above or below them.
    """
    plain = [line for line in lines if not line.is_bullet]
    facts = [(line, facts_of(text, line)) for line in lines]
    if any(degree(line.text) for line in plain):
        if any(fact.school or fact.unknown for line, fact in facts if not line.is_bullet):
            return plain
        return [
            line
            for line, fact in facts
            if not line.is_bullet or (fact.period and (fact.school or fact.unknown))
        ]
    return [line for line in lines if not line.is_bullet or facts_of(text, line).degree]


def _gathered(text: str, lines: Sequence[Line]) -> Iterator[Facts]:
    """Where gaps part entries, a line behind one that has no word that we know is of none."""
    open_: Facts | None = None
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
    if open_ is not None:
        yield open_


def _is_parted(open_: Facts, fact: Facts) -> bool:
    """Whether a school behind a gap belongs to what follows, not to the dated degree above."""
    is_dated = open_.degree is not None and open_.period is not None
    return fact.is_apart and fact.school is not None and is_dated


def _facts(text: str, lines: Sequence[Line]) -> Iterator[tuple[Facts, Line]]:
    """What each line says; where one names several degrees, one school may be that of all."""
    for line in lines:
        parts = list(at_each_degree(text, line))
        facts = [facts_of(text, part) for part in parts]
        schools = {fact.school or fact.unknown for fact in facts} - {None}
        dates = _dates_of_each(text, line, facts)
        for number, (fact, part) in enumerate(zip(facts, parts, strict=True)):
            whole = replace(fact, is_apart=number == 0 and line.follows_gap)
            if dates:
                whole = replace(whole, period=dates[number])
            elif whole.period is None and number and _leads(facts[0], line):
                whole = replace(whole, period=facts[0].period)
            is_told = fact.school or fact.unknown or fact.town
            if len(facts) > 1 and len(schools) == 1 and not is_told:
                whole = replace(whole, school=next(iter(schools)))
            yield whole, part


def _dates_of_each(text: str, line: Line, facts: Sequence[Facts]) -> list[Period]:
    """One per degree, where all stand behind the last of them: "BA and MA, Leeds, 2011, 2013"."""
    found = list(periods(text, line.body, line.end))
    is_one_each = len(found) == len(facts) > 1 and not any(fact.period for fact in facts[:-1])
    return found if is_one_each else []


def _leads(first: Facts, line: Line) -> bool:
    """Whether a range of dates before all that was learned is that of each of it."""
    return first.period is not None and first.period.is_range and first.period.start == line.body


def _begins(open_: Facts, fact: Facts) -> bool:
    """A line without a word that we know, after an entry that has everything."""
    return open_.is_whole and fact.named is not None


def _is_only_a_date(line: Line, fact: Facts) -> bool:
    """It begins the next entry where the one above has its dates already."""
    said = fact.period
    return said is not None and (said.start, said.end) == trimmed(line, line.body, line.end)


def _unwrapped(text: str, lines: Sequence[Line]) -> list[Line]:
    """A narrow column cuts "Gulf Technical / University" and "BSc in Civil / Engineering"."""
    width = width_of(lines)

    def is_cut_school(above: Line, below: Line) -> bool:
        first, second = facts_of(text, above), facts_of(text, below)
        is_open = first.unknown and not (first.degree or first.school or first.period)
        is_rest = second.school and not (second.degree or second.period or above.is_bullet)
        return bool(is_open and is_rest) and is_full(above, below, width)

    def is_cut_degree(above: Line, below: Line) -> bool:
        first, second = facts_of(text, above), facts_of(text, below)
        is_open = first.degree and not (first.school or first.period or above.is_bullet)
        if not is_open or second.degree or ASIDE.match(below.content) or is_place(below.text):
            return False
        is_begun = begins_with_school(text, below)
        is_before = below.start in before_schools or bool(second.school)
        return is_before and not is_begun and is_full(above, below, width)

    plainly = (_is_open_aside, _is_open_degree, _is_open_school, partial(_is_tail, text))
    for is_cut in (*plainly, is_cut_school):
        lines = list(joined(text, lines, is_cut))
    before_schools = {
        above.start for above, below in pairwise(lines) if facts_of(text, below).school
    }
    return list(joined(text, lines, is_cut_degree))


def _is_tail(text: str, above: Line, below: Line) -> bool:
    """The end of a range of dates, small letters, or "College, 2012" of a school's name."""
    is_other = ASIDE.match(below.content) or "@" in below.text
    is_long = len(above.text) > MAX_LINE_CHARACTERS
    if below.is_bullet or below.follows_gap or is_other or is_long:
        return False
    if any(p.start < above.end < p.end for p in periods(text, above.body, below.end)):
        return True
    first, *_ = re.split(r"[,(]", below.text, maxsplit=1)
    is_bare = len(first.split()) == 1 and school_weight(first) > 0
    has_name = above.text[-1].isalpha() and not degree(above.text.rpartition(",")[2])
    is_open = not above.is_bullet and facts_of(text, above).period is None
    return is_open and ((is_bare and has_name) or below.text[0].islower())


def _is_open_aside(above: Line, below: Line) -> bool:
    """As in "Coursework: Algorithms, / Statistics"."""
    is_next = not (below.is_bullet or below.follows_gap) and len(above.text) <= _MAX_ASIDE
    return is_next and ends_openly(above) and ASIDE.match(above.content) is not None


def _is_open_school(above: Line, below: Line) -> bool:
    """As in "University of Texas at / Austin", "College of / Nursing"."""
    if below.is_bullet or below.follows_gap or len(above.text) > MAX_LINE_CHARACTERS:
        return False
    last = above.text.rpartition("\n")[2]
    is_open = _OPEN_SCHOOL.search(last) is not None and school_weight(last) > 0
    return is_open and not degree(last)


def _is_open_degree(above: Line, below: Line) -> bool:
    """As in "Licenciatura en / Derecho"."""
    return degree(above.text) is not None and ends_openly(above) and not below.follows_gap
