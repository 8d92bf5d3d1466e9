"""What one process remembers of the replay of privacy's log: how far it is, and what failed.

In memory alone: a process that starts walks the log from the first order that its owner has not
obeyed, and so does every process once an hour and as soon as tombstones are missing, as after a
backup was put back. So nothing is passed over for good.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from chassis.config import Settings
from contracts.privacy import ErasureRequested

WALK_AGAIN = timedelta(hours=1)
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=15)
_MOST_DOUBLINGS = 5  # the longest wait is reached


@dataclass
class Failed:
    """An order that could not be obeyed, and when it is tried again."""

    order: ErasureRequested
    due_at: datetime
    tries: int = 1


@dataclass
class Replay:
    """Up to `reached` each order has been obeyed or stands in `failed`; `newest` was obeyed."""

    reached: int = 0
    newest: int = 0
    failed: dict[int, Failed] = field(default_factory=dict)
    _walked_at: datetime | None = None

    def start(self, newest: int, at: datetime) -> int:
        """The place to walk on from; 0 when it is time to look at all of it.

        `newest` is the last that is obeyed up to `reached`, as the tombstones say today.
        """
        is_old = self._walked_at is None or at - self._walked_at >= WALK_AGAIN
        if is_old or newest < self.newest:
            self._walked_at, self.reached, self.newest = at, 0, 0
        return self.reached

    def note(self, order: ErasureRequested, at: datetime) -> bool:
        """It failed: to be tried again, later each time. Returns whether it is the first time."""
        before = self.failed.get(order.log_seq)
        tries = before.tries + 1 if before else 1
        wait = min(FIRST_WAIT * 2 ** min(tries - 1, _MOST_DOUBLINGS), LONGEST_WAIT)
        self.failed[order.log_seq] = Failed(order, at + wait, tries)
        return before is None

    def forget(self, order: ErasureRequested) -> None:
        """It is obeyed."""
        self.failed.pop(order.log_seq, None)

    def due(self, at: datetime) -> list[ErasureRequested]:
        """Those whose time has come again, oldest first."""
        return [one.order for _, one in sorted(self.failed.items()) if one.due_at <= at]

    def fresh(self, orders: Iterable[ErasureRequested]) -> list[ErasureRequested]:
        """Those that did not fail yet: the others have their own time."""
        return [order for order in orders if order.log_seq not in self.failed]


def replay(_settings: Settings) -> Replay:
    """Builder: nothing remembered."""
    return Replay()
