"""Projects and spoken languages: entries of a title and a detail."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from services.documents.rules.lexicon import plain, words
from services.documents.rules.resume.layout.lines import Line, Range, cells, trimmed
from services.documents.rules.resume.layout.wraps import joined
from services.documents.rules.resume.roles.heads import period_of, pieces
from services.documents.rules.resume.schooling.education import FoundEntry
from services.documents.rules.wording import is_language

MAX_NAME_CHARACTERS = 100
MAX_NAME_WORDS = 14

ASIDE = re.compile(
    r"\W*(?:technolog|tech stack|stack\b|tools?\b|built with|link\b|https?:|skills\b|role\b"
    r"|languages?\b\s*:)",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"\s*[:–—]\s+|\s+-\s+")
_LANGUAGES = re.compile(
    r"(?:(?:spoken |foreign )?languages?(?: known| spoken)?|sprachen|langues|idiomas|lingue)\s*:\s*"
    r"|(?:i )?speaks?\s+",
    re.IGNORECASE,
)
_NAMES_LANGUAGES = re.compile(
    r"(?:\w+ )?(?:languages?(?: known| spoken)?|sprachen|langues|idiomas|lingue)\s*:",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[^,;•·|\t()]{2,40}(?:\([^()]{0,60}\))?[^,;•·|\t()]{0,40}")
_LEVEL_WORD = (
    r"(?:native|fluent|[abc][12]\b|basic|advanced|intermediate|conversational|professional"
    r"|proficient|beginner|elementary|limited|working|full|mother|bilingual|upper|good|excellent"
    r"|muttersprach|verhandlungssicher|flie(?:ss|ß)end|gut\b|sehr gut|grundkenntnisse|langue matern"
    r"|courant|bilingue|interm[ée]di|notions|scolaire|lengua matern|nati[fv]|avan[zç]a|b[áa]sic"
    r"|alto\b|medio\b|madrelingua|ottimo|buono|scolastic|fluente|moedertaal|vloeiend|goed\b)"
)
_WITH = r"(?:with|from|since|at|for|as|learn\w+|mit|seit|avec|depuis|con|desde)\s"
_LEVEL = re.compile(
    rf"\s*[(:–—/]\s*|\s+-\s*|\s{{3,}}|\s+(?={_LEVEL_WORD})|\s+(?={_WITH})", re.IGNORECASE
)
_IS_LEVEL = re.compile(_LEVEL_WORD, re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|og|och|&)\s+")
_JOINS = re.compile(r"(?:and|und|et|y|e|en|og|och|&)\s+")
_AMONG = re.compile(rf"[,;•·|\t]|{_AND.pattern}")
_COLUMN = re.compile(r"[ ]*[\t|][ \t|]*")
_LABEL_OF_LEVEL = re.compile(
    r"(?:fluency|proficiency|level|niveau|nivel|livello|kenntnisstand|poziom)\s*:\s*", re.IGNORECASE
)
_FULL_LINE = 0.8
_TWO = 2


def projects_in(text: str, lines: Sequence[Line]) -> Iterator[tuple[FoundEntry, tuple[Line, ...]]]:
    """Each project with the lines under its name; its detail is the prose right below."""
    starts = _project_starts(text, lines)
    for start, end in pairwise([*starts, len(lines)]):
        name = _project_name(text, lines[start])
        if name:
            below = tuple(lines[start + 1 : end])
            is_prose = below and not below[0].is_bullet and not ASIDE.match(below[0].text)
            detail = (below[0].start, below[0].end) if is_prose else None
            yield FoundEntry(name, detail, period_of(text, lines[start])), below


def languages_in(text: str, lines: Iterable[Line]) -> Iterator[FoundEntry]:
    """Every spoken language that is named, its level as detail: with it, or right behind it."""
    whole = list(joined(text, list(lines), _is_rest_of_level))
    beside = dict(_in_columns(text, whole))
    yield from (entry for entries in beside.values() for entry in entries)
    parts = [(line, part) for line in whole if line not in beside for part in _parts(text, line)]
    for (line, (start, end)), following in zip_longest(parts, parts[1:]):
        cut = _LEVEL.search(text, start, end)
        name = (start, cut.start() if cut else end)
        if is_language(text[slice(*name)]):
            level = trimmed(line, cut.end(), end) if cut else _level(text, end, following)
            level = _up_to_stop(text, level) if level else None
            yield FoundEntry(name, level if level and level[0] < level[1] else None)


def languages_among(text: str, line: Line) -> Iterator[FoundEntry]:
    """Spoken languages among other things of a list, each with the level that its item says."""
    for start, end in _parts(text, line):
        cut = _LEVEL.search(text, start, end)
        name = (start, cut.start() if cut else end)
        if is_language(text[slice(*name)]):
            level = _up_to_stop(text, trimmed(line, cut.end(), end)) if cut else None
            yield FoundEntry(name, level if level and level[0] < level[1] else None)


def _in_columns(text: str, lines: Sequence[Line]) -> Iterator[tuple[Line, list[FoundEntry]]]:
    """Lines of languages beside each other, with how well each is spoken right below it."""
    for line, below in pairwise(lines):
        names = [each for cell in cells(line) for each in _side_by_side(text, cell) or [cell]]
        levels = list(cells(below))
        if len(names) > len(levels):
            levels = [each for cell in levels for each in _levels_of(text, cell)]
        if len(names) != len(levels) or len(names) == 1 or below.follows_gap:
            continue
        named = [is_language(text[slice(*cell)]) for cell in (*names, *levels)]
        if all(named[: len(names)]) and not any(named[len(names) :]):
            yield line, [FoundEntry(*both) for both in zip(names, levels, strict=True)]


def _levels_of(text: str, cell: Range) -> Iterator[Range]:
    """Each from its first word to that of the next: "Native speaker Fluent"."""
    words_of = re.compile(r"\S+").finditer(text, *cell)
    starts = [word.start() for word in words_of if _IS_LEVEL.match(text, word.start(), cell[1])]
    for start, end in pairwise([*starts, cell[1]]):
        yield start, start + len(text[start:end].rstrip())


def names_languages(line: Line) -> bool:
    """Whether it is labelled so, or is about nothing else."""
    return _NAMES_LANGUAGES.match(line.content) is not None or says_languages(line.content)


def says_languages(said: str) -> bool:
    """Whether a line names spoken languages and how well, and nothing else."""
    label = _LANGUAGES.match(said)
    parts = [part.strip(" .()") for part in _AMONG.split(said[label.end() if label else 0 :])]
    names = [_LEVEL.split(part)[0] for part in parts if part]
    named = [is_language(name.strip(" .")) for name in names]
    return any(named) and all(
        is_named or is_level(part)
        for is_named, part in zip(named, filter(None, parts), strict=True)
    )


def is_level(said: str) -> bool:
    """Whether it begins as words for how well somebody speaks do."""
    return _IS_LEVEL.match(said) is not None


def _is_rest_of_level(above: Line, below: Line) -> bool:
    """As in "French (mother / tongue)": in lower case and no language itself."""
    named = words("languages").intersection(plain(below.text).split())
    is_rest = below.text[0].islower() and not named and not below.follows_gap
    return is_rest and not above.text.endswith(",")


def _parts(text: str, line: Line) -> list[Range]:
    label = _LANGUAGES.match(text, line.body, line.end)
    items = _ITEM.finditer(text, label.end() if label else line.body, line.end)
    said = (_without_and(text, trimmed(line, *item.span())) for item in items)
    return [part for item in said for part in _both(text, item)]


def _without_and(text: str, item: Range) -> Range:
    """The last of a list without the word that joins it."""
    joins = _JOINS.match(text, *item)
    return (joins.end(), item[1]) if joins else item


def _both(text: str, item: Range) -> Iterator[Range]:
    """Two languages that "and" joins are two, but not what it joins in brackets."""
    cut = _AND.search(text, *item)
    is_within = cut and text.count("(", item[0], cut.start()) > text.count(
        ")", item[0], cut.start()
    )
    if cut and not is_within and says_languages(text[slice(*item)]):
        yield item[0], cut.start()
        yield cut.end(), item[1]
    elif each := _side_by_side(text, item):
        yield from each
    else:
        yield item


def _side_by_side(text: str, item: Range) -> list[Range]:
    """Languages with only spaces between them, as columns that came close are."""
    found = [word.span() for word in re.compile(r"\S+").finditer(text, *item)]
    are_all = all(is_language(text[slice(*word)]) for word in found)
    is_one = len(found) < _TWO or is_language(text[slice(*item)])
    return found if are_all and not is_one else []


def _level(text: str, end: int, following: tuple[Line, Range] | None) -> Range | None:
    """What stands in the next column, or behind a comma or below if it says how well."""
    if following is None or is_language(text[slice(*following[1])]):
        return None
    start, stop = following[1]
    label = _LABEL_OF_LEVEL.match(text, start, stop)
    said = (label.end() if label else start), stop
    if label:
        return said
    is_apart = bool(_COLUMN.fullmatch(text, end, said[0]))
    return said if is_apart or _IS_LEVEL.match(text, *said) else None


def _up_to_stop(text: str, level: Range) -> Range:
    """Without the sentences behind it."""
    return level[0], level[0] + len(re.split(r"\.\s", text[slice(*level)], maxsplit=1)[0])


def _project_starts(text: str, lines: Sequence[Line]) -> list[int]:
    width = max((len(line.text) for line in lines), default=0)
    named = [
        i for i, line in enumerate(lines) if not line.is_bullet and _is_name(text, lines, i, width)
    ]
    return named or [index for index, line in enumerate(lines) if line.is_bullet]


def _is_name(text: str, lines: Sequence[Line], index: int, width: int) -> bool:
    line = lines[index]
    said = line.text
    if not (said[0].isupper() or said[0].isdigit() or "\t" in said or index == 0):
        return False
    if len(said) > MAX_NAME_CHARACTERS or len(said.split()) > MAX_NAME_WORDS:
        return False
    if said.endswith((".", ";")) or ASIDE.match(said):
        return False
    if index == 0 or line.follows_gap or period_of(text, line):
        return True
    above = lines[index - 1]
    return above.is_bullet and len(above.text) < _FULL_LINE * width


def _project_name(text: str, line: Line) -> Range | None:
    found = next(pieces(text, line, 0), None)
    if found is None:
        return None
    cut = _NAME_END.search(text, *found.at)
    return (found.at[0], cut.start()) if cut and cut.start() > found.at[0] else found.at
