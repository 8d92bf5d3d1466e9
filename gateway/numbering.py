"""Interviews for the same job, told apart in a list."""

from collections.abc import Sequence

from contracts.interview import InterviewRow
from contracts.message import InterviewId

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def numbered(rows: Sequence[InterviewRow]) -> dict[InterviewId, str]:
    """Of those that share a title, which one it is by when it was planned; of no others."""
    by_title: dict[str, list[InterviewRow]] = {}
    for row in sorted(rows, key=lambda one: one.planned_at):
        by_title.setdefault(row.title, []).append(row)
    return {
        row.interview_id: f"{_ordinal(number)} interview"
        for alike in by_title.values()
        if len(alike) > 1
        for number, row in enumerate(alike, 1)
    }


def _ordinal(number: int) -> str:
    is_teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if is_teen else _ENDINGS.get(number % 10, 'th')}"
