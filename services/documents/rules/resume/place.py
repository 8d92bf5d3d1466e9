"""Where somebody lives: a town that we know, an address by its shape, or what a label says."""

import re
from collections.abc import Iterator, Sequence

from services.documents.rules.lexicon import plain, words
from services.documents.rules.resume.called import bare
from services.documents.rules.resume.pages import Line, Range, cells, trimmed
from services.documents.rules.wording import employer_weight, is_place, school_weight, title_weight

_MAX_CHARACTERS = 80
_MAX_WORDS = 10
_MOST_WORDS_OF_TOWN = 3

_LABEL = re.compile(
    r"\W*(?:(?:(?:home |current |postal )?address|(?:current )?location|residence|city|adresse"
    r"|wohnort|standort|ort|anschrift|domicilio|direcci[óo]n|ciudad|localidad|lieu|ville|indirizzo|residenza"
    r"|morada|endere[çc]o|woonplaats|adres)(?:\s*[:=]\s*|\t+|[ ]{2,})"
    r"|(?:(?:i am |i['’]m )?(?:currently )?(?:based|living|located|resident) in|i live in"
    r"|wohnhaft in|domicili[ée]e? [àa]|(?:j['’])?habite [àa]|r[ée]sidant [àa]"
    r"|residente en|vivo en|residente a)"
    r"\s*:?\s+)",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s*")
_STREET = re.compile(r"[^,]{0,60}[^\W\d_][^,]{0,30}\s\d+[a-z]?\s*,|\d+\s+[^\W\d_]")
_OTHER = re.compile(
    r"\S+@\S+|(?:https?://|www\.)\S+|\S+\.(?:com|org|net|io|de|uk|fr|me)(?:/\S*)?(?=\W|$)"
    r"|(?<![\w/])[+(]{0,2}\d[\d ()./-]{6,}\d(?!\w)"
    r"|\b(?:[MTEP]|mob(?:ile)?|tel|phone|e-?mail)\b\s*[.:]",
    re.IGNORECASE,
)
"""Mail, links, numbers and their labels: a place may stand beside them."""
_APART = re.compile(r"\s*[|•·;\t]\s*|\s{3,}|\s+/\s+|\s+[-–—]\s+(?![\d(])|\s*,\s*$|^\s*,\s*")
_ENDS = " \t\n,;:|·•–—-/"
_POSTCODE = re.compile(
    r"(?<!\w)(?:[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?|(?:[A-Z]{1,2}-)?\d{5}(?:-\d{3,4})?"
    r"|\d{4} ?[A-Z]{2}|\d{4}-\d{3}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\(\d{2,3}\))(?!\w)"
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
_MOVING = re.compile(
    r"\b(?:relocat\w+|willing to (?:move|relocate|travel)|umzugsbereit|mobilit[ée]|will travel"
    r"|moving to)\b",
    re.IGNORECASE,
)
_TOWN = re.compile(r"[A-ZÀ-ÞŁŚŻŠČŽ][\w'’.-]+(?:[ -](?:[a-z]{2,4}[ -])?[\w'’.-]+){0,3}")
_NO_TOWN = re.compile(
    r"\b(?:linkedin|github|gitlab|portfolio|website|twitter|instagram|facebook|xing|skype|cv|resume"
    r"|blog|driv\w+|licen[cs]e|permis|carn[ée]|f[üu]hrerschein|born|married|single|visa|citizen\w*"
    r"|national\w*|british|clear\w*|available|page|references|behance|dribbble|orcid|medium)\b",
    re.IGNORECASE,
)


def places_in(text: str, lines: Sequence[Line], name: Range | None) -> Iterator[Range]:
    """The likeliest first: known or labelled, then by the shape, then a name beside an address."""
    yield from _known(text, lines, name)
    pieces = [
        (line, piece) for line in lines for piece in _pieces(text, line) if not _covers(piece, name)
    ]
    yield from (piece for _, piece in pieces if _is_by_shape(text, piece))
    for line, piece in pieces:
        is_moving = _MOVING.search(line.text) is not None
        if (is_moving or _OTHER.search(line.text)) and _is_like_town(text[slice(*piece)]):
            yield piece


def _known(text: str, lines: Sequence[Line], name: Range | None) -> Iterator[Range]:
    for line in lines:
        for cell in (*cells(line), *_pieces(text, line)):
            start, end = bare(text, *cell)
            cuts = [start, *(cut.end() for cut in _COMMA.finditer(text, start, end))]
            found = [c for c in cuts if is_place(text[c:end]) and not _covers((c, end), name)]
            if any(_OTHER.search(text, cut, end) for cut in found):
                continue
            labelled = None if found else _labelled(text, line, cell)
            if labelled:
                yield labelled
            if found:
                yield (
                    next((cut for cut in found if not _STREET.match(text, cut, end)), found[-1]),
                    end,
                )


def _labelled(text: str, line: Line, cell: Range) -> Range | None:
    """What a label says where somebody lives, in a list of towns or not."""
    label = _LABEL.match(text, line.body if cell[0] == line.body else cell[0], line.end)
    if label is None:
        return None
    end = cell[1] if cell[1] > label.end() else line.end
    said = text[label.end() : end]
    is_place_like = len(said) <= _MAX_CHARACTERS and not _OTHER.search(said)
    return (
        trimmed(line, label.end(), end) if is_place_like and re.search(r"[^\W\d_]", said) else None
    )


def _pieces(text: str, line: Line) -> Iterator[Range]:
    """What stands apart on a line beside mail, links, numbers, and what its owner would do."""
    at = line.body
    for other in (*_OTHER.finditer(text, line.body, line.end), None):
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
    first = start + len(said) - len(said.lstrip(_ENDS))
    last = start + len(said.rstrip(_ENDS))
    if first < last:
        yield first, last


def _covers(piece: Range, name: Range | None) -> bool:
    return name is not None and piece[0] < name[1] and name[0] < piece[1]


def _is_by_shape(text: str, piece: Range) -> bool:
    """A street with its number, or a town with its postcode."""
    said = text[slice(*piece)]
    if not _is_short(said) or _MOVING.search(said):
        return False
    rest = _POSTCODE.sub("", said).strip(_ENDS)
    has_code = rest != said and _is_like_town(rest.rpartition(",")[2].strip() or rest)
    return bool(_ADDRESS.search(said)) or has_code


def _is_like_town(said: str) -> bool:
    """A few capital words, none of them of jobs, firms or pages."""
    is_name = _TOWN.fullmatch(said) is not None and len(said.split()) <= _MOST_WORDS_OF_TOWN
    if not is_name or said.isupper() or _NO_TOWN.search(said):
        return False
    is_work = title_weight(said) or employer_weight(said) or school_weight(said)
    return not is_work and plain(said) not in words("languages")


def _is_short(said: str) -> bool:
    return len(said) <= _MAX_CHARACTERS and len(said.split()) <= _MAX_WORDS
