"""Works off the job rows of one owner: woken after a commit, looking by itself every second."""

import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.orm import Session

from chassis import leases
from chassis.bus.call import JobRef
from chassis.db import Database
from chassis.errors import Unavailable
from chassis.jobs import MOST_CRASHES, Job, JobState
from chassis.log import logger

log = logger(__name__)

_LOOK_S = 1.0
_RENEW_S = 2.0
_EVENTS_AT_ONCE = 4

EVENTS, TASKS, OUTSIDE = "events", "tasks", "outside"
"""The lanes: what was heard, the owner's own work, and work that waits for somebody outside."""


class Crashed(Exception):
    """A job whose workers died again and again."""


class Lane:
    """Kinds of job that share `slots` workers, and what of them is under way.

    A method that takes many at once is called once at a time: what comes meanwhile is taken
    together, instead of waiting for the same rows.
    """

    def __init__(self, slots: int) -> None:
        self.workers: dict[str, Any] = {}
        self.held: dict[UUID, Job] = {}
        self._slots = slots
        self._on: list[Any] = []

    @property
    def is_full(self) -> bool:
        return len(self._on) >= self._slots

    def room(self, worker: Any) -> int:
        """How many jobs `worker` could begin at once."""
        if worker.at_once > 1:
            return 0 if self.is_full or worker in self._on else int(worker.at_once)
        return max(0, self._slots - len(self._on))

    def rooms(self) -> Iterator[tuple[list[str], int]]:
        """Kinds of which so many could begin at once; single ones share their room."""
        single = [kind for kind, worker in self.workers.items() if worker.at_once == 1]
        some = [
            [kind for kind, each in self.workers.items() if each is one] for one in self._many()
        ]
        for kinds in [single, *some]:
            if kinds and (room := self.room(self.workers[kinds[0]])):
                yield kinds, room

    def begin(self, jobs: Sequence[Job]) -> None:
        """Their worker takes `jobs`."""
        worker = self.workers[jobs[0].kind]
        self._on.append(worker)
        self.held |= {job.id: job for job in jobs}
        worker.container.spawn_worker(worker, (jobs,), {}, context_data={})

    def end(self, jobs: Sequence[Job]) -> bool:
        """Its worker is free again; whether somebody may have waited for that."""
        worker, was_full = self.workers[jobs[0].kind], self.is_full
        self._on.remove(worker)
        for job in jobs:
            self.held.pop(job.id, None)
        return was_full or worker.at_once > 1

    def _many(self) -> list[Any]:
        return list(dict.fromkeys(each for each in self.workers.values() if each.at_once > 1))


class Runner:
    """At most `slots` tasks at a time, so that calls always find a worker.

    What was heard has slots of its own: an order to erase does not wait behind long work. So has
    what waits for somebody outside: a server that is slow slows down nothing else.
    """

    def __init__(self, db: Database, table: Table, wake: threading.Event, slots: int) -> None:
        self._db = db
        self._table = table
        self._wake = wake
        self._lanes = {
            EVENTS: Lane(_EVENTS_AT_ONCE),
            TASKS: Lane(slots),
            OUTSIDE: Lane(slots),
        }
        self._stopping = threading.Event()

    def works(self, kind: str, entrypoint: Any) -> None:
        if any(kind in lane.workers for lane in self._lanes.values()):
            raise TypeError(f"two methods work off {kind}")
        self._lanes[entrypoint.lane].workers[kind] = entrypoint

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
            self._quietly(leases.renew)

    def stop(self) -> None:
        self._stopping.set()
        self._wake.set()

    def release(self) -> None:
        """Give up what is still under way, so that others can begin it at once."""
        self._quietly(leases.release)

    def room(self, kind: str) -> int:
        """How many jobs of `kind` could begin at once."""
        lane = self._lane(kind)
        return lane.room(lane.workers[kind])

    def begin(self, jobs: Sequence[Job]) -> None:
        """Start what is leased. Safe a little above the slots: room may have shrunk meanwhile."""
        for _, some in groupby(sorted(jobs, key=self._method), self._method):
            together = list(some)
            lane = self._lane(together[0].kind)
            for chunk in _chunks(together, lane.workers[together[0].kind].at_once):
                lane.begin(chunk)

    def settle(self, jobs: Sequence[Job], error: Exception | None) -> None:
        """Write down how they went; while the database is away, keep trying."""
        while True:
            try:
                with self._db.transaction() as tx:
                    fate = leases.settle(tx, self._table, jobs, error)
                break
            except Unavailable:
                if self._stopping.wait(_LOOK_S):
                    return  # the leases end by themselves
        for job in jobs:
            self._tell(job, fate, error)

    def free(self, jobs: Sequence[Job]) -> None:
        """The worker that was on `jobs` can take others."""
        if self._lane(jobs[0].kind).end(jobs):
            self._wake.set()

    def _lane(self, kind: str) -> Lane:
        return next(lane for lane in self._lanes.values() if kind in lane.workers)

    def _method(self, job: Job) -> str:
        """The name of the one that works it off."""
        name: str = self._lane(job.kind).workers[job.kind].method_name
        return name

    def _start_due(self) -> bool:
        """Start what is due, asked for in one transaction; whether there may be more."""
        asked = [(lane, *each) for lane in self._lanes.values() for each in lane.rooms()]
        if not asked:
            return False
        with self._db.transaction() as tx:
            found = [
                leases.claim(tx, self._table, kinds, room, held=lane.held.keys())
                for lane, kinds, room in asked
            ]
        for due in found:
            crashed = [job for job in due if job.crashes >= MOST_CRASHES]
            for job in crashed:
                self.settle([job], Crashed())
            self.begin([job for job in due if job not in crashed])
        return any(len(due) == room for due, (_, _, room) in zip(found, asked, strict=True))

    def _quietly(self, change: Callable[[Session, Table, list[JobRef]], None]) -> None:
        held = [job.ref for lane in self._lanes.values() for job in lane.held.values()]
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


def _chunks(jobs: list[Job], size: int) -> Iterator[list[Job]]:
    for begin in range(0, len(jobs), size):
        yield jobs[begin : begin + size]
