"""What was found of one requirement, and how sure that leaves its tier."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contracts.analysis import Closing, GapKind
from contracts.evidence import Span
from services.documents.rules.fit.shown import MAX_EVIDENCE


@dataclass(frozen=True)
class Finding:
    """`tier` is what the résumé shows, `high` what it could be once `ask` is answered.

    `is_known` is False where the résumé cannot tell: then there is no tier to count. `lacks` are
    the gaps of its parts, where several things are asked for together. `close_by` are the ways to
    close it, where they are not those of its kind. `parts` are the tiers of things asked together.
    """

    tier: int
    reason: str
    evidence: tuple[Span, ...] = ()
    gap: GapKind | None = None
    high: int = 0
    ask: str = ""
    is_known: bool = True
    lacks: tuple[GapKind, ...] = ()
    close_by: tuple[Closing, ...] = ()
    parts: tuple[int, ...] = ()

    @property
    def most(self) -> int:
        return max(self.tier, self.high)


_ASK_WHERE = "Where in your work have you shown this? One line with what came of it is enough."


def unknown(reason: str, ask: str = _ASK_WHERE, evidence: tuple[Span, ...] = ()) -> Finding:
    return Finding(0, reason, evidence, gap=GapKind.UNPROVEN, high=3, ask=ask, is_known=False)


def enough(what: str, shown: float | None, asked: float, evidence: tuple[Span, ...]) -> Finding:
    """Tier 3 for the years that were asked, 2 for fewer: a twelfth is forgiven for rounding."""
    if not shown:
        reason = f"{what}: the {asked:g} years asked cannot be read from dates."
        ask = f"From when to when did you do this? {asked:g} years are asked."
        return Finding(2 if evidence else 0, reason, evidence, GapKind.UNPROVEN, high=3, ask=ask)
    if shown + 1 / 12 >= asked:
        return Finding(3, f"{what}: {shown:.1f} years, {asked:g} asked.", evidence)
    reason = f"{what}: {shown:.1f} of the {asked:g} years asked."
    return Finding(2 if shown * 2 >= asked else 1, reason, evidence, GapKind.LEVEL)


def together(found: Sequence[Finding]) -> Finding:
    """Several things asked for together: their mean, halves up.

    What is partly shown is not missing: the weakest part says what kind of gap it is, unless that
    part is not named and another is. `ask` is of every part that could rise.
    """
    tier = _mean([f.tier for f in found])
    weakest = min(found, key=lambda f: f.tier)
    is_partly_shown = tier > 0 and weakest.gap is GapKind.MISSING
    return Finding(
        tier=tier,
        high=_mean([f.most for f in found]),
        reason=" ".join(f.reason for f in found),
        evidence=some(span for f in found for span in f.evidence[:1]),
        gap=GapKind.UNPROVEN if is_partly_shown else weakest.gap,
        ask=" ".join(dict.fromkeys(f.ask for f in found if f.most > f.tier)),
        lacks=tuple(f.gap for f in found if f.gap),
        parts=tuple(f.tier for f in found),
    )


def _mean(tiers: list[int]) -> int:
    return int(sum(tiers) / len(tiers) + 0.5)


def some(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))[:MAX_EVIDENCE]
