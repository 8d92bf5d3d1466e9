"""One line about a certificate: what it is called, who gave it, and how long it holds."""

import re
from collections.abc import Iterator

from services.documents.rules.resume.beside.held import names_certificate
from services.documents.rules.resume.layout.lines import Line, Range, trimmed
from services.documents.rules.resume.roles.heads import period_of, pieces
from services.documents.rules.resume.schooling.education import FoundEntry
from services.documents.rules.wording import employer_weight, school_weight, title_weight

_ISSUED = re.compile(
    r"(?:,|\s+(?:by|issued by|from)|\s+[-–—])\s+"
    r"(?!(?:specialty|associate|professional|expert|foundation|advanced|practitioner|intermediate"
    r"|(?:entry )?level|grade|stage|part|basic)\b)",
    re.IGNORECASE,
)
_COLON = re.compile(r":\s+")
_BRACKET = re.compile(r"\s+\((?![A-Z][a-z]{0,4}[A-Z\d+.-]\w{0,5}\)|[\d.-]{1,8}\))")
"""Not the short name or the number that many have: "Basic Life Support (BLS)"."""
_ENDS = re.compile(r"[\s().,–—-]+$")
_STATE = (
    r"(?:valid|expir\w*|exp\b\.?|renew\w*|issued|awarded|obtained|passed|completed|active|current"
    r"|no expir\w+(?: date)?|g[üu]ltig|ausgestellt|valable|d[ée]livr[ée]e?|v[áa]lid[oa]|vence)"
    r"(?:\s+(?:until|to|till|thru|through|bis|on|in|jusqu['’]?\w*|hasta|en|am))?"
)
_IS_STATE = re.compile(rf"\W*{_STATE}\W*", re.IGNORECASE)
"""How long a certificate holds, or since when, without its date."""
_TAIL = re.compile(
    rf"(?:[\s,;(–—-]+{_STATE}[\s.:(]*|\s*[._…]{{3,}}\s*|\s+\({_STATE}\))$", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?:(?:licen[cs]e|registration|reg|certificate|cert|credential|pin|id|no|nr|number)\b[\s.:]*)*"
    r"#?[A-Z]{0,3}[.-]?\d[\w.-]*",
    re.IGNORECASE,
)
_PART_OF_NAME = re.compile(
    r"(?:level|grade|class|part|stage|band|stufe|niveau|nivel|active|current|pending"
    r"|in progress)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?:fellowship|membership|registration|licen[cs]e|certificate|certification|course|training"
    r"|award|ticket|qualification|card)s?",
    re.IGNORECASE,
)
"""What a label before a colon calls what follows."""
_MOST_WORDS_OF_ISSUER = 3


def on_line(text: str, line: Line) -> Iterator[FoundEntry]:
    """The name alone or with its issuer; only a date is an entry without a name."""
    found = [piece.at for piece in pieces(text, line, 0) if not _IS_STATE.fullmatch(piece.said)]
    period = period_of(text, line)
    if not found and period and not _IS_STATE.fullmatch(text, line.body, period.start):
        found = [at for at in (trimmed(line, line.body, period.start),) if at[0] < at[1]]
    if not found:
        if period:
            yield FoundEntry((line.start, line.start), None, period)
        return
    title = _without_tail(text, found[0])
    if len(found) > 1 and not _BRACKET.search(text, *title):
        yield FoundEntry(title, _without_tail(text, found[1]), period)
        return
    name, issuer = _name_and_issuer(text, title)
    yield FoundEntry(name, issuer, period)


def _without_tail(text: str, at: Range) -> Range:
    """Without words for how long it holds, and the dots that lead to its date."""
    tail = _TAIL.search(text, *at)
    return (at[0], tail.start()) if tail and tail.start() > at[0] else at


def _name_and_issuer(text: str, title: Range) -> tuple[Range, Range | None]:
    """What stands in brackets gave it, unless it is a part of its name; else what a comma parts."""
    bracket = next(iter(reversed(list(_BRACKET.finditer(text, *title)))), None)
    if bracket and ")" not in text[bracket.end() : title[1] - 1]:
        rest = _ENDS.sub("", text[bracket.end() : title[1]])
        if _PART_OF_NAME.match(rest) or title_weight(rest) == 2:
            return title, None
        issuer = (bracket.end(), bracket.end() + len(rest))
        return (title[0], bracket.start()), issuer if rest else None
    for cut in reversed([*_ISSUED.finditer(text, *title)]):
        if _is_in_brackets(text, title, cut) or cut.start() <= title[0]:
            continue
        name, issuer = (title[0], cut.start()), (cut.end(), title[1])
        if not _NUMBER.fullmatch(text, *issuer):
            return _turned(text, name, issuer)
        title = name
    return _around_colon(text, title)


def _turned(text: str, name: Range, issuer: Range) -> tuple[Range, Range]:
    """The other way round where only what stands last is a certificate: "Google — Data Course"."""
    is_dash = "," not in text[name[1] : issuer[0]]
    said, by = text[slice(*name)], text[slice(*issuer)]
    is_first = len(said.split()) <= _MOST_WORDS_OF_ISSUER and not names_certificate(said)
    return (issuer, name) if is_dash and is_first and names_certificate(by) else (name, issuer)


def _around_colon(text: str, title: Range) -> tuple[Range, Range | None]:
    colon = _COLON.search(text, *title)
    if colon is None:
        return title, None
    before, behind = (title[0], colon.start()), (colon.end(), title[1])
    said, by = text[slice(*before)], text[slice(*behind)]
    if _KIND.fullmatch(said):
        return behind, None
    if is_body(by):
        return before, behind
    is_first = len(said.split()) <= _MOST_WORDS_OF_ISSUER and not names_certificate(said)
    return (behind, before) if is_first and names_certificate(by) else (title, None)


def is_body(said: str) -> bool:
    return employer_weight(said) == 2 or school_weight(said) > 0


def _is_in_brackets(text: str, around: Range, cut: re.Match[str]) -> bool:
    opened = text.count("(", around[0], cut.start())
    return opened > text.count(")", around[0], cut.start())
