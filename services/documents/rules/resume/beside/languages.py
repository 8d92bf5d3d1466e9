"""Languages told in words of one's own: "French is my first language, some Igbo"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from services.documents.rules.lexicon import plain, words
from services.documents.rules.resume.layout.lines import Line, Range
from services.documents.rules.resume.schooling.education import FoundEntry
from services.documents.rules.wording import is_language

MAX_CHARACTERS = 200
_MOST_WORDS_OF_LEVEL = 8
_MOST_WORDS_OF_NAME = 3

_LABEL = re.compile(
    r"(?:[^\W\d_]+ ){0,2}(?:languages?|sprachen|langues|idiomas|lingue|l[ií]nguas|talen)"
    r"(?: known| spoken| proficiency| skills)?(?:\s*:\s*|[ ]*\t\s*)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:(?:i|ich|je|yo|eu|io|ik)(?:['’]m| am| bin| suis| soy)?\s+)?(?:also\s+|can\s+)?(?:"
    r"speak|speaks|speaking|spreche|parle|hablo|parlo|falo|spreek"
    r"|(?P<level>fluent|proficient|bilingual|trilingual|conversational|native speaker"
    r"|native|flie(?:ß|ss)end|zweisprachig|bilingue|biling[üu]e)(?=\s+(?:in|of|en|speaker of|:))"
    r")(?:\s+(?:speaker|both|in|of|en|auf|fluent))?(?:\s*:)?\s+",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*[,;•·|\t]\s*|\.\s+|\s+/\s+|\s+(?:and|und|et|y|e|i|en|og|och|&|but|sowie|plus)\s+"
)
_STOP = re.compile(r"\.\s+(?=[A-ZÀ-Þ])")
_BRACKETS = re.compile(r"\(([^()]{0,60})\)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GLUE = re.compile(
    r"[\s:–—(=-]*(?:(?:is|are|ist|est|es|[èé]|my|meine|ma|mi|at|to|on|auf|with|as|the|also|niveau"
    r"|nivel|livello)\b[\s:–—(-]*)*",
    re.IGNORECASE,
)
_GLUE_END = re.compile(
    r"(?:\s+(?:in|of|en|de|di|is|speaker|spoken)\b|(?<!first)(?<!second)\s+language\b)*"
    r"[\s:–—)(.,-]*$",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?:\b(?:native|mother|first|second|fluen\w+|bilingual|basics?|some|beginner\w*|elementary"
    r"|intermediate|advanced|conversational|proficien\w+|professional|working|business|good|very"
    r"|excellent|perfect|limited|everyday|understand|spoken|written|read\w*|learning|rusty|school"
    r"|gcse|a-level|higher|degree|little|bit|[abc][12]\+?|muttersprach\w*|flie(?:ss|ß)end|gut|sehr"
    r"|grundkenntnisse|verhandlungssicher|schulkenntnisse|maternelle?|courant\w*|bilingue\w*|scolaire"
    r"|notions?|d[ée]butant\w*|lu|[ée]crit|nativ[oae]s?|matern[oa]|b[áa]sic[oa]s?|avanzad[oa]|alto|medio"
    r"|intermedi\w+|fluid[oa]|fluente|madrelingua|ottim[oa]|buon[oa]|scolastic[oa]|moedertaal|vloeiend"
    r"|goed|ojczysty|biegle|komunikatywn\w+)(?=$|\W)|\d/5)",
    re.IGNORECASE,
)

_OF_SEVERAL = re.compile(r"^(?:both|beide|tous|les deux|ambos|entrambe)\b|s$", re.IGNORECASE)
"""A level in brackets is that of several where it stands in the plural: "(nativos)"."""


@dataclass(frozen=True)
class _Part:
    """A stretch between separators; `goes_on` where a word such as "and" stands before it."""

    at: Range
    goes_on: bool


@dataclass(frozen=True)
class _Said:
    name: Range
    level: Range | None
    may_be_shared: bool


def told_in(text: str, line: Line) -> list[FoundEntry]:
    """What a line says that is about languages only, or one sentence of it; else nothing."""
    if line.end - line.body > MAX_CHARACTERS:
        return []
    label = _LABEL.match(text, line.body, line.end)
    start = label.end() if label else line.body
    lead = _LEAD.match(text, start, line.end)
    begin = lead.end() if lead else start
    found = _of(text, (begin, line.end), lead, is_told=bool(label or lead))
    for lead in () if found else _LEAD.finditer(text, line.body, line.end):
        stop = re.compile(r"\.(?:\s|$)").search(text, lead.end(), line.end)
        at = (lead.end(), stop.start() if stop else line.end)
        found = found or _of(text, at, lead, is_told=True)
    for at in () if found else _sentences(text, line):
        named = _of(text, at, None, is_told=True)
        is_told = len(named) > 1 or any(each.detail for each in named)
        found = named if is_told else found
    return found


def _sentences(text: str, line: Line) -> Iterator[Range]:
    """Those of a line that has several."""
    ends = [stop.span() for stop in _STOP.finditer(text, line.body, line.end)]
    starts = [line.body, *(end for _, end in ends)]
    stops = [*(begin for begin, _ in ends), line.end]
    yield from zip(starts, stops, strict=True) if ends else ()


def _of(text: str, at: Range, lead: re.Match[str] | None, *, is_told: bool) -> list[FoundEntry]:
    """Each language with its level, if every part has one; a level may speak for several."""
    found: list[_Said] = []
    goes_on: list[bool] = []
    for part in _parts(text, at):
        said = _said(text, part.at)
        if said:
            found.append(said)
            goes_on.append(part.goes_on)
        elif found and found[-1].level is None and _is_level(text[slice(*part.at)]):
            found[-1] = replace(found[-1], level=part.at, may_be_shared=True)
        else:
            return []
    if not found or not (is_told or any(said.level for said in found)):
        return []
    by_lead = lead.span("level") if lead and lead["level"] else None
    return [
        FoundEntry(said.name, said.level or by_lead or _shared(found, goes_on, at))
        for at, said in enumerate(found)
    ]


def _shared(found: list[_Said], goes_on: list[bool], at: int) -> Range | None:
    """The level of the next one, where "and" joins both: "Catalan and Spanish – native".

    In brackets it is that one's alone, unless it says that it is not.
    """
    below = found[at + 1] if at + 1 < len(found) and goes_on[at + 1] else None
    return below.level if below and below.may_be_shared else None


def _parts(text: str, at: Range) -> Iterator[_Part]:
    inside = [found.span() for found in _BRACKETS.finditer(text, *at)]
    start, goes_on = at[0], False
    for cut in _CUT.finditer(text, *at):
        if any(first < cut.start() < last for first, last in inside):
            continue
        if text[start : cut.start()].strip(" ."):
            yield _Part((start, cut.start()), goes_on)
        start, goes_on = cut.end(), cut.group().strip().isalpha() or "&" in cut.group()
    if text[start : at[1]].strip(" ."):
        yield _Part((start, at[1]), goes_on)


def _said(text: str, at: Range) -> _Said | None:
    """One language, and before or behind it only how well it is known."""
    name = _name(text, at)
    if name is None:
        return None
    before, behind = _bare(text, (at[0], name[0])), _bare(text, (name[1], at[1]))
    if before and behind:
        return None
    level = before or behind
    if level is None:
        return _Said(name, None, may_be_shared=False)
    said, is_bracketed = text[slice(*level)], "(" in text[name[1] : level[0]]
    may_be_shared = bool(behind) and (not is_bracketed or _OF_SEVERAL.search(said) is not None)
    return _Said(name, level, may_be_shared) if is_bracketed or _is_level(said) else None


def _name(text: str, at: Range) -> Range | None:
    """The longest name of a language outside of brackets."""
    inside = [found.span() for found in _BRACKETS.finditer(text, *at)]
    found = [
        word.span()
        for word in _WORD.finditer(text, *at)
        if not any(first <= word.start() < last for first, last in inside)
    ]
    for length in range(_MOST_WORDS_OF_NAME, 0, -1):
        for first in range(len(found) - length + 1):
            name = found[first][0], found[first + length - 1][1]
            if is_language(text[slice(*name)]):
                return name
    return None


def _bare(text: str, at: Range) -> Range | None:
    """Without brackets around it and small words at its ends."""
    glue = _GLUE.match(text, *at)
    start = glue.end() if glue else at[0]
    end = start + len(_GLUE_END.sub("", text[start : at[1]]))
    return (start, end) if start < end else None


def _is_level(said: str) -> bool:
    few = 0 < len(said.split()) <= _MOST_WORDS_OF_LEVEL
    others = words("languages").intersection(plain(said).split())
    return few and not others and _LEVEL.search(said) is not None
