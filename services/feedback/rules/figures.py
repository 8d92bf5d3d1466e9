"""Figures in a piece of text, with what they count: read alike in answers and in résumés."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chassis.hearing.lexicon import Sign, even, read_toml, words
from contracts.claims import ClaimKind
from contracts.message import Message

HERE = Path(__file__).parent

WIDEST_UNIT = 3
"""Words after a number among which stands what it counts: "12 very good engineers"."""

TEN = 10

_NEXT_WORD = re.compile(r"(?<!’)[^\W\d_]+")
_END = re.compile(r"[.!?;:,()\[\]]|\b(?:and|to|in|at|for|from|by|with|but|within|on|of)\b")
_LABEL = re.compile(
    r"\b(?:(?i:level|grade|phase|stage|step|version|chapter|platform|edition|tier|band)"
    r"|Year|Class|Room|Ward|Bay|Hall|Line|Unit|Group|Type|Section|Part|Floor|No\.)\s$"
)
"""Before a number that names one of them and counts nothing: "Level 2"."""

_FROM = re.compile(r"\bfrom\s+(?:(?:about|around|over|some|nearly)\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+(?:(?:about|around|under|just|only)\s+)?", re.IGNORECASE)
_PLURAL = re.compile(r"(?<=\w{3})s$")


@dataclass(frozen=True)
class Figure:
    """`start` and `end` are where it stands with its unit; `unit` is empty where it has none.

    `number_end` is the end of the number alone.
    """

    kind: ClaimKind
    value: float
    unit: str
    start: int
    number_end: int
    end: int

    def is_like(self, other: "Figure") -> bool:
        """Whether both count the same sort of thing."""
        return (self.kind, self.unit) == (other.kind, other.unit)


class _Lists(Message):
    people: tuple[str, ...]
    users: tuple[str, ...]
    led: Sign
    of_people: Sign
    size_before: Sign
    size_after: Sign
    worked_on: Sign
    not_size: Sign
    numbers: dict[str, int]
    times: dict[str, int]
    money: dict[str, str]


def figures_in(text: str) -> list[Figure]:
    """In order. Calendar years are none; nor is a number that counts nothing that is named."""
    plain = even(text)
    read: list[Figure] = []
    numbers = list(_number().finditer(plain))
    for place, found in reversed(list(enumerate(numbers))):
        one = _figure(plain, found) or _start_of(plain, found, read[-1:])
        one = one or _end_of(plain, found, numbers[max(place - 1, 0) : place])
        if one is not None:
            read.append(one)
    return read[::-1]


def is_whole_team(figure: Figure, text: str) -> bool:
    """Whether a number of people in `text` is the size of a team: "two more people" is none."""
    before, behind = _around(figure, text)
    is_size = _lists().size_before.search(before) or _lists().size_after.match(behind)
    return bool(is_size) and not _lists().not_size.match(behind)


def is_worked_on(figure: Figure, text: str) -> bool:
    """Whether a number of people in `text` says to how many something was done: a claim of its
    own, which is no team.
    """
    before, behind = _around(figure, text)
    is_done = _lists().worked_on.search(before)
    return bool(is_done) and not _lists().not_size.match(behind)


def _around(figure: Figure, text: str) -> tuple[str, str]:
    plain = even(text).lower()
    return plain[: figure.start], plain[figure.number_end :]


def bare_numbers_in(text: str) -> list[Figure]:
    """All numbers, those without a unit among them."""
    named = {figure.start: figure for figure in figures_in(text)}
    return [
        named.get(_start(found))
        or Figure(
            ClaimKind.FIGURE, _value(found), "", _start(found), found.end("number"), found.end()
        )
        for found in _number().finditer(even(text))
    ]


def number_words() -> list[str]:
    """The words of numbers that are read, the longest first."""
    return sorted(_number_words(), key=len, reverse=True)


def _figure(text: str, found: re.Match[str]) -> Figure | None:
    kind, unit, end = _unit(text, found)
    if not unit or _LABEL.search(text[: _start(found)]):
        return None
    return Figure(kind, _value(found), unit, _start(found), found.end("number"), end)


def _start_of(text: str, found: re.Match[str], ends: list[Figure]) -> Figure | None:
    """The 9 of "from 9 to 4 hours": it counts what the next one counts."""
    for end in ends:
        between = text[found.end() : end.start]
        if _FROM.search(text[: _start(found)]) and _TO.fullmatch(between):
            place = _start(found), found.end("number"), found.end()
            return Figure(end.kind, _value(found), end.unit, *place)
    return None


def _end_of(text: str, found: re.Match[str], starts: list[re.Match[str]]) -> Figure | None:
    """The 20 of "from 45 minutes to 20": it counts what the one before counts."""
    for start in starts:
        first = _figure(text, start)
        is_from = _FROM.search(text[: _start(start)])
        if first and is_from and _TO.fullmatch(text[first.end : _start(found)]):
            place = _start(found), found.end("number"), found.end()
            return Figure(first.kind, _value(found), first.unit, *place)
    return None


def _unit(text: str, found: re.Match[str]) -> tuple[ClaimKind, str, int]:
    """What is counted, its name, and where that ends."""
    lists, end = _lists(), found.end()
    sign = found["before"] or found["after"]
    if sign:
        return ClaimKind.MONEY, lists.money[sign.lower()], end
    if found["share"]:
        return ClaimKind.SHARE, "%", end
    for kind, roots in ((ClaimKind.USERS, lists.users), (ClaimKind.PEOPLE, lists.people)):
        for name in _following(text, end):
            if name[0].lower().startswith(roots):
                return kind, kind.value, name.end()
    if lists.led.search(text[: _start(found)].lower()) or lists.of_people.match(text[end:]):
        return ClaimKind.PEOPLE, ClaimKind.PEOPLE.value, end
    return _other(text, end)


def _other(text: str, end: int) -> tuple[ClaimKind, str, int]:
    """By the next word, if it names anything."""
    name = next(iter(_following(text, end)), None)
    said = name[0].lower() if name else ""
    if name is None or said in words().function:
        return ClaimKind.FIGURE, "", end
    if said in {"year", "years", "yrs"}:
        return ClaimKind.YEARS, "year", name.end()
    return ClaimKind.FIGURE, _PLURAL.sub("", said), name.end()


def _following(text: str, end: int) -> Iterator[re.Match[str]]:
    """The next words of the same phrase; offsets are within `text`."""
    stop = _END.search(text, end)
    last = stop.start() if stop else len(text)
    for count, name in enumerate(_NEXT_WORD.finditer(text, end, last)):
        if count == WIDEST_UNIT:
            return
        yield name


def _start(found: re.Match[str]) -> int:
    return found.start("before" if found["before"] else "number")


def _value(found: re.Match[str]) -> float:
    lists, said = _lists(), found["number"].lower()
    value = float(_number_words().get(said) or said.replace(",", ""))
    return value * lists.times.get((found["times"] or "").lower(), 1)


@cache
def _lists() -> _Lists:
    return _Lists.model_validate(read_toml(HERE / "figures.toml"), strict=False)


@cache
def _number_words() -> dict[str, int]:
    """Also "twenty-five" and "twenty five"."""
    known = _lists().numbers
    tens = {word: value for word, value in known.items() if word.endswith("ty")}
    few = {**{word: value for word, value in known.items() if value < TEN}, "one": 1}
    joined = {
        f"{ten}{joint}{word}": value + more
        for ten, value in tens.items()
        for word, more in few.items()
        for joint in ("-", " ")
    }
    return known | joined


@cache
def _number() -> re.Pattern[str]:
    lists = _lists()
    signs = "".join(sign for sign in lists.money if not sign.isalpha())
    names = "|".join(sign for sign in lists.money if sign.isalpha())
    return re.compile(
        rf"(?P<before>[{signs}])?\s?(?<![\w.,/-])"
        r"(?P<number>(?!(?:19|20)\d\d\b"
        r"(?!\s*(?:people|users|customers|%|[a-z]+s (?:an?|per|every) )))"
        rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)|\b(?:{'|'.join(number_words())})\b)"
        rf"(?:\s?(?P<times>{'|'.join(lists.times)})\b)?"
        rf"(?:\s?(?P<share>%|percent\b|per cent\b)|\s?(?P<after>[{signs}]|(?:{names})\b))?",
        re.IGNORECASE,
    )
