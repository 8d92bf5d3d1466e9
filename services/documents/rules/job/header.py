"""Finds what the job is called; who offers it is in `employer.py`."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from services.documents.rules.job.announced import Section
from services.documents.rules.job.blocks import PICTURE
from services.documents.rules.job.clauses import Clause
from services.documents.rules.job.edges import Place
from services.documents.rules.occupations import family_of, is_english, is_of_elsewhere
from services.documents.rules.towns import is_place, is_town
from services.documents.rules.wording import employer_weight, title_weight

MARKS = r"[^\w\n{}<>\[\]\"'`]*"
"""Around a label and what it says: not those of data, such as JSON, which is no title."""

_LABELLED = re.compile(
    rf"^{MARKS}(?:(?:(?:job|position|role|post|vacancy) )?title"
    rf"|(?:job )?(?:position|role|post(?:ing)?|vacancy)|job (?:description|ad|advert))"
    rf"{MARKS}[:|\t]{MARKS}"
    r"(?P<title>[^\n*|{}<>\"`]{3,80}?)[ \t*]*$",
    re.IGNORECASE | re.MULTILINE,
)
_STACKED = re.compile(
    r"^[ \t]*(?:job title|title|position|role|post|vacancy|designation)[ \t]*:?[ \t]*\n+[ \t]*"
    r"(?P<title>[A-Z][^\n*|{}<>\"`.!?:]{2,60}?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A label on one line, its value on the next: a table that was pasted cell by cell."""

_SMALL = ("of", "and", "for", "the", "in", "to", "&")
_SOUGHT = re.compile(
    r"""\b(?:looking\ for|hiring[!:.]?|wanted:|seek(?:s|ing)?|searching\ for|recruiting
    |(?<!n['’]t\ )(?<!not\ )need|role\ of|position\ of|(?:wish(?:es)?|wants?)\ to\ (?:hire|appoint)
    |join\ (?:us|our\ team|\w+)\ as|as\ our(?:\ next)?)
    \s+(?:(?:an?|our(?:\ next)?|the|additional|another|experienced|talented|motivated)\s+){0,4}
    (?P<title>[A-Za-z][\w+\#./&’'\- ]{2,60}?)
    (?=\s*(?:\(|,|\.|;|\n\n|$|\b(?:to|who|with|for|in|at|on|based|that|and\ you|responsible)\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_LINE = re.compile(
    rf"^(?:[#*\s]|{PICTURE})*(?:\d{{1,2}}[.)] )?(?P<said>\(?[A-Z0-9ÄÖÜÉ][^\n]*)$", re.MULTILINE
)
_GENDERS = r"\(?[mwfdhx](?:/[mwfdhx]){1,3}\)?"
"""As in "(m/w/d)" and "H/F", which say who may apply: anybody."""

_FOR_ANYBODY = re.compile(r"\([mwfdhx](?:/[mwfdhx]){1,3}\)", re.IGNORECASE)
"""Stands behind titles alone."""

_WANTED_BEHIND = (
    r"(?:\s+(?:in|für|bei|à|en)\s+[^\n]{1,40})?[\s,–-]+"
    r"(?:gesucht|wanted|needed|required|recherchée?s?|sought|urgently needed|now hiring)\b[^\n]*$"
)
_WANTED_BEFORE = re.compile(
    r"(?:wir suchen|gesucht:?|nous recherchons|on recherche|buscamos|se busca|now hiring:?|wanted:?"
    r"|hiring:?|vacancy:?|recrute:?|recrutons)\s*(?:ab sofort |dringend )?"
    r"(?:eine?n? |eine |une? |una? |son |sa |an? )?(?=\w)",
    re.IGNORECASE,
)
_TERMS = (
    r"(?:(?:full|part|term)[- ]?time|permanent|temporary|fixed[- ]term|casual|freelance|contract"
    r"|(?:maternity|parental|sickness|holiday) (?:leave )?cover|remote|hybrid|immediate|asap"
    r"|from (?:now|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)|start(?:s|ing)?"
    r"|[£$€]\s?\d|\d[\d.,]*\s?(?:%|k|hours?|hrs?|h|days?|months?|years?))(?![a-z])"
)
"""What a title says of the contract, behind a comma."""

_BEHIND = re.compile(
    rf"\s+[|–—@]\s+|\s+-\s+|,\s+{_TERMS}|\s+{_GENDERS}{_WANTED_BEHIND}|{_WANTED_BEHIND}"
    r"|\s+\((?!\w/\w/\w\) \w)|\s+at\s+(?-i:[A-Z])|\*+\s*$|\s+$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s\((?P<said>[A-Z][\w&’' -]+)\)")
_BEHIND_DASH = re.compile(
    r"\s[–—-]\s(?P<said>[A-Z][\w&’'-]*(?: [\w&’'-]+)*)(?=\s*(?:[(|,\n]|\Z|\s[–—-]\s))"
)
_NO_FIELD = re.compile(
    r"\d|^[A-Z]{1,5}$|\b(?:remote|hybrid|on-?site|home|office|nights?|days?|evenings?|weekends?"
    r"|full|part|time|permanent|temporary|temp|fixed|contract|term|cover|casual|bank|band|grade"
    r"|level|scale|ref|shifts?|early|late|hours?|hrs|immediate|urgent|start\w*|wanted|needed|now"
    r"|vacancy|job|role|position|all genders|men|women|north|south|east|west|central|upper|lower"
    r"|street|road|area|region|city|county|team|junior|senior|trainee|apprentice)\b",
    re.IGNORECASE,
)
_MOST_OF_FIELD = 5
_SEVERAL = re.compile(r"(?:[\w&/-]+ ){0,3}\w{3,}(?:er|or|ist|ian|ant|ive)s", re.IGNORECASE)
"""People of one work, whatever it is, ..."""

_HOW = re.compile(
    r"\s[|–—-]\s(?:[\w&/-]+ ){0,3}"
    r"(?:shifts?|time|nights?|days|weekends?|start|hours?|wanted|urgent|immediate)\b",
    re.IGNORECASE,
)
"""... where it says right behind how they work."""

_SHORT = 70
_OPENING = 6
_SENTENCE = re.compile(
    r"[.!?:]\s*$|^(?:we|our|you|the|this|as|at|about|in|join|become|come|work|help|are|do|is|what|why|how)\b",
    re.IGNORECASE,
)


def is_labelled(text: str, start: int) -> bool:
    """Whether a title with its label stands in `text` from `start` on."""
    return _LABELLED.search(text, start) is not None


def title_in(
    text: str, parts: Sequence[Clause], company: Place | None = None
) -> tuple[int, int] | None:
    """Where the title stands: labelled, or on one of the first lines, or after "seeking".

    Where the `company` is known, what a line says behind a dash can be told from its name.
    """
    if labelled := _LABELLED.search(text):
        return labelled.span("title")
    stacked = _STACKED.search(text)
    if stacked and not _SENTENCE.search(stacked["title"]):
        return stacked.span("title")
    if line := next(_title_lines(text), None):
        return _whole(text, *_of_two_languages(text, *line), company)
    sought = [(m.span("title"), m["title"]) for m in _SOUGHT.finditer(text)]
    known = [place for place, title in sought if family_of(title)]
    named = [place for place, title in sought if _is_named(title)]
    return next(iter(known + named), None) or _first_named(text, parts)


def _is_named(title: str) -> bool:
    """Whether it is written as a name, as in "Head of Talent"."""
    said = title.split()
    return said[0].istitle() and all(word.istitle() or word in _SMALL for word in said)


def _title_lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines of the opening that are the name of a kind of work and no sentence."""
    for line in islice(_LINE.finditer(text), _OPENING):
        start, end = _cut(text, *line.span("said"))
        said = text[start:end]
        if len(said) > _SHORT or _SENTENCE.search(said):
            continue
        is_title = title_weight(said) == 2
        is_marked = bool(said) and _FOR_ANYBODY.search(line["said"])
        is_marked = is_marked or (_SEVERAL.fullmatch(said) and _HOW.match(text, end, line.end()))
        is_firm = not is_title and employer_weight(said) == 2
        if is_marked or is_title or (family_of(said) and not is_firm):
            yield start, end


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """A first line without what follows the title: a place, a code, a company."""
    if sought := _WANTED_BEFORE.match(text, start, end):
        start = sought.end()
    tail = _BEHIND.search(text[start:end])
    return start, start + tail.start() if tail else end


def _of_two_languages(text: str, start: int, end: int) -> Place:
    """Of a title that is said twice, the English: "Infirmier / Nurse"."""
    cut = text.find(" / ", start, end)
    sides = [(start, cut), (cut + len(" / "), end)] if cut > 0 else []
    english = [side for side in sides if is_english(text[slice(*side)])]
    others = [side for side in sides if is_of_elsewhere(text[slice(*side)])]
    return english[0] if len(english) == len(others) == 1 else (start, end)


def _whole(text: str, start: int, end: int, company: Place | None) -> Place:
    """With the field of the work behind it: "Teacher (Modern Languages)", "Solicitor – Wills"."""
    bracketed = _IN_BRACKETS.match(text, end)
    if bracketed and _is_field(text, bracketed["said"]):
        return start, bracketed.end()
    dashed = _BEHIND_DASH.match(text, end)
    if dashed is None or company is None or company[0] < dashed.end():
        return start, end
    return (start, dashed.end()) if _is_field(text, dashed["said"]) else (start, end)


def _is_field(text: str, said: str) -> bool:
    """Whether it may be what the work is about: no place, no firm, no term of the contract.

    Of a single word with a capital that is so where the text says it as a word elsewhere.
    """
    if _NO_FIELD.search(said) or employer_weight(said) or is_place(said) or is_town(said):
        return False
    is_phrase = 2 <= len(said.split()) <= _MOST_OF_FIELD
    return is_phrase or re.search(rf"\b{re.escape(said.lower())}\b", text) is not None


def _first_named(text: str, parts: Sequence[Clause]) -> tuple[int, int] | None:
    """The first kind of work that the opening names in two words or more."""
    opening = [p for p in parts[:3] if p.section in (Section.OPEN, Section.ABOUT) and not p.is_item]
    for part in opening:
        found = family_of(text[part.start : part.end])
        if found and len(text[part.start + found.start : part.start + found.end].split()) > 1:
            return part.start + found.start, part.start + found.end
    return None
