"""Gates: permits, degrees, clearances, licences. Shown with their status and never scored."""

import re
from collections.abc import Sequence

from contracts.analysis import Entry, FitItem, FitStatus, Requirement, RequirementKind
from contracts.evidence import Span
from services.documents.rules.fit.papers import bodies_in, is_like
from services.documents.rules.fit.shown import Shown
from services.documents.rules.fit.subjects import are_alike, subject_asked, subject_listed

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
    """The level of the degree, and its subject where one is asked: schools are never compared."""
    said = requirement.span.quote
    named = _ANY_DEGREE.sub("", said)
    levels = [level for level, words in _DEGREES if words.search(named)]
    asked = min(levels, default=0 if _SCHOOL.search(said) else 1)
    held = [entry for entry in shown.held(shown.resume.education) if _level(entry) >= asked]
    if not held:
        return FitStatus.UNKNOWN, "No degree of this level is listed.", ()
    return _of_subject(subject_asked(said), held)


def _of_subject(
    asked: frozenset[str], held: Sequence[Entry]
) -> tuple[FitStatus, str, tuple[Span, ...]]:
    """What the degrees of the right level say of the subject that is asked for."""
    if not asked:
        return FitStatus.MET, "A degree of this level is listed.", (held[0].title.span,)
    for entry in held:
        if are_alike(asked, subject_listed(entry)):
            reason = "A degree of this level and subject is listed."
            return FitStatus.MET, reason, (entry.title.span,)
    reason = "A degree of this level is listed, in another subject than the one that is named."
    if not all(map(subject_listed, held)):
        reason = "A degree of this level is listed, without a subject that we know."
    return FitStatus.UNKNOWN, reason, (held[0].title.span,)


def _licence(requirement: Requirement, shown: Shown) -> tuple[FitStatus, str, tuple[Span, ...]]:
    said = requirement.span.quote
    for entry in shown.held(shown.resume.certifications):
        if is_like(said, entry.title.value):
            return FitStatus.MET, "A licence like this is listed.", (entry.title.span,)
    if span := shown.registration(bodies_in(said)):
        return FitStatus.MET, "A registration like this is named.", (span,)
    if span := shown.licence(said):
        return FitStatus.MET, "A licence like this is named.", (span,)
    return FitStatus.UNKNOWN, "No licence like this is listed.", ()


def _level(entry: Entry) -> int:
    """3 doctor, 2 master, 1 bachelor, 0 where the entry names no degree."""
    named = f"{entry.title.value} {entry.detail.value if entry.detail else ''}"
    return max((level for level, words in _DEGREES if words.search(named)), default=0)
