"""The time, injected, so that a test can say what it is."""

from datetime import UTC, datetime, timedelta

from chassis.config import Settings


class Clock:
    """Aware UTC, to the microsecond, as PostgreSQL keeps it."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class ShiftedClock(Clock):
    """A clock that runs ahead of the true one by `ahead`; for drills and tests."""

    def __init__(self, ahead: timedelta = timedelta(0)) -> None:
        self.ahead = ahead

    def now(self) -> datetime:
        return super().now() + self.ahead


def clock(_settings: Settings) -> Clock:
    """Builder: the true time."""
    return Clock()
