"""What a résumé lists beside work and schooling, wherever it does: languages and certificates."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from services.documents.rules.places import Places
from services.documents.rules.resume.beside.certificates import certificates_in, is_course
from services.documents.rules.resume.beside.entries import (
    languages_among,
    languages_in,
    names_languages,
)
from services.documents.rules.resume.beside.held import (
    is_certificate_line,
    label_of_certificates,
    lists_papers,
    parted,
)
from services.documents.rules.resume.beside.languages import told_in
from services.documents.rules.resume.layout.lines import Line
from services.documents.rules.resume.layout.wraps import column_widths
from services.documents.rules.resume.schooling.education import FoundEntry
from services.documents.rules.resume.sections.bare import certificates_of, paragraphs
from services.documents.rules.resume.sections.headings import Section
from services.documents.rules.resume.sections.parts import Part
from services.documents.rules.wording import degree, school_weight

_MAY_TELL = (
    Section.SKILLS,
    Section.OTHER,
    Section.HEAD,
    Section.SUMMARY,
    Section.EDUCATION,
    Section.CERTIFICATIONS,
)
"""Sections of which a line may be all about languages."""
_LABELLED = (Section.SKILLS, Section.OTHER)
_UNLABELLED = (Section.EDUCATION, Section.OTHER)


def languages_of(text: str, parts: Sequence[Part]) -> Iterator[FoundEntry]:
    """Under their heading, else on lines that name languages and say nothing else; each once."""
    seen: set[str] = set()
    for found in _languages(text, parts):
        name = text[slice(*found.title)].casefold()
        if name not in seen:
            seen.add(name)
            yield found


def _languages(text: str, parts: Sequence[Part]) -> Iterator[FoundEntry]:
    for part in parts:
        if part.section is Section.LANGUAGES:
            yield from _best(text, part.lines, list(languages_in(text, part.lines)))
        elif part.section in _MAY_TELL:
            named = []
            if part.section in (Section.SKILLS, Section.OTHER, Section.HEAD):
                named = list(languages_in(text, filter(names_languages, part.lines)))
            if part.section is Section.SKILLS:
                others = (line for line in part.lines if not names_languages(line))
                named += [each for line in others for each in languages_among(text, line)]
            yield from _best(text, part.lines, named)


def _best(text: str, lines: Sequence[Line], listed: list[FoundEntry]) -> Iterator[FoundEntry]:
    """Per line whichever way of reading finds more: as a list, or as words of one's own."""
    listed = sorted(listed, key=_begin)
    for line in lines:
        first, last = (bisect_left(listed, at, key=_begin) for at in (line.start, line.end))
        of_list = listed[first:last]
        yield from max(of_list, told_in(text, line), key=_amount)


def _begin(found: FoundEntry) -> int:
    return found.title[0]


def _amount(found: Sequence[FoundEntry]) -> tuple[int, int]:
    return len(found), sum(each.detail is not None for each in found)


def certificates_among(
    text: str, parts: Sequence[Part], columns: int, *, has_headings: bool
) -> Iterator[FoundEntry]:
    """Under their heading, and elsewhere on lines that name no other thing, each once.

    `columns` is how many the page was split into.
    """
    widths = column_widths([part.lines for part in parts], columns)
    found = list(_certificates(text, parts, widths, has_headings=has_headings))
    under = Places.of(
        (line.start, line.end)
        for part in parts
        if part.section is Section.CERTIFICATIONS
        for line in part.lines
    )
    is_under = [under.touches(one.title[0], one.title[0] + 1) for one in found]
    listed = {text[slice(*one.title)] for one, is_it in zip(found, is_under, strict=True) if is_it}
    for one, is_it in zip(found, is_under, strict=True):
        if is_it or text[slice(*one.title)] not in listed:
            yield one


def _certificates(
    text: str, parts: Sequence[Part], widths: Sequence[int], *, has_headings: bool
) -> Iterator[FoundEntry]:
    is_announced = any(part.section is Section.CERTIFICATIONS for part in parts)
    may_be_schooling = _are_without_schooling(parts)
    for part, width in zip(parts, widths, strict=True):
        if part.section is Section.CERTIFICATIONS:
            lines = [line for line in part.lines if not (may_be_schooling and _is_degree(line))]
            yield from certificates_in(
                text, [line for line in lines if not told_in(text, line)], width
            )
        else:
            for line in _certificate_lines(part):
                yield from certificates_in(text, [line], 0)
    if not has_headings and not is_announced:
        head = [line for part in parts if part.section is Section.HEAD for line in part.lines]
        held = {line for block in paragraphs(head) for line in certificates_of(block)}
        for line in head:
            if line in held or is_certificate_line(line):
                yield from certificates_in(text, [line], 0)


def schooling_lines(parts: Sequence[Part]) -> list[Line]:
    """Of the sections on education, without the certificates among them."""
    found: list[Line] = []
    may_be_schooling = _are_without_schooling(parts)
    for part in parts:
        if part.section is Section.EDUCATION:
            certified = set(_certificate_lines(part))
            found += [line for line in _lines_of(part) if line not in certified]
        elif part.section is Section.CERTIFICATIONS and may_be_schooling:
            found += filter(_is_degree, part.lines)
    return found


def _certificate_lines(part: Part) -> Iterator[Line]:
    """Those labelled so; among schooling and what is left over those that name nothing else."""
    for line in _lines_of(part):
        is_labelled = label_of_certificates(line) > 0 and part.section in _LABELLED
        is_labelled = is_labelled or (part.section is Section.EXPERIENCE and lists_papers(line))
        is_taught = part.section is Section.EDUCATION and is_course(line)
        is_one = part.section in _UNLABELLED and is_certificate_line(line)
        if is_labelled or is_taught or (is_one and not _is_degree(line)):
            yield line


def _lines_of(part: Part) -> Iterator[Line]:
    """Its lines; among schooling one that names papers and schooling in a row is several."""
    for line in part.lines:
        yield from parted(line) if part.section is Section.EDUCATION else (line,)


def _is_degree(line: Line) -> bool:
    return degree(line.content) is not None and school_weight(line.content) > 0


def _are_without_schooling(parts: Iterable[Part]) -> bool:
    """Whether no heading announces it: then certificates may have a degree among them."""
    return all(part.section is not Section.EDUCATION for part in parts)
