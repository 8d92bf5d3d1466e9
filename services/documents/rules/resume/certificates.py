"""Certificates: what each is called, who gave it and when, on one line or on a few."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from services.documents.rules.resume.education import FoundEntry
from services.documents.rules.resume.entries import ASIDE
from services.documents.rules.resume.heads import period_of, pieces
from services.documents.rules.resume.held import lines_of_items
from services.documents.rules.resume.pages import Line, Range
from services.documents.rules.resume.wraps import is_full, joined, plainly_goes_on
from services.documents.rules.wording import employer_weight, school_weight

MAX_LINE_CHARACTERS = 400

_ISSUED = re.compile(
    r"(?:,|\s+(?:by|issued by|from)|\s+[-–—])\s+"
    r"(?!(?:specialty|associate|professional|expert|foundation|advanced|practitioner|intermediate"
    r"|(?:entry )?level|grade|stage|part|basic)\b)",
    re.IGNORECASE,
)
_PARTS = re.compile(r",|\s\(\w|\s[–|-]\s|\sby\s", re.IGNORECASE)
"""What stands between the name of a certificate and its issuer."""
_COLON = re.compile(r":\s+")
_TURN = [False, True]
"""A line without a date above one that has it."""
_BRACKET = re.compile(r"\s+\((?![A-Z][a-z]{0,4}[A-Z\d+.-]\w{0,5}\)|[\d.-]{1,8}\))")
"""Not the short name or the number that many have: "Basic Life Support (BLS)"."""
_ENDS = re.compile(r"[\s().,–—-]+$")


def certificates_in(text: str, lines: Sequence[Line], width: int) -> Iterator[FoundEntry]:
    """One per line or bullet or item of a list on one, the issuer as detail; a line may run on.

    `width` is that of the column in characters.
    """
    lines = [line for line in lines if len(line.text) <= MAX_LINE_CHARACTERS]
    groups = _begun(text, lines)
    if groups is not None:
        for group in groups:
            whole = _unwrapped_group(text, group, width)
            for each in _apart(text, whole):
                yield from _of_group(text, each)
        return
    whole = [line for line in _unwrapped(text, lines, width) if _is_entry(line)]
    listed = [each for line in whole for each in lines_of_items(text, line)]
    yield from _with_issuers(text, [entry for line in listed for entry in _on_line(text, line)])


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
    return period_of(text, line) is not None or _is_body(said)


def _of_group(text: str, lines: Sequence[Line]) -> Iterator[FoundEntry]:
    """One entry: its first line names it, those below say who gave it and when."""
    held: FoundEntry | None = None
    for entry in (entry for line in lines for entry in _on_line(text, line)):
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
        is_issuer = "," not in above.text and _is_body(re.split(r"[,(]", below.text)[0])
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
    return len(line.text) <= MAX_LINE_CHARACTERS and not is_aside


def _on_line(text: str, line: Line) -> Iterator[FoundEntry]:
    """The name alone or with its issuer; only a date is an entry without a name."""
    found = list(pieces(text, line, 0))
    period = period_of(text, line)
    if not found:
        if period:
            yield FoundEntry((line.start, line.start), None, period)
        return
    title = found[0].at
    if len(found) > 1 and not _BRACKET.search(text, *title):
        yield FoundEntry(title, found[1].at, period)
        return
    name, issuer = _name_and_issuer(text, title)
    yield FoundEntry(name, issuer, period)


def _name_and_issuer(text: str, title: Range) -> tuple[Range, Range | None]:
    """What stands in brackets gave it, unless that is its short name; else what a comma parts."""
    bracket = next(iter(reversed(list(_BRACKET.finditer(text, *title)))), None)
    if bracket and ")" not in text[bracket.end() : title[1] - 1]:
        rest = _ENDS.sub("", text[bracket.end() : title[1]])
        issuer = (bracket.end(), bracket.end() + len(rest))
        return (title[0], bracket.start()), issuer if rest else None
    cuts = [c for c in _ISSUED.finditer(text, *title) if not _is_in_brackets(text, title, c)]
    if cuts and cuts[-1].start() > title[0]:
        return (title[0], cuts[-1].start()), (cuts[-1].end(), title[1])
    colon = _COLON.search(text, *title)
    if colon and _is_body(text[colon.end() : title[1]]):
        return (title[0], colon.start()), (colon.end(), title[1])
    return title, None


def _with_issuers(text: str, found: Sequence[FoundEntry]) -> Iterator[FoundEntry]:
    """Where an issuer or a date stands on a line of its own, it belongs to the name above it."""
    groups = list(_up_to_dates(found))
    if {len(group) for group in groups} in ({2}, {3}) and groups[-1][-1].period:
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
    return bool(entry.period) and entry.detail is None and _is_body(text[slice(*entry.title)])


def _is_body(said: str) -> bool:
    return employer_weight(said) == 2 or school_weight(said) > 0


def _is_empty(entry: FoundEntry) -> bool:
    return entry.title[0] == entry.title[1]


def _is_in_brackets(text: str, around: Range, cut: re.Match[str]) -> bool:
    opened = text.count("(", around[0], cut.start())
    return opened > text.count(")", around[0], cut.start())
