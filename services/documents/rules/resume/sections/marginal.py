"""Headings beside what they announce, as tables and wide margins set them: "EDUCATION   MSc …"."""

import re
from collections.abc import Iterator, Sequence

from services.documents.rules.resume.layout.lines import Line
from services.documents.rules.resume.sections.headings import Section, section_of

_CELL = re.compile(r"([^\t]{3,60}?)(?:\t| {3})\s*(?=\S)")
_CAPITALS = re.compile(r"((?:[^\W\d_a-z]{2,}|&)(?: (?:[^\W\d_a-z]{2,}|&))*) (?=\S*[a-z0-9])")
_ENTRIES = {Section.EXPERIENCE, Section.EDUCATION}
_FEWEST = 2


def with_headings_apart(lines: Sequence[Line]) -> list[Line]:
    """The same lines; each heading in the margin is a line of its own.

    Two are needed that open different sections, one of them work or education, and no more
    headings that have their line to themselves: a row of a table may begin with such a word.
    """
    beside = {number: found for number, line in enumerate(lines) if (found := _beside(line, _CELL))}
    opened = {section for _, section in beside.values()}
    alone = sum(section_of(line.text) is not None for line in lines)
    if len(opened) < _FEWEST or not opened & _ENTRIES or alone > len(beside):
        return list(lines)
    if all(lines[number].text[:width].isupper() for number, (width, _) in beside.items()):
        narrow = {number: _beside(line, _CAPITALS) for number, line in enumerate(lines)}
        beside = {number: found for number, found in narrow.items() if found} | beside
    widths = {number: width for number, (width, _) in beside.items()}
    return [part for number, line in enumerate(lines) for part in _parted(line, widths.get(number))]


def _beside(line: Line, shape: re.Pattern[str]) -> tuple[int, Section] | None:
    """Where the heading ends that the line begins with, and what it opens."""
    found = None if line.is_bullet else shape.match(line.text)
    opened = section_of(found[1]) if found else None
    return (found.end(), opened) if found and opened else None


def _parted(line: Line, width: int | None) -> Iterator[Line]:
    if width is None:
        yield line
        return
    heading = line.text[:width].rstrip()
    yield Line(line.start, line.start + len(heading), line.start, heading, follows_gap=True)
    yield line.behind(width)
