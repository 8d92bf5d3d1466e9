"""What of a job is not met: which of it can be asked about, in what order, and why.

Of the gates only a paper is asked about that the résumé does not hold, and never a second one
beside it. Who could not work on Saturdays says no, everybody else says yes: neither tells of a
deed, so no level could be given, and the report of the fit shows such gates to be answered there.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from contracts.analysis import (
    FitItem,
    FitStatus,
    Gap,
    GapKind,
    JobAnalysis,
    Requirement,
    RequirementKind,
    Strength,
)
from contracts.evidence import Span
from contracts.message import Slug
from services.interview.rules.plan.demands import demand_in
from services.interview.rules.plan.holding import Hold, Holding
from services.interview.rules.plan.lines import LineKind, kind_asked
from services.interview.rules.plan.subjects import subject_in
from services.interview.rules.plan.telling import telling
from services.interview.rules.plan.wordlists import word_lists

MUST_WEIGHT = 3
"""That of a must in the score of a fit."""

_ASKABLE = {RequirementKind.SKILL, RequirementKind.EXPERIENCE, RequirementKind.BEHAVIOUR}
_OPEN = {FitStatus.MISSING: "missing", FitStatus.UNKNOWN: "unknown"}
_PARTLY = {GapKind.UNPROVEN, GapKind.STALE, GapKind.LEVEL, GapKind.SCOPE}
_DEED = re.compile(
    r"(?<!time keep)(?<!timekeep)(?<!listen)(?<!understand)(?<!learn)(?<!willin)ing\W*$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][\w/&+.-]*)(?: [A-Z\d][\w/&+.-]*){1,4}")
"""Written as one throughout: "Safe Pass"."""

_EXPERIENCE = re.compile(r"\bexperience\b", re.IGNORECASE)

_OF_ANYBODY = re.compile(
    r"\b(?:customer (?:service|care)|communicat\w+|interpersonal|telephone|people skills|it skills"
    r"|computer (?:skills|literate|literacy)|numera\w+|litera\w+|team ?work\w*|team player"
    r"|microsoft office|ms office|manner|commitment|commercial awareness|attention to"
    r"|own (?:tools|transport|car|vehicle))\b",
    re.IGNORECASE,
)
"""What nearly every job asks for, in whatever words."""

_LESS = {GapKind.LEVEL, GapKind.SCOPE}
_PAPERS = {RequirementKind.CERTIFICATION, RequirementKind.EDUCATION}
_MOST_STRESSED = 2
_SOFT = 3
_A_PAPER = "a paper"

GAPS = (*_OPEN.values(), "partial", *(kind.value for kind in GapKind if kind in _PARTLY))
"""The reasons of questions about what is not wholly shown."""


def unmet_among(
    items: Sequence[FitItem], gaps: Mapping[Slug, Gap], job: JobAnalysis, held: Holding, claim: str
) -> list[FitItem]:
    """Those not wholly met nor plainly shown, what counts most and is shown least first: a paper,
    a skill or a kind of work before what anybody says of themselves, and what the job speaks of
    more than once. What is about the same as one in front of it, or as the `claim` that is asked
    about, waits behind the others. The title is one only where nothing else is: nobody can tell of
    one that they never bore.
    """
    title = job.title.span if job.title else None
    open_ = [one for one in items if _is_lacking(one, gaps.get(one.requirement.id), held)]
    asked = [item for item in open_ if not _overlaps(item.requirement.span, title)] or open_
    said = [*(duty.span.quote for duty in job.duties), title.quote if title else ""]
    spoken = frozenset[str]().union(*(telling(line).own for line in said))
    ranked = sorted(
        asked,
        key=lambda item: (
            -weight_of(item),
            _softness(item, job),
            item.tier,
            -_stressed(item, spoken),
            -_impact(gaps.get(item.requirement.id)),
        ),
    )
    of_all = telling(title.quote if title else "").own
    return _apart(ranked, telling(claim).own - of_all, of_all, job)


def _apart(
    ranked: Sequence[FitItem], claimed: frozenset[str], of_all: frozenset[str], job: JobAnalysis
) -> list[FitItem]:
    """Of those that weigh alike and are no softer, first the ones that are apart in subject. Words
    of the title (`of_all`) make no two lines the same; a paper is beside any other paper.
    """
    parted: dict[tuple[int, bool], tuple[list[FitItem], list[FitItem]]] = {}
    taken = set(claimed)
    for item in ranked:
        words = telling(item.requirement.span.quote).own - of_all
        words |= {_A_PAPER} if _is_paper(item) else set()
        group = (weight_of(item), _softness(item, job) >= _SOFT)
        parted.setdefault(group, ([], []))[bool(words & taken)].append(item)
        taken |= words
    return [item for first, behind in parted.values() for item in (*first, *behind)]


def _is_lacking(item: FitItem, gap: Gap | None, held: Holding) -> bool:
    """Whether it is open, and no line of the résumé plainly shows it all the same: where it is
    shown, only how long ago, how much or on what scale can be.
    """
    if item.status is FitStatus.MET:
        return False
    hold = _hold(item, held)
    if _is_paper(item) and item.evidence:
        return gap is not None and gap.kind in _LESS
    if hold is Hold.SHOWN:
        if gap and gap.kind is GapKind.STALE:
            return not held.is_recent(_said_of(item))
        return gap is not None and gap.kind in _LESS
    return hold is Hold.NONE or bool(item.evidence)


def _is_paper(item: FitItem) -> bool:
    asks = item.requirement
    return asks.kind in _PAPERS or kind_of(asks, asks.span.quote) is LineKind.QUALIFICATION


def _softness(item: FitItem, job: JobAnalysis) -> int:
    """0 for a paper, 1 for work that was done, 2 for a skill of its own, 3 for what is asked of
    anybody, 4 for what is a duty as well.
    """
    asks = item.requirement
    if any(_overlaps(asks.span, duty.span) for duty in job.duties):
        return 4
    kind = kind_of(asks, asks.span.quote)
    if kind is LineKind.QUALIFICATION or asks.kind in _PAPERS:
        return 0
    if kind in {LineKind.QUALITY, None} or _OF_ANYBODY.search(asks.span.quote):
        return 3
    is_work = asks.kind is RequirementKind.EXPERIENCE or _EXPERIENCE.search(asks.span.quote)
    return 1 if is_work else 2


def kind_of(asks: Requirement, said: str) -> LineKind | None:
    """What `said` of a requirement is: a deed or a name that was read as a way to be is none."""
    is_read_so = asks.kind is RequirementKind.BEHAVIOUR and not asks.competencies
    is_other = is_read_so and (_DEED.search(said) or _NAME.fullmatch(said))
    return kind_asked(said, None if is_other else asks.kind)


def _stressed(item: FitItem, spoken: frozenset[str]) -> int:
    """How many of its own words the title or the duties have as well, up to two."""
    return min(_MOST_STRESSED, len(telling(item.requirement.span.quote).own & spoken))


def _overlaps(one: Span, other: Span | None) -> bool:
    return other is not None and one.start < other.end and other.start < one.end


def is_askable(item: FitItem) -> bool:
    """Whether there is something to tell of it. A paper that is not met is asked about even where
    it opens a gate, and no other gate is: it is settled by a yes or a no.
    """
    asks = item.requirement
    if _lists()["settled"].search(asks.span.quote):
        return False
    if asks.kind is RequirementKind.CERTIFICATION:
        return item.status is not FitStatus.MET
    if asks.is_gate and asks.kind is RequirementKind.EDUCATION:
        is_of_school = _lists()["school"].search(asks.span.quote)
        return not (item.status is FitStatus.MET or item.evidence or is_of_school)
    return asks.kind in _ASKABLE and not asks.is_gate


def is_shown_as_gate(item: FitItem, gates: Sequence[FitItem]) -> bool:
    """Whether it asks, beside years, for no more than a paper of which its line made a gate, and
    which is held.
    """
    span = item.requirement.span
    held = any(one.status is FitStatus.MET and one.requirement.span == span for one in gates)
    return held and kind_asked(_said_of(item), None) is LineKind.QUALIFICATION


def weight_of(item: FitItem) -> int:
    """A gate has none in the score, and whoever lacks it is asked about that first."""
    is_needed = item.requirement.is_gate and item.requirement.strength is Strength.MUST
    return MUST_WEIGHT if is_needed else item.weight


def gap_reason(item: FitItem, gaps: Mapping[Slug, Gap], held: Holding) -> str:
    """What the fit report says of it, by its status and the kind of its gap. Where it went by the
    words alone and some of them are nowhere, that is a part of what is asked, and not all of it
    without proof.
    """
    if item.status is FitStatus.UNKNOWN and item.evidence:
        return GapKind.UNPROVEN.value  # It is listed, and no role shows it.
    if item.status is not FitStatus.PARTIAL:
        return _OPEN[item.status]
    gap = gaps.get(item.requirement.id)
    kind = gap.kind if gap and gap.kind in _PARTLY else None
    if kind is GapKind.UNPROVEN and _is_by_words(item) and _hold(item, held) is Hold.NONE:
        return "partial"
    return kind.value if kind else "partial"


def _is_by_words(item: FitItem) -> bool:
    """Whether its evidence was found by words, and not by the names of a skill."""
    asks = item.requirement
    return bool(item.evidence) and not (asks.any_of or asks.all_of)


def _hold(item: FitItem, held: Holding) -> Hold:
    return held.of(_said_of(item), is_paper=_is_paper(item))


def _said_of(item: FitItem) -> str:
    asked = demand_in(item.requirement.span)
    return (subject_in(asked) or asked).quote


def _impact(gap: Gap | None) -> float:
    return gap.impact if gap else 0.0


@cache
def _lists() -> dict[str, re.Pattern[str]]:
    return word_lists(Path(__file__).with_suffix(".toml"))
