"""Grades of public service: a job may be filled at one of several, each with its own demands."""

import re
from collections.abc import Iterator, Sequence

from services.documents.rules.job.clauses import Clause

_NAME = r"(?:GS|GG|NF|AD|ZP|WG)-?\s?\d{1,2}"
_GRADE = re.compile(r"\b(?P<scale>GS|GG|NF|AD|ZP|WG)-?\s?(?P<step>\d{1,2})\b")
_ONLY = re.compile(rf"\W*(?:grades?:?\s*)?{_NAME}(?:\s*(?:,|/|-|–|to|or|and)\s*{_NAME})*\W*")
_FOR = re.compile(
    rf"\b(?:qualify|qualified|qualifications?|requirements?|eligible|apply(?:ing)?)\b[^.\n]{{0,30}}?"
    rf"\b(?:at|for|as)\s+(?:an?\s|the\s)?(?P<grade>{_NAME})\b|^\W*(?:for|at)\s+(?:the\s)?(?P<other>{_NAME})\b"
    rf"|^\W*(?P<label>{_NAME})(?:\s+level)?\s*:",
    re.IGNORECASE,
)


def names_only_grades(said: str) -> bool:
    """Whether it says at which grades the job may be filled, and asks for nothing."""
    return _ONLY.fullmatch(said) is not None


def of_higher_grade(text: str, parts: Sequence[Clause]) -> frozenset[Clause]:
    """The clauses that are asked of a grade above the lowest, with the points that follow them."""
    graded = list(_graded(text, parts))
    lowest = min((step for _, step in graded), default=0)
    return frozenset(part for part, step in graded if step > lowest)


def _graded(text: str, parts: Sequence[Clause]) -> Iterator[tuple[Clause, int]]:
    """Each clause that is asked of one grade: it says so, or stands in the list below it."""
    step: int | None = None
    before: Clause | None = None
    for part in parts:
        said = _FOR.search(text[part.start : part.end])
        grade = said and _GRADE.search(said["grade"] or said["other"] or said["label"])
        if grade:
            step = int(grade["step"])
        elif before is None or not _goes_on(before, part):
            step = None
        if step is not None:
            yield part, step
        before = part


def _goes_on(before: Clause, part: Clause) -> bool:
    """Whether it is of the list, or of the paragraph, of the clause above it."""
    is_same = part.section is before.section
    return is_same and (part.is_item or part.paragraph == before.paragraph)
