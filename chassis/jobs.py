"""Work as rows: heard once, tried again, parked; RabbitMQ only brings it.

A job is `waiting` until a worker leases it, then `running`; it ends `done`, `refused` (trying
again cannot help) or `parked` (a bug: somebody must look), and a person may have what is parked
put back. What is unavailable makes it wait again, at most 15 s. A worker that dies loses its lease
after 10 s, and another takes over. So every handler must be safe to repeat.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Table, event, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from chassis.bus.call import Call, JobRef
from chassis.bus.trace import current_trace
from chassis.db import Database
from chassis.ids import new_id
from chassis.log import logger
from contracts.message import Event, Message, PersonId, Progress

log = logger(__name__)

LEASE = timedelta(seconds=10)
MOST_CRASHES = 5


class JobState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    PARKED = "parked"


class Task(Message):
    """Work that an owner gives itself: ids, enums, counts and times, like an event.

    `kind` is `{owner}.{imperative}`; `key` names the field that says what it is about: there is
    at most one living job per kind and key.
    """

    kind: ClassVar[str]
    key: ClassVar[str]


@dataclass(frozen=True)
class HeardEvent:
    """An event that has arrived; `message_id` is what makes hearing it twice one job."""

    fact: Event
    message_id: UUID
    trace: str | None

    @property
    def kind(self) -> str:
        return heard(self.fact.topic)


@dataclass(frozen=True)
class Job:
    """A row that this process has leased."""

    id: UUID
    lease: UUID
    kind: str
    body: dict[str, Any]
    person: PersonId | None
    tries: int
    crashes: int
    trace: str | None

    @property
    def ref(self) -> JobRef:
        return JobRef(self.id, self.lease, self.person)


class Jobs:
    """What a service says to its jobs. Safe to share; `bound_to` a call, it knows its own job."""

    def __init__(
        self,
        db: Database,
        table: Table,
        *,
        wake: threading.Event | None = None,
        call: Call | None = None,
    ) -> None:
        self._db = db
        self._table = table
        self._call = call or Call()
        self.wake = wake or threading.Event()

    def bound_to(self, call: Call) -> "Jobs":
        return Jobs(self._db, self._table, wake=self.wake, call=call)

    def add(
        self, tx: Session, task: Task, person: PersonId, *, not_before: datetime | None = None
    ) -> None:
        """Owe `task` if and when `tx` commits; its worker starts within milliseconds.

        Safe to repeat: while one of the same kind and key is living, nothing is added.
        """
        row = {
            "kind": task.kind,
            "key": _key(task),
            "message_id": uuid4(),
            "person_id": person,
            "body": task.model_dump(mode="json"),
            "trace_id": current_trace(),
            "next_attempt_at": not_before or func.now(),
        }
        fixed = {"id": new_id(), "state": JobState.WAITING, "added_at": func.now()}
        tx.execute(insert(self._table).values(**row, **fixed).on_conflict_do_nothing())
        if not_before is None:
            self._wake_after(tx)

    def put_back(self, tx: Session, task: Task, person: PersonId) -> bool:
        """Have the parked job of `task` done if and when `tx` commits: the same row, as if new.

        False, and nothing is changed, where the newest job of this kind and key is not parked or
        is somebody else's. Two who ask at once: the second is told False.
        """
        job = self._table.c
        newest = select(job.id).where(job.kind == task.kind, job.key == _key(task))
        stopped = update(self._table).where(
            job.id == newest.order_by(job.added_at.desc()).limit(1).scalar_subquery(),
            job.state == JobState.PARKED,
            job.person_id == person,
        )
        fresh = {"tries": 0, "crashes": 0, "stage": None, "done": 0, "total": 0}
        again = stopped.values(
            state=JobState.WAITING, next_attempt_at=func.now(), ended_at=None, code=None, **fresh
        )
        job_id = tx.scalar(again.returning(job.id))
        if job_id is None:
            return False
        self._wake_after(tx)
        put_back = {"kind": task.kind, "job_id": job_id}
        event.listen(tx, "after_commit", lambda _: log.info("job_put_back", **put_back), once=True)
        return True

    def hear(
        self, tx: Session, told: Sequence[HeardEvent], room: Callable[[str], int]
    ) -> list[Job]:
        """Owe what subscriptions do about `told`, all at once. Hearing it again adds nothing.

        Of each kind the first `room(kind)` are leased as they are written: returns those of them
        that are new, to be begun when `tx` has committed. The others wait their turn.
        """
        rows = list(_rows(told, room))
        fresh = insert(self._table).values(
            added_at=func.now(), next_attempt_at=func.now(), leased_until=func.now() + LEASE
        )
        new = fresh.on_conflict_do_nothing().returning(self._table.c.id)
        added = set(tx.scalars(new, rows))
        if any(row["lease"] is None for row in rows):
            self._wake_after(tx)
        return [_begun(row) for row in rows if row["lease"] and row["id"] in added]

    def done(self, tx: Session) -> None:
        """End the job under way in the transaction of its effect, which saves one of its own.

        Outside of a job it does nothing.
        """
        if self._call.job is None:
            return
        ended = {"state": JobState.DONE, "lease": None, "leased_until": None}
        mine = update(self._table).where(*held_by(self._table, self._call.job))
        tx.execute(mine.values(ended_at=func.now(), code=None, **ended))
        self._call.is_settled = True

    @property
    def person(self) -> PersonId:
        """For whom the job under way is. Raises RuntimeError outside of one."""
        if self._call.job is None or self._call.job.person is None:
            raise RuntimeError("no job of a person is under way")
        return self._call.job.person

    def progress(self, stage: str, done: int, total: int) -> None:
        """Tell polls how far the job under way is, at once. Outside of a job it does nothing."""
        if self._call.job is None:
            return
        mine = update(self._table).where(*held_by(self._table, self._call.job))
        with self._db.transaction() as tx:
            tx.execute(mine.values(stage=stage, done=done, total=total))

    def progress_of(self, tx: Session, kind: str, key: UUID | str) -> Progress | None:
        """How far the newest job of this kind and key is; None before it has said anything.

        A job that met a bug of ours has the stage `parked`: it waits for us, not for its turn.
        """
        job = self._table.c
        newest = select(job.state, job.stage, job.done, job.total).where(
            job.kind == kind, job.key == str(key)
        )
        row = tx.execute(newest.order_by(job.added_at.desc()).limit(1)).one_or_none()
        if row is None:
            return None
        stage = row.state if row.state == JobState.PARKED else row.stage
        return None if stage is None else Progress(stage=stage, done=row.done, total=row.total)

    def hurry(self, tx: Session, kind: str) -> None:
        """Make every waiting job of `kind` due now: what it waited for is back."""
        job = self._table.c
        waiting = update(self._table).where(job.kind == kind, job.state == JobState.WAITING)
        tx.execute(waiting.values(next_attempt_at=func.now()))
        self._wake_after(tx)

    def _wake_after(self, tx: Session) -> None:
        event.listen(tx, "after_commit", lambda _session: self.wake.set(), once=True)


def heard(topic: str) -> str:
    """The kind of job that hearing `topic` makes."""
    return f"on.{topic}"


def held_by(table: Table, job: JobRef) -> tuple[ColumnElement[bool], ...]:
    """The row of a job, as long as this lease of it holds."""
    return table.c.id == job.id, table.c.lease == job.lease


def _key(task: Task) -> str:
    """What it is about."""
    return str(getattr(task, task.key))


def _rows(told: Sequence[HeardEvent], room: Callable[[str], int]) -> Iterator[dict[str, Any]]:
    """A row for each, the first ones of a kind with a lease."""
    left = Counter({kind: room(kind) for kind in {each.kind for each in told}})
    for each in told:
        left[each.kind] -= 1
        is_begun = left[each.kind] >= 0
        yield {
            "id": new_id(),
            "kind": each.kind,
            "key": str(each.message_id),
            "message_id": each.message_id,
            "person_id": each.fact.person,
            "body": each.fact.model_dump(mode="json"),
            "trace_id": each.trace,
            "state": JobState.RUNNING if is_begun else JobState.WAITING,
            "lease": uuid4() if is_begun else None,
            "tries": int(is_begun),
        }


def _begun(row: dict[str, Any]) -> Job:
    return Job(
        id=row["id"],
        lease=row["lease"],
        kind=row["kind"],
        body=row["body"],
        person=row["person_id"],
        tries=row["tries"],
        crashes=0,
        trace=row["trace_id"],
    )
