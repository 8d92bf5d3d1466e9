"""Gates: permits, degrees, clearances, licences. Shown with their status and never scored."""

import re
import unicodedata
from collections.abc import Sequence

from contracts.analysis import Entry, FitItem, FitStatus, Requirement, RequirementKind
from contracts.evidence import Span
from services.documents.rules.fit import certified
from services.documents.rules.fit.papers import bodies_in, is_like
from services.documents.rules.fit.shown import Shown
from services.documents.rules.fit.subjects import Subject, is_one, subject_listed, subjects_asked
from services.documents.rules.fit.wholly import Wholly
from services.documents.rules.phrases import phrases
from services.documents.rules.skills.matching import SkillMatcher

_HELD = 3
_LEVELS = {"doctor": 3, "master": 2, "bachelor": 1}
_ANY_DEGREE = re.compile(r"\b(?:degree|graduate)\b", re.IGNORECASE)
_SCHOOL = re.compile(
    r"\b(?:high school|ged|gcses?|a[- ]levels?|secondary|associate|diploma|apprenticeship"
    r"|qualifications?|certificates?|[ns]?vq|(?:berufs)?ausbildung|lehre|gesellenbrief|bts|cap)\b",
    re.IGNORECASE,
)
"""What any further education stands for as well."""

_TIMES = re.compile(
    r"\b(?:nights?|evenings?|week-?ends?|on[- ]call|early mornings?)\b", re.IGNORECASE
)
_AND = re.compile(r",?\s+(?:and|&|as well as)\s+", re.IGNORECASE)


def judge_gate(requirement: Requirement, shown: Shown, matcher: SkillMatcher) -> FitItem:
    """Met where the résumé says so, otherwise unknown: a silent résumé fails no gate."""
    status, reason, evidence = _judged(requirement, shown, matcher)
    return FitItem(
        requirement=requirement, tier=0, weight=0, status=status, reason=reason, evidence=evidence
    )


def _judged(
    requirement: Requirement, shown: Shown, matcher: SkillMatcher
) -> tuple[FitStatus, str, tuple[Span, ...]]:
    if requirement.kind is RequirementKind.EDUCATION:
        return _degree(requirement, shown)
    if requirement.kind is RequirementKind.CERTIFICATION:
        return _licence(requirement, shown, matcher)
    if listed := _all_listed(requirement.span.quote, shown):
        return FitStatus.MET, "This is listed.", listed
    if requirement.kind is RequirementKind.LOGISTICS and (worked := _worked(requirement, shown)):
        return FitStatus.MET, "A recent role was worked so.", worked
    return FitStatus.UNKNOWN, "A résumé does not usually say. Be ready to be asked.", ()


def _worked(requirement: Requirement, shown: Shown) -> tuple[Span, ...]:
    """The lines of recent work that name the same times of work; none where it asks for more."""
    said = requirement.span.quote
    told = Wholly.of(shown).find(said) if _TIMES.search(said) else None
    return told.evidence if told and told.tier == _HELD else ()


def _degree(requirement: Requirement, shown: Shown) -> tuple[FitStatus, str, tuple[Span, ...]]:
    """The level of the degree, and its subject where one is asked: schools are never compared."""
    said = requirement.span.quote
    named = _ANY_DEGREE.sub("", said)
    levels = _levels(named)
    asked = min(levels, default=0 if _SCHOOL.search(said) else 1)
    held = [entry for entry in shown.held(shown.resume.education) if _level(entry) >= asked]
    noun = "degree" if asked else "qualification"
    found = _of_subject(subjects_asked(said), held, noun, shown)
    if asked or found[0] is FitStatus.MET:
        return found
    if listed := _all_listed(said, shown):
        return FitStatus.MET, "A qualification like this is listed.", listed
    return found


def _of_subject(
    asked: Sequence[Subject], held: Sequence[Entry], noun: str, shown: Shown
) -> tuple[FitStatus, str, tuple[Span, ...]]:
    """What the degrees of the right level say of the subject that is asked for."""
    if not held:
        return FitStatus.UNKNOWN, f"No {noun} of this level is listed.", ()
    if not asked:
        return FitStatus.MET, f"A {noun} of this level is listed.", (held[0].title.span,)
    for entry in held:
        listed = subject_listed(entry, shown.text)
        if any(is_one(each, listed) for each in asked):
            reason = f"A {noun} of this level and subject is listed."
            return FitStatus.MET, reason, (entry.title.span,)
    reason = f"A {noun} of this level is listed, in another subject than the one that is named."
    if not all(subject_listed(entry, shown.text) for entry in held):
        reason = f"A {noun} of this level is listed, without a subject that we know."
    return FitStatus.UNKNOWN, reason, (held[0].title.span,)


def _licence(
    requirement: Requirement, shown: Shown, matcher: SkillMatcher
) -> tuple[FitStatus, str, tuple[Span, ...]]:
    said = requirement.span.quote
    if listed := _all_listed(said, shown):
        return FitStatus.MET, "A licence like this is listed.", listed
    for hit in matcher.find(said):
        paper = certified.held(hit.skill_id, said, shown, matcher)
        if paper and paper.tier == _HELD:
            return FitStatus.MET, paper.reason, paper.evidence
    if span := shown.registration(bodies_in(said)):
        return FitStatus.MET, "A registration like this is named.", (span,)
    if span := shown.licence(said):
        return FitStatus.MET, "A licence like this is named.", (span,)
    return FitStatus.UNKNOWN, "No licence like this is listed.", ()


def _all_listed(said: str, shown: Shown) -> tuple[Span, ...]:
    """What is listed of it: of those that an "and" joins each one, or the whole by its name."""
    if whole := _listed(said, shown):
        return (whole,)
    each = [_listed(part, shown) for part in _AND.split(said)]
    return tuple(filter(None, each)) if len(each) > 1 and all(each) else ()


def _listed(said: str, shown: Shown) -> Span | None:
    held = shown.held(shown.resume.certifications)
    return next((entry.title.span for entry in held if is_like(said, entry.title.value)), None)


def _level(entry: Entry) -> int:
    """3 doctor, 2 master, 1 bachelor, 0 where the entry names no degree."""
    named = f"{entry.title.value} {entry.detail.value if entry.detail else ''}"
    levels = _levels(named)
    return max(
        [*levels, *([1] if _degrees()["bachelor_held"].search(_bare(named)) else [])], default=0
    )


def _levels(said: str) -> list[int]:
    """Those of the degrees that are named in it."""
    bare = _bare(said)
    return [level for name, level in _LEVELS.items() if _degrees()[name].search(bare)]


def _bare(said: str) -> str:
    """As the lists of degrees are: in its own case, without accents, full stops, apostrophes."""
    decomposed = unicodedata.normalize("NFKD", said)
    return re.sub(r"[.'\u2019]", "", "".join(c for c in decomposed if not unicodedata.combining(c)))


def _degrees() -> dict[str, re.Pattern[str]]:
    return phrases("degrees")
