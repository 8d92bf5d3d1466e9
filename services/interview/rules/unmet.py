"""What of a job is not met: which of it can be asked about, in what order, and why."""

from collections.abc import Mapping, Sequence

from contracts.analysis import FitItem, FitStatus, Gap, GapKind, RequirementKind, Strength
from contracts.message import Slug

MUST_WEIGHT = 3
"""That of a must in the score of a fit."""

_ASKABLE = {RequirementKind.SKILL, RequirementKind.EXPERIENCE, RequirementKind.BEHAVIOUR}
_OPEN = {FitStatus.MISSING: "missing", FitStatus.UNKNOWN: "unknown"}
_PARTLY = {GapKind.UNPROVEN, GapKind.STALE, GapKind.LEVEL, GapKind.SCOPE}
GAPS = (*_OPEN.values(), "partial", *(kind.value for kind in GapKind if kind in _PARTLY))
"""The reasons of questions about what is not wholly shown."""


def unmet_among(items: Sequence[FitItem], gaps: Mapping[Slug, Gap]) -> list[FitItem]:
    """Those not wholly met, what counts most and is shown least first."""
    return sorted(
        (item for item in items if item.status is not FitStatus.MET),
        key=lambda item: (-_weight(item), item.tier, -_impact(gaps.get(item.requirement.id))),
    )


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
    if item.status is not FitStatus.PARTIAL:
        return _OPEN[item.status]
    gap = gaps.get(item.requirement.id)
    return gap.kind.value if gap and gap.kind in _PARTLY else "partial"


def _impact(gap: Gap | None) -> float:
    return gap.impact if gap else 0.0
