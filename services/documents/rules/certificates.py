"""Certificates: what each is called, who gave it and when, on one line or on a few."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from services.documents.rules.education import FoundEntry
from services.documents.rules.entries import ASIDE
from services.documents.rules.heads import period_of, pieces
from services.documents.rules.pages import Line, Range
from services.documents.rules.wording import employer_weight, school_weight
from services.documents.rules.wraps import is_full, joined, plainly_goes_on

MAX_LINE_CHARACTERS = 400

_ISSUED = re.compile(
    r",\s+|\s+(?:by|issued by|from)\s+"
    r"|\s+[-–—]\s+(?!specialty|associate|professional|expert|foundation|advanced|practitioner)",
    re.IGNORECASE,
)
_TURN = [False, True]
"""A line without a date above one that has it."""
_BRACKET = re.compile(r"\s+\((?![A-Z][a-z]{0,4}[A-Z\d+.-]\w{0,5}\))")
"""Not the short name that many have: "Basic Life Support (BLS)"."""
_ENDS = re.compile(r"[\s().,–—-]+$")


def certificates_in(text: str, lines: Sequence[Line], width: int) -> Iterator[FoundEntry]:
    """One per line or bullet, the issuer as detail; a line may run on in a narrow column.

    `width` is that of the column in characters.
    """
    dated = [period_of(text, line) is not None for line in lines]
    is_cut = all(
        is_full(above, below, width)
        for number, (above, below) in enumerate(pairwise(lines))
        if dated[number : number + 2] == _TURN
    )

    def joins(above: Line, below: Line) -> bool:
        if plainly_goes_on(above, below):
            return True
        if period_of(text, above) is not None or not is_full(above, below, width):
            return False
        if above.is_bullet or _has_issuer_too(text, below):
            return above.is_bullet or "," not in above.text
        is_dated = period_of(text, below) is not None
        is_issuer = "," not in above.text and _is_body(re.split(r"[,(]", below.text)[0])
        return is_dated and is_cut and not is_issuer

    whole = [line for line in joined(text, lines, joins) if _is_entry(line)]
    found = [entry for line in whole for entry in _on_line(text, line)]
    yield from found if all(line.is_bullet for line in whole) else _with_issuers(text, found)


def _has_issuer_too(text: str, line: Line) -> bool:
    """The rest of a name, with its issuer behind a comma: "Safety, Harbour Training, 2020"."""
    period = period_of(text, line)
    rest = text[line.start : period.start if period else line.end]
    return "," in rest.rstrip(" ,(") or (period is None and rest.endswith(","))


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
    bracket = _BRACKET.search(text, *title)
    if bracket:
        rest = _ENDS.sub("", text[bracket.end() : title[1]])
        issuer = (bracket.end(), bracket.end() + len(rest))
        return (title[0], bracket.start()), issuer if rest else None
    cuts = [c for c in _ISSUED.finditer(text, *title) if not _is_in_brackets(text, title, c)]
    if cuts and cuts[-1].start() > title[0]:
        return (title[0], cuts[-1].start()), (cuts[-1].end(), title[1])
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
