"""Decisions about consent."""

from dataclasses import dataclass
from datetime import datetime

from contracts.analytics import ConsentView


@dataclass(frozen=True)
class Choice:
    """What somebody said, and when."""

    is_granted: bool
    changed_at: datetime


def view(choice: Choice | None) -> ConsentView:
    """Silence is a no."""
    if choice is None:
        return ConsentView(is_granted=False, changed_at=None)
    return ConsentView(is_granted=choice.is_granted, changed_at=choice.changed_at)
