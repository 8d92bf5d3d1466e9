"""The same questions asked again: what the later levels say of a change, by the sign test.

Levels are whole numbers from a rubric, so only their order counts: as many pairs up as down would
be expected of chance (Dixon and Mood, 1946, doi:10.1080/01621459.1946.10501898). Equal pairs say
nothing either way and are left out of the test.
"""

from collections.abc import Iterator, Sequence
from math import comb

from contracts.evidence import Competency, Level
from contracts.feedback import FeedbackReport
from contracts.interview import TurnKind
from contracts.message import Slug
from contracts.progress import Again

BY_CHANCE = 0.05
"""How likely, at the most, a difference is by chance alone that is called one."""

FEWEST_MOVED = 6
"""With fewer pairs that differ, not even all in one direction would be called a difference."""

_Pair = tuple[str, Competency]
"""The words of a question, and a competency that it asks for."""


def questions_of(report: FeedbackReport) -> dict[str, Slug]:
    """The ids of its questions by the words in which they were asked: the same question about
    another line is another one.
    """
    turns = report.transcript.turns
    return {turn.text: turn.question_id or "" for turn in turns if turn.kind is TurnKind.QUESTION}


def asked_again(reports: Sequence[FeedbackReport]) -> Again | None:
    """The first level of each question beside its last; `reports` are of one kind, oldest first.

    None where no question has two levels.
    """
    first: dict[_Pair, Level] = {}
    last: dict[_Pair, Level] = {}
    for report in reports:
        for asked, level in _levels(report):
            if asked in first:
                last[asked] = level
            first.setdefault(asked, level)
    if not last:
        return None
    higher = sum(level > first[asked] for asked, level in last.items())
    lower = sum(level < first[asked] for asked, level in last.items())
    return Again(
        questions=len({text for text, _ in last}),
        higher=higher,
        same=len(last) - higher - lower,
        lower=lower,
        says=_says(higher, lower),
    )


def _levels(report: FeedbackReport) -> Iterator[tuple[_Pair, Level]]:
    asked = questions_of(report)
    for cell in report.scorecard.cells:
        for text, question_id in asked.items():
            if cell.question_id == question_id and cell.level.value is not None:
                yield (text, cell.competency), cell.level.value


def _says(higher: int, lower: int) -> Slug:
    moved = higher + lower
    if moved < FEWEST_MOVED:
        return "too-few"
    tail = sum(comb(moved, k) for k in range(min(higher, lower) + 1)) / 2**moved
    if min(1.0, 2 * tail) > BY_CHANCE:
        return "within-noise"
    return "up" if higher > lower else "down"
