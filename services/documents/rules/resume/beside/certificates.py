"""Certificates: what each is called, who gave it and when, on one line or on a few."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from services.documents.rules.resume.beside.entries import ASIDE
from services.documents.rules.resume.beside.held import lines_of_items
from services.documents.rules.resume.beside.issued import is_body, on_line
from services.documents.rules.resume.layout.lines import Line
from services.documents.rules.resume.layout.wraps import is_full, joined, plainly_goes_on
from services.documents.rules.resume.roles.heads import period_of
from services.documents.rules.resume.schooling.education import FoundEntry
from services.documents.rules.resume.sections.bare import is_dated_once

MAX_LINE_CHARACTERS = 400

_PARTS = re.compile(r",|\s\(\w|\s[–|-]\s|\sby\s", re.IGNORECASE)
"""What stands between the name of a certificate and its issuer."""
_TURN = [False, True]
"""A line without a date above one that has it."""
_OF_CREDENTIAL = re.compile(
    r"\W*(?:(?:credential|certificate|licen[cs]e) (?:id|no|number|url)\b|(?:see|show) credential)",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\b(?:level|grade|stage|part|class) \d", re.IGNORECASE)
_COURSE = re.compile(
    r"\b(?:course|training|workshop|seminar|lehrgang|kurs|curso|corso|stage|cursus|kursus)\b",
    re.IGNORECASE,
)


def certificates_in(text: str, lines: Sequence[Line], width: int) -> Iterator[FoundEntry]:
    """One per line or bullet or item of a list on one, the issuer as detail; a line may run on.

    `width` is that of the column in characters.
    """
    lines = [line for line in lines if len(line.text) <= MAX_LINE_CHARACTERS]
    groups = _begun(text, lines)
    if groups is not None:
        are_alike = _are_alike(text, groups)
        for group in groups:
            whole = (
                [*filter(_is_entry, group)] if are_alike else _unwrapped_group(text, group, width)
            )
            for each in _apart(text, whole):
                yield from _of_group(text, each)
        return
    whole = [line for line in _unwrapped(text, lines, width) if _is_entry(line)]
    listed = [each for line in whole for each in lines_of_items(text, line)]
    found = [entry for line in listed for entry in on_line(text, line)]
    is_cut = any(is_full(above, below, width) for above, below in pairwise(whole))
    yield from _with_issuers(text, found, is_cut=is_cut)


def is_course(line: Line) -> bool:
    """Whether a line names a course and its one date, and neither a degree nor a school."""
    return _COURSE.search(line.content) is not None and is_dated_once(line) and not line.is_bullet


def _are_alike(text: str, groups: Sequence[Sequence[Line]]) -> bool:
    """Whether all have as many lines, more than one, of which the last says when."""
    amounts = {len(group) for group in groups}
    is_usual = len(groups) > 1 and len(amounts) == 1 and amounts != {1}
    return is_usual and all(period_of(text, group[-1]) for group in groups)


def _apart(text: str, group: Sequence[Line]) -> list[list[Line]]:
    """One group per certificate where its only line names several."""
    if len(group) != 1:
        return [list(group)]
    return [[line] for line in lines_of_items(text, group[0])]


def _begun(text: str, lines: Sequence[Line]) -> list[list[Line]] | None:
    """The lines of each entry where each begins with a mark, or with its date; None where not."""
    if lines and lines[0].is_bullet:
        begins = [line.is_bullet or line.follows_gap for line in lines]
    elif lines and _begins_with_date(text, lines[0]):
        begins = [_begins_with_date(text, line) or line.follows_gap for line in lines]
    else:
        return None
    groups: list[list[Line]] = []
    for line, is_first in zip(lines, begins, strict=True):
        if is_first or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def _begins_with_date(text: str, line: Line) -> bool:
    period = period_of(text, line)
    return period is not None and period.start == line.body and period.end < line.end - 2


def _unwrapped_group(text: str, group: Sequence[Line], width: int) -> list[Line]:
    """The lines of one entry: what a column cut is one again, an issuer or a date stands alone."""

    def joins(above: Line, below: Line) -> bool:
        if plainly_goes_on(above, below):
            return True
        has_room = is_full(above, below, width, most=MAX_LINE_CHARACTERS)
        return has_room and (len(above.text) < width or not _is_fact(text, below))

    return [line for line in joined(text, group, joins) if _is_entry(line)]


def _is_fact(text: str, line: Line) -> bool:
    """Whether a line by itself says who gave something, or when."""
    said = re.split(r"[,(]", line.text)[0]
    return period_of(text, line) is not None or is_body(said)


def _of_group(text: str, lines: Sequence[Line]) -> Iterator[FoundEntry]:
    """One entry: its first line names it, those below say who gave it and when."""
    held: FoundEntry | None = None
    for entry in (entry for line in lines for entry in on_line(text, line)):
        if held is None:
            held = entry
            continue
        by = held.detail or (None if _is_empty(entry) else entry.title)
        held = FoundEntry(held.title, by, held.period or entry.period)
    if held and not _is_empty(held):
        yield held


def _unwrapped(text: str, lines: Sequence[Line], width: int) -> Iterator[Line]:
    """Lines without marks, each with what a narrow column cut off it."""
    dated = [period_of(text, line) is not None for line in lines]
    turns = [
        (above, below)
        for number, (above, below) in enumerate(pairwise(lines))
        if dated[number : number + 2] == _TURN
    ]
    is_cut = all(is_full(above, below, width) for above, below in turns)

    def joins(above: Line, below: Line) -> bool:
        if plainly_goes_on(above, below):
            return True
        if period_of(text, above) is not None or not is_full(above, below, width):
            return False
        if _has_issuer_too(text, below):
            return _PARTS.search(above.text) is None
        is_dated = period_of(text, below) is not None
        is_issuer = "," not in above.text and is_body(re.split(r"[,(]", below.text)[0])
        is_told = len(turns) > 1 or len(above.text) < width
        return is_dated and is_cut and is_told and not is_issuer

    return joined(text, lines, joins)


def _has_issuer_too(text: str, line: Line) -> bool:
    """The rest of a name, with its issuer behind it: "Safety, Harbour Training, 2020"."""
    period = period_of(text, line)
    rest = text[line.start : period.start if period else line.end]
    has_two = _PARTS.search(rest.rstrip(" ,(–-|")) is not None
    return has_two or (period is None and rest.endswith(","))


def _is_entry(line: Line) -> bool:
    is_aside = line.text.endswith(":") or ASIDE.match(line.content)
    is_aside = is_aside or _OF_CREDENTIAL.match(line.content)
    return len(line.text) <= MAX_LINE_CHARACTERS and not is_aside


def _with_issuers(text: str, found: Sequence[FoundEntry], *, is_cut: bool) -> Iterator[FoundEntry]:
    """Where an issuer or a date stands on a line of its own, it belongs to the name above it.

    A second date behind it says until when. `is_cut` where a narrow column may have cut a line.
    """
    found = [
        entry
        for above, entry in zip([None, *found], found, strict=False)
        if above is None or not (_is_empty(above) and _is_empty(entry))
    ]
    groups = list(_up_to_dates(found))
    is_said = is_cut or len(groups) > 1 or (groups and _tells_of_first(text, groups[0]))
    if {len(group) for group in groups} in ({2}, {3}) and groups[-1][-1].period and is_said:
        for name, *rest in groups:
            by = next((entry.title for entry in rest if not _is_empty(entry)), name.detail)
            yield FoundEntry(name.title, by, rest[-1].period)
        return
    held: FoundEntry | None = None
    for entry in found:
        if held and held.period is None and (_is_empty(entry) or _is_issuer(text, entry)):
            by = held.detail if _is_empty(entry) else entry.title
            held = FoundEntry(held.title, by, entry.period)
            continue
        if held:
            yield held
        held = None if _is_empty(entry) else entry
    if held:
        yield held


def _tells_of_first(text: str, group: Sequence[FoundEntry]) -> bool:
    """Whether the last of a single group says no more than who gave the first, or when."""
    return _is_empty(group[-1]) or _is_issuer(text, group[-1])


def _up_to_dates(found: Sequence[FoundEntry]) -> Iterator[list[FoundEntry]]:
    """Entries in groups of which each ends with one that has a date."""
    group: list[FoundEntry] = []
    for entry in found:
        group.append(entry)
        if entry.period:
            yield group
            group = []
    if group:
        yield group


def _is_issuer(text: str, entry: FoundEntry) -> bool:
    """Whether it says who gave something and when; without a date it may be a certificate."""
    said = text[slice(*entry.title)]
    is_own = _LEVEL.search(said) is not None
    return bool(entry.period) and entry.detail is None and is_body(said) and not is_own


def _is_empty(entry: FoundEntry) -> bool:
    return entry.title[0] == entry.title[1]
