"""How far two raters agree on an ordered scale.

Quadratic weighted kappa after J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968): one
less the disagreement that was seen, over that of two raters who give the same levels at random.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Pair = tuple[int, int]
"""The true level and the rater's; 0 stands for no level."""


@dataclass(frozen=True)
class Agreement:
    count: int
    kappa: float
    exact: float
    within_one: float


def agreement(pairs: Sequence[Pair]) -> Agreement:
    """Of at least one pair. `kappa` is 0 where chance explains all."""
    count = len(pairs)
    return Agreement(
        count=count,
        kappa=kappa(pairs),
        exact=sum(true == given for true, given in pairs) / count,
        within_one=sum(abs(true - given) <= 1 for true, given in pairs) / count,
    )


def kappa(pairs: Sequence[Pair]) -> float:
    seen = sum((true - given) ** 2 for true, given in pairs) / len(pairs)
    chance = sum((true - given) ** 2 for true, _ in pairs for _, given in pairs) / len(pairs) ** 2
    if chance:
        return 1 - seen / chance
    return 0.0 if seen else 1.0
