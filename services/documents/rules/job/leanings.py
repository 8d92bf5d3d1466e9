"""Parts of one clause that are wanted differently: "SQL is a must, Tableau would be nice"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from contracts.analysis import Strength
from services.documents.rules import cues, durations
from services.documents.rules.job import asides
from services.documents.rules.job.gates import gates_of
from services.documents.rules.phrases import phrases
from services.documents.rules.skills.matching import SkillMatcher

_CUT = re.compile(
    r",\s+(?:(?P<turn>but|while|whereas|however|though)\b\s*|(?:and|plus)\s+(?=you\b|we\b))?"
    r"|\s+(?P<other>but|while|whereas)\s+|\s+[–—]\s+|,\s+and\s+|\s+and\s+(?=you must\b)"
    r"|(?:(?<=\ba must)|(?<=\brequired)|(?<=\bpreferred)|(?<=\bessential)|(?<=\ba plus))\s+and\s+"
)
_BRACKET = re.compile(r"\s*\(([^()]+)\)")
_FILLING = re.compile(
    r"\b(?:not|but|is|are|an?|the|and|or|strictly|very|it|this|that|would|be|also|of course)\b",
    re.IGNORECASE,
)
_SINGULAR = re.compile(r"\b(?:is|would be|a plus|a bonus|an? advantage|an? asset)\b", re.IGNORECASE)
_FIRST = re.compile(r"\W*(?:ideally|prefer\w+|idealerweise)\b", re.IGNORECASE)
_MUCH = (
    r"\b(?:(?:is|are|would be|as)\s+)?(?:an?\s+)?(?:(?:big|huge|strong)\s+)?"
    r"(?:required|preferred|essential|mandatory|desirable|desired|optional|must|plus|bonus"
    r"|advantage|asset|nice(?: to have)?|needed)"
)
_BARE = re.compile(
    rf"(?:{_MUCH}\s*:\s*)?(?P<bare>.+?)(?:\s*(?:\(\s*)?{_MUCH}\s*\)?)?", re.IGNORECASE | re.DOTALL
)
_AND = re.compile(r"\b(?:and|or)\b|&", re.IGNORECASE)


_EDGE = " \t\n,;:(–—-"
_LONGEST = 400
"""Characters; what is longer wants many things, and says of none how much."""


class Leaning(Enum):
    """How much a part says itself that it is wanted."""

    MUST = auto()
    NICE = auto()
    NOTHING = auto()
    """It is not asked for."""


@dataclass(frozen=True)
class _Part:
    start: int
    end: int
    said: str
    leaning: Leaning | None
    is_turn: bool = False
    """Whether a "but" stands before it."""


def parted(said: str, usual: Strength, matcher: SkillMatcher) -> tuple[tuple[int, int], ...]:
    """Spans of a clause of which each is wanted as one; a single one where nothing parts it.

    `usual` is how much is wanted what does not say so. A share of the years is one as well.
    """
    if share := durations.share_of(said):
        cuts = ((0, share[0]), share, (share[1], len(said)))
        return tuple(_trimmed(said, *cut) for cut in cuts if said[slice(*cut)].strip(f"{_EDGE})."))
    parts = list(_parts(said)) if len(said) <= _LONGEST else []
    if len({part.leaning for part in parts}) < 2:
        return ((0, len(said)),)
    groups = _grouped(parts, matcher)
    otherwise = Leaning.MUST if usual is Strength.MUST else Leaning.NICE
    if len({_of(group) or otherwise for group in groups}) < 2:
        return ((0, len(said)),)
    return tuple((group[0].start, group[-1].end) for group in groups)


def _trimmed(said: str, start: int, end: int) -> tuple[int, int]:
    part = said[start:end]
    return end - len(part.lstrip(f"{_EDGE})")), start + len(part.rstrip(_EDGE))


def _of(group: Sequence[_Part]) -> Leaning | None:
    return next((part.leaning for part in group if part.leaning), None)


def _grouped(parts: Sequence[_Part], matcher: SkillMatcher) -> list[list[_Part]]:
    groups: list[list[_Part]] = []
    for part in parts:
        is_manner = (
            part.leaning is Leaning.NICE and not part.is_turn and not _tells(part.said, matcher)
        )
        if groups and (is_manner or not _begins(groups[-1], part)):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _tells(said: str, matcher: SkillMatcher) -> bool:
    """Whether it names something of its own, and not just how the rest should be."""
    words = said[slice(*bare(said))]
    is_named = matcher.find(said) or matcher.find(words, [(0, len(words))])
    is_paper = cues.languages_of(said) or gates_of(said)
    return bool(is_named or is_paper) or durations.years_asked(said) is not None


def _begins(group: Sequence[_Part], part: _Part) -> bool:
    """Whether something else is said from here on."""
    known = [one.leaning for one in group if one.leaning]
    if not has_content(part.said) or (part.leaning is None and not known):
        return False
    if part.leaning is None:
        denied = known[-1] is Leaning.NOTHING
        return part.is_turn if denied else _asks(part.said)
    if known:
        return part.leaning is not known[-1]
    return part.is_turn or _stands_alone(part, group[-1])


def _stands_alone(part: _Part, before: _Part) -> bool:
    """Whether its leaning is its own: "fluent English, Dutch is a plus".

    It is that of the whole list in "Docker, Kubernetes and Terraform is a plus".
    """
    is_single = _SINGULAR.search(part.said) and not _AND.search(part.said)
    return _leads(part.said) or bool(is_single and _asks(before.said))


def _leads(said: str) -> bool:
    """Whether it begins with how much it is wanted: "ideally with Shopify"."""
    return _FIRST.match(said) is not None


def _asks(said: str) -> bool:
    """Whether a part without a leaning of its own asks for something in so many words."""
    is_said = cues.asks(said) or durations.years_asked(said) is not None
    return is_said or bool(cues.languages_of(said)) or cues.names_quality(said)


def bare(said: str) -> tuple[int, int]:
    """Where in `said` stands what is wanted, without how much: the "Go" of "Go preferred"."""
    found = _BARE.fullmatch(said) if len(said) <= _LONGEST else None
    return found.span("bare") if found else (0, len(said))


def has_content(said: str) -> bool:
    """Whether it says anything beside how much it is wanted."""
    known = phrases("cues")
    for name in ("asks_nothing", "nice", "wishes", "bonus", "must", "insists"):
        said = known[name].sub(" ", said)
    return re.search(r"[^\W\d_]", _FILLING.sub(" ", said)) is not None


def _parts(said: str) -> Iterator[_Part]:
    """Between commas and turns that stand in no bracket; a bracket that says more is a part."""
    brackets = [m for m in _BRACKET.finditer(said) if _is_part(m[1])]
    inside = [m.span() for m in _BRACKET.finditer(said)]
    cuts = [
        (m.start(), m.end(), bool(m["turn"] or m["other"]))
        for m in _CUT.finditer(said)
        if not any(start <= m.start() < end for start, end in inside)
    ]
    cuts += [(m.start(), m.start(1), False) for m in brackets]
    cuts += [(m.end(1), m.end(), False) for m in brackets]
    at, is_turn = 0, False
    for start, end, turns in sorted(cuts):
        if said[at:start].strip():
            yield _part(said, at, start, is_turn=is_turn)
        at, is_turn = end, turns
    if said[at:].strip(" ,.;)"):
        yield _part(said, at, len(said), is_turn=is_turn)


def _is_part(bracketed: str) -> bool:
    return _leaning(bracketed) is not None and has_content(bracketed)


def _part(said: str, start: int, end: int, *, is_turn: bool) -> _Part:
    words = said[start:end]
    return _Part(start, end, words, _leaning(words), is_turn)


def _leaning(said: str) -> Leaning | None:
    if cues.asks_nothing(said) or asides.is_aside(said):
        return Leaning.NOTHING
    if cues.is_wish(said) or phrases("cues")["bonus"].search(said):
        return Leaning.NICE
    return Leaning.MUST if cues.insists(said) else None
