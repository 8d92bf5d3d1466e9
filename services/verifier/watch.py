"""The verifier's work: ask privacy what is to be counted, count it, say so; for ever.

It is woken by PostgreSQL's NOTIFY as soon as the last owner has answered, and asks by itself
every few seconds besides: a lost notification costs seconds, never a count.
"""

import select
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import psycopg2
from psycopg2.extensions import ISOLATION_LEVEL_AUTOCOMMIT, connection
from pydantic import SecretStr

from chassis.clock import Clock
from chassis.errors import Unavailable
from chassis.log import logger
from contracts.privacy import Privacy
from contracts.proof import Check, Counted, FindChecks, RecordCounts
from services.verifier.counter import Counter

log = logger(__name__)

CHANNEL = "mira_checks"
ASK_EVERY_S = 5.0
PAUSE_S = 1.0


class Bell:
    """Rings when privacy owes a count. Away, it is silent, and waiting merely takes its time."""

    def __init__(self, url: SecretStr) -> None:
        self._dsn = url.get_secret_value().replace("postgresql+psycopg2://", "postgresql://", 1)
        self._line: connection | None = None

    def wait(self, seconds: float) -> None:
        """Return when it rings, or after `seconds`."""
        try:
            line = self._line = self._line or self._listening()
            if select.select([line], [], [], seconds)[0]:
                line.poll()
                line.notifies.clear()
        except (psycopg2.Error, OSError):
            self._line = None
            time.sleep(min(seconds, PAUSE_S))

    def _listening(self) -> connection:
        line = psycopg2.connect(self._dsn, connect_timeout=2)
        line.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
        with line.cursor() as cursor:
            cursor.execute(f"LISTEN {CHANNEL}")
        return line


@dataclass
class Watch:
    """Whoever runs it says when to stop; `heard` is called whenever it worked."""

    privacy: Privacy
    counter: Counter
    clock: Clock
    heard: Callable[[], None] = lambda: None

    def run(self, wait: Callable[[float], None], is_stopping: Callable[[], bool]) -> None:
        """No error ends it: the next count is owed all the same."""
        while not is_stopping():
            if pause_s := self._turn():
                wait(pause_s)

    def _turn(self) -> float:
        """Work once; how long to wait now."""
        try:
            return 0 if self.work() else ASK_EVERY_S
        except Unavailable:
            log.warning("away")
            return PAUSE_S
        except Exception:
            log.exception("watch_failed")
            return ASK_EVERY_S

    def work(self) -> bool:
        """Count everything that is owed now; whether there may be more. Raises Unavailable."""
        query = FindChecks()
        checks = self.privacy.find_checks(query).checks
        recorded = self._settle(checks)
        if recorded or not checks:
            self.heard()
        return bool(recorded) and len(checks) == query.limit

    def _settle(self, checks: Sequence[Check]) -> int:
        """Count them together, or else one by one; how many privacy has recorded."""
        if not checks:
            return 0
        if len(checks) > 1:
            try:
                return self._count(checks)
            except Exception as error:  # noqa: BLE001 - whatever it was, most of them may be well
                self._demand_reach(error)
                log.warning("batch_failed", count=len(checks))
        return sum(self._alone(check) for check in checks)

    def _alone(self, check: Check) -> int:
        """One that fails by itself is put off, so that it never holds up the others.

        Raises Unavailable where the database, or privacy, is away altogether.
        """
        try:
            return self._count([check])
        except Exception as error:
            self._demand_reach(error)
            log.exception("count_failed", case_id=check.case_id, stage=check.round)
            failed = self.counter.failed(check, self.clock.now())
            self.privacy.record_counts(RecordCounts(failed=(failed,)))
            return 0

    def _demand_reach(self, error: Exception) -> None:
        """Raise Unavailable unless only these statements were too slow."""
        if isinstance(error, Unavailable):
            self.counter.reach()

    def _count(self, checks: Sequence[Check]) -> int:
        counted = self.counter.count(checks, self.clock.now())
        self.privacy.record_counts(RecordCounts(counts=tuple(counted)))
        for each in counted:
            _tell(each)
        return len(counted)


def _tell(counted: Counted) -> None:
    left = {name: n for name, n in counted.rows.items() if n}
    tell = log.error if left else log.info
    tell("counted", case_id=counted.case_id, stage=counted.round, tables=left)
