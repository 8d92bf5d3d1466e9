"""Degrees: where a second one begins on a line, and whether one says what it is in."""

import re
from collections.abc import Iterator

from services.documents.rules.resume.dates.periods import periods
from services.documents.rules.resume.layout.lines import Line
from services.documents.rules.resume.roles.heads import is_deed
from services.documents.rules.towns import is_place
from services.documents.rules.wording import (
    begins_with_degree,
    degree,
    is_state,
    is_term,
    school_weight,
)

MAX_NAME_WORDS = 7
MAX_LINE_CHARACTERS = 160
"""Of what tells one degree; in what is longer nothing is looked for."""

_MONEY = re.compile(r"[£$€] ?\d")
_HONOURS = re.compile(r"\(?hon(?:ou?r)?s\)?|degree|with|first class", re.IGNORECASE)
_GRADE = re.compile(
    r"\W*(?:first|second|third|upper|lower|class|hon(?:ou?r)?s|distinction|merit|pass(?:ed)?\b|credit"
    r"|(?:summa |magna )?cum laude|mention|grade|note\b|c?gpa|sehr gut|gut\b|with\b|minor|major|\d"
    r"|(?-i:[A-E*]{1,4}(?=\W*$|\W+[A-E*]{1,3}\b))|option|specialit|spécialit|schwerpunkt|filière"
    r"|incl|part[- ]time|110|lode)",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\W*(?:unfinished|incomplete|ongoing|in progress|not (?:completed|finished)|withdr\w+"
    r"|abgebrochen|ohne abschluss|inachev\w+|non achev\w+|incomplet[oa]|sin terminar|interrotto)",
    re.IGNORECASE,
)
_COMPLETE = re.compile(
    r"\b(?:PG(?:CE|DE)|M\.?B\.?A|LL\.?[BM]|J\.?D|M\.?D|GED|HND|GCSEs?|A[- ][Ll]evels?|Highers"
    r"|Abitur|Matura|Bachillerato|Baccalaur[ée]at|MBBS|Plus Two|Matric(?:ulation)?|WASSCE|SSCE|KCSE"
    r"|International Baccalaureate|Legal Practice Course"
    r"|\w{0,30}[Ss]ch(?:ool|ule) Certificate|Mittlere Reife|Fachhochschulreife"
    r"|High School Diploma)\b"
)
"""Degrees that are in nothing in particular."""
_OF_ANY_SUBJECT = re.compile(
    r"\s*\bof (?:(?:applied )?(?:science|arts)|philosophy)\b\s*", re.IGNORECASE
)
"""What a degree is called that says in nothing more than its letters do: "Master of Science"."""
_JOINT = re.compile(
    r"(?P<soft>[,.]|\s[-–—])\s+|(?P<hard>\s*[;|\t]\s*|\s+(?:and|und|et|y|e|sowie|&|\+)\s+(?:an?\s+)?)"
)
_PART_OF_ONE = re.compile(r"(?:Minor|Major) in", re.IGNORECASE)


def at_each_degree(text: str, line: Line) -> Iterator[Line]:
    """The line, cut before each further degree once all is said of the one before it."""
    at = line.start
    for cut in _JOINT.finditer(text, line.body, line.end):
        before, after = (
            text[at : cut.start()],
            text[cut.end() : min(line.end, cut.end() + MAX_LINE_CHARACTERS)],
        )
        is_other = not begins_with_degree(after) or _PART_OF_ONE.match(after)
        if is_other or (cut.group().startswith(",") and is_state(before, after)):
            continue
        is_open = before.count("(") > before.count(")")
        is_long = len(before) > MAX_LINE_CHARACTERS
        if is_long or (not is_open and _is_told(before, is_hard=cut["hard"] is not None)):
            yield _piece(line, text, at, cut.start())
            at = cut.end()
    yield line if at == line.start else _piece(line, text, at, line.end)


def _is_told(said: str, *, is_hard: bool) -> bool:
    """Whether it has a degree with its school or date, or before a hard cut what it is in."""
    named = degree(said)
    if named is None:
        return False
    after = said[named.end() :]
    is_dated = next(periods(said), None) is not None
    return is_dated or school_weight(after) > 0 or (is_hard and not is_bare(said))


def _piece(line: Line, text: str, start: int, end: int) -> Line:
    is_first = start == line.start
    body = line.body if is_first else start
    gap = is_first and line.follows_gap
    return Line(start, end, body, text[start:end], follows_gap=gap)


def is_bare(said: str) -> bool:
    """Whether a degree does not say what it is in."""
    named = degree(said)
    rest = _HONOURS.sub("", said[: named.start()] + said[named.end() :]) if named else said
    rest = _OF_ANY_SUBJECT.sub("", rest)
    return re.search(r"\w{3}", rest) is None


def is_complete(said: str) -> bool:
    """Whether it says what it is in, or needs not."""
    return not is_bare(said) or _COMPLETE.search(said) is not None


def is_grade(said: str) -> bool:
    """Whether it says how good the degree is, or that it is none yet."""
    return _GRADE.match(said) is not None or is_unfinished(said)


def is_unfinished(said: str) -> bool:
    return _UNFINISHED.match(said) is not None


def may_be_school(said: str) -> bool:
    """Whether it could be the name of one: a few words, the first with a capital, no place, and
    no deed such as "Raised £900 for the band".
    """
    is_name = said[:1].isupper() and len(said.split()) <= MAX_NAME_WORDS
    is_name = is_name and not (_MONEY.search(said) or is_deed(said))
    return is_name and not is_place(said) and not is_term(said)
