"""Who a résumé is about and how to reach them, from the lines before its first section."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from services.documents.rules.lexicon import plain
from services.documents.rules.resume.pages import Line, Range, cells, trimmed
from services.documents.rules.resume.phones import phones_in
from services.documents.rules.resume.wraps import unwrapped_contact
from services.documents.rules.wording import is_place, title_weight

MAX_NAME_WORDS = 6
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
_HANDLE = re.compile(r"[\w.+-]{2,64}(?=@[\w-])|(?<=/in/)[\w%-]{3,60}|(?<=github\.com/)[\w-]{3,60}")
_LABEL = re.compile(
    r"^\W*(?:name|full name|address|location|based in|e-?mail|phone|tel(?:ephone)?|mobile|cell|home"
    r"|adresse|wohnort|standort|ort|anschrift|telefon|handy|domicilio|direccion|citizenship)"
    r"(?:\s*[:=]\s*|\t+|[ ]{2,})",
    re.IGNORECASE,
)
_PLACE_LABEL = re.compile(
    r"\W*(?:(?:home )?address|location|based in|residence|city|adresse|wohnort|standort|ort"
    r"|anschrift|domicilio|direcci[óo]n|ciudad|localidad|lieu|ville|indirizzo|residenza|morada|woonplaats)"
    r"\s*[:=]\s*",
    re.IGNORECASE,
)
_MAX_PLACE = 80
_NOT_A_NAME = re.compile(
    r"\d|@|[:/\\|=]|\b(?:resume|résumé|curriculum|vitae|cv|lebenslauf|page|updated|confidential"
    r"|address|phone|email|profile|contact|summary|linkedin|github|university|street|road|avenue)\b",
    re.IGNORECASE,
)
_PARTICLES = {
    "abu", "af", "al", "ap", "av", "ben", "bin", "bint", "binti", "da", "das", "de", "del", "dela",
    "della", "den", "der", "di", "do", "dos", "du", "e", "el", "ibn", "ibnu", "la", "las", "le",
    "los", "op", "san", "st", "te", "ten", "ter", "ul", "ur", "van", "vom", "von", "y", "zu", "zum",
    "zur",
}  # fmt: skip
_CREDENTIALS = re.compile(
    r",?\s+(?:ph\.?\s?d\.?|m\.?d\.?|mba|msc|m\.?sc\.?|cpa|pmp|cfa|rn|bsn|esq\.?|p\.?e\.?|jd|dds|cissp|shrm-cp"
    r"|jr\.?|sr\.?|ii|iii|iv|\(?(?:he|she|they)/\w+\)?)(?=$|[\s,)]).*$",
    re.IGNORECASE,
)
_SPACED_OUT = re.compile(r"(?:[^\W\d_] ){2,}[^\W\d_](?: {2,}(?:[^\W\d_] ){2,}[^\W\d_])*")
_WORD_OF_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?,?")
_NO_HEADLINE = re.compile(r"[.!?]$|@|\d{4}|https?:")
_COMMA = re.compile(r",\s*")
_STREET = re.compile(r"[^,]{0,60}[^\W\d_][^,]{0,30}\s\d+[a-z]?\s*,|\d+\s+[^\W\d_]")
_BEFORE_TITLE = re.compile(r"\s+[-–—]\s+|,\s+")
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
    name = _name(text, lines[:_HEAD_LINES], email)
    return FoundContact(
        name=name,
        email=email,
        phone=next(phones_in(text, lines), None),
        location=next(_places(text, lines, name), None),
        links=tuple(dict.fromkeys(_links(text, lines))),
        headline=next(_headlines(text, lines, name), None),
    )


def _closed_up(lines: Sequence[Line]) -> list[Line]:
    """Without gaps where every line stands apart, as paragraphs do: there they part nothing."""
    first = lines[1:_HEAD_LINES]
    if len(first) > 1 and all(line.follows_gap for line in first):
        return [replace(line, follows_gap=False) for line in lines]
    return list(lines)


def spoken_name(quote: str) -> str:
    """A name as one says it: on one line, letters not spaced out."""
    if _SPACED_OUT.fullmatch(quote.strip()):
        return " ".join("".join(word.split()) for word in re.split(r" {2,}", quote.strip()))
    return " ".join(quote.split())


def names_in_addresses(lines: Iterable[str]) -> str:
    """What mail addresses and profiles call their owner, plain, to look for names in."""
    said = (found.group() for line in lines for found in _HANDLE.finditer(line))
    return " ".join(plain(each) for each in said)


def _name(text: str, lines: Sequence[Line], email: Range | None) -> Range | None:
    """The likeliest name: high up, no words of jobs in it, and in the address if there is one."""
    address = plain(text[slice(*email)].partition("@")[0]) if email else ""
    addressed = names_in_addresses(line.text for line in lines)
    best: tuple[float, Range] | None = None
    for depth, found in _candidates(text, lines, addressed):
        said = text[slice(*found)]
        parts = [part for part in plain(said).split() if len(part) > 2]
        weight = 2.0 - title_weight(said) - 0.5 * depth - (len(said.split()) == 1)
        weight += 3.0 * any(part in address for part in parts) + 0.25 * ("\n" in said)
        if best is None or weight > best[0]:
            best = (weight, found)
    return best[1] if best else None


def _candidates(text: str, lines: Sequence[Line], addressed: str) -> Iterator[tuple[int, Range]]:
    for depth, line in enumerate(lines):
        is_whole = _SPACED_OUT.fullmatch(line.text) or _is_name_in_cells(line)
        whole = [(line.start, line.end)] if is_whole else []
        for start, end in whole or cells(line):
            found = _bare(text, start, _before_title(text, start, end))
            if is_like_name(text[slice(*found)]):
                yield depth, found
        below = lines[depth + 1] if depth + 1 < len(lines) else None
        if below and _goes_on_below(line, below, addressed):
            yield depth, (line.start, below.end)


def _is_name_in_cells(line: Line) -> bool:
    """First and last name beside each other, as pages with two boxes for them have."""
    parts = line.text.split("\t")
    return len(parts) == 2 and all(map(_is_one_word, parts)) and not title_weight(line.text)


def _before_title(text: str, start: int, end: int) -> int:
    """Where the name ends that a title follows: "Ada Fernweh – Head Baker"."""
    cut = _BEFORE_TITLE.search(text, start, end)
    if cut is None:
        return end
    is_apart = "," not in cut.group() and " " in text[start : cut.start()]
    return cut.start() if is_apart or title_weight(text[cut.end() : end]) else end


def _bare(text: str, start: int, end: int) -> Range:
    """Without "Name:" before it and without degrees behind it."""
    label = _LABEL.match(text[start:end])
    start += label.end() if label else 0
    credentials = _CREDENTIALS.search(text[start:end])
    stop = start + credentials.start() if credentials else end
    return start, start + len(text[start:stop].rstrip(" ,"))


def without_degrees(said: str) -> str:
    """A name without what one may put behind it: "Mirela Oster, PhD"."""
    return _CREDENTIALS.sub("", said).rstrip(" ,")


def is_like_name(said: str) -> bool:
    """Whether it could be a name by its words: few, with capitals, none of them of addresses."""
    if _SPACED_OUT.fullmatch(said):
        return True
    parts = said.split()
    if not 1 <= len(parts) <= MAX_NAME_WORDS or _NOT_A_NAME.search(said) or is_place(said):
        return False
    if not all(_WORD_OF_NAME.fullmatch(part) for part in parts):
        return False
    named = [part for part in parts if plain(part) not in _PARTICLES]
    return bool(named) and all(part[0].isupper() or not part[0].islower() for part in named)


def _goes_on_below(line: Line, below: Line, addressed: str) -> bool:
    """A first name above the rest; of two words or more where the rest says that it is one:

    it begins with a particle, or stands in an address, and both are written alike.
    """
    if below.follows_gap or not _is_rest_of_name(below.text):
        return False
    if _is_one_word(line.text):
        return True
    both = f"{line.text} {below.text}"
    is_name = is_like_name(both) and not title_weight(line.text) and "\t" not in line.text
    is_alike = line.text.isupper() == below.text.isupper()
    rest = plain(below.text).split()
    is_said = rest[0] in _PARTICLES or any(len(part) > 2 and part in addressed for part in rest)
    return is_name and is_alike and is_said


def _is_one_word(said: str) -> bool:
    return " " not in said and "\t" not in said and len(said) > 1 and is_like_name(said)


def _is_rest_of_name(said: str) -> bool:
    """What may stand under a first name: "Linh Dang", no title and no address."""
    few = len(said.split()) <= 4 and "\t" not in said and len(said) > 1
    return few and is_like_name(said) and not title_weight(said)


def _emails(text: str, lines: Sequence[Line]) -> Iterator[Range]:
    for line in lines:
        if _is_whole(_EMAIL, line):
            yield line.start, line.end
        else:
            yield from (found.span() for found in _EMAIL.finditer(text, line.start, line.end))


def _labelled_place(text: str, start: int, end: int) -> Range | None:
    """What a label says where somebody lives, in a list of towns or not."""
    label = _PLACE_LABEL.match(text, start, end)
    if label is None or not any(map(str.isalpha, text[label.end() : end])):
        return None
    is_place_like = end - label.end() <= _MAX_PLACE and "@" not in text[label.end() : end]
    return (label.end(), end) if is_place_like else None


def _places(text: str, lines: Sequence[Line], name: Range | None) -> Iterator[Range]:
    for line in lines:
        for cell in cells(line):
            start, end = _bare(text, *cell)
            cuts = [start, *(cut.end() for cut in _COMMA.finditer(text, start, end))]
            found = [cut for cut in cuts if is_place(text[cut:end])]
            labelled = None if found else _labelled_place(text, *cell)
            if labelled:
                yield labelled
            if found and cell != name:
                yield (
                    next((cut for cut in found if not _STREET.match(text, cut, end)), found[-1]),
                    end,
                )


def _links(text: str, lines: Sequence[Line]) -> Iterator[Range]:
    for line in lines:
        if _is_whole(_EMAIL, line):
            continue
        if _is_whole(_LINK, line):
            yield line.start, line.end
            continue
        for found in _LINK.finditer(text, line.start, line.end):
            said = found.group()
            if "/" in said or (said.islower() and len(said) > 5):
                yield found.start(), found.start() + len(said.rstrip(".,"))


def _is_whole(pattern: re.Pattern[str], line: Line) -> bool:
    """Whether a line that was cut is one such address, put together again."""
    return "\n" in line.text and pattern.fullmatch("".join(line.text.split())) is not None


def _headlines(text: str, lines: Sequence[Line], name: Range | None) -> Iterator[Range]:
    """A line that names a job and is no sentence, not the name's own."""
    for line in lines[: _HEAD_LINES + 2]:
        is_own = name is not None and line.start <= name[0] < line.end
        apart = list(cells(line))
        says_place = any(is_place(text[slice(*cell)]) for cell in apart)
        parts = [] if is_own or says_place else [(line.body, line.end)]
        parts += [cell for cell in apart if name is None or cell[0] >= name[1]]
        if is_own and name and name[1] < line.end:
            parts.append(trimmed(line, name[1], next(e for _, e in apart if e >= name[1])))
        for start, end in parts:
            said = text[start:end]
            is_free = len(said) <= 120 and not _NO_HEADLINE.search(said)
            if is_free and title_weight(said) and not is_place(said):
                yield start, end
