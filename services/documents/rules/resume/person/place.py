"""Where somebody lives: a town that we know, an address by its shape, or what a label says."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from phonenumbers import SUPPORTED_REGIONS

from services.documents.rules.lexicon import plain, words
from services.documents.rules.resume.layout.lines import Line, Range, cells, trimmed
from services.documents.rules.resume.person.name import bare
from services.documents.rules.resume.person.towns import (
    ENDS,
    MOVING,
    OTHER,
    POSTCODE,
    is_in_country,
    is_like_name_of_town,
    is_like_town,
    says_address,
)
from services.documents.rules.resume.sections.headings import section_of_line
from services.documents.rules.towns import is_place
from services.documents.rules.wording import title_weight

_MAX_CHARACTERS = 80
_MAX_WORDS = 10

_LABEL = re.compile(
    r"\W*(?:(?:(?:home |current |postal )?address|(?:current )?location|residence|city|region"
    r"|(?:postal|post|zip) code (?:&|and) (?:city|town)|adresse"
    r"|wohnort|standort|ort|anschrift|domicilio|direcci[óo]n|ciudad|localidad|lieu|ville|indirizzo|residenza"
    r"|morada|endere[çc]o|woonplaats|adres|home|based|base|lives?|where)(?:\s*[:=]\s*|\t+|[ ]{2,})"
    r"|(?-i:Location|LOCATION|Address|ADDRESS)\s+(?=(?-i:[A-ZÀ-Þ])[^|:]{2,40}$)"
    r"|(?:(?:i am |i['’]m )?(?:currently )?(?:based|living|located|resident) in|(?:i )?lives? in"
    r"|wohnhaft in|domicili[ée]e? [àa]|(?:j['’])?habite [àa]|r[ée]sidant [àa]"
    r"|residente en|vivo en|residente a)"
    r"\s*:?\s+)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r",\s*|\s\((?:(?:based|living) (?:in|near|at) )?|\s(?:in|from|near|aus|à)\s(?=[A-ZÀ-Þ])"
)
"""What may stand before a place; a word such as "in" only in a few words."""
_INSIDE = re.compile(
    r"\((?:currently )?(?:based|living|located|home|resident) (?:in|near|at)?\s*"
    r"([^()]{3,40})\)",
    re.IGNORECASE,
)
"""As in "Remote (based near Hebden Bridge)"."""
_STREET = re.compile(r"[^,]{0,60}[^\W\d_][^,]{0,30}\s\d+[a-z]?\s*,|\d+\s+[^\W\d_]")
_APART = re.compile(
    r"\s*[|•·;\t]\s*|\s{3,}|\s+[/~*]\s+"
    r"|\s+[-–—]\s+(?![\d(]|[A-Z]{2}(?:\s*$|\s+[|•·;/]|\t))|\s*,\s*$|^\s*,\s*"
)
_ROAD = (
    r"(?:street|st|road|rd|avenue|ave|av|lane|ln|close|drive|dr|way|court|ct|crescent|terrace|place"
    r"|square|gardens|grove|hill|row|walk|view|boulevard|blvd|parade|mews|rise|house|apartments?)"
)
_ADDRESS = re.compile(
    rf"(?:\b\d+[a-z]?[\w /-]*\s(?:[\w'’.-]+\s){{0,4}}{_ROAD}\b|\b(?:flat|apt|unit|apartment)\s+\d+"
    r"|\b\d+(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|av\.?|boulevard|bd|place|all[ée]e|chemin|impasse|quai)\s"
    r"|\b(?:calle|c/|avda\.?|avenida|plaza|paseo|via|viale|piazza|corso|rua|pra[çc]a|ulica|ul\.)\s.*\d"
    r"|[^\W\d_]+(?:str\.|stra(?:ß|ss)e|weg|gasse|platz|allee|ring|damm|ufer|straat|laan|vägen|gatan)\s*\d"
    r"|\bp\.?o\.? box\s+\d)",
    re.IGNORECASE,
)


def places_in(text: str, lines: Sequence[Line], name: Range | None) -> Iterator[Range]:
    """The likeliest first: known or labelled, then by the shape, then a name beside an address.

    A street without its town, or a country by itself, comes behind all others.
    """
    yield from sorted(_found(text, lines, name), key=lambda at: _lacks_town(text[slice(*at)]))


def _lacks_town(said: str) -> bool:
    is_street = "," not in said and _is_street_alone(said)
    return is_street or plain(said) in words("countries")


def _found(text: str, lines: Sequence[Line], name: Range | None) -> Iterator[Range]:
    yield from _in_lines(lines)
    yield from _known(text, lines, name)
    pieces = [(line, piece) for line in lines for piece in _pieces(text, line, name)]
    shaped = (_unlabelled(text, *at) for _, at in pieces if _is_by_shape(text, at))
    yield from (_behind_title(text, at) for at in shaped)
    for line, found in groupby(_towns(text, pieces), key=itemgetter(0)):
        first, *others = dict.fromkeys(piece for _, piece in found)
        is_told = MOVING.search(line.text) or OTHER.search(line.text)
        if _is_behind_name(text, first, name) or (is_told and not others):
            yield first
    yield from _between_addresses(lines, name)


def _in_lines(lines: Sequence[Line]) -> Iterator[Range]:
    """A town on a line of its own, with its region or code below it, as on an envelope:

    under its street, or above its country and a way to reach somebody.
    """
    for at, line in enumerate(lines[1:], 1):
        above, below = lines[at - 1], [*lines[at + 1 : at + 3]]
        is_street = not line.follows_gap and _is_street_alone(above.text)
        if is_street and _is_coded(line):
            yield line.body, line.end
        if not is_like_town(line.content.rstrip(","), line):
            continue
        region = next((one for one in below[:1] if not one.follows_gap and _is_region(one)), None)
        is_before = region is not None and len(below) > 1 and says_address(below[1])
        if is_street or (is_before and not says_address(above)):
            yield line.body, region.end if region else line.start + len(line.text.rstrip(","))


def _is_coded(line: Line) -> bool:
    """A town behind its postcode: "8021 AB Zwolle"."""
    code = POSTCODE.match(line.content)
    rest = line.content[code.end() :].strip(ENDS) if code else ""
    return bool(rest) and is_like_town(rest, line)


def _is_street_alone(said: str) -> bool:
    return _ADDRESS.search(said) is not None and not POSTCODE.search(said)


def _is_region(line: Line) -> bool:
    """A region, a code or a country by itself, or some of them."""
    said = line.content
    rest = POSTCODE.sub("", said).strip(ENDS)
    is_known = plain(rest) in words("regions") | words("countries") or rest in SUPPORTED_REGIONS
    return is_known or (rest != said and (not rest or is_like_town(rest, line)))


def _towns(text: str, pieces: Iterable[tuple[Line, Range]]) -> Iterator[tuple[Line, Range]]:
    """Of two on one line neither need be one."""
    return ((line, at) for line, at in pieces if is_like_town(text[slice(*at)], line))


def _is_behind_name(text: str, piece: Range, name: Range | None) -> bool:
    """Whether only a comma or a bracket stands between the person's name and it."""
    return name is not None and text[name[1] : piece[0]].strip() in (",", "(")


def _between_addresses(lines: Sequence[Line], name: Range | None) -> Iterator[Range]:
    """A name on a line of its own, right between the person's name and ways to reach them."""
    for at, line in enumerate(lines[1:], 1):
        if line.follows_gap or _covers((line.start, line.end), name):
            continue
        above, below = lines[max(at - 2, 0) : at], lines[at + 1 : at + 2]
        is_led = _covers((above[-1].start, above[-1].end), name) or says_address(above[-1])
        is_before = any(says_address(each) and not each.follows_gap for each in below)
        is_last = len(above) > 1 and all(map(says_address, above))
        is_like = is_like_town(line.content, line) and not section_of_line(line)
        if is_like and ((is_led and is_before) or is_last):
            yield line.body, line.end


def _known(text: str, lines: Sequence[Line], name: Range | None) -> Iterator[Range]:
    for line in lines:
        inside = _INSIDE.search(text, line.body, line.end)
        if inside and is_like_town(inside[1], line):
            yield inside.span(1)
        for cell in (*cells(line), *_pieces(text, line, name)):
            start, end = _unlabelled(text, *bare(text, *cell))
            is_few = len(text[start:end].split()) <= _MAX_WORDS
            before = [cut for cut in _BEFORE.finditer(text, start, end) if is_few or "," in cut[0]]
            cuts = [start, *(cut.end() for cut in before)]
            found = [(cut, _end(text, cut, end)) for cut in cuts if not _covers((cut, end), name)]
            found = [at for at in found if is_place(text[slice(*at)])]
            if any(OTHER.search(text, *at) for at in found):
                continue
            labelled = None if found else _labelled(text, line, cell)
            if labelled:
                yield labelled
            if found:
                yield next((at for at in found if not _STREET.match(text, *at)), found[-1])


def _end(text: str, start: int, end: int) -> int:
    """Without a bracket that closes one which opens before it."""
    return end if "(" in text[start:end] else start + len(text[start:end].rstrip(")"))


def _unlabelled(text: str, start: int, end: int) -> Range:
    label = _LABEL.match(text, start, end)
    return (label.end() if label else start), end


def _labelled(text: str, line: Line, cell: Range) -> Range | None:
    """What a label says where somebody lives, in a list of towns or not."""
    label = _LABEL.match(text, line.body if cell[0] == line.body else cell[0], line.end)
    if label is None:
        return None
    end = cell[1] if cell[1] > label.end() else line.end
    end = label.end() + len(re.split(r"\.\s", text[label.end() : end], maxsplit=1)[0])
    said = text[label.end() : end]
    is_place_like = len(said) <= _MAX_CHARACTERS and not OTHER.search(said)
    return (
        trimmed(line, label.end(), end) if is_place_like and re.search(r"[^\W\d_]", said) else None
    )


def _pieces(text: str, line: Line, name: Range | None) -> Iterator[Range]:
    """What stands apart on a line beside mail, links, numbers, and what its owner would do.

    On the line of their name only what stands behind it.
    """
    is_own = name is not None and line.start <= name[0] < line.end
    at = name[1] if name and is_own else line.body
    for other in (*OTHER.finditer(text, at, line.end), None):
        stop = other.start() if other else line.end
        start = at
        for cut in _APART.finditer(text, at, stop):
            yield from _some(text, start, cut.start())
            start = cut.end()
        yield from _some(text, start, stop)
        yield from _some(text, at, stop)
        at = other.end() if other else line.end


def _some(text: str, start: int, end: int) -> Iterator[Range]:
    said = text[start:end]
    first = start + len(said) - len(said.lstrip(ENDS))
    last = start + len(said.rstrip(ENDS))
    if first < last:
        yield first, last


def _covers(piece: Range, name: Range | None) -> bool:
    return name is not None and piece[0] < name[1] and name[0] < piece[1]


def _behind_title(text: str, piece: Range) -> Range:
    """As in "Head Baker, Leicester LE2"."""
    first = text[slice(*piece)].split(", ", maxsplit=1)[0]
    is_title = title_weight(first) == 2 and not re.search(r"\d", first)
    return (piece[0] + len(first) + 2 if is_title else piece[0]), piece[1]


def _is_by_shape(text: str, piece: Range) -> bool:
    """A street with its number, or a town with its postcode."""
    said = text[slice(*piece)]
    if not _is_short(said) or MOVING.search(said):
        return False
    rest = POSTCODE.sub("", said).strip(ENDS)
    has_code = rest != said and is_like_name_of_town(rest.rpartition(",")[2].strip() or rest)
    return bool(_ADDRESS.search(said)) or has_code or is_in_country(said)


def _is_short(said: str) -> bool:
    return len(said) <= _MAX_CHARACTERS and len(said.split()) <= _MAX_WORDS
