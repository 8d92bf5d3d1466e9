"""Projects, certificates and spoken languages: entries of a title and a detail."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from services.documents.rules.education import FoundEntry
from services.documents.rules.heads import period_of, pieces
from services.documents.rules.lexicon import plain, words
from services.documents.rules.pages import Line, Range, trimmed

MAX_NAME_CHARACTERS = 100
MAX_LINE_CHARACTERS = 400
MAX_NAME_WORDS = 14

_ASIDE = re.compile(
    r"\W*(?:technolog|tech stack|stack\b|tools?\b|built with|link\b|https?:|skills\b|role\b"
    r"|languages?\b\s*:)",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r",\s+|\s+(?:by|issued by|from)\s+"
    r"|\s+[-–—]\s+(?!specialty|associate|professional|expert|foundation|advanced|practitioner)",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"\s*[:–—]\s+|\s+-\s+")
_LANGUAGES = re.compile(
    r"(?:(?:spoken |foreign )?languages?|sprachen|langues|idiomas|lingue)\s*:\s*", re.IGNORECASE
)
_ITEM = re.compile(r"[^,;•·|\t()]{2,40}(?:\([^()]{0,60}\))?[^,;•·|\t()]{0,40}")
_LEVEL = re.compile(
    r"\s*[(:–—/]\s*|\s+-\s*"
    r"|\s+(?=(?:native|fluent|[abc][12]\b|basic|advanced|intermediate|conversational|professional"
    r"|proficient|beginner|elementary|limited|working|full|mother|bilingual|muttersprache"
    r"|fliessend|fließend|courant|natif|nativo|avanzado))",
    re.IGNORECASE,
)
_FULL_LINE = 0.8


def projects_in(text: str, lines: Sequence[Line]) -> Iterator[tuple[FoundEntry, tuple[Line, ...]]]:
    """Each project with the lines under its name; its detail is the prose right below."""
    starts = _project_starts(text, lines)
    for start, end in pairwise([*starts, len(lines)]):
        name = _project_name(text, lines[start])
        if name:
            below = tuple(lines[start + 1 : end])
            is_prose = below and not below[0].is_bullet and not _ASIDE.match(below[0].text)
            detail = (below[0].start, below[0].end) if is_prose else None
            yield FoundEntry(name, detail, period_of(text, lines[start])), below


def certificates_in(text: str, lines: Sequence[Line]) -> Iterator[FoundEntry]:
    """One per line or bullet, the issuer as detail."""
    for line in lines:
        found = list(pieces(text, line, 0)) if len(line.text) <= MAX_LINE_CHARACTERS else []
        if not found or line.text.endswith(":") or _ASIDE.match(line.content):
            continue
        title = found[0].at
        if len(found) > 1:
            yield FoundEntry(title, found[1].at, period_of(text, line))
            continue
        cuts = [
            cut for cut in _ISSUED.finditer(text, *title) if not _is_in_brackets(text, title, cut)
        ]
        if cuts and cuts[-1].start() > title[0]:
            issuer = (cuts[-1].end(), title[1])
            yield FoundEntry((title[0], cuts[-1].start()), issuer, period_of(text, line))
        else:
            yield FoundEntry(title, None, period_of(text, line))


def languages_in(text: str, lines: Iterable[Line]) -> Iterator[FoundEntry]:
    """Every spoken language that is named, its level as detail."""
    for line in lines:
        label = _LANGUAGES.match(text, line.body, line.end)
        for item in _ITEM.finditer(text, label.end() if label else line.body, line.end):
            start, end = trimmed(line, *item.span())
            cut = _LEVEL.search(text, start, end)
            name = (start, cut.start() if cut else end)
            if plain(text[slice(*name)]) in words("languages"):
                level = trimmed(line, cut.end(), end) if cut else None
                yield FoundEntry(name, level if level and level[0] < level[1] else None)


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
    if said.endswith((".", ";")) or _ASIDE.match(said):
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


def _is_in_brackets(text: str, around: Range, cut: re.Match[str]) -> bool:
    opened = text.count("(", around[0], cut.start())
    return opened > text.count(")", around[0], cut.start())
