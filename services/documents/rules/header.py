"""Finds what the job is called and who offers it."""

import re
from collections.abc import Sequence

from services.documents.rules.clauses import Clause, Section
from services.documents.rules.occupations import family_of

_LABELLED = re.compile(
    r"^\W*(?:job )?(?:title|position|role)(?:\W*:\W*)(?P<title>[^\n*|]{3,80}?)\s*(?:\*\*)?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_SOUGHT = re.compile(
    r"\b(?:looking for|hiring|seeking|searching for|recruiting|need|join (?:us|our team|\w+) as"
    r"|role of|position of|as our(?: next)?)\s+(?:an?|our(?: next)?|the|experienced|talented"
    r"|motivated|\s)*\s*"
    r"(?P<title>[A-Za-z][\w+#./&’'\- ]{2,60}?)"
    r"(?=\s*(?:\(|,|\.|;|\n\n|$|\b(?:to|who|with|for|in|at|on|based|that|and you|responsible)\b))",
    re.IGNORECASE,
)
_COMPANY = (
    re.compile(
        r"^\W*(?:company|employer|organi[sz]ation|agency)\W*:\W*(?P<name>[^\n*|]{2,60}?)\s*$",
        re.IGNORECASE | re.MULTILINE,
    ),
    re.compile(
        r"(?:^|[.!?\n]\s*)(?:At |Join |About )(?P<name>[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,3})"
        r"(?=,|:|\n| as | and help)"
    ),
    re.compile(
        r"(?:^|[.!?\n]\s*)(?P<name>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,3})(?: \([A-Z]{2,6}\))?"
        r" (?:is (?:looking|hiring|seeking|recruiting|searching|a |an |the )"
        r"|(?:builds|makes|helps|provides|runs|offers|develops|creates|operates) )"
    ),
)
_NO_NAME = {"we", "this", "it", "the", "our", "you", "us", "the role", "the team", "he", "she"}
_SHORT = 70


def title_in(text: str, parts: Sequence[Clause]) -> tuple[int, int] | None:
    """Where the title stands: labelled, or the first line if it is one, or after "seeking"."""
    if labelled := _LABELLED.search(text):
        return labelled.span("title")
    first = next(re.finditer(r"[^\s#*][^\n]*", text), None)
    if first and len(first[0]) <= _SHORT and family_of(first[0]) and not first[0].endswith("."):
        return _cut(text, first.start(), first.end())
    sought = [m.span("title") for m in _SOUGHT.finditer(text) if family_of(m["title"])]
    return sought[0] if sought else _first_named(text, parts)


def company_in(text: str) -> tuple[int, int] | None:
    """Where the employer is named; None rather than a guess."""
    for words in _COMPANY:
        for found in words.finditer(text):
            if found["name"].lower() not in _NO_NAME and not family_of(found["name"]):
                return found.span("name")
    return None


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """A first line without what follows the title: a place, a code, a company."""
    tail = re.search(r"\s+[|–—@]\s+|\s+-\s+|\s+\(|\s+at\s+[A-Z]|\*+\s*$|\s+$", text[start:end])
    return start, start + tail.start() if tail else end


def _first_named(text: str, parts: Sequence[Clause]) -> tuple[int, int] | None:
    """The first words in the opening that name a kind of work, with what qualifies them."""
    opening = [p for p in parts[:3] if p.section in (Section.OPEN, Section.ABOUT) and not p.is_item]
    for part in opening:
        if found := family_of(text[part.start : part.end]):
            return part.start + found.start, part.start + found.end
    return None
