"""Forgets what the chassis keeps for a while: said events, ended jobs, given answers."""

import threading

from chassis import leases
from chassis.bus import wiring
from chassis.bus.inject import Parts
from chassis.db import database
from chassis.errors import Unavailable
from chassis.log import logger

log = logger(__name__)

_EVERY_S = 600.0


class Sweeper:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._stopping = threading.Event()

    def run(self) -> None:
        """Until told to stop."""
        while not self._stopping.wait(_EVERY_S):
            try:
                self.sweep()
            except Unavailable:
                log.warning("sweep_unavailable")

    def sweep(self) -> int:
        """Forget what is old enough. Returns how many rows went. Safe to repeat."""
        parts = self._parts
        with parts.of(database).transaction() as tx:
            return (
                parts.within(wiring.outbox).prune(tx)
                + parts.within(wiring.answers).prune(tx)
                + leases.prune(tx, parts.service.tables.job)
            )

    def stop(self) -> None:
        self._stopping.set()
