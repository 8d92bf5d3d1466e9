"""Work that nobody was paid for: entries like roles, which show skills and count no years."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from services.documents.rules.resume.layout.lines import Line
from services.documents.rules.resume.roles.roles import roles_in
from services.documents.rules.resume.schooling.education import FoundEntry


def volunteering_in(
    text: str, lines: Sequence[Line]
) -> Iterator[tuple[FoundEntry, tuple[Line, ...]]]:
    """Each with the lines under its head; its detail is for whom it was done."""
    found = roles_in(text, lines)
    for role, following in zip_longest(found, found[1:]):
        end = following.head[0] if following else len(text)
        below = tuple(line for line in lines if role.head[1] <= line.start < end)
        yield FoundEntry(role.title, role.employer, role.period), below
