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
from chassis.db import RefusedStatementError
from chassis.errors import MiraError, Unavailable
from chassis.log import logger
from contracts.privacy import Privacy
from contracts.proof import Check, Counted, FindChecks, RecordCounts
from services.verifier.catalogue import BlindError
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
    """Whoever runs it says when to stop; `heard` is called whenever privacy has answered."""

    privacy: Privacy
    counter: Counter
    clock: Clock
    heard: Callable[[], None] = lambda: None

    def run(self, wait: Callable[[float], None], is_stopping: Callable[[], bool]) -> None:
        while not is_stopping():
            try:
                has_more = self.work()
            except Unavailable:
                log.warning("away")
                wait(PAUSE_S)
                continue
            if not has_more:
                wait(ASK_EVERY_S)

    def work(self) -> bool:
        """Count everything that is owed now; whether it was a full page. Raises Unavailable."""
        query = FindChecks()
        checks = self.privacy.find_checks(query).checks
        self.heard()
        if checks and not self._count(checks) and len(checks) > 1:
            for check in checks:  # one that fails must not hold up the others
                self._count([check])
        return len(checks) == query.limit

    def _count(self, checks: Sequence[Check]) -> bool:
        """Count and tell privacy; whether that worked. What did not stays owed.

        One that fails by itself is alarming. Raises Unavailable.
        """
        try:
            counted = self.counter.count(checks, self.clock.now())
            self.privacy.record_counts(RecordCounts(counts=tuple(counted)))
        except Unavailable:
            raise
        except (BlindError, RefusedStatementError, MiraError):
            if len(checks) == 1:
                log.exception("count_failed", case_id=checks[0].case_id, stage=checks[0].round)
            return False
        for each in counted:
            _tell(each)
        return True


def _tell(counted: Counted) -> None:
    left = {name: n for name, n in counted.rows.items() if n}
    tell = log.error if left else log.info
    tell("counted", case_id=counted.case_id, stage=counted.round, tables=left)
