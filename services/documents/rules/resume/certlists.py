"""Several certificates on one line: "ECS Gold Card, IPAF, CSCS", "QTS (2014). NPQ (2021)."."""

import re
from collections.abc import Iterator, Sequence

from services.documents.rules.resume.dates import periods
from services.documents.rules.resume.pages import Line
from services.documents.rules.resume.wraps import ends_openly, joined
from services.documents.rules.wording import employer_weight, is_place, school_weight

MOST_WORDS = 7
FEWEST = 3
"""Parts between commas: of two, the second may have given the first."""

_LABEL = re.compile(
    r"(?:certifi\w+|licen[cs]es?|courses|tickets|training|zertifikate)\s*:\s+", re.IGNORECASE
)
_LEVEL = re.compile(
    r"(?:specialty|associate|professional|expert|foundation|advanced|practitioner|intermediate"
    r"|entry level|level|grade|stage|part|basic)\b(?: level)?[\s\dIV]*$",
    re.IGNORECASE,
)
_CUTS = (re.compile(r"\s*;\s+"), re.compile(r"(?<=[)\d])\.\s+"), re.compile(r",\s+"))


def parts_of_lists(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Each line as the certificates that it lists; as itself where it names one at most."""

    def goes_on(above: Line, below: Line) -> bool:
        is_free = not (below.is_bullet or below.follows_gap)
        return is_free and ends_openly(above) and above.text.count(",") > 1

    for line in joined(text, lines, goes_on):
        label = _LABEL.match(text, line.body, line.end)
        begin = label.end() if label else line.body
        for cut in _CUTS:
            parts = list(_cut(text, begin, line.end, cut))
            if _is_list(parts, cut):
                yield parts
                break
        else:
            yield [each for each in lines if line.start <= each.start < line.end]


def _cut(text: str, begin: int, end: int, cut: re.Pattern[str]) -> Iterator[Line]:
    at = begin
    for found in cut.finditer(text, begin, end):
        if text.count("(", at, found.start()) <= text.count(")", at, found.start()):
            yield _piece(text, at, found.start())
            at = found.end()
    yield _piece(text, at, end)


def _piece(text: str, start: int, end: int) -> Line:
    said = text[start:end].rstrip(" .,;")
    return Line(start, start + len(said), start, said, follows_gap=False)


def _is_list(parts: Sequence[Line], cut: re.Pattern[str]) -> bool:
    """Whether each part may be one: a few words, no body, no place, and dates at all or none."""
    dated = [any(periods(part.text)) for part in parts]
    names = [part.text.split("(")[0].strip() for part in parts]
    is_few = all(name and len(name.split()) <= MOST_WORDS for name in names)
    if len(parts) < 2 or not is_few:
        return False
    if cut is not _CUTS[2]:
        return cut is _CUTS[0] or sum(dated) > 1
    if sum(dated) > 1:
        return all("(" in part.text for part, has in zip(parts, dated, strict=True) if has)
    return len(parts) >= FEWEST and not any(dated) and not any(map(_is_other, names))


def _is_other(said: str) -> bool:
    """Whether it is a body, a place or a level, which stand behind the name of one certificate."""
    is_body = employer_weight(said) == 2 or school_weight(said) > 0
    return is_body or is_place(said) or said[0].islower() or _LEVEL.match(said) is not None
