"""What one line about schooling says: a degree, who gave it, when, and what nobody knows."""

import re
from collections.abc import Iterator
from dataclasses import replace

from services.documents.rules.resume.dates.periods import Period, periods
from services.documents.rules.resume.layout.lines import Line, Range, cells, trimmed
from services.documents.rules.resume.roles.heads import period_of
from services.documents.rules.resume.schooling.degrees import (
    MAX_LINE_CHARACTERS,
    is_bare,
    is_complete,
    is_grade,
    is_unfinished,
    may_be_school,
)
from services.documents.rules.resume.schooling.facts import Facts
from services.documents.rules.towns import is_place, is_town
from services.documents.rules.wording import (
    degree,
    is_state,
    is_subject,
    school_weight,
    title_weight,
)

ASIDE = re.compile(
    r"\W*(?:c?gpa|grade|score|thesis|dissertation|advis|relevant|coursework|courses?|incoming"
    r"|modules|dean|awards?|activities|focus|specializ|note|abschlussnote|minor\b|scholarship"
    r"|honou?rs?\b(?! (?:degree|bachelor)))",
    re.IGNORECASE,
)
_CUT = re.compile(
    r",\s+|\s+[-–—]{1,2}\s+|\s+(?:at|from|@)\s+(?:the\s+)?|\s*[;|]\s*|:\s+"
    r"|(?:(?<=[^\W\d_]{5})|(?<=\b[A-Z]{2})|(?<=\)))\.\s+(?=[A-Z])"
)
_LABEL = re.compile(
    r"\W*(?:(?:(?:name of|final|highest) )?(?:degree|qualification|course|programme|program|award"
    r"|institution|school|university|college|provider|place of study|field(?: of study)?|subject"
    r"|major"
    r"|years?|dates?|period|graduated|completed|result|abschluss|hochschule|schule|studiengang|fach"
    r"|zeitraum|dipl[oô]me|[ée]tablissement|ann[ée]e|t[íi]tulo|centro|titulaci[óo]n|titolo"
    r"|istituto))\W*",
    re.IGNORECASE,
)
"""What forms and the heads of tables call the facts of schooling."""
_FIELD = re.compile(
    r"\W*(?:in|of|degree|en|de|di|im|der|with|\(?hons?\b|honou?rs)\b", re.IGNORECASE
)
_EXPLAINED = re.compile(r"\s*\([a-zà-ÿ]")
"""Brackets in small letters say what it is, not where: "Matura (secondary school exam)"."""
_FULL_STOP = re.compile(r"[^\W\d_]{4}\.$")
_LEAD = re.compile(
    r"(?:^|.*\s)(?:an?|my|the|with|(?:holds?|have|has)|two|three|four|five|six|seven|eight|nine|ten"
    r"|einen?|une?|mein(?:en)?)\s+",
    re.IGNORECASE,
)
"""What a sentence says before a degree: "I hold a BSc", "with five GCSEs"."""
_OPENED = re.compile(r"\s+\(")
_REST_OF_BRACKET = re.compile(r"[\s,]*\((?P<said>[^()]*)\)?$")


def facts_of(text: str, line: Line) -> Facts:
    """What one line says; nothing where it is an aside, such as a grade, or names columns."""
    if len(line.text) > MAX_LINE_CHARACTERS or ASIDE.match(line.content):
        return Facts()
    fact = Facts(period=_period_of(text, line))
    for start, end in cells(line):
        if not _LABEL.fullmatch(text, start, end):
            for cell in _without_dates(text, line, start, end):
                fact = fact.plus(facts_of_cell(text, line, cell))
    return fact


def begins_with_school(text: str, line: Line) -> bool:
    """Whether the first thing that a line says is a school."""
    first = next(_parts(text, (line.body, line.end)))
    return facts_of_cell(text, line, first).school is not None


def facts_of_cell(text: str, line: Line, cell: Range) -> Facts:
    """A degree with its field up to the school; the school up to its place."""
    fact = Facts()
    is_open = False
    last, before = cell[0], ""
    for start, end in _parts(text, cell):
        said = text[start:end]
        is_listed = "," in text[last:start]
        named = None if is_listed and is_state(before, said) else degree(said)
        last, before = end, said
        if named and not fact.degree:
            is_open = school_weight(f"{said[: named.start()]} {said[named.end() :]}") == 0
            fact = _with_degree(text, line, fact, (start, end))
        elif school_weight(said) and not fact.school:
            fact = fact.plus(Facts(school=_without_grade(text, start, end - _stop(said))))
            is_open = False
        elif is_open and fact.degree and _goes_on(text, fact, said, is_listed=is_listed):
            fact = replace(fact, degree=(fact.degree[0], end))
        elif fact.subject and not fact.degree and is_listed and is_grade(said):
            fact = replace(fact, subject=(fact.subject[0], end), is_graded=True)
        else:
            other = _other(text, start, end)
            fact, is_open = fact.plus(other), is_open and other == Facts()
    if fact.degree is None:
        return fact
    whole = _without_rest(text, *fact.degree)
    return replace(fact, degree=whole, is_bare=is_bare(text[slice(*whole)]))


def _with_degree(text: str, line: Line, fact: Facts, at: Range) -> Facts:
    """The degree of a part; what one studies may stand before it: "Fine Art, MA"."""
    found = _degree_and_school(line, text, at)
    is_next = fact.subject is not None and not fact.school
    if found.degree and fact.subject and is_next and is_bare(text[slice(*found.degree)]):
        whole = (fact.subject[0], found.degree[1])
        return replace(fact, subject=None, degree=whole, school=fact.school or found.school)
    return fact.plus(replace(found, is_bare=is_bare(text[slice(*(found.degree or at))])))


def _other(text: str, start: int, end: int) -> Facts:
    """A part without a word of a degree or a school: a subject, a town, or the name of one."""
    said = text[start:end]
    if is_town(said):
        return Facts(town=(start, end))
    if not may_be_school(said):
        return Facts()
    at = (start, end - _stop(said))
    if not is_subject(said) or title_weight(said) == 2:
        return Facts(unknown=_without_grade(text, *at))
    graded = _REST_OF_BRACKET.search(said)
    return Facts(subject=at, is_graded=graded is not None and is_grade(graded["said"]))


def _goes_on(text: str, fact: Facts, said: str, *, is_listed: bool) -> bool:
    """Whether what a comma parts from a degree belongs to it: no place, no school without a word

    of one, as in "PGCE, Goldsmiths", where the degree says already what it is in. Behind a dash
    only what one may study does, and the short name of the same degree.
    """
    if is_place(said) or fact.degree is None:
        return False
    named = degree(said)
    if is_subject(_REST_OF_BRACKET.sub("", said)) or (named and named.group() == said):
        return True
    if not (is_listed or named) or is_grade(said):
        return is_listed or named is not None
    return not (is_complete(text[slice(*fact.degree)]) and may_be_school(said))


def _stop(said: str) -> int:
    """One for the full stop that ends a line, none for that of an abbreviation."""
    return int(_FULL_STOP.search(said) is not None)


def _without_grade(text: str, start: int, end: int) -> Range:
    """A school without the brackets behind it that say how good the degree is."""
    rest = _REST_OF_BRACKET.search(text, start, end)
    is_told = rest is not None and rest.start() > start and is_grade(rest["said"])
    if rest and is_unfinished(rest["said"]):
        return start, end
    return (start, rest.start()) if rest and is_told else (start, end)


def _degree_and_school(line: Line, text: str, at: Range) -> Facts:
    """Two things may stand without a separator: "PhD Princeton University"."""
    start, end = at
    said = text[start:end]
    named = degree(said)
    if named is None:
        return Facts()
    before, after = said[: named.start()], said[named.end() :]
    if _LEAD.fullmatch(before):
        return Facts((start + named.start(), end))
    if school_weight(before):
        school = trimmed(line, start, start + named.start())
        return Facts((start + named.start(), end), school)
    if school_weight(after) and not (_FIELD.match(after) or _EXPLAINED.match(after)):
        school = trimmed(line, start + named.end(), end)
        return Facts((start + named.start(), start + named.end()), school)
    return Facts(at)


def _without_rest(text: str, start: int, end: int) -> Range:
    """A degree without what is left of a bracket that had its date: "BA Design (left 2015)"."""
    rest = _REST_OF_BRACKET.search(text, start, end)
    is_cut = rest is not None and not rest.group().endswith(")")
    if rest is None or not is_cut or is_grade(rest["said"]) or rest.start() <= start:
        return start, end
    return start, rest.start()


def _parts(text: str, cell: Range) -> Iterator[Range]:
    """What commas, dashes and the like part, and a school in brackets behind its degree."""
    at, end = cell
    opened = next(_schools_in_brackets(text, cell), None)
    if opened:
        yield from _parts(text, (at, opened.start()))
        at, end = opened.end(), opened.end() + len(text[opened.end() : end].rstrip(")"))
    begin = at
    for cut in _CUT.finditer(text, at, end):
        if text.count("(", begin, cut.start()) > text.count(")", begin, cut.start()):
            continue
        if cut.group().split()[:1] == ["at"] and school_weight(text[at : cut.start()]):
            continue  # "University of Texas at San Antonio"
        named = degree(text[at : cut.start()]) if cut.group().startswith(".") else None
        if named and at + named.end() == cut.start():
            continue  # "B.SC. ACCOUNTANCY"
        is_label = cut.group().startswith(":") and _LABEL.fullmatch(text, at, cut.start())
        if not is_label:
            yield at, cut.start()
        at = cut.end()
    yield at, end


def _schools_in_brackets(text: str, cell: Range) -> Iterator[re.Match[str]]:
    """Brackets that begin with a school behind something without a word of one."""
    for opened in _OPENED.finditer(text, *cell):
        first = re.split(r"[,;)]", text[opened.end() : cell[1]], maxsplit=1)[0]
        is_school = first[:1].isupper() and (school_weight(first) > 0 or is_town(first))
        if is_school and not school_weight(text[cell[0] : opened.start()]):
            yield opened


def _period_of(text: str, line: Line) -> Period | None:
    """A year with a dash before what was learned is a year: "2014 - MA Fine Art"."""
    period = period_of(text, line)
    if period is None or not period.is_current or text[period.end - 1].isalnum():
        return period
    is_led = period.end < line.end and "\t" not in text[period.end : line.end]
    return replace(period, last=period.first, is_current=False) if is_led else period


def _without_dates(text: str, line: Line, start: int, end: int) -> Iterator[Range]:
    at = start
    for period in periods(text, start, end):
        yield trimmed(line, at, period.start)
        at = period.end
    yield trimmed(line, at, end)
