"""Who a résumé is about and how to reach them, from the lines before its first section."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from services.documents.rules.resume.layout.lines import Line, Range, cells, trimmed
from services.documents.rules.resume.layout.wraps import SITE, unwrapped_contact
from services.documents.rules.resume.person.name import is_like_name, name_in
from services.documents.rules.resume.person.phones import phones_in
from services.documents.rules.resume.person.place import places_in
from services.documents.rules.towns import is_place
from services.documents.rules.wording import title_weight

MAX_LINE_CHARACTERS = 400
"""A longer line is prose, or no résumé at all."""


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_LINK = re.compile(
    r"(?:https?://|www\.)(?:[^\s<>|,;()\]]|\([^\s<>|()]{0,80}\)|[,;](?!https?:|www\.)(?=[\w/])){3,300}"
    r"|(?<![\w@.-])(?:[a-z0-9-]{1,40}\.){1,3}"
    r"(?:com|org|net|app|dev|tech|info|page|site|xyz|cloud|blog|[a-z]{2})"
    r"(?:/[^\s<>|,;)\]]{0,150})?(?![\w@-])"
    r"|(?<![\w/])/?in/[\w-]{3,60}",
    re.IGNORECASE,
)
_NO_HEADLINE = re.compile(
    r"[.!?]$|@|\d{4}|https?:|[a-z]{4}[.!?]\s+[A-Z]|^(?:I|Ich|Je|Yo)(?:['’]m)?\s"
    r"|(?i:^(?:curriculum vitae|lebenslauf|r[ée]sum[ée])$)"
)
_BEFORE_MAIL = re.compile(r"[^\d@|\n]{3,60}?(?=\s+[-–—]\s+\S{1,64}@)")
_MOST_WORDS_BELOW_NAME = 8
_LONG = 60
"""Characters of a line that prose may have filled."""
_HEAD_LINES = 8


@dataclass(frozen=True)
class FoundContact:
    """Where each fact stands; None where the résumé does not say."""

    name: Range | None
    email: Range | None
    phone: Range | None
    location: Range | None
    links: tuple[Range, ...]
    headline: Range | None


def contact_in(text: str, lines: Sequence[Line]) -> FoundContact:
    """From the lines that stand before the first section, or under a heading like "Contact"."""
    lines = [line for line in lines if len(line.text) <= MAX_LINE_CHARACTERS]
    lines = unwrapped_contact(text, _closed_up(lines))
    email = next(_emails(text, lines), None)
    name = name_in(text, lines[:_HEAD_LINES], email)
    location = next(places_in(text, lines, name), None)
    return FoundContact(
        name=name,
        email=email,
        phone=next(phones_in(text, lines), None),
        location=location,
        links=tuple(dict.fromkeys(_links(text, lines))),
        headline=next(_headlines(text, lines, name, location), None)
        or _below_name(lines, name, location),
    )


def _closed_up(lines: Sequence[Line]) -> list[Line]:
    """Without gaps where every line stands apart, as paragraphs do: there they part nothing."""
    first = lines[1:_HEAD_LINES]
    if len(first) > 1 and all(line.follows_gap for line in first):
        return [replace(line, follows_gap=False) for line in lines]
    return list(lines)


def _emails(text: str, lines: Sequence[Line]) -> Iterator[Range]:
    for line in lines:
        if _is_whole(_EMAIL, line):
            yield line.start, line.end
        else:
            yield from (found.span() for found in _EMAIL.finditer(text, line.start, line.end))


def _links(text: str, lines: Sequence[Line]) -> Iterator[Range]:
    for line in lines:
        if _is_whole(_EMAIL, line):
            continue
        address = replace(line, text=SITE.sub("", line.text))
        if _is_whole(_LINK, address):
            yield line.start, line.start + len(address.text)
            continue
        for found in _LINK.finditer(text, line.start, line.end):
            said = found.group()
            if "/" in said or (said.islower() and len(said) > 5):
                yield found.start(), found.start() + len(said.rstrip(".,"))


def _is_whole(pattern: re.Pattern[str], line: Line) -> bool:
    """Whether a line that was cut is one such address, put together again."""
    return "\n" in line.text and pattern.fullmatch("".join(line.text.split())) is not None


def _headlines(
    text: str, lines: Sequence[Line], name: Range | None, location: Range | None
) -> Iterator[Range]:
    """A line that names a job and is no sentence, not the name's own."""
    near = lines[: _HEAD_LINES + 3]
    for line, below in zip_longest(near[: _HEAD_LINES + 2], near[1:]):
        if line is None or _runs_on(line, below):
            continue
        is_own = name is not None and line.start <= name[0] < line.end
        apart = list(cells(line))
        says_place = any(cell == location or is_place(text[slice(*cell)]) for cell in apart)
        parts = [] if is_own or says_place else [(line.body, line.end)]
        parts += [cell for cell in apart if name is None or cell[0] >= name[1]]
        if is_own and name and name[1] < line.end:
            parts.append(trimmed(line, name[1], next(e for _, e in apart if e >= name[1])))
        for start, stop in parts:
            led = _BEFORE_MAIL.match(text, start, stop)
            end = led.end() if led else stop
            said = text[start:end]
            is_free = len(said) <= 120 and not _NO_HEADLINE.search(said)
            if is_free and title_weight(said) and not is_place(said):
                yield start, end


def _runs_on(line: Line, below: Line | None) -> bool:
    """Whether it is the first line of a paragraph of prose."""
    is_full = below is not None and not below.follows_gap and len(line.text) > _LONG
    return is_full and below is not None and below.text.endswith((".", "!"))


def _below_name(lines: Sequence[Line], name: Range | None, location: Range | None) -> Range | None:
    """A few words right below the name and above the address, though none of them names a job."""
    for at, (line, below) in enumerate(pairwise(lines[:_HEAD_LINES])):
        if name is None or not line.start <= name[0] < line.end:
            continue
        said = below.content
        is_few = 1 < len(said.split()) <= _MOST_WORDS_BELOW_NAME and said[0].isupper()
        is_beside = any(
            "@" in each.text and not each.follows_gap for each in lines[at + 2 : at + 3]
        )
        is_apart = below.follows_gap and not is_beside
        is_free = not (is_apart or _NO_HEADLINE.search(said) or re.search(r"[\d:|]", said))
        is_where = location is not None and below.start <= location[0] < below.end
        is_other = is_where or is_like_name(said) or len(list(cells(below))) > 1
        return (below.body, below.end) if is_few and is_free and not is_other else None
    return None
