"""Languages that an answer says one speaks, beside how the résumé says that one does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from chassis.hearing.lexicon import even
from contracts.claims import ClaimKind, ClaimStatus
from contracts.evidence import Span
from services.feedback.rules.claimed.papers import Laid, Written, lists, roots_of

Steps = tuple[int, int]

FEWEST_APART = 2
"""Steps between two readings that differ, where either of them is no step by name."""

LEAST_SPOKEN = 3
"""The step from which somebody says that they speak a language, and no more."""

_UNTOLD = "english"
"""Written by everybody whose résumé is in it, and named by few."""

_MY = (
    r"\bmy\s+(?:(?:spoken|written)\s+)?(?=LANGUAGE(?:\s+(?:level|skills?))?"
    r"(?:\s*(?:is|’s|are|at|,|(?:and|or)\s+(?:my\s+)?LANGUAGE|[abc][12])(?!\w)))"
)
_SPEAK = (
    r"\bi\s+(?:(?:also|do|can|only|both|still)\s+){0,2}(?:speak|understand|know)\s+"
    r"(?!to\b|with\b|about\b|for\b|of\b|that\b|how\b|the\b|my\b|many\b|some\s+(?!LANGUAGE))"
)
_AM = r"\bi(?:’m|\s+am)\s+(?=(?:[\w’-]+\s+){0,4}?(?:STEP))"
_HAVE = (
    r"\bi(?:’ve)?\s+(?:have\s+|hold\s+|got\s+|passed\s+|took\s+)+(?=(?:[\w’-]+\s+){0,5}?(?:STEP))"
)
_TONGUE = r"(?=LANGUAGE\s+(?:is|’s)\s+my\s+(?:mother|first|native))"
_NOT_NOW = re.compile(
    r"\b(?:not|never|was|were|had|used\s+to|would|will|want\w*|hop(?:e|ed|ing)|learn\w*|stud(?:y|ied|ying)"
    r"|taught|teach\w*|if|when|until|he|she|they|who|improve\w*)\b|n’t\b",
    re.IGNORECASE,
)
_BETWEEN_BEFORE = (
    r"(?:\s+(?:in|of|level|speaker|spoken|written|knowledge|at|both|the|with)){0,3}\s+"
)
_BETWEEN_BEHIND = (
    r"(?:\s*[,:(–—-]\s*|\s+(?:is|at|to|on|level|of|around|about|now|quite|pretty|my|the|an?|very"
    r"|skills|are|speaker)\b|’s\b){0,4}\s*"
)


@dataclass(frozen=True)
class _Spoken:
    """A language, and how well it is spoken; `place` is where both stand."""

    name: str
    steps: Steps | None
    is_named: bool
    place: tuple[int, int]


def languages_in(clause: str, written: Written) -> Iterator[Laid]:
    """What is said of today alone: what one spoke once is none of it."""
    text = even(clause)
    cue = _cue().search(text)
    if cue is None or _NOT_NOW.search(text):
        return
    known = [(each, line) for line in written.papers for each in _spoken_in(even(line.quote))]
    for said in _spoken_in(text):
        if said.place[1] <= cue.start():
            continue
        of_it = [(each, line) for each, line in known if each.name == said.name]
        found = _beside(said, of_it, is_mentioned=bool(roots_of(said.name) & written.roots))
        if found is not None:
            yield Laid(ClaimKind.TITLE, said.place, *found)


def _beside(
    said: _Spoken, known: Sequence[tuple[_Spoken, Span]], *, is_mentioned: bool
) -> tuple[ClaimStatus, Span | None] | None:
    if not known:
        is_untold = is_mentioned or said.name == _UNTOLD
        return None if is_untold else (ClaimStatus.UNSUPPORTED, None)
    stands = [(_agree(said, each), line) for each, line in known]
    for status in (ClaimStatus.SUPPORTED, None, ClaimStatus.CONFLICT):
        for found, line in stands:
            if found is status:
                return None if status is None else (status, line)
    return None


def _agree(said: _Spoken, known: _Spoken) -> ClaimStatus | None:
    if said.steps is None:
        is_spoken = known.steps is None or known.steps[1] >= LEAST_SPOKEN
        return ClaimStatus.SUPPORTED if is_spoken else None
    if known.steps is None:
        return None
    apart = max(said.steps[0] - known.steps[1], known.steps[0] - said.steps[1])
    if apart <= 0:
        return ClaimStatus.SUPPORTED
    is_plain = said.is_named and known.is_named
    return ClaimStatus.CONFLICT if is_plain or apart >= FEWEST_APART else None


def _spoken_in(text: str) -> Iterator[_Spoken]:
    """Each language once, with the step that stands beside it."""
    names = list(_language().finditer(text))
    last: tuple[Steps | None, bool] = (None, False)
    for place, name in enumerate(names):
        start = names[place - 1].end() if place else 0
        end = names[place + 1].start() if place + 1 < len(names) else len(text)
        before = _before().search(text[start : name.start()])
        behind = _behind().match(text, name.end(), end)
        step = before or behind
        at = (name.start(), name.end())
        if before:
            at = start + before.start("step"), name.end()
        elif behind:
            at = name.start(), behind.end("step")
        steps = _steps(step["step"]) if step else None
        is_listed = place and re.fullmatch(r"\s*(?:,|and|&|,\s*and)\s*", text[start : name.start()])
        read = (steps, _is_named(step["step"])) if step else last if is_listed else (None, False)
        last = read
        yield _Spoken(name[0].lower(), *read, at)


def _steps(said: str) -> Steps:
    return next(
        steps for form, steps in lists().steps.items() if re.fullmatch(form, said, re.IGNORECASE)
    )


def _is_named(said: str) -> bool:
    return re.fullmatch(r"[abc][12]", said, re.IGNORECASE) is not None


@cache
def _language() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lists().languages['names'])})\b", re.IGNORECASE)


@cache
def _cue() -> re.Pattern[str]:
    language, step = rf"(?:{'|'.join(lists().languages['names'])})\b", "|".join(lists().steps)
    forms = f"{_MY}|{_SPEAK}|{_AM}|{_HAVE}|{_TONGUE}"
    return re.compile(forms.replace("LANGUAGE", language).replace("STEP", step), re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<step>{'|'.join(lists().steps)}){_BETWEEN_BEFORE}$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"{_BETWEEN_BEHIND}(?P<step>{'|'.join(lists().steps)})\b", re.IGNORECASE)
