"""Finds who offers a job: labelled, on one of its first lines, or by what its text says of them."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from services.documents.rules.job.edges import Place
from services.documents.rules.job.header import MARKS, is_labelled
from services.documents.rules.lexicon import plain, words
from services.documents.rules.occupations import family_of
from services.documents.rules.phrases import phrases, read
from services.documents.rules.towns import is_place, is_town
from services.documents.rules.wording import employer_weight, title_weight

_NAME = r"[A-Z][\w&.’'-]*(?: (?:(?:and|of|for|the|&) )?[A-Z][\w&.’'-]*){0,5}"
_FIRM = re.compile(rf"{_NAME}(?: (?:plc|ltd\.?|inc\.?|llp|llc|gmbh))?")
_LABELLED = re.compile(
    rf"^{MARKS}(?:company|employer|organi[sz]ation|agency)(?: name)?{MARKS}:{MARKS}"
    rf"(?P<name>[^\n*|{{}}<>\"`(]{{2,60}}?){MARKS}(?:$|(?<=\()[^\n]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_STACKED = re.compile(
    rf"^[ \t]*(?:company|employer|organi[sz]ation|agency)(?: name)?[ \t]*:?[ \t]*\n+[ \t]*"
    rf"(?P<name>{_NAME})(?=,|[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A label on one line, its value on the next: a table that was pasted cell by cell."""

_LABEL = re.compile(
    r"(?:company|employer|organi[sz]ation|agency|position|location|title|role|place|pay|salary)"
    r"(?: name)?",
    re.IGNORECASE,
)
_OPENING = r"(?:^|[.!?\n]\s*)"
_INTRODUCED = (
    re.compile(rf"{_OPENING}(?:Who (?:is|are)|Why(?: join)?) (?P<name>{_NAME})\?"),
    re.compile(rf"\b[Oo]ur client, (?P<name>{_NAME}),"),
    re.compile(rf"{_OPENING}(?:At |Join |About )(?P<name>{_NAME})(?=,|:|\n| as | and help| we\b)"),
    re.compile(
        rf"{_OPENING}(?:The (?=[A-Z][\w’'-]+ (?:[a-z]+ )?[A-Z]))?(?P<name>{_NAME})"
        r"(?: \([A-Z]{2,6}\))?"
        r"(?: in [A-Z]\w+)?"
        r" (?:invites|is (?:after|looking|hiring|seeking|recruiting|searching|a |an |the )"
        r"|(?:builds|makes|helps|provides|runs|offers|develops|creates|operates|serves|sells|designs"
        r"|supports|insures|produces|publishes|delivers|connects|works|moves) )"
    ),
    re.compile(
        rf"(?:^|\n\n)(?P<name>{_NAME.replace('{0,5}', '{1,5}')}) [a-z]{{3,}}s (?!of\b|and\b)"
    ),
    re.compile(rf"\bto join (?:us at )?(?P<name>{_NAME})(?= in |[.,]| as )"),
)
_THEY = (
    r"(?:we|they|our (?:client|company|group|firm|business|parent)"
    r"|the (?:company|group|firm|business|client|agency|charity|trust))"
)
_OWN_SIZE = re.compile(
    rf"\b{_THEY}(?: [\w’'-]+){{0,3}}? (?:turn(?:s|ed|ing)? over|raised|worth|valued at"
    r"|(?:turnover|revenues?|sales) (?:of|is|are|was|were|exceeds?))\b"
    r"|[$€£]\s?\d[\d.,]* ?(?:m|bn|million|billion) (?:\w+ )?"
    r"(?:company|business|group|firm|charity|start-?up)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\b(?:vacanc(?:y|ies)|jobs?|hiring|urgent\w*|position|announcement|description|posting|wanted"
    r"|opportunit(?:y|ies)|recruitment|careers?|advert\w*|details|internal|external)\b",
    re.IGNORECASE,
)
"""In a first line that says what the text is, and not who wrote it."""

_PART = re.compile(
    r" (?:department|unit|ward|division|team|faculty|section|branch|theatre|laboratory|desk)$",
    re.IGNORECASE,
)
_YOU = re.compile(r"\byour?\b", re.IGNORECASE)
_HEADER_LINES = 4
_PIECE = re.compile(r"(?:(?! - |\.\s+[£$€])[^|·,(@–—\n])+")
_AT = re.compile(rf"(?:\s@\s|\bat\s)(?P<name>{_NAME})\s*$")


def company_in(text: str) -> Place | None:
    """Where the employer is named; None rather than a guess."""
    if labelled := _LABELLED.search(text) or _STACKED.search(text):
        return labelled.span("name")
    if named := _whole(text, list(_of_header(text))):
        return named
    if alone := _alone(text):
        return alone
    found = (place for way in _INTRODUCED for place in _names(text, way))
    return next(found, None)


def _whole(text: str, named: Sequence[Place]) -> Place | None:
    """The first that is no part of another: of a ward and its hospital the hospital."""
    whole = (place for place in named if not _PART.search(text[slice(*place)]))
    return next(whole, named[0] if named else None)


def _alone(text: str) -> Place | None:
    """The first line, where it is a name of several words and the title has a label further on."""
    line = re.search(r"[^\n]*\S[^\n]*", text)
    if line is None or not is_labelled(text, line.end()):
        return None
    said = line[0].strip(" \t*#_")
    start = line.start() + line[0].index(said)
    is_name = " " in said and re.fullmatch(_NAME, said) and not _NOTICE.search(said)
    return (start, start + len(said)) if is_name and _may_be_a_name(said) else None


def tells_own_size(said: str) -> bool:
    """Whether it says how large the employer is, which is not how large the work is."""
    return _OWN_SIZE.search(said) is not None and _YOU.search(said) is None


def _names(text: str, way: re.Pattern[str]) -> Iterator[Place]:
    for found in way.finditer(text):
        if _may_be_a_name(found["name"]):
            yield found.span("name")


def _of_header(text: str) -> Iterator[Place]:
    """Of the first lines the piece before a place, or with a word that employers have."""
    for line in islice(re.finditer(r"[^\n]*\S[^\n]*", text), _HEADER_LINES):
        if len(line[0]) > 120 or line[0].rstrip().endswith(("!", "?", ":")):
            continue
        pieces = list(_pieces(text, *line.span()))
        if line[0].rstrip().endswith("."):
            yield from _of_pieces(text, pieces)
            continue
        if named := _AT.search(line[0]):
            yield line.start() + named.start("name"), line.start() + named.end("name")
        yield from _of_pieces(text, pieces)
        yield from (piece for piece in pieces if _is_told_of(text, *piece))


def _of_pieces(text: str, pieces: list[Place]) -> Iterator[Place]:
    for number, piece in enumerate(pieces):
        said = text[slice(*piece)]
        if not _may_be_a_name(said) or not _FIRM.fullmatch(said):
            continue
        after = text[slice(*pieces[number + 1])] if number + 1 < len(pieces) else ""
        if employer_weight(said) == 2 or (after and _tells_where(after)):
            yield piece


def _is_told_of(text: str, start: int, end: int) -> bool:
    """Whether it is a name of several words, and a sentence further down begins with it."""
    said = text[start:end]
    if " " not in said or not re.fullmatch(_NAME, said) or not _may_be_a_name(said):
        return False
    return (
        re.compile(
            rf"{_OPENING}(?:Last year |At |Join |About |The |Who is |Why )?{re.escape(said)}"
            r"(?!\w)(?= [a-z]|[?,]|['’]s )",
            re.IGNORECASE,
        ).search(text, end)
        is not None
    )


def _pieces(text: str, start: int, end: int) -> Iterator[Place]:
    for piece in _PIECE.finditer(text, start, end):
        said = piece[0]
        left, right = piece.span()
        left += len(said) - len(said.lstrip(" \t*#_-"))
        right -= len(said) - len(said.rstrip(" \t*#_-"))
        if left < right:
            yield left, right


def _tells_where(said: str) -> bool:
    return is_place(said) or is_town(said) or phrases("terms")["remote"].match(said) is not None


def _may_be_a_name(said: str) -> bool:
    """Not a pronoun, not a language, not a kind of work, not a place."""
    if _LABEL.fullmatch(said.strip()):
        return False
    first = re.split(r"[\s’']", said, maxsplit=1)[0].lower()
    no_names = {*read("terms")["no_names"], *read("languages")["names"]}
    is_work = title_weight(said) == 2 or (family_of(said) and employer_weight(said) < 2)
    is_where = is_place(said) or is_town(said) or plain(said) in words("regions")
    return first not in no_names and not is_work and not is_where
