"""Works off the job rows of one owner: woken after a commit, looking by itself every second."""

import threading
from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.orm import Session

from chassis import jobs as rows
from chassis.bus.call import JobRef
from chassis.db import Database
from chassis.errors import Unavailable
from chassis.jobs import MOST_CRASHES, Job, JobState, heard
from chassis.log import logger

log = logger(__name__)

_LOOK_S = 1.0
_RENEW_S = 2.0
_EVENTS_AT_ONCE = 4


class Crashed(Exception):
    """A job whose workers died again and again."""


class Lane:
    """Kinds of job that share `slots`, and what of them is under way."""

    def __init__(self, slots: int) -> None:
        self.slots = slots
        self.workers: dict[str, Any] = {}
        self.held: dict[UUID, Job] = {}

    @property
    def free(self) -> int:
        return self.slots - len(self.held) if self.workers else 0


class Runner:
    """At most `slots` tasks at a time, so that calls always find a worker.

    What was heard has slots of its own: an order to erase does not wait behind long work.
    """

    def __init__(self, db: Database, table: Table, wake: threading.Event, slots: int) -> None:
        self._db = db
        self._table = table
        self._wake = wake
        self._tasks = Lane(slots)
        self._events = Lane(_EVENTS_AT_ONCE)
        self._stopping = threading.Event()

    def works(self, kind: str, entrypoint: Any) -> None:
        lane = self._lane(kind)
        if kind in lane.workers:
            raise TypeError(f"two methods work off {kind}")
        lane.workers[kind] = entrypoint

    def run(self) -> None:
        """Until told to stop."""
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                more = any(self._start_due(lane) for lane in (self._events, self._tasks))
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
        self._lane(job.kind).held.pop(job.id, None)
        self._wake.set()
        self._tell(job, fate, error)

    def _lane(self, kind: str) -> Lane:
        return self._events if kind.startswith(heard("")) else self._tasks

    def _start_due(self, lane: Lane) -> bool:
        """Start what is due; whether there may be more."""
        free = lane.free
        if free <= 0:
            return False
        with self._db.transaction() as tx:
            due = rows.claim(tx, self._table, lane.workers.keys(), free, held=lane.held.keys())
        for job in due:
            lane.held[job.id] = job
            if job.crashes >= MOST_CRASHES:
                self.settle(job, Crashed())
            else:
                worker = lane.workers[job.kind]
                worker.container.spawn_worker(worker, (job,), {}, context_data={})
        return len(due) == free

    def _quietly(self, change: Callable[[Session, Table, list[JobRef]], None]) -> None:
        held = [job.ref for lane in (self._events, self._tasks) for job in lane.held.values()]
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
