"""Lines that look like a role and were read as nothing: told to their owner, never lost."""

from collections.abc import Iterable, Iterator, Sequence

from services.documents.rules.dates import Period, periods
from services.documents.rules.headings import Section
from services.documents.rules.heads import pieces
from services.documents.rules.pages import Line, Range
from services.documents.rules.roles import FoundRole
from services.documents.rules.sections import Part

MAX_CHARACTERS = 200

_WORK = (Section.HEAD, Section.EXPERIENCE)
_BESIDE = (Section.VOLUNTEERING, Section.OTHER)
"""Here a line must name a job to look like one."""


def unread_in(
    text: str, parts: Iterable[Part], roles: Sequence[FoundRole], others: Iterable[Range]
) -> Iterator[Range]:
    """Lines with a range of dates that no role, and none of the `others`, was read from."""
    taken = [*others, *_named_in(text, roles)]
    within = [item for role in roles for item in (*role.items.bullets, *role.items.prose)]
    for part in parts:
        if part.section not in (*_WORK, *_BESIDE):
            continue
        for line in part.lines:
            is_taken = any(_touches(line, place) for place in taken)
            if is_taken or not _has_dates_of_a_role(text, line):
                continue
            is_amid = any(_touches(line, item) for item in within) and not _begins(text, line)
            is_amid = is_amid or part.section in _BESIDE or line.is_bullet
            if not is_amid or _names_a_job(text, line):
                yield line.body, line.end


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


def _touches(line: Line, place: Range) -> bool:
    return place[0] < line.end and line.start < place[1]


def _has_dates_of_a_role(text: str, line: Line) -> bool:
    return len(line.text) <= MAX_CHARACTERS and any(
        period.is_range for period in periods(text, line.body, line.end)
    )


def _begins(text: str, line: Line) -> bool:
    """Whether the line begins with its dates: so does the head of a role."""
    return next(periods(text, line.body, line.end)).start == line.body


def _names_a_job(text: str, line: Line) -> bool:
    """At an end of the line, beside a title: "Treasurer, Rowing Club, 2012 - 2015"."""
    is_titled = any(piece.title == 2 for piece in pieces(text, line, 0))
    return is_titled and any(
        _is_at_an_end(line, period) for period in periods(text, line.body, line.end)
    )


def _is_at_an_end(line: Line, period: Period) -> bool:
    return period.start == line.body or period.end >= line.end - 1
