"""Lines that look like a role and were read as nothing: told to their owner, never lost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from services.documents.rules.places import Places
from services.documents.rules.resume.dates.periods import Period, periods
from services.documents.rules.resume.layout.lines import Line, Range
from services.documents.rules.resume.roles.heads import pieces
from services.documents.rules.resume.roles.roles import FoundRole
from services.documents.rules.resume.sections.bare import is_dated_once
from services.documents.rules.resume.sections.headings import Section
from services.documents.rules.resume.sections.parts import Part
from services.documents.rules.wording import degree, school_weight

MAX_CHARACTERS = 200
MAX_HEAD_WORDS = 10
_NEAR = 24
"""Characters that may stand between two dates of one range."""

_WORK = (Section.HEAD, Section.EXPERIENCE)
_BESIDE = (Section.VOLUNTEERING, Section.OTHER)
"""Here a line must name a job to look like one."""


@dataclass(frozen=True)
class Unread:
    """Which lines with dates, or with a degree, nothing was read from.

    `others` are the places of entries that were read; without headings a line below the first of
    roles and entries may have a single date.
    """

    text: str
    roles: Sequence[FoundRole]
    others: Sequence[Range]
    has_headings: bool

    @cached_property
    def _taken(self) -> Places:
        return Places.of([*self.others, *_named_in(self.text, self.roles)])

    @property
    def first(self) -> int:
        """Where the first role or entry begins."""
        return min((place[0] for place in self._taken.places), default=len(self.text))

    def of_roles(self) -> Iterator[Range]:
        """The heads of the roles, and all that is said below them."""
        yield from _named_in(self.text, self.roles)
        for role in self.roles:
            yield from (*role.items.bullets, *role.items.prose)

    def among(self, parts: Iterable[Part]) -> Iterator[Range]:
        taken, first = self._taken, self.first
        within = Places.of(
            item for role in self.roles for item in (*role.items.bullets, *role.items.prose)
        )
        for part in parts:
            if part.section not in (*_WORK, *_BESIDE):
                continue
            for line in part.lines:
                is_below = not self.has_headings and line.start > first
                if taken.touches(line.start, line.end):
                    continue
                is_amid = within.touches(line.start, line.end)
                if self._is_lost(part.section, line, is_amid=is_amid, is_below=is_below):
                    yield line.body, line.end

    def _is_lost(self, section: Section, line: Line, *, is_amid: bool, is_below: bool) -> bool:
        if section in _WORK and _names_schooling(self.text, line):
            return True
        if not _has_dates_of_a_role(self.text, line):
            return is_below and not is_amid and is_dated_once(line)
        is_head = section in _WORK and _is_like_head(self.text, line)
        is_amid = is_amid and not _begins(self.text, line)
        is_doubtful = is_amid or section in _BESIDE or line.is_bullet
        return is_head or not is_doubtful or _names_a_job(self.text, line)


def _names_schooling(text: str, line: Line) -> bool:
    """A degree beside a school or a date, in no sentence and no point of a list."""
    is_fact = not (line.is_bullet or line.text.endswith((".", ";"))) and (
        len(line.text) <= MAX_CHARACTERS and len(line.text.split()) <= 2 * MAX_HEAD_WORDS
    )
    said = line.content
    return (
        is_fact
        and degree(said) is not None
        and (school_weight(said) > 0 or any(periods(text, line.body, line.end)))
    )


def _named_in(text: str, roles: Iterable[FoundRole]) -> Iterator[Range]:
    """An employer above several roles has the line below it too: the time spent there in all."""
    for role in roles:
        yield role.head
        if role.employer:
            start, end = role.employer
            below = text.find("\n", end) + 1
            yield start, max(end, text.find("\n", below) if below else end)
        if role.period:
            yield role.period.start, role.period.end


def _has_dates_of_a_role(text: str, line: Line) -> bool:
    """A range, or two dates of different years with a word between them that we do not know."""
    if len(line.text) > MAX_CHARACTERS:
        return False
    found = list(periods(text, line.body, line.end))
    is_pair = any(
        one.first.year < other.first.year and other.start - one.end <= _NEAR
        for one, other in pairwise(found)
    )
    return is_pair or any(period.is_range for period in found)


def _begins(text: str, line: Line) -> bool:
    """Whether the line begins with its dates: so does the head of a role."""
    return next(periods(text, line.body, line.end)).start == line.body


def _names_a_job(text: str, line: Line) -> bool:
    """At an end of the line, beside a title: "Treasurer, Rowing Club, 2012 - 2015"."""
    is_titled = any(piece.title == 2 for piece in pieces(text, line, 0))
    return is_titled and any(
        _is_at_an_end(line, period) for period in periods(text, line.body, line.end)
    )


def _is_like_head(text: str, line: Line) -> bool:
    """A few names, dates at an end, no mark: "Lagerist. Huber Holz. 2007 - 2009"."""
    found = list(periods(text, line.body, line.end))
    before, behind = text[line.body : found[0].start], text[found[-1].end : line.end]
    said = [word for word in f"{before} {behind}".split() if word[0].isalpha()]
    is_named = 2 * sum(word[0].isupper() for word in said) > len(said)
    is_few = 0 < len(said) <= MAX_HEAD_WORDS and not line.is_bullet
    return is_few and is_named and (len(before.split()) <= 1 or len(behind.split()) <= 1)


def _is_at_an_end(line: Line, period: Period) -> bool:
    return period.start == line.body or period.end >= line.end - 1
