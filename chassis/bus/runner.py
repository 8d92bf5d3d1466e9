"""Works off the job rows of one owner: woken after a commit, looking by itself every second."""

import threading
from typing import Any

from sqlalchemy import Table

from chassis import jobs as rows
from chassis.db import Database
from chassis.errors import Unavailable
from chassis.jobs import MOST_CRASHES, Job, JobState
from chassis.log import logger

log = logger(__name__)

_LOOK_S = 1.0
_RENEW_S = 2.0


class Crashed(Exception):
    """A job whose workers died again and again."""


class Runner:
    """At most `slots` jobs at a time, so that calls always find a worker."""

    def __init__(self, db: Database, table: Table, wake: threading.Event, slots: int) -> None:
        self._db = db
        self._table = table
        self._wake = wake
        self._slots = slots
        self._workers: dict[str, Any] = {}
        self._held: dict[object, Job] = {}
        self._stopping = threading.Event()

    def works(self, kind: str, entrypoint: Any) -> None:
        if kind in self._workers:
            raise TypeError(f"two methods work off {kind}")
        self._workers[kind] = entrypoint

    def run(self) -> None:
        """Until told to stop."""
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                more = self._start_due()
            except Unavailable:
                more = False
            if not more:
                self._wake.wait(_LOOK_S)

    def keep_leases(self) -> None:
        """Beside `run`: what is under way stays ours."""
        while not self._stopping.wait(_RENEW_S):
            self._quietly(rows.renew)

    def stop(self) -> None:
        self._stopping.set()
        self._wake.set()

    def release(self) -> None:
        """Give up what is still under way, so that others can begin it at once."""
        self._quietly(rows.release)

    def settle(self, job: Job, error: Exception | None) -> None:
        """Write down how it went; while the database is away, keep trying."""
        while True:
            try:
                with self._db.transaction() as tx:
                    fate = rows.settle(tx, self._table, job, error)
                break
            except Unavailable:
                if self._stopping.wait(_LOOK_S):
                    return  # the lease ends by itself
        self._held.pop(job.id, None)
        self._wake.set()
        self._tell(job, fate, error)

    def _start_due(self) -> bool:
        """Start what is due; whether there may be more."""
        free = self._slots - len(self._held)
        if free <= 0 or not self._workers:
            return False
        with self._db.transaction() as tx:
            due = rows.claim(tx, self._table, self._workers.keys(), free, held=self._held.keys())
        for job in due:
            self._held[job.id] = job
            if job.crashes >= MOST_CRASHES:
                self.settle(job, Crashed())
            else:
                worker = self._workers[job.kind]
                worker.container.spawn_worker(worker, (job,), {}, context_data={})
        return len(due) == free

    def _quietly(self, change: Any) -> None:
        held = [job.ref for job in self._held.values()]
        if not held:
            return
        try:
            with self._db.transaction() as tx:
                change(tx, self._table, held)
        except Unavailable:
            log.warning("leases_unavailable", count=len(held))

    def _tell(self, job: Job, fate: JobState, error: Exception | None) -> None:
        if fate is JobState.PARKED:
            log.error("job_parked", kind=job.kind, job_id=job.id, tries=job.tries, exc_info=error)
        elif error is not None:
            code = getattr(error, "code", None)
            log.info("job_unfinished", kind=job.kind, job_id=job.id, state=fate, code=code)
