"""By what an employer of the résumé is named, and how a year stands to the time spent there."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from chassis.hearing.lexicon import even, read_toml
from contracts.claims import ClaimStatus, RoleFact
from contracts.message import Message

HERE = Path(__file__).parent

FEWEST_NAMED = 2
"""Words of an employer's name that stand for all of it anywhere, as "Pennard General" does."""

FEWEST_LETTERS = 3

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_IN_BEHIND = re.compile(
    r"(?:\s+as\s+(?:an?\s+)?[\w -]{2,40}?)?,?\s+(?:(?:in|since|from)\s+)?"
    rf"(?:(?:early|late|mid)[\s-]+)?(?:(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?\s+)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\b(?:joined|joining|came to|went to|moved to|(?:started|began)(?: out)? (?:at|with))"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GOES_ON = r"|\s+(?!I\b)[A-Z]"
_SAINT = re.compile(r"\b(?:St\.?|Saint) ")
_LEFT = re.compile(r"\b(?:left|leaving)\s+(?:the\s+)?$", re.IGNORECASE)
_BEEN = re.compile(
    r"\b(?:been|worked|working|work)\s+(?:at|with|for)\s+(?:the\s+)?$", re.IGNORECASE
)
_SINCE = re.compile(r"\bsince\s+(?:\w+\.?\s+)?$", re.IGNORECASE)


class _Lists(Message):
    common: tuple[str, ...]
    towns: tuple[str, ...]


def names_of(employer: str, others: set[str]) -> list[re.Pattern[str]]:
    """Its name, its beginnings that no other one has, and its first word where one works "at" it.

    No first word that many names begin with, or that is a town, or that a name goes on behind.
    """
    whole = [even(employer), *_beginnings(employer, others)]
    found = [
        re.compile(rf"(?<!\w)(?P<name>{_spoken(name)})(?!\w{_GOES_ON if short else ''})")
        for short, name in enumerate(whole)
    ]
    first = re.split(r"[\s,&]", even(employer))[0]
    if _is_distinctive(first, others):
        found.append(
            re.compile(
                r"(?i:\b(?:at|with|for|joined|joining|left|leaving|came to|went to|moved to)\s+"
                rf"(?:the\s+)?)(?P<name>{re.escape(first)})(?!\w{_GOES_ON})"
            )
        )
    return found


def _spoken(name: str) -> str:
    """How a name may be written: "St. Anne’s" and "St Anne’s" are one."""
    said = re.escape(_SAINT.sub("St ", name)).replace("St\\ ", r"(?:St\.?|Saint) ")
    return re.sub(r"^The\\ ", "[Tt]he ", said)


def of_year(
    year: re.Match[str], place: tuple[int, int], text: str, at: Sequence[RoleFact]
) -> tuple[RoleFact, ClaimStatus] | None:
    """How it stands to the roles `at` the employer that `text` names at `place`, and to which.

    Where it says when somebody came or left, it is laid beside that end; else it fits within.
    """
    dated = [role for role in at if role.start]
    if not dated:
        return None
    said = _end_said(year, place, text)
    if said is not None:
        is_left, month = said
        ends = [(end, role) for role in dated if (end := role.end if is_left else role.start)]
        ends.sort(key=lambda one: one[0], reverse=is_left)
        same = [one for one in ends if _is_month(one[0], int(year[0]), month)]
        for _, role in (same or ends)[:1]:
            return role, ClaimStatus.SUPPORTED if same else ClaimStatus.CONFLICT
    fits = [role for role in dated if _was_there(role, int(year[0]))]
    return (fits or dated)[0], ClaimStatus.WITHIN if fits else ClaimStatus.CONFLICT


def _end_said(
    year: re.Match[str], place: tuple[int, int], text: str
) -> tuple[bool, str | None] | None:
    """Whether it is the end, and in which month; None where it says neither end."""
    before, between = text[: place[0]], text[place[1] : year.start()]
    behind = _IN_BEHIND.match(between) if place[1] <= year.start() else None
    if behind is None:
        return None
    is_since = _BEEN.search(before) and _SINCE.search(between)
    is_left = bool(_LEFT.search(before))
    if not (is_left or _JOINED.search(before) or is_since):
        return None
    return is_left, behind["month"]


def _is_month(written: str, year: int, month: str | None) -> bool:
    if int(written[:4]) != year or month is None or not written[5:7]:
        return int(written[:4]) == year
    return _MONTHS[int(written[5:7]) - 1] == month.lower()


def _was_there(role: RoleFact, year: int) -> bool:
    if role.start is None:
        return False
    last = int(role.end[:4]) if role.end else 9999 if role.is_current else int(role.start[:4])
    return int(role.start[:4]) <= year <= last


def _beginnings(name: str, others: set[str]) -> Iterator[str]:
    said = even(name).split()
    for count in range(len(said) - 1, FEWEST_NAMED - 1, -1):
        short = " ".join(said[:count]).rstrip(",&")
        last = said[count - 1]
        is_name = last[:1].isupper() and _letters(last).isalpha()
        if is_name and not any(even(other).startswith(short) for other in others):
            yield short


def _is_distinctive(word: str, others: set[str]) -> bool:
    known = _lists()
    is_name = word[:1].isupper() and _letters(word).isalpha() and len(word) >= FEWEST_LETTERS
    is_others = any(word in even(other).split() for other in others)
    return is_name and not is_others and word.lower() not in {*known.common, *known.towns}


def _letters(word: str) -> str:
    return word.replace("’", "").replace("-", "")


@cache
def _lists() -> _Lists:
    return _Lists.model_validate(read_toml(HERE / "tenure.toml"), strict=False)
