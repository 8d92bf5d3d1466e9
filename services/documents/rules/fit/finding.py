"""What was found of one requirement, and how sure that leaves its tier."""

from dataclasses import dataclass

from contracts.analysis import GapKind
from contracts.evidence import Span


@dataclass(frozen=True)
class Finding:
    """`tier` is what the résumé shows, `high` what it could be once `ask` is answered.

    `is_known` is False where the résumé cannot tell: then there is no tier to count. `lacks` are
    the gaps of its parts, where several things are asked for together.
    """

    tier: int
    reason: str
    evidence: tuple[Span, ...] = ()
    gap: GapKind | None = None
    high: int = 0
    ask: str = ""
    is_known: bool = True
    lacks: tuple[GapKind, ...] = ()

    @property
    def most(self) -> int:
        return max(self.tier, self.high)


_ASK_WHERE = "Where in your work have you shown this? One line with what came of it is enough."


def unknown(reason: str, ask: str = _ASK_WHERE, evidence: tuple[Span, ...] = ()) -> Finding:
    return Finding(0, reason, evidence, gap=GapKind.UNPROVEN, high=3, ask=ask, is_known=False)
