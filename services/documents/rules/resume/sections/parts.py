"""Cuts a résumé into sections at its headings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from services.documents.rules.lexicon import plain, words
from services.documents.rules.resume.dates.periods import periods
from services.documents.rules.resume.layout.lines import Line
from services.documents.rules.resume.roles.listed_heads import with_plain_heads
from services.documents.rules.resume.sections.headings import (
    HeadingStyle,
    Section,
    is_said_within_roles,
    section_of,
    section_of_line,
)
from services.documents.rules.resume.sections.marginal import with_headings_apart
from services.documents.rules.resume.sections.setoff import unknown_headings

_LABEL = re.compile(r"[#*_ ]{0,4}([^\W\d_][^:.,;\n]{2,40}?)[*_]{0,2}:[*_]{0,2}\s+(?=\S)")
_CAPITALS = re.compile(r"([^\W\d_a-z](?:[^\W\d_a-z]|[ &](?=\S)){2,40})(?:\t| {2})\s*(?=\S)")
"""A heading in the margin that no colon parts from what it announces: "SYSTEMS   Xero"."""
_INLINE = {
    Section.SUMMARY,
    Section.SKILLS,
    Section.LANGUAGES,
    Section.CERTIFICATIONS,
    Section.INTERESTS,
}
_DATED = {Section.EXPERIENCE, Section.EDUCATION, Section.VOLUNTEERING}
_ENTRIES = {Section.HEAD, Section.EXPERIENCE, Section.EDUCATION}


@dataclass(frozen=True)
class Part:
    """Lines under one heading; `heading` is None for the head.

    A heading may share its line with what it announces ("Skills: Python"): then the rest of that
    line is the first of `lines`.
    """

    section: Section
    heading: Line | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class _Heading:
    index: int
    section: Section
    rest: Line | None = None


def parts(lines: Sequence[Line]) -> list[Part]:
    """The sections in the order of the text; together they hold every line."""
    lines = list(_with_whole_headings(with_headings_apart(lines)))
    whole = [
        _Heading(index, section)
        for index, line in enumerate(lines)
        if (section := section_of_line(line))
    ]
    style = HeadingStyle.of([lines[heading.index] for heading in whole])
    whole = [heading for heading in whole if not style.is_denied_by(lines[heading.index])]
    labels = _labels(lines, whole)
    whole = [heading for heading in whole if lines[heading.index].content not in labels]
    above = [Section.HEAD, *(heading.section for heading in whole)]
    known = [
        heading
        for heading, section in zip(whole, above, strict=False)
        if not _is_within_role(lines[heading.index], section, style)
    ]
    known += list(_unknown(lines, known))
    known += list(_lookalikes(lines, known, style))
    known += list(_inline(lines, known))
    return list(_cut(lines, sorted(known, key=lambda heading: heading.index)))


def _labels(lines: Sequence[Line], whole: Sequence[_Heading]) -> set[str]:
    """What stands above the bullets of several roles: "Highlights", again and again."""
    said = Counter(lines[heading.index].content for heading in whole)
    return {one for one, count in said.items() if count > 1 and is_said_within_roles(one)}


def _with_whole_headings(lines: Sequence[Line]) -> Iterator[Line]:
    """A heading that a narrow column cut in two is one line again: "ACADEMIC / BACKGROUND"."""
    skipped = False
    for line, below in zip_longest(lines, lines[1:]):
        if skipped:
            skipped = False
            continue
        skipped = below is not None and _is_cut_heading(line, below)
        if below is not None and skipped:
            said = f"{line.text}\n{below.text}"
            yield Line(line.start, below.end, line.body, said, follows_gap=line.follows_gap)
        else:
            yield line


def _is_cut_heading(line: Line, below: Line) -> bool:
    is_apart = line.follows_gap and not below.follows_gap and below.start == line.end + 1
    if not is_apart or line.is_bullet or below.is_bullet or section_of(line.text):
        return False
    is_alike = line.text.isupper() == below.text.isupper()
    return is_alike and len(line.text) <= 24 and bool(section_of(f"{line.text} {below.text}"))


def has_spoken_languages(part: Part) -> bool:
    """Whether a "Languages" section speaks of people's languages, not of machines'."""
    text = plain(" ".join(line.content for line in part.lines))
    return any(word in words("languages") for word in re.findall(r"[a-z]+", text))


def _cut(lines: Sequence[Line], known: Sequence[_Heading]) -> Iterator[Part]:
    ends = [*(heading.index for heading in known), len(lines)]
    yield Part(Section.HEAD, None, tuple(lines[: ends[0]]))
    for heading, end in zip(known, ends[1:], strict=True):
        rest = [heading.rest] if heading.rest else []
        below = (*rest, *lines[heading.index + 1 : end])
        held = with_plain_heads(below) if heading.section in _DATED else below
        yield Part(heading.section, lines[heading.index], held)


def _is_within_role(line: Line, above: Section, style: HeadingStyle) -> bool:
    """A line like "Achievements:" above the bullets of a role opens no section."""
    return above in (Section.EXPERIENCE, Section.PROJECTS) and style.is_lesser(line)


def _unknown(lines: Sequence[Line], known: Sequence[_Heading]) -> Iterator[_Heading]:
    """In words that nobody knows, by where they stand and what stands under them."""
    opened = {heading.index: heading.section for heading in known}
    for index, section in unknown_headings(lines, opened):
        yield _Heading(index, section)


def _lookalikes(
    lines: Sequence[Line], known: Sequence[_Heading], style: HeadingStyle
) -> Iterator[_Heading]:
    """Lines that look like headings are some, outside of entries: employers look so too."""
    if len(known) < 2:
        return
    known = sorted(known, key=lambda heading: heading.index)
    for index, section in _walked(lines, known):
        if section not in _ENTRIES and style.is_shared_by(lines[index]):
            yield _Heading(index, Section.OTHER)


def _inline(lines: Sequence[Line], known: Sequence[_Heading]) -> Iterator[_Heading]:
    """A line like "Skills: Python, SQL" after an empty line opens a section.

    Not if dates follow under it: then it speaks of the role that it stands in, and others follow.
    """
    is_before_dates = _before_dates(lines, known)
    for index, section in _walked(lines, known):
        line = lines[index]
        label = _LABEL.match(line.text) or (line.follows_gap and _CAPITALS.match(line.text)) or None
        opened = section_of(label.group(1)) if label else None
        if label is None or opened not in _INLINE or section is Section.SKILLS:
            continue
        is_apart = line.follows_gap or section in _INLINE or section is Section.HEAD
        if is_apart and not is_before_dates[index]:
            yield _Heading(index, opened, line.behind(label.end()))


def _walked(lines: Sequence[Line], known: Sequence[_Heading]) -> Iterator[tuple[int, Section]]:
    """Every line that is no heading, with the section that it stands in."""
    opened = {heading.index: heading.section for heading in known}
    section = Section.HEAD
    for index in range(len(lines)):
        if index in opened:
            section = opened[index]
        else:
            yield index, section


def _before_dates(lines: Sequence[Line], known: Sequence[_Heading]) -> list[bool]:
    """Per line whether it, or one under it up to the next heading, has a range of dates."""
    headings = {heading.index for heading in known}
    found = [False] * (len(lines) + 1)
    for index in reversed(range(len(lines))):
        is_open = index + 1 not in headings and found[index + 1]
        found[index] = is_open or any(period.is_range for period in periods(lines[index].text))
    return found
