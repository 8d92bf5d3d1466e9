"""What a document that was verified turns out to be, and the exit code that says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum


class Verdict(IntEnum):
    """By its exit code; 2 is for a file that cannot be read."""

    VALID = 0
    NOT_VALID = 1
    PARTLY_CHECKED = 3


@dataclass(frozen=True)
class Finding:
    """`lines` say what was found, the verdict first."""

    verdict: Verdict
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def not_valid(faults: Sequence[str]) -> Finding:
    """Each fault once."""
    return Finding(
        Verdict.NOT_VALID, ("NOT VALID", *(f"  {fault}" for fault in dict.fromkeys(faults)))
    )
