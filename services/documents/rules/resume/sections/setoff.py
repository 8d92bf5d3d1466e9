"""Headings in words that nobody knows: lines that stand as headings do.

What stands under one, up to the next, says what it announces.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from services.documents.rules.resume.beside.entries import says_languages
from services.documents.rules.resume.beside.held import names_certificate
from services.documents.rules.resume.dates.periods import periods
from services.documents.rules.resume.layout.lines import Line
from services.documents.rules.resume.roles.items import is_list_of_names
from services.documents.rules.resume.sections.bare import certificates_of, is_about_school
from services.documents.rules.resume.sections.headings import Section
from services.documents.rules.towns import is_place
from services.documents.rules.wording import degree, is_language, school_weight, title_weight

MAX_CHARACTERS = 44
MAX_WORDS = 6
_MOST_MARKS = 14
_NEAR = 4
"""Lines below a heading for work within which the first role has its dates."""
_FEWEST_COMMAS = 2
_ENTRIES = (Section.EXPERIENCE, Section.EDUCATION, Section.PROJECTS)

_FRAMED = re.compile(
    r"(?P<left>[-–—=~*#_:/\\|+<>•·\[{]{1,6})\s*(?P<said>[^\W_][^,;@\d]*[^\W_][!?.]?)\s*"
    r"(?P<right>[-–—=~*#_:/\\|+<>•·\]}]{1,6})"
)
_LED = re.compile(
    r"(?P<left>#{1,4}|>{1,3}|/{2,4}|:{2}|={2,4})\s*(?P<said>[^\W_][^,;@\d]*[^\W_][!?]?)"
)
_MIRRORED = str.maketrans("[{<>/\\", "]}><\\/")
_LANGUAGE = re.compile(r"(?:^|[,;•·|/]\s*)([^\W\d_]+(?:[ -][^\W\d_]+)?)(?=\s*(?:[(,;•·|/:–-]|$))")
_PLAIN = re.compile(r"[^\W\d_][\w'’&/ -]*[^\W_][:?!]?")
_SMALL = re.compile(
    r"\s(?!(?:and|the|for|der|die|das|des|dem|den|del|les|los|las|und|von|vom|zum|zur|sur|aux|une)\b)"
    r"[a-zß-ÿ]{3}"
)
"""In names of firms, schools and people all words of some length have capitals."""


def unknown_headings(
    lines: Sequence[Line], known: Mapping[int, Section]
) -> Iterator[tuple[int, Section]]:
    """Their places; where what is under one tells nothing it is one only outside of entries."""
    marks = {index: mark for index, line in enumerate(lines) if (mark := _frame_of(line))}
    usual = {marks[index] for index in known if index in marks}
    found = sorted({*known, *marks, *_sentences(lines, known)})
    section = Section.HEAD
    for index, end in pairwise([*found, len(lines)]):
        if index in known:
            section = known[index]
            continue
        is_framed = index in marks
        below = lines[index + 1 : end]
        is_apart = is_framed or section not in _ENTRIES
        kind = _kind_of(below) or (Section.SKILLS if is_apart and _is_list(below[:1]) else None)
        if not is_framed and not _may_open(lines, index, section, kind):
            kind = None
        if kind is None and is_framed and marks[index] in usual:
            kind = Section.OTHER
        if kind is not None:
            section = kind
            yield index, kind


def _frame_of(line: Line) -> str | None:
    """The mark before a short line that has marks on both sides, or one that no list has."""
    if len(line.text) > MAX_CHARACTERS + _MOST_MARKS:
        return None
    found = _FRAMED.fullmatch(line.text)
    if found and not _is_mirror(found["left"], found["right"]):
        found = None
    found = found or _LED.fullmatch(line.text)
    is_short = found is not None and len(found["said"].split()) <= MAX_WORDS
    return found["left"] if found and is_short and len(found["said"]) <= MAX_CHARACTERS else None


def _is_mirror(left: str, right: str) -> bool:
    return right in (left, left[::-1].translate(_MIRRORED))


def _sentences(lines: Sequence[Line], known: Mapping[int, Section]) -> Iterator[int]:
    """Short lines behind a gap, all in capitals or none but the first, below the first heading."""
    first = min(known, default=len(lines))
    for index, line in enumerate(lines):
        if index <= first and not _opens_above(lines, index):
            continue
        said = line.text.rstrip(":")
        is_short = len(said) <= MAX_CHARACTERS and len(said.split()) <= MAX_WORDS
        is_plain = line.follows_gap and is_short and _PLAIN.fullmatch(said) and said[0].isupper()
        is_set = said.isupper() or line.text.endswith(":") or _SMALL.search(said)
        is_like = is_plain and is_set
        if is_like and not _is_fact(said) and index not in known:
            yield index


def _opens_above(lines: Sequence[Line], index: int) -> bool:
    """Whether a line may open something above the first heading that is known."""
    line = lines[index]
    is_above_work = line.text.isupper() and _is_work(lines[index + 1 : index + 3])
    return index > 1 and (line.text.endswith(":") or is_above_work)


def _is_fact(said: str) -> bool:
    is_schooling = degree(said) is not None or school_weight(said) > 0
    return is_schooling or title_weight(said) == 2 or is_place(said) or names_certificate(said)


def _may_open(lines: Sequence[Line], index: int, section: Section, kind: Section | None) -> bool:
    """Whether an unmarked line opens something else than what it stands in.

    Roles may be parted by one in small letters that has a gap on both sides.
    """
    if kind is not Section.EXPERIENCE:
        return kind is not section
    if 2 * sum(line.follows_gap for line in lines) >= len(lines):
        return False
    is_capital = lines[index].text.isupper()
    is_other = section is not Section.EXPERIENCE
    return is_other or (lines[index + 1].follows_gap and not is_capital)


def _kind_of(lines: Sequence[Line]) -> Section | None:
    """What these lines are about, if it is what a section of its own is about."""
    if not lines:
        return None
    if _is_of_languages(lines):
        return Section.LANGUAGES
    if _is_work(lines):
        return Section.EXPERIENCE
    if _is_schooling(lines[:_NEAR]):
        return Section.EDUCATION
    return Section.CERTIFICATIONS if len(certificates_of(lines)) == len(lines) else None


def _is_of_languages(lines: Sequence[Line]) -> bool:
    """Languages and nothing else, or more of them than names that we do not know."""
    if all(says_languages(line.content) for line in lines):
        return True
    named = [[*map(is_language, _LANGUAGE.findall(line.content))] for line in lines]
    known = sum(map(sum, named))
    return all(map(any, named)) and known > 1 and 2 * known > sum(map(len, named))


def _is_schooling(lines: Sequence[Line]) -> bool:
    """A degree, or a school above its date, and no job; prose tells of none."""
    is_fact = is_about_school(lines) and not lines[0].text.endswith(".")
    return is_fact and any(degree(line.content) or _is_school(line) for line in lines)


def _is_school(line: Line) -> bool:
    return school_weight(line.content) > 0 and not names_certificate(line.content)


def _is_work(lines: Sequence[Line]) -> bool:
    """A range of dates among its first lines, before any point of a list, and no degree."""
    near = [line for line in lines[:_NEAR] if not line.is_bullet or _is_head(line)]
    is_dated = any(period.is_range for line in near for period in periods(line.content))
    return is_dated and not any(degree(line.content) for line in near)


def _is_head(line: Line) -> bool:
    """Whether a point of a list is a role: a title with its dates."""
    parts = re.split(r",\s|\t|\s[-–—|]\s|:\s", line.content)
    is_dated = any(period.is_range for period in periods(line.content))
    return is_dated and any(title_weight(part) == 2 for part in parts)


def _is_list(lines: Sequence[Line]) -> bool:
    """Names between commas, not a sentence."""
    return any(
        line.content.count(",") >= _FEWEST_COMMAS
        and is_list_of_names(line.content)
        and not any(periods(line.content))
        for line in lines
    )
