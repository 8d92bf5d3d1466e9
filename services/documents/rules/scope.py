"""How large the work is or was: people led, users, money, region, level; read from its words."""

import re
from collections.abc import Callable, Iterable, Iterator

from contracts.analysis import ScopeLevel, ScopeReading, WorkScope
from contracts.evidence import Certainty, Span
from services.documents.rules.amounts import DIGITS, IN_WORDS, Size, asked, count
from services.documents.rules.led import HAS_NUMBER, LEADS, led_in
from services.documents.rules.money import OF_WORK, money_in

_DIGIT = re.compile(r"\d")
_WORD = r"(?:(?!(?:for|of|with|to|in|at|on|from|by|per|and|or|as)\b)[\w-]+\s+)"
_SERVED = r"""(?:users|customers|clients|subscribers|patients|students|pupils|children|learners
    |guests|tourists|passengers|readers|households|citizens|residents|visitors|diners|shoppers|viewers|listeners
    |followers|borrowers|tenants|travell?ers|commuters|donors|families|participants|attendees
    |delegates|farmers|beneficiaries|callers|covers
    |kund(?:en|innen)|patient(?:en|innen)|schüler(?:n|innen)?|nutzer(?:n|innen)?|gästen?|besucher
    |élèves|utilisateurs|étudiants|clientes|pacientes|alumnos|usuarios|clienti|pazienti|klientów
    |pacjentów|uczniów)"""
_USERS = (
    asked(
        rf"""\b{DIGITS}\s+{_WORD}{{0,2}}(?:{_SERVED}|(?<!team\ )(?<!staff\ )(?<!crew\ )(?<!board\ )
        (?<!family\ )members(?!\ of\ (?:staff|the\ team)))\b(?!['’])"""
    ),
    asked(
        rf"""\b(?:serv(?:e|es|ed|ing)|fe(?:e?d|eding)|reach(?:ed|es|ing)?|hous(?:ed?|ing)
        |treat(?:ed|ing)?|welcom(?:ed?|ing))\s+(?:(?:up\ to|over|about|around|some)\ )?{DIGITS}\s+
        {_WORD}{{0,1}}people\b(?!['’])"""
    ),
)
_NAMES_A_NUMBER = asked(
    r"""\b(?:year|grade|tier|level|stage|phase|form|class|ages?|aged|band|top|step|zone|type|room|ward|version
    |\d+[/:-])[\s/-]*(?:\d+\s*(?:to|-|–)\s*)?$"""
)
"""What stands before a number that is a name: "Year 10 pupils", "24/7 patients"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_A_YEAR = asked(r"\b(?:in|since|until|by|of|from)\ $")
_REGION = asked(
    rf"""\b(?:global(?:ly)?|worldwide|international(?:ly)?|emea|apac|latam|europe(?:-wide)?|dach
    |benelux|nordics|scandinavia|(?:nation|state|county|city|europe)-?wide|cross-border
    |multi-?(?:region|country|site|state)|north\ america|(?:latin|south)\ america|asia[- ]pacific
    |(?:across|throughout|covering|spanning|in)\ (?:all\ )?(?:\d{{1,3}}|{IN_WORDS})
    \ (?:[a-z]+\ )?
    (?:countries|states|regions|counties|provinces|sites|branches|cities|markets))\b"""
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
_LEVEL_WORDS = {level: asked(rf"\b(?:{words})\b") for level, words in _LEVELS.items()}
_OF_OTHERS = asked(
    r"""\b(?:report(?:s|ing)?\ (?:\w+ly\ )?(?:in)?to|assist(?:s|ing)?|support(?:s|ing)?)
    \ (?:(?:the|our|your|an?)\ )?(?:[\w-]+\ ){0,2}$"""
)
"""What stands before the level of somebody else."""
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
    found = _sizes(text, start, end, is_own=is_own)
    if not (any(found.values()) or region or named):
        return WorkScope()
    said = text[start:end]
    most = {name: max(found[name], key=_number, default=None) for name in _SIZES}
    return WorkScope(
        **{name: size.number if size else None for name, size in most.items()},
        currency=most["money"].currency if most["money"] else None,
        region=region[0].lower() if region else None,
        level=level,
        readings=tuple(
            ScopeReading(dimension=name, span=quote(*place), certainty=_certainty(name, said))
            for name, place in _places(most, region, named)
        ),
        evidence=tuple(quote(*place) for place in sorted(_all_places(found, region, named))),
    )


def _places(
    most: dict[str, Size | None], region: re.Match[str] | None, level: re.Match[str] | None
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where the largest of each dimension is said."""
    yield from ((name, (size.start, size.end)) for name, size in most.items() if size)
    yield from ((name, m.span()) for name, m in (("region", region), ("level", level)) if m)


def _all_places(
    found: dict[str, list[Size]], region: re.Match[str] | None, level: re.Match[str] | None
) -> Iterator[tuple[int, int]]:
    yield from ((size.start, size.end) for sizes in found.values() for size in sizes)
    yield from (m.span() for m in (region, level) if m)


def _sizes(text: str, start: int, end: int, *, is_own: bool) -> dict[str, list[Size]]:
    said = text[start:end]
    in_digits = _DIGIT.search(said) is not None
    is_counted = in_digits or HAS_NUMBER.search(said) is not None
    return {
        "people": list(led_in(text, start, end, is_own=is_own)) if is_counted else [],
        "users": list(_users(text, start, end)) if in_digits else [],
        "money": list(money_in(text, start, end, is_own=is_own)) if in_digits else [],
    }


def _users(text: str, start: int, end: int) -> Iterator[Size]:
    for words in _USERS:
        for found in words.finditer(text, start, end):
            before = _just_before(text, start, found)
            is_year = _YEAR.fullmatch(found["number"]) and _IN_A_YEAR.search(before)
            if not (is_year or _NAMES_A_NUMBER.search(before)):
                yield Size(count(found), *found.span())


def _number(size: Size) -> int:
    return size.number


def _certainty(name: str, said: str) -> Certainty:
    """Sure where the line says whose people or what money it was; else they stand beside it."""
    words = {"people": LEADS, "money": OF_WORK}.get(name)
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
