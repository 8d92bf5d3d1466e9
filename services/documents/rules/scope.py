"""How large the work is or was: people led, users, money, region, level; read from its words."""

import re
from collections.abc import Callable, Iterable

from chassis.branches import branched, unspaced
from contracts.analysis import ScopeLevel, ScopeReading, WorkScope
from contracts.evidence import Certainty, Span
from services.documents.rules.carries import carries_in

_NUMBER = r"""(?P<number>[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\w-])
    |\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*
    (?P<unit>k|m|mm|bn|b|thousand|million|billion)?\+?"""
_SMALL = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_WORDS = {word: number for number, word in enumerate(_SMALL, start=2)}
_WORDS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_HEADS = rf"(?:{_NUMBER}|(?P<word>{'|'.join(_WORDS)})\b)"
_DIGIT = re.compile(r"\d")
_IN_WORDS = re.compile(branched(rf"\b(?:{'|'.join(_WORDS)})\b"), re.IGNORECASE)
"""Where neither is, there is no size: most lines can be passed over."""


def _asked(words: str) -> re.Pattern[str]:
    return re.compile(branched(unspaced(words)), re.IGNORECASE)


_LED = r"""(?:led|lead(?:ing)?|manag(?:ed|e|ing)|supervis(?:ed|e|ing)|mentor(?:ed|ing)?|coached
    |headed|hired|line[- ]managed|oversaw|overs(?:ee|een|eeing)|commanded|responsible\ for)"""
_WORKERS = r"""(?:people|engineers?|developers?|staff|employees|nurses|teachers|designers|analysts?
    |reports?|members?|associates?|volunteers|representatives|reps|managers?|assistants?|aides
    |technicians?|interns|juniors|apprentices|drivers|carers|operators|colleagues|supervisors
    |soldiers|sailors|marines|troops|recruits|cadets|officers|firefighters|paramedics|personnel
    |workers|trainees|clerks|cashiers|cooks|chefs|waiters|guards|agents|mechanics|electricians
    |plumbers|welders|labou?rers|subordinates|contractors|consultants|specialists|advis[eo]rs
    |coordinators|scientists|researchers|programmers|testers|architects|accountants)"""
_PEOPLE = (
    _asked(
        rf"""\b(?:team|group|staff|department|squad|crew)\ of\ (?:up\ to\ |over\ |about\ )?
        {_HEADS}(?!\w)"""
    ),
    _asked(
        rf"""\b{_LED}\s+(?:a\ team\ of\ |a\ |over\ |up\ to\ )?{_HEADS}\s+
        (?:[\w-]+\s+){{0,2}}{_WORKERS}\b"""
    ),
    _asked(
        rf"""\b{_LED}\s+(?:\d+|{"|".join(_WORDS)})\s+(?:[\w-]+\s+){{0,2}}
        (?:squads|teams|crews|platoons|units|groups|departments|shifts|sections)\s*[(,–—-]?\s*
        (?:(?:with|totall?ing|in\ (?:all|total)|together|about|over)\s+){{0,2}}{_HEADS}\s+
        (?:[\w-]+\s+){{0,2}}{_WORKERS}\b"""
    ),
    _asked(
        rf"""\b{_NUMBER}[ -](?:direct\ reports?
        |(?:person|people|strong|member|engineer)(?:\ [\w-]+)?
        \ (?:team|department|group|unit|crew))\b"""
    ),
    _asked(
        rf"\b{_HEADS}\ (?:[\w-]+\ )?(?:people|staff|engineers|nurses|employees|reports)"
        r"\ report(?:ed|ing|s)?\ (?:directly\ )?(?:in)?to\ me\b"
    ),
    _asked(rf"\b(?:team|staff|department)\ from\ \d+\ to\ {_NUMBER}(?!\w)"),
)
_USERS = _asked(
    rf"""\b{_NUMBER}\s+(?:[\w-]+\s+){{0,2}}(?:users|customers|clients|subscribers|members|patients
    |students|pupils|children|learners|guests|passengers|readers|households|citizens|residents|visitors)\b"""
)
_MONEY = _asked(rf"(?P<sign>[$€£]|\b(?:USD|EUR|GBP|CHF))\s*{_NUMBER}(?!\w)")
_MONEY_BEFORE_SIGN = _asked(
    r"""(?<![\w.,])(?P<number>\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?)\s*
    (?P<unit>k|m|mm|bn|b|mio\.?|mrd\.?|tsd\.?|thousand|tausend|million(?:en|s|i)?|mill[oó]n(?:es)?
    |milh[oõ](?:es)?|milion[ei]|billion|milliarden?|milliards?)?\s*(?:\b(?:de|di)\s|d['’])?
    (?P<sign>€|\b(?:EUR|euros?|USD|dollars?|GBP|pounds?|CHF)\b)"""
)
"""As most of Europe writes it: "150 000 €", "2,4 Mio. Euro"."""
_PAY = _asked(r"\b(?:salar\w+|compensation|per\ (?:hour|year|annum)|bonus|pay|wages?|stipend)\b")
_REGION = _asked(
    r"""\b(?:global(?:ly)?|worldwide|international(?:ly)?|emea|apac|latam|europe(?:-wide)?
    |nationwide|multi-?(?:region|country|site)|across\ \d+\ countries|north\ america)\b"""
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
LEVEL_NAMES = {
    ScopeLevel.IC: "individual work",
    ScopeLevel.LEAD: "leads others' work",
    ScopeLevel.MANAGER: "manages people",
    ScopeLevel.DIRECTOR: "directs managers",
}
_LEVEL_WORDS = {level: _asked(rf"\b(?:{words})\b") for level, words in _LEVELS.items()}
_OF_OTHERS = _asked(
    r"""\b(?:report(?:s|ing)?\ (?:\w+ly\ )?(?:in)?to|assist(?:s|ing)?|support(?:s|ing)?)
    \ (?:(?:the|our|your|an?)\ )?(?:[\w-]+\ ){0,2}$"""
)
"""What stands before the level of somebody else."""
_OF_THE_EMPLOYER = _asked(r"\bwe(?:\ are|['’]re)\ (?:now\ )?an?\ (?:\w+\ )?$")
"""What stands before how many they are."""
_MEMBER_OF = _asked(
    r"""\b(?:in|on|within|inside|among|alongside|beside|join(?:ed|ing)|part\ of|members?\ of)
    \s+(?:an?|the|our|my)\s+(?:[\w-]+\s+){0,2}$"""
)
"""What stands before a team in which somebody works; that is no team that they lead."""
_UNITS = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "million": 1e6}
_UNITS |= {"mio": 1e6, "tsd": 1e3, "tau": 1e3, "mil": 1e6, "mrd": 1e9, "bil": 1e9}
_UNITS |= {"b": 1e9, "bn": 1e9, "billion": 1e9}
_LEADS = _asked(
    r"\b(?:led|lead(?:s|ing)?|manag\w+|supervis\w+|headed|coached|mentor\w*|hired|oversaw|overs\w+ing|commanded"
    r"|responsible\ for|reports?|reporting)\b"
)
_MONEY_OF_WORK = _asked(
    r"\b(?:budgets?|revenues?|turnover|p&l|portfolio|sales|pipeline|funding|spend(?:ing)?|contracts?"
    r"|quota|grants?|assets)\b"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.\s]\d{3})+")
_BETWEEN_THOUSANDS = re.compile(r"[,.\s]")
_SIGNS = {"$": "usd", "€": "eur", "£": "gbp", "euro": "eur", "dollar": "usd", "pound": "gbp"}

_SIZES = ("people", "users", "money")
_DIMENSIONS = (*_SIZES, "region", "level")
_LEVEL_ORDER = [ScopeLevel.UNKNOWN, *list(ScopeLevel)[:-1]]
_MOST_EVIDENCE = 12
_NEAR = 60
"""Characters before a match that say whose it is."""

Quote = Callable[[int, int], Span]


def read_scope(
    text: str,
    parts: Iterable[tuple[int, int]],
    quote: Quote,
    *,
    with_level: bool = True,
    is_own: bool = False,
) -> WorkScope:
    """The largest scope that the `parts` (spans of `text`) speak of, with what says so.

    Without the level where other people's levels are named too, as in a line of work. Money is in
    whole units of its currency; pay is not scope. `quote` makes a span of `text`. Where the text
    is its writer's own (`is_own`), people and money of another's, or wished for, are left out.
    """
    found = WorkScope()
    for start, end in parts:
        part = _in_part(text, start, end, quote, with_level=with_level, is_own=is_own)
        found = larger(found, part) if part.evidence else found
    return found


def larger(one: WorkScope, other: WorkScope) -> WorkScope:
    """Dimension by dimension the larger of two; of two currencies the one that came first."""
    best = {name: _larger_in(name, one, other) for name in _DIMENSIONS}
    return WorkScope(
        **{name: getattr(scope, name) for name, scope in best.items()},
        currency=best["money"].currency,
        readings=tuple(r for scope in best for r in best[scope].readings if r.dimension == scope),
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence)))[:_MOST_EVIDENCE],
    )


def _larger_in(name: str, one: WorkScope, other: WorkScope) -> WorkScope:
    mine, theirs = getattr(one, name), getattr(other, name)
    if name == "level":
        return one if _LEVEL_ORDER.index(mine) >= _LEVEL_ORDER.index(theirs) else other
    if mine is None or theirs is None:
        return other if mine is None else one
    if name == "region" or (name == "money" and one.currency != other.currency):
        return one
    return one if mine >= theirs else other


def _in_part(
    text: str, start: int, end: int, quote: Quote, *, with_level: bool, is_own: bool
) -> WorkScope:
    level, named = _level(text, start, end) if with_level else (ScopeLevel.UNKNOWN, None)
    region = _REGION.search(text, start, end)
    found = {
        **_sizes(text, start, end, is_own=is_own),
        "region": [region] if region else [],
        "level": [named] if named else [],
    }
    if not any(found.values()):
        return WorkScope()
    said = text[start:end]
    most = {name: max(found[name], key=_count, default=None) for name in _SIZES}
    best = {**most, "region": region, "level": named}
    money = most["money"]
    return WorkScope(
        **{name: _count(m) if m else None for name, m in most.items()},
        currency=_currency(money["sign"]) if money else None,
        region=region[0].lower() if region else None,
        level=level,
        readings=tuple(
            ScopeReading(dimension=name, span=quote(*m.span()), certainty=_certainty(name, said))
            for name, m in best.items()
            if m
        ),
        evidence=tuple(
            quote(*place) for place in sorted(m.span() for ms in found.values() for m in ms)
        ),
    )


def _sizes(text: str, start: int, end: int, *, is_own: bool) -> dict[str, list[re.Match[str]]]:
    said = text[start:end]
    in_digits = _DIGIT.search(said) is not None
    is_counted = in_digits or _IN_WORDS.search(said) is not None
    pays = in_digits and _PAY.search(said) is not None
    return {
        "people": _people(text, start, end, is_own=is_own) if is_counted else [],
        "users": list(_USERS.finditer(text, start, end)) if in_digits else [],
        "money": _money(text, start, end, is_own=is_own) if in_digits and not pays else [],
    }


def _people(text: str, start: int, end: int, *, is_own: bool) -> list[re.Match[str]]:
    others = (_OF_THE_EMPLOYER, _MEMBER_OF) if is_own else (_OF_THE_EMPLOYER,)
    return [
        found
        for words in _PEOPLE
        for found in words.finditer(text, start, end)
        if not any(other.search(_just_before(text, start, found)) for other in others)
        and not (is_own and not carries_in(text, (start, end), found.span()))
    ]


def _money(text: str, start: int, end: int, *, is_own: bool) -> list[re.Match[str]]:
    return [
        found
        for pattern in (_MONEY, _MONEY_BEFORE_SIGN)
        for found in pattern.finditer(text, start, end)
        if not is_own or carries_in(text, (start, end), found.span())
    ]


def _certainty(name: str, said: str) -> Certainty:
    """Sure where the line says whose people or what money it was; else they stand beside it."""
    words = {"people": _LEADS, "money": _MONEY_OF_WORK}.get(name)
    is_said = words.search(said) is not None if words else name == "level"
    return Certainty.SURE if is_said else Certainty.LIKELY


def _level(text: str, start: int, end: int) -> tuple[ScopeLevel, re.Match[str] | None]:
    for level, words in _LEVEL_WORDS.items():
        for found in words.finditer(text, start, end):
            if not _OF_OTHERS.search(_just_before(text, start, found)):
                return level, found
    return ScopeLevel.UNKNOWN, None


def _just_before(text: str, start: int, match: re.Match[str]) -> str:
    return text[max(start, match.start() - _NEAR) : match.start()]


def _count(match: re.Match[str]) -> int:
    if word := match.groupdict().get("word"):
        return _WORDS[word.lower()]
    written, unit = match["number"], (match["unit"] or "").lower()
    is_pointed = "." not in written or not unit
    if is_pointed and _THOUSANDS.fullmatch(written):
        written = _BETWEEN_THOUSANDS.sub("", written)
    return round(float(written.replace(",", ".")) * _factor(unit))


def _factor(unit: str) -> float:
    """What a word behind a number multiplies it with, known by its beginning."""
    if unit.startswith("milliard"):
        return 1e9
    return _UNITS.get(unit) or _UNITS.get(unit[:3], 1)


def _currency(sign: str) -> str:
    said = sign.lower()
    return _SIGNS.get(said) or _SIGNS.get(said.removesuffix("s"), said)
