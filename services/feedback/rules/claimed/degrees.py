"""Degrees of an answer beside those of the résumé: "I have a master’s in physics"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from chassis.hearing.lexicon import even
from contracts.claims import ClaimKind, ClaimStatus
from contracts.evidence import Span
from services.feedback.rules.claimed.papers import Laid, Written, lists, roots_of

_LEVELS = ("bachelor", "master", "doctor")
_NO_SUBJECT = (
    r"(?!(?:and|or|but|from|at|with|by|which|that|when|where|because|so|for|on|in|of|before|after"
    r"|while|degree|now|already|too|as|to|i|my|the|thesis|programme|program)\b|\d)"
)
_SUBJECT = rf"(?P<subject>{_NO_SUBJECT}[\w’&-]+(?:\s+{_NO_SUBJECT}[\w’&-]+){{0,3}})"
_HELD = (
    r"(?:\bi(?:’ve)?\s+(?:(?:also|then|only|later|even)\s+)?(?:have\s+)?(?:have|hold|got|did|finished"
    r"|completed|earned|took|received|obtained|gained|done|graduated\s+with|left\s+(?:\w+\s+)?with"
    r"|came\s+with)\s+|\b(?=my\s))"
    r"(?:(?:an?|my|the|first[- ]class|joint|good|honours|part-time)\s+){0,3}"
)
_NO_DEGREE = re.compile(
    r"\s+(?:students?|supervisors?|colleagues?|boss|manager|candidates?|friends?|course|class|tutor)\b"
)
NOT_YET = re.compile(
    r"\b(?:not|never|without|want\w*|plan\w*|hop(?:e|ed|ing)|would|will|almost|nearly|start\w*|began"
    r"|begin\w*|doing|working\s+on|appl(?:y|ied)|dropp?\w*|quit|paus\w+|consider\w*|instead\s+of|if"
    r"|he|she|they|who|his|her|their)\b|n’t\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(?:ongoing|expected|unfinished|not\s+completed|incomplete|candidate|in\s+progress|without)\b",
    re.IGNORECASE,
)
_FILLER = (
    "degree",
    "honours",
    "hons",
    "first",
    "class",
    "university",
    "college",
    "science",
    "arts",
)


@dataclass(frozen=True)
class _Known:
    level: int
    roots: frozenset[str]
    line: Span


def degrees_in(clause: str, written: Written) -> Iterator[Laid]:
    """Only more than is written of the same subject reads differently; less says nothing."""
    for said in _told().finditer(even(clause)):
        if NOT_YET.search(clause[: said.start("degree")]) or _NO_DEGREE.match(
            clause, said.end("degree")
        ):
            continue
        known = list(_known(written.papers))
        subject = _subject(said["subject"] or "")
        if not said["of"] and not any(subject & one.roots for one in known):
            subject = frozenset()
        about = subject | _meant(said["degree"])
        found = _beside(_level(said["degree"]), about, known)
        if found is not None:
            status, line = found
            end = said.end("subject") if subject else said.end("degree")
            yield Laid(ClaimKind.TITLE, (said.start("degree"), end), status, line)


def _beside(
    level: int, subject: frozenset[str], known: Sequence[_Known]
) -> tuple[ClaimStatus, Span | None] | None:
    same = [one for one in known if one.level == level and (not subject or subject & one.roots)]
    if same:
        return ClaimStatus.SUPPORTED, same[0].line
    near = [one for one in known if subject & one.roots]
    if near:
        highest = max(near, key=lambda one: one.level)
        is_less = level < highest.level or bool(_UNFINISHED.search(highest.line.quote))
        return None if is_less else (ClaimStatus.CONFLICT, highest.line)
    is_less = not subject and any(level < one.level for one in known)
    return None if is_less else (ClaimStatus.UNSUPPORTED, None)


def level_in(text: str) -> int | None:
    """The step of the first degree that is named in `text`, a bachelor’s being 0."""
    said = even(text)
    hits = ((hit.start(), at) for at, each in enumerate(_patterns()) if (hit := each.search(said)))
    return min(hits, default=(0, None))[1]


def _known(lines: Sequence[Span]) -> Iterator[_Known]:
    for line in lines:
        text = even(line.quote)
        for place, pattern in enumerate(_patterns()):
            if pattern.search(text):
                yield _Known(place, _subject(text) | _meant(text), line)


def _subject(text: str) -> frozenset[str]:
    return roots_of(text, _FILLER)


def _meant(text: str) -> frozenset[str]:
    """What degrees in letters are in."""
    spoken = {word.replace(".", "").lower() for word in text.split()}
    return roots_of(" ".join(lists().meant.get(word.strip(",;:()"), "") for word in spoken))


def _level(degree: str) -> int:
    return next(at for at, pattern in enumerate(_patterns()) if pattern.search(f"{degree} in "))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    known = lists().degrees
    return tuple(re.compile(rf"(?<!\w)(?:{known[each]})", re.IGNORECASE) for each in _LEVELS)


@cache
def _told() -> re.Pattern[str]:
    any_of = "|".join(lists().degrees[each] for each in _LEVELS)
    return re.compile(
        rf"{_HELD}(?P<degree>{any_of})(?:\s+degree)?(?:(?P<of>\s+(?:in|of))?\s+{_SUBJECT})?",
        re.IGNORECASE,
    )
