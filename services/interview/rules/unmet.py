"""What of a job is not met: which of it can be asked about, in what order, and why."""

import re
from collections.abc import Mapping, Sequence

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
from services.interview.rules.lines import LineKind, kind_asked

MUST_WEIGHT = 3
"""That of a must in the score of a fit."""

_ASKABLE = {RequirementKind.SKILL, RequirementKind.EXPERIENCE, RequirementKind.BEHAVIOUR}
_OPEN = {FitStatus.MISSING: "missing", FitStatus.UNKNOWN: "unknown"}
_PARTLY = {GapKind.UNPROVEN, GapKind.STALE, GapKind.LEVEL, GapKind.SCOPE}
_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 6
_OF_ALL = re.compile(
    r"(?:experi|knowle|abilit|skill|strong|excell|previo|workin|unders|years|least|minim|requir|prefer"
    r"|essent|simila|relate|proven|level|other|within|includ|releva|should|would|please|using|their"
    r"|about|teams|provid|ensure)\w*"
)
"""What any line of any job has."""

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

GAPS = (*_OPEN.values(), "partial", *(kind.value for kind in GapKind if kind in _PARTLY))
"""The reasons of questions about what is not wholly shown."""


def unmet_among(
    items: Sequence[FitItem], gaps: Mapping[Slug, Gap], job: JobAnalysis
) -> list[FitItem]:
    """Those not wholly met, what counts most and is shown least first: a paper, a skill or a kind
    of work before what anybody says of themselves, and what the job speaks of more than once. The
    title is one only where nothing else is: nobody can tell of one that they never bore.
    """
    title = job.title.span if job.title else None
    open_ = [item for item in items if item.status is not FitStatus.MET]
    asked = [item for item in open_ if not _overlaps(item.requirement.span, title)] or open_
    spoken = "\n".join([*(duty.span.quote for duty in job.duties), title.quote if title else ""])
    return sorted(
        asked,
        key=lambda item: (
            -_weight(item),
            _softness(item, job),
            item.tier,
            -_stressed(item, spoken.lower()),
            -_impact(gaps.get(item.requirement.id)),
        ),
    )


def _softness(item: FitItem, job: JobAnalysis) -> int:
    """0 for a paper, 1 for work that was done, 2 for a skill of its own, 3 for what is asked of
    anybody, 4 for what is a duty as well.
    """
    asks = item.requirement
    if any(_overlaps(asks.span, duty.span) for duty in job.duties):
        return 4
    kind = kind_of(asks, asks.span.quote)
    if kind is LineKind.QUALIFICATION or asks.kind is RequirementKind.CERTIFICATION:
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


def _stressed(item: FitItem, spoken: str) -> int:
    """How many of its own words the title or the duties have as well, up to two."""
    words = {one[:_STEM].lower() for one in _WORD.findall(item.requirement.span.quote)}
    return min(2, sum(word in spoken for word in words if not _OF_ALL.match(word)))


def _overlaps(one: Span, other: Span | None) -> bool:
    return other is not None and one.start < other.end and other.start < one.end


def is_askable(item: FitItem) -> bool:
    """A paper that is not met is asked about even where it opens a gate, and no other gate is."""
    asks = item.requirement
    if asks.kind is RequirementKind.CERTIFICATION:
        return item.status is not FitStatus.MET
    return asks.kind in _ASKABLE and not asks.is_gate


def _weight(item: FitItem) -> int:
    """A gate has none in the score, and whoever lacks it is asked about that first."""
    is_needed = item.requirement.is_gate and item.requirement.strength is Strength.MUST
    return MUST_WEIGHT if is_needed else item.weight


def gap_reason(item: FitItem, gaps: Mapping[Slug, Gap]) -> str:
    """What the fit report says of it, by its status and the kind of its gap, and nothing else."""
    if item.status is FitStatus.UNKNOWN and item.evidence:
        return GapKind.UNPROVEN.value  # It is listed, and no role shows it.
    if item.status is not FitStatus.PARTIAL:
        return _OPEN[item.status]
    gap = gaps.get(item.requirement.id)
    return gap.kind.value if gap and gap.kind in _PARTLY else "partial"


def _impact(gap: Gap | None) -> float:
    return gap.impact if gap else 0.0
