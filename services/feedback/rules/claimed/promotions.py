"""When somebody says that they became something, beside the jobs that are called so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contracts.claims import ClaimStatus, RoleFact
from services.feedback.rules.claimed.titles import Agreement, agreement, has_rank, is_title

_TITLE = (
    r"(?:(?:an?|the|their)\s+)?(?P<title>[^\W\d][\w’&-]*(?:\s+(?!in\b|since\b|at\b)[\w’&-]+){0,4}?)"
)
_AT = r"(?:,?\s+(?:at|of|for|with)\s+(?:the\s+)?(?-i:[A-Z])[\w’&. -]{1,40}?)?"
_MONTH = r"(?:(?:early|late|mid|spring|summer|autumn|winter|[a-z]{3,9}\.?)[\s-]+)?(?:of\s+)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_BECAME = (
    r"\bi\s+(?:(?:then|first|finally|later)\s+)?(?:became"
    r"|(?:was|got|have\s+been|had\s+been)\s+(?:made|hired\s+as|taken\s+on\s+as|appointed(?:\s+as)?"
    r"|promoted(?:\s+to)?|moved\s+up\s+to)"
    r"|(?:started|began)(?:\s+out)?\s+as|moved\s+up\s+to|took\s+over\s+as)"
)
_ENDS = r"(?=\s*(?:[.,;:!]|$)|\s+(?:and|at|of|for|with|when|because|but|on|in)\b)"
_BEEN = r"\bi(?:’ve|\s+have)\s+(?:been|worked\s+as|served\s+as)"
_WAS = r"\bi\s+(?:was|worked\s+as)"
_FORMS = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        rf"{_BECAME}\s+{_TITLE}{_AT},?\s+in\s+{_MONTH}{_YEAR}",
        rf"\bin\s+{_MONTH}{_YEAR},?\s+{_BECAME}\s+{_TITLE}{_ENDS}",
        rf"{_BEEN}\s+{_TITLE}{_AT},?\s+since\s+{_MONTH}{_YEAR}",
        rf"\bsince\s+{_MONTH}{_YEAR},?\s+{_BEEN}\s+{_TITLE}{_ENDS}",
    )
)
_IN_IT = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        rf"{_WAS}\s+{_TITLE}{_AT},?\s+in\s+{_MONTH}{_YEAR}",
        rf"\bin\s+{_MONTH}{_YEAR},?\s+{_WAS}\s+{_TITLE}{_ENDS}",
    )
)


@dataclass(frozen=True)
class Dated:
    """The place of a year, the job that is called so, and how the year stands to it."""

    place: tuple[int, int]
    role: RoleFact
    status: ClaimStatus


def dated_titles(text: str, roles: Sequence[RoleFact]) -> Iterator[Dated]:
    """Nothing of a title that no job has, or that may be short for another one."""
    known = [role for role in roles if role.start]
    for form in (*_FORMS, *_IN_IT):
        for said in form.finditer(text):
            title = said["title"]
            if not (is_title(title) or has_rank(title)):
                continue
            called = [one for one in known if agreement(title, one.title.quote) is Agreement.SAME]
            stands = _within if form in _IN_IT else _began
            status = stands(int(said["year"]), called, known) if called else None
            if status is not None:
                yield Dated(said.span("year"), *status)


def _began(
    year: int, called: Sequence[RoleFact], known: Sequence[RoleFact]
) -> tuple[RoleFact, ClaimStatus] | None:
    """In the year in which one of them began or not; of years before all jobs nothing is known."""
    same = [one for one in called if _first(one) == year]
    if same:
        return same[0], ClaimStatus.SUPPORTED
    is_known = year >= min(map(_first, known))
    return (called[0], ClaimStatus.CONFLICT) if is_known else None


def _within(
    year: int, called: Sequence[RoleFact], known: Sequence[RoleFact]
) -> tuple[RoleFact, ClaimStatus] | None:
    """In one of them, or in the time of another job alone."""
    held = [one for one in called if _holds(one, year)]
    if held:
        return held[0], ClaimStatus.WITHIN
    others = [one for one in known if _holds(one, year) and one not in called]
    return (called[0], ClaimStatus.CONFLICT) if others else None


def _first(role: RoleFact) -> int:
    return int((role.start or "9999")[:4])


def _holds(role: RoleFact, year: int) -> bool:
    last = 9999 if role.is_current else int((role.end or role.start or "0")[:4])
    return _first(role) <= year <= last
