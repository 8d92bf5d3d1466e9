"""How much time of a live session is left, by what was said when. Pure.

A question has its planned seconds, the session its planned minutes, both times the pace that was
chosen. The clock stands still from a pause, or a word of care, until something is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from contracts.interview import InterviewPlan, Turn, TurnKind
from contracts.message import TurnId
from contracts.room import GRACE_S, Pace, Timing

GRACE = timedelta(seconds=GRACE_S)

STANDING = frozenset({TurnKind.PAUSE, TurnKind.CARE})

ASKING = frozenset({TurnKind.QUESTION, TurnKind.PROBE, TurnKind.RETRY, TurnKind.BETWEEN})
"""What is open until the next of them, until its time is up, or to the end."""

_ENDING = ASKING | {TurnKind.TIME_UP, TurnKind.CLOSING}


@dataclass(frozen=True)
class Left:
    """What is left for the open question and for the whole; below zero once it is over."""

    question: timedelta
    whole: timedelta
    is_paused: bool

    @property
    def nearest(self) -> timedelta:
        return min(self.question, self.whole)

    @property
    def is_over(self) -> bool:
        """Whether the grace has passed, too."""
        return self.nearest < -GRACE

    @property
    def is_whole_up(self) -> bool:
        """Whether nothing more is asked, in the grace as after it."""
        return self.whole <= timedelta(0)

    def told(self) -> Timing:
        return Timing(
            question_s=_seconds(self.question),
            whole_s=_seconds(self.whole),
            grace_s=_seconds(min(GRACE, self.nearest + GRACE)),
            is_paused=self.is_paused,
        )


def left(plan: InterviewPlan, pace: Pace, turns: Sequence[Turn], at: datetime) -> Left | None:
    """None before a question was asked."""
    asked = [place for place, turn in enumerate(turns) if turn.kind is TurnKind.QUESTION]
    if not asked:
        return None
    question = next(q for q in plan.questions if q.id == turns[asked[-1]].question_id)
    return Left(
        question=timedelta(seconds=question.seconds * pace) - _spent(turns[asked[-1] :], at),
        whole=timedelta(minutes=plan.minutes * pace) - _spent(turns[asked[0] :], at),
        is_paused=turns[-1].kind in STANDING,
    )


def is_closed_by_time(turns: Sequence[Turn], asked: TurnId) -> bool:
    """Whether that turn was open until its time was up."""
    place = next((at for at, turn in enumerate(turns) if turn.turn_id == asked), None)
    if place is None or turns[place].kind not in ASKING:
        return False
    ends = (turn.kind for turn in turns[place + 1 :] if turn.kind in _ENDING)
    return next(ends, None) is TurnKind.TIME_UP


def _spent(turns: Sequence[Turn], at: datetime) -> timedelta:
    """The time over all of `turns` and until `at`, without what the clock stood still for."""
    ends = [*(turn.said_at for turn in turns[1:]), at]
    runs = (
        max(end - turn.said_at, timedelta(0))
        for turn, end in zip(turns, ends, strict=True)
        if turn.kind not in STANDING
    )
    return sum(runs, timedelta(0))


def _seconds(time: timedelta) -> int:
    return max(0, round(time.total_seconds()))
