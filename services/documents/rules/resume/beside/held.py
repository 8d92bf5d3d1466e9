"""What is a certificate by its words, and where a line ends that names several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import ne

from services.documents.rules.lexicon import plain, words
from services.documents.rules.places import Places
from services.documents.rules.resume.dates.periods import periods
from services.documents.rules.resume.layout.lines import Line, Range, trimmed
from services.documents.rules.towns import is_place
from services.documents.rules.wording import degree, employer_weight, school_weight

MAX_WORDS = 14
MOST_WORDS_UNKNOWN = 7
MAX_LETTERS = 3
FEWEST_UNKNOWN = 3
"""Parts between commas: of two that nobody knows, the second may have given the first."""

_BY_ITS_KIND = re.compile(
    r"\b(?:certificat\w*|certifi(?:ed|cado|cada)|zertifi\w+|licen[cs]ed?|registered|registration"
    r"|accredited|accreditation|chartered|ticket|f[üu]hrerschein|patente|brevet|attestation"
    r"|habilitation|fortbildung|weiterbildung|awareness|practitioner|grade \d|(?:member|fellow) of"
    r"|membership)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:certified|certificates?|certifications?|licen[cs]es?|tickets?(?: and cards)?|cards"
    r"|training|courses?|zertifikate?|certificats?|certificados?|certificazioni?)\s*:\s+",
    re.IGNORECASE,
)
_TICKETS = re.compile(
    r"(?:[^\W\d_]+ (?:and|&) )?(?:tickets|cards|licen[cs]es)(?: (?:and|&) [^\W\d_]+)?(?: held)?"
    r"\s*:\s*",
    re.IGNORECASE,
)
"""Behind it nobody says who gave them: commas part one from the next."""
_STRONG = re.compile(r"\s*[;|•·]\s*|(?<=[\w)])\.\s+(?=[A-Z])|\s+/\s+")
_SENTENCES = re.compile(
    r"\s*;\s+|(?<=[\w)])(?<!\b[Ii]nc)(?<!\b[Ii]ncl)(?<!\b[Nn]o)(?<!\b[Dd]ept)\.\s+(?=[A-Z])"
)
_COMMA = re.compile(r",\s+")
_AND = re.compile(r"\s+(?:and|und|et|y|e|&)\s+")
_BRACKETS = re.compile(r"\([^()]*\)")
_DATED = re.compile(r"\((?:[^()]*\W)?(?:19|20)\d\d\)?$")
_BEYOND = re.compile(r"\s*[(–—,:]\s*|\s+-\s+|\s+(?:no|nr|number)\b")
_GRADE = re.compile(
    r"(?:specialty|associate|professional|expert|foundation|advanced|practitioner|intermediate"
    r"|entry level|level|grade|stage|part|basic)\b(?: level)?[\s\dIV]*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:state of|(?:licen[cs]e|registration|pin|no)\b[^,]*\d)", re.IGNORECASE)
"""The state that gave a licence, and its number."""
_LEVEL = re.compile(
    r"(?:\s+(?:level|stage|part|class|grade|card|licen[cs]e|ticket|[\d/a-c]{1,5}))+$"
)


def label_of_certificates(line: Line) -> int:
    """The characters that a label such as "Certified:" takes of a line; 0 where it has none."""
    found = _LABEL.match(line.content)
    if found is None:
        return 0
    is_to_drive = found.group().lower().startswith(("license:", "licence:"))
    return 0 if is_to_drive and not is_known(line.content[found.end() :]) else found.end()


def lists_papers(line: Line) -> bool:
    """Whether a line amid other matters is, by its label and its names, a list of papers held."""
    width = 0 if line.is_bullet else label_of_certificates(line)
    return width > 0 and any(map(is_known, _COMMA.split(line.content[width:])))


def names_certificate(said: str) -> bool:
    """Whether an item is one by name, by its letters alone or by a word for its kind."""
    if not said or len(said.split()) > MAX_WORDS or "@" in said:
        return False
    return is_known(said) or (_BY_ITS_KIND.search(said) is not None and not degree(said))


def is_known(said: str) -> bool:
    """Whether our lists have its name, or nothing but its letters stand before what is beyond."""
    name = plain(said)
    first = _LEVEL.sub("", _BEYOND.split(name, maxsplit=1)[0])
    if first in words("certificate_letters"):
        return True
    return any(_is_said(found.group(), said, name) for found in _names().finditer(name))


def _is_said(letters: str, said: str, name: str) -> bool:
    """A few letters may be a word of another language: then they stand alone or in capitals."""
    is_short = len(letters) <= MAX_LETTERS and letters.isalpha()
    return not is_short or name == letters or letters.upper() in said


def is_certificate_line(line: Line) -> bool:
    """Whether each thing that a line names is a certificate, one of them by our lists."""
    if line.text.endswith(":") or (degree(line.content) and not is_known(line.content)):
        return False
    items = list(items_of(line.text, replace(line, start=0, end=len(line.text), body=0)))
    said = [line.text[slice(*item)] for item in items]
    return any(map(is_known, said)) and all(map(names_certificate, said))


def items_of(text: str, line: Line) -> Iterator[Range]:
    """The certificates of a line: apart by marks and full stops; by commas if all are some."""
    start = line.body + label_of_certificates(line)
    parts = list(_cut(text, (start, line.end), _STRONG))
    if any(_is_only_a_date(text[slice(*part)]) for part in parts):
        parts = [(start, line.end)]
    for part in parts:
        listed = list(_cut(text, part, _COMMA))
        is_several = _are_tickets(text, line, listed) or _are_several(text, listed)
        if len(listed) > 1 and is_several:
            for each in listed:
                yield from _both(text, each)
        else:
            yield from _both(text, part)


def parted(line: Line) -> list[Line]:
    """One line per sentence where some name papers and the others degrees: "AAT Level 4. GCSEs"."""
    places = list(_cut(line.text, (line.body - line.start, len(line.text)), _SENTENCES))
    said = [line.text[slice(*place)] for place in places]
    are_papers = [is_known(each) for each in said]
    are_degrees = [degree(each) is not None for each in said]
    if not (any(are_papers) and any(are_degrees) and all(map(ne, are_papers, are_degrees))):
        return [line]
    begin = line.start
    return [
        Line(begin + start, begin + end, begin + start, each, follows_gap=False)
        for (start, end), each in zip(places, said, strict=True)
    ]


def lines_of_items(text: str, line: Line) -> list[Line]:
    """One line per certificate; the line itself where it has only one."""
    items = [trimmed(line, *item) for item in items_of(text, line)]
    if len(items) < 2 and not label_of_certificates(line):
        return [line]
    return [
        Line(start, end, start, text[start:end], follows_gap=number == 0 and line.follows_gap)
        for number, (start, end) in enumerate(items)
        if start < end
    ]


def _are_several(text: str, listed: Sequence[Range]) -> bool:
    """Whether commas part certificates, and not one from its issuer, its level or its date."""
    said = [text[slice(*each)] for each in listed]
    if all(_DATED.search(each) for each in said) or sum(map(_has_level_first, said)) > 1:
        return True
    if any(school_weight(each) or _is_date(each) for each in said):
        return False
    if any(map(is_known, said)) and all(map(names_certificate, said)):
        return True
    if len(said) < FEWEST_UNKNOWN:
        return False
    is_plain = all(len(each.split()) <= MOST_WORDS_UNKNOWN for each in said)
    is_plain = is_plain and not any(map(_is_beside_a_name, said))
    return is_plain or sum(map(names_certificate, said)) * 2 > len(said)


def _are_tickets(text: str, line: Line, listed: Sequence[Range]) -> bool:
    """Whether a label before the line, or in it, says so, and no part is a body or a level."""
    begin = text.rfind("\n", 0, line.start) + 1
    if _TICKETS.match(text, begin, line.end) is None:
        return False
    return not any(_is_body_or_level(text[slice(*each)]) for each in listed)


def _has_level_first(said: str) -> bool:
    """Whether it is a paper with a level of its own: "Level 3 Food Safety"."""
    return re.match(r"level \d\s+[^\W\d_]", said, re.IGNORECASE) is not None


def _is_beside_a_name(said: str) -> bool:
    """Whether it is a body, a place or a level, which stand behind the name of one certificate."""
    return said[:1].islower() or _is_body_or_level(said)


def _is_body_or_level(said: str) -> bool:
    is_body = employer_weight(said) == 2 or is_place(said) or _NUMBERED.match(said) is not None
    return is_body or _GRADE.match(said) is not None


def _is_only_a_date(said: str) -> bool:
    """As in a row of a table: "2019 | Scrum Master | Scrum Alliance"."""
    found = next(periods(said), None)
    return found is not None and said.strip() == said[found.start : found.end]


def _is_date(said: str) -> bool:
    found = next(periods(said), None)
    return found is not None and found.start <= len(said) // 3 and not is_known(said)


def _both(text: str, item: Range) -> Iterator[Range]:
    """Two that "and" joins, if either is one by name."""
    parts = list(_cut(text, item, _AND))
    if len(parts) > 1 and all(is_known(text[slice(*part)]) for part in parts):
        yield from parts
    else:
        yield item


def _cut(text: str, at: Range, separator: re.Pattern[str]) -> Iterator[Range]:
    inside = Places.of(found.span() for found in _BRACKETS.finditer(text, *at))
    start = at[0]
    for cut in separator.finditer(text, *at):
        if not inside.touches(cut.start(), cut.start() + 1):
            yield start, cut.start()
            start = cut.end()
    yield start, at[1]


@cache
def _names() -> re.Pattern[str]:
    known = "|".join(map(re.escape, sorted(words("certificates"), key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{known})(?!\w)")
