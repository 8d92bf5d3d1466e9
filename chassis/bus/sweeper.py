"""Forgets what is kept for a while only: said events, ended jobs, all that the mapping says.

Every ten minutes, and what is gone through person by person every night.
"""

import threading
from datetime import timedelta

from chassis import leases, orphans, retention
from chassis.bus import wiring
from chassis.bus.inject import Parts
from chassis.clock import clock
from chassis.db import database
from chassis.errors import Unavailable
from chassis.keys import keyring
from chassis.log import logger

log = logger(__name__)

_EVERY_S = 600.0
_NIGHTLY = timedelta(days=1)


class Sweeper:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._stopping = threading.Event()
        self._night = parts.of(clock).now()

    def run(self) -> None:
        """Until told to stop."""
        while not self._stopping.wait(_EVERY_S):
            try:
                self.sweep()
                self.sweep_nightly()
            except Unavailable:
                log.warning("sweep_unavailable")

    def sweep(self) -> int:
        """Forget what is old enough. Returns how many rows went. Safe to repeat."""
        parts = self._parts
        db = parts.of(database)
        with db.transaction() as tx:
            said = parts.within(wiring.outbox).prune(tx)
            done = leases.prune(tx, parts.service.tables.job)
        return said + done + retention.enforce(db, parts.service.metadata, parts.of(clock).now())

    def sweep_nightly(self) -> None:
        """What takes longer, if it is a day since the last time; at first soon after the start."""
        at = self._parts.of(clock).now()
        if at < self._night:
            return
        db, service = self._parts.of(database), self._parts.service
        gone = retention.enforce_for_each(db, service.metadata, service.tables, at)
        lost = orphans.judge(db, self._parts.of(keyring), service.metadata)
        log.info("swept_nightly", tables={"rows": gone, "keys": lost})
        self._night = at + _NIGHTLY

    def stop(self) -> None:
        self._stopping.set()
