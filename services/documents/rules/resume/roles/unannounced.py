"""Roles of a résumé that has no heading for work: whatever else has a title and dates."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from services.documents.rules.resume.layout.lines import Line, Range
from services.documents.rules.resume.roles.roles import FoundRole, roles_in
from services.documents.rules.wording import title_weight


def unannounced_roles(
    text: str, groups: Iterable[Sequence[Line]], name: Range | None
) -> Iterator[FoundRole]:
    """`groups` are the lines of the head and those below each other heading, with which no role of
    another group goes on. What somebody calls themselves beside their `name` is the title of a role
    only where none stands at its dates.
    """
    for lines in groups:
        found = _titled(text, lines)
        others = [line for line in lines if not _names_person(line, name)]
        if len(others) < len(lines):
            apart = _titled(text, others)
            found = apart if len(apart) >= len(found) else found
        yield from found


def _titled(text: str, lines: Sequence[Line]) -> list[FoundRole]:
    return [
        replace(found, is_announced=False)
        for found in roles_in(text, lines)
        if found.period and title_weight(text[slice(*found.title)])
    ]


def _names_person(line: Line, name: Range | None) -> bool:
    """Whether the name stands there with a title behind it."""
    is_named = name is not None and line.start <= name[0] < line.end
    return is_named and title_weight(line.text) > 0
