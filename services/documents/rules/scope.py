"""How large the work is or was: people led, users, money, region, level; read from its words."""

import re
from collections.abc import Callable, Iterable

from contracts.analysis import ScopeLevel, WorkScope
from contracts.evidence import Span

_NUMBER = r"""(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*
    (?P<unit>k|m|mm|bn|b|thousand|million|billion)?\+?"""
_SMALL = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_WORDS = {word: number for number, word in enumerate(_SMALL, start=2)}
_WORDS |= {"fifteen": 15, "twenty": 20, "thirty": 30}
_HEADS = rf"(?:{_NUMBER}|(?P<word>{'|'.join(_WORDS)})\b)"
_FLAGS = re.IGNORECASE | re.VERBOSE
_PEOPLE = (
    re.compile(
        rf"""\b(?:team|group|staff|department|squad|crew)\ of\ (?:up\ to\ |over\ |about\ )?
        {_HEADS}(?!\w)""",
        _FLAGS,
    ),
    re.compile(
        rf"""\b(?:led|lead(?:ing)?|manag(?:ed|e|ing)|supervis(?:ed|e|ing)|mentor(?:ed|ing)?
        |coached|headed|hired)\s+(?:a\ team\ of\ |a\ |over\ |up\ to\ )?{_HEADS}\s+
        (?:[\w-]+\s+){{0,2}}(?:people|engineers?|developers?|staff|employees|nurses|teachers
        |designers|analysts?|reports?|members?|associates?|volunteers|representatives|reps
        |managers?|assistants?|aides|technicians?|interns|juniors|apprentices|drivers|carers
        |operators|colleagues|supervisors)\b""",
        _FLAGS,
    ),
    re.compile(
        rf"""\b{_NUMBER}[ -](?:direct\ reports?
        |(?:person|people|strong|member|engineer)(?:\ [\w-]+)?\ team)\b""",
        _FLAGS,
    ),
    re.compile(rf"\b(?:team|staff|department)\ from\ \d+\ to\ {_NUMBER}(?!\w)", _FLAGS),
)
_USERS = re.compile(
    rf"""\b{_NUMBER}\s+(?:[\w-]+\s+){{0,2}}(?:users|customers|clients|subscribers|members|patients
    |students|pupils|children|learners|guests|passengers|readers|households|citizens|residents|visitors)\b""",
    _FLAGS,
)
_MONEY = re.compile(rf"(?P<sign>[$€£]|\b(?:USD|EUR|GBP|CHF))\s*{_NUMBER}(?!\w)", _FLAGS)
_PAY = re.compile(
    r"\b(?:salar\w+|compensation|per\ (?:hour|year|annum)|bonus|pay|wages?|stipend)\b", _FLAGS
)
_REGION = re.compile(
    r"""\b(?:global(?:ly)?|worldwide|international(?:ly)?|emea|apac|latam|europe(?:-wide)?
    |nationwide|multi-?(?:region|country|site)|across\ \d+\ countries|north\ america)\b""",
    _FLAGS,
)
_LEVELS = {
    ScopeLevel.DIRECTOR: r"""(?:senior\ )?director|head\ of|vp|vice\ president
        |chief\ \w+\ officer|c[etof]o|president""",
    ScopeLevel.MANAGER: r"""(?:engineering|team|people|store|operations|sales|marketing|nurse
        |finance|office|plant|general|regional|department|hr|it)\ manager|supervisor
        |direct\ reports?|manage[sd]?\ (?:a\ |the\ )?team|line\ manag\w+""",
    ScopeLevel.LEAD: r"""(?:team|tech(?:nical)?|design|product|project)\ lead
        |lead\ (?:engineer|developer|designer|analyst|nurse|teacher|scientist|a\ team)
        |principal\ \w+|staff\ engineer|led\ a\ (?:\w+\ )?team|foreman""",
}
_LEVEL_WORDS = {level: re.compile(rf"\b(?:{words})\b", _FLAGS) for level, words in _LEVELS.items()}
_UNITS = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "million": 1e6}
_UNITS |= {"b": 1e9, "bn": 1e9, "billion": 1e9}
_SIGNS = {"$": "usd", "€": "eur", "£": "gbp"}

_MOST_EVIDENCE = 12

Quote = Callable[[int, int], Span]


def read_scope(
    text: str, parts: Iterable[tuple[int, int]], quote: Quote, *, with_level: bool = True
) -> WorkScope:
    """The largest scope that the `parts` (spans of `text`) speak of, with what says so.

    Without the level where other people's levels are named too, as in a line of work. Money is in
    whole units of its currency; pay is not scope. `quote` makes a span of `text`.
    """
    found = WorkScope()
    for start, end in parts:
        found = larger(found, _in_part(text, start, end, quote, with_level=with_level))
    return found


def larger(one: WorkScope, other: WorkScope) -> WorkScope:
    """Dimension by dimension the larger of two; of two currencies the one that came first."""
    levels = list(ScopeLevel)[:-1]
    level = max(one.level, other.level, key=lambda of: levels.index(of) if of in levels else -1)
    same_money = one.currency in (None, other.currency)
    return WorkScope(
        people=_most(one.people, other.people),
        users=_most(one.users, other.users),
        money=_most(one.money, other.money) if same_money else one.money,
        currency=one.currency or other.currency,
        region=one.region or other.region,
        level=level,
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence)))[:_MOST_EVIDENCE],
    )


def _in_part(text: str, start: int, end: int, quote: Quote, *, with_level: bool) -> WorkScope:
    people = [m for words in _PEOPLE for m in words.finditer(text, start, end)]
    users = list(_USERS.finditer(text, start, end))
    pays = _PAY.search(text, start, end) is not None
    money = [] if pays else list(_MONEY.finditer(text, start, end))
    region = _REGION.search(text, start, end)
    level, said = _level(text, start, end) if with_level else (ScopeLevel.UNKNOWN, None)
    seen = [*people, *users, *money, *(m for m in (region, said) if m)]
    return WorkScope(
        people=max(map(_count, people), default=None),
        users=max(map(_count, users), default=None),
        money=max(map(_count, money), default=None),
        currency=_SIGNS.get(money[0]["sign"], money[0]["sign"].lower()) if money else None,
        region=region[0].lower() if region else None,
        level=level,
        evidence=tuple(quote(*m.span()) for m in sorted(seen, key=lambda m: m.span())),
    )


def _level(text: str, start: int, end: int) -> tuple[ScopeLevel, re.Match[str] | None]:
    for level, words in _LEVEL_WORDS.items():
        if found := words.search(text, start, end):
            return level, found
    return ScopeLevel.UNKNOWN, None


def _count(match: re.Match[str]) -> int:
    if word := match.groupdict().get("word"):
        return _WORDS[word.lower()]
    return round(
        float(match["number"].replace(",", "")) * _UNITS.get((match["unit"] or "").lower(), 1)
    )


def _most(one: int | None, other: int | None) -> int | None:
    return max((n for n in (one, other) if n is not None), default=None)
