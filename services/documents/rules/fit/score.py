"""The arithmetic of a fit, in one place.

    score = Σ weight · tier / 3  ÷  Σ weight

over the requirements that the résumé says anything about: a must weighs 3, a nice-to-have 1, a
bonus 0. What is unknown is no number: it opens the interval, from none of it shown to all.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from contracts.analysis import FitScore, Requirement, Strength
from services.documents.rules.fit.finding import Finding

FORMULA = "fit-1.0"
WEIGHTS = {Strength.MUST: 3, Strength.NICE: 1, Strength.BONUS: 0}

FEWEST_KNOWN = 2
"""One requirement alone is no measure of a fit."""


@dataclass(frozen=True)
class Judged:
    requirement: Requirement
    finding: Finding

    @property
    def weight(self) -> int:
        return WEIGHTS[self.requirement.strength]


def score_of(judged: Sequence[Judged]) -> FitScore | None:
    """The score with its interval; None where too little of what was asked can be told."""
    value = value_of(judged)
    if value is None or sum(j.finding.is_known for j in judged) < FEWEST_KNOWN:
        return None
    weights = sum(j.weight for j in judged)
    least = sum(j.weight * j.finding.tier for j in judged if j.finding.is_known)
    most = sum(j.weight * j.finding.most for j in judged)
    return FitScore(
        value=value,
        low=min(value, _unit(least, weights)),
        high=max(value, _unit(most, weights)),
        formula=FORMULA,
    )


def value_of(judged: Sequence[Judged]) -> float | None:
    points, weights = _known(judged)
    return _unit(points, weights) if weights else None


def gain_in(judged: Sequence[Judged]) -> Callable[[Judged, int], float]:
    """By how much the score would rise if one of `judged` reached a tier; never below 0."""
    points, weights = _known(judged)
    now = value_of(judged) or 0.0

    def gain(one: Judged, tier: int) -> float:
        had, counted = _known([one])
        whole = weights - counted + one.weight
        then = _unit(points - had + one.weight * tier, whole) if whole else 0.0
        return max(0.0, round(then - now, 4))

    return gain


def _known(judged: Iterable[Judged]) -> tuple[int, int]:
    """Points, three of which are all that a weight of one can bring, and weights."""
    known = [j for j in judged if j.finding.is_known]
    return sum(j.weight * j.finding.tier for j in known), sum(j.weight for j in known)


def _unit(points: int, weights: int) -> float:
    return round(points / (3 * weights), 4)
