"""Gates: permits, degrees, clearances, licences. Shown with their status and never scored."""

import re

from contracts.analysis import Entry, FitItem, FitStatus, Requirement, RequirementKind
from contracts.evidence import Span
from services.documents.rules.fit.papers import is_like
from services.documents.rules.fit.shown import Shown

_DEGREES = (
    (3, re.compile(r"\b(?:ph\.?d|doctor\w*|dphil)\b", re.IGNORECASE)),
    (2, re.compile(r"\b(?:master\w*|m\.?sc|m\.?a|m\.?b\.?a|m\.?eng|m\.?s)\b\.?", re.IGNORECASE)),
    (
        1,
        re.compile(
            r"\b(?:bachelor\w*|b\.?sc|b\.?a|b\.?eng|b\.?s|bsn|degree|graduate)\b", re.IGNORECASE
        ),
    ),
)
_ANY_DEGREE = re.compile(r"\b(?:degree|graduate)\b", re.IGNORECASE)
_SCHOOL = re.compile(
    r"\b(?:high school|ged|gcses?|a[- ]levels?|secondary|associate|diploma|apprenticeship)\b",
    re.IGNORECASE,
)
"""What any further education stands for as well."""


def judge_gate(requirement: Requirement, shown: Shown) -> FitItem:
    """Met where the résumé says so, otherwise unknown: a silent résumé fails no gate."""
    status, reason, evidence = _judged(requirement, shown)
    return FitItem(
        requirement=requirement, tier=0, weight=0, status=status, reason=reason, evidence=evidence
    )


def _judged(requirement: Requirement, shown: Shown) -> tuple[FitStatus, str, tuple[Span, ...]]:
    if requirement.kind is RequirementKind.EDUCATION:
        return _degree(requirement, shown)
    if requirement.kind is RequirementKind.CERTIFICATION:
        return _licence(requirement, shown)
    return FitStatus.UNKNOWN, "A résumé does not usually say. Be ready to be asked.", ()


def _degree(requirement: Requirement, shown: Shown) -> tuple[FitStatus, str, tuple[Span, ...]]:
    """The level of the degree alone: schools are never compared."""
    said = requirement.span.quote
    named = _ANY_DEGREE.sub("", said)
    levels = [level for level, words in _DEGREES if words.search(named)]
    asked = min(levels, default=0 if _SCHOOL.search(said) else 1)
    for entry in shown.held(shown.resume.education):
        if _level(entry) >= asked:
            reason = "A degree of this level is listed; its subject is not compared."
            return FitStatus.MET, reason, (entry.title.span,)
    return FitStatus.UNKNOWN, "No degree of this level is listed.", ()


def _licence(requirement: Requirement, shown: Shown) -> tuple[FitStatus, str, tuple[Span, ...]]:
    for entry in shown.held(shown.resume.certifications):
        if is_like(requirement.span.quote, entry.title.value):
            return FitStatus.MET, "A licence like this is listed.", (entry.title.span,)
    return FitStatus.UNKNOWN, "No licence like this is listed.", ()


def _level(entry: Entry) -> int:
    """3 doctor, 2 master, 1 bachelor, 0 where the entry names no degree."""
    named = f"{entry.title.value} {entry.detail.value if entry.detail else ''}"
    return max((level for level, words in _DEGREES if words.search(named)), default=0)
