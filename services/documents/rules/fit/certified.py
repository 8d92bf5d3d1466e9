"""What the certificates that are held show: the paper that is asked for, or one of several."""

import re
from collections.abc import Callable
from dataclasses import replace

from contracts.analysis import GapKind, Requirement, RequirementKind
from contracts.evidence import Certainty, Span
from services.documents.rules.choices import choices
from services.documents.rules.fit.finding import Finding, unknown
from services.documents.rules.fit.papers import (
    has_other_initials,
    has_other_level,
    is_below,
    is_like,
    is_named,
)
from services.documents.rules.fit.shown import Shown
from services.documents.rules.skills.matching import SkillMatcher

_PAPER, _HELD = "certification", 3
_NAMED = re.compile(r"\b(?:certificates?|certifi(?:cations?|ed)|ticket|badge)\b", re.IGNORECASE)


def certified(requirement: Requirement, shown: Shown) -> Finding:
    """What is asked for as a certificate, and is none of those that we know."""
    said = requirement.span.quote
    return _first(shown, lambda title: is_like(said, title)) or unknown(
        "No certification like this is listed."
    )


def named(said: str, shown: Shown) -> Finding | None:
    """A certificate whose whole name stands in what is asked for."""
    return _first(shown, lambda title: is_named(title, said))


_ASKED = re.compile(
    r"\b(?:certificates?|certs?|tickets?|licen[cs]es?|cards?)\W*"
    r"(?:(?:is|are)\s)?(?:required|essential|desirable|preferred)?\W*$",
    re.IGNORECASE,
)
"""Ends what asks for a paper by itself."""


def licensed(said: str, shown: Shown) -> Finding | None:
    """A licence that is named in a line of its own, where one is asked for."""
    span = shown.licence(said)
    return Finding(_HELD, "A licence like this is named.", (span,)) if span else None


def papered(said: str, known: Finding, shown: Shown) -> Finding:
    """`known`, or a part of it where a paper is asked for and only work is shown."""
    if known.tier < _HELD or not _ASKED.search(said) or known.gap:
        return known
    lines = (shown.is_in_work(span) for span in known.evidence)
    if not all(lines):
        return known
    reason = f"{known.reason} No paper for it is named."
    return replace(known, tier=_HELD - 1, reason=reason, gap=GapKind.UNPROVEN, high=_HELD)


def held(
    skill_id: str, said: str, shown: Shown, matcher: SkillMatcher, years: float | None = None
) -> Finding | None:
    """A certificate that we know: it is shown by being held, no role could show it.

    One of the same kind with other initials is close to it, and no more; and so is one of which
    `years` are asked, as nothing tells for how long it was used.
    """
    if matcher.kind(skill_id) != _PAPER:
        return None
    titles = [
        (entry.title, named)
        for entry in shown.held(shown.resume.certifications)
        if skill_id
        in (named := _named_in(entry.title.value, matcher)).union(*map(matcher.implied, named))
    ]
    for title, named in titles:
        is_other = has_other_initials(said, title.value) or has_other_level(said, title.value)
        is_more = skill_id not in named and not is_below(said, title.value)
        if is_more or not is_other:
            return _held(matcher.label(skill_id), title.span, years)
    if not titles:
        return _claimed(skill_id, shown, matcher, years)
    reason = f"{matcher.label(skill_id)}: one of this kind is held, not the one that is named."
    return Finding(2, reason, (titles[0][0].span,), GapKind.LEVEL)


def _held(label: str, span: Span, years: float | None, how: str = "held") -> Finding:
    if years is None:
        return Finding(3, f"{label}: {how}.", (span,))
    ask = f"Since when do you hold {label}, and in which role did you use it?"
    reason = f"{label}: {how}; the years with it are not told."
    return Finding(2, reason, (span,), GapKind.LEVEL, high=3, ask=ask)


def _claimed(
    skill_id: str, shown: Shown, matcher: SkillMatcher, years: float | None
) -> Finding | None:
    """A paper that its holder names as their own elsewhere than among certificates."""
    listed = [entry.title.span for entry in shown.resume.certifications]
    for skill in shown.resume.skills:
        is_it = skill.id == skill_id and skill.certainty is Certainty.SURE
        for span in skill.evidence if is_it else ():
            if not any(one.start < span.end and span.start < one.end for one in listed):
                return _held(matcher.label(skill_id), span, years, "named as held")
    return None


def one_of(requirement: Requirement, shown: Shown, matcher: SkillMatcher) -> Finding | None:
    """A paper that we do not know, where one is asked for, or one of several."""
    said = requirement.span.quote
    if requirement.min_years is not None or not _asks_for_paper(requirement, matcher):
        return None
    offered = choices(said) or (said,)
    named = {skill_id for choice in offered for skill_id in _named_in(choice, matcher)}
    if not all(named.intersection(group) for group in _groups(requirement)):
        return None
    listed = _first(shown, lambda title: any(is_like(choice, title) for choice in offered))
    return listed or licensed(said, shown)


def _asks_for_paper(requirement: Requirement, matcher: SkillMatcher) -> bool:
    if requirement.kind is RequirementKind.CERTIFICATION or _NAMED.search(requirement.span.quote):
        return True
    groups = _groups(requirement)
    return any(matcher.kind(skill_id) == _PAPER for group in groups for skill_id in group)


def _groups(requirement: Requirement) -> tuple[tuple[str, ...], ...]:
    return requirement.all_of or ((requirement.any_of,) if requirement.any_of else ())


def _first(shown: Shown, is_it: Callable[[str], bool]) -> Finding | None:
    for entry in shown.held(shown.resume.certifications):
        if is_it(entry.title.value):
            return Finding(3, "A certification like this is listed.", (entry.title.span,))
    return None


def _named_in(title: str, matcher: SkillMatcher) -> set[str]:
    return {hit.skill_id for hit in matcher.find(title, [(0, len(title))])}
