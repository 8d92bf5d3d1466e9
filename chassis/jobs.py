"""Work as rows: heard once, tried again, parked; RabbitMQ only brings it.

A job is `waiting` until a worker leases it, then `running`; it ends `done`, `refused` (trying
again cannot help) or `parked` (a bug: somebody must look). What is unavailable makes it wait
again, at most 15 s. A worker that dies loses its lease after 10 s, and another takes over.
So every handler must be safe to repeat.
"""

import random
import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import Row, Table, and_, case, delete, event, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from chassis.bus.call import Call, JobRef
from chassis.bus.trace import current_trace
from chassis.db import Database
from chassis.errors import Refused, Unavailable
from chassis.ids import new_id
from contracts.message import Event, Message, PersonId, Progress

LEASE = timedelta(seconds=10)
KEPT = timedelta(days=8)
"""Ended jobs are the memory of what was heard; outboxes may repeat themselves for 7 days."""

MOST_CRASHES = 5
_MOST_WAIT_S, _FIRST_WAIT_S = 15.0, 0.5


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
        current: JobRef | None = None,
    ) -> None:
        self._db = db
        self._table = table
        self._current = current
        self.wake = wake or threading.Event()

    def bound_to(self, call: Call) -> "Jobs":
        return Jobs(self._db, self._table, wake=self.wake, current=call.job)

    def add(
        self, tx: Session, task: Task, person: PersonId, *, not_before: datetime | None = None
    ) -> None:
        """Owe `task` if and when `tx` commits; its worker starts within milliseconds.

        Safe to repeat: while one of the same kind and key is living, nothing is added.
        """
        row = {
            "kind": task.kind,
            "key": str(getattr(task, task.key)),
            "message_id": uuid4(),
            "person_id": person,
            "body": task.model_dump(mode="json"),
            "trace_id": current_trace(),
            "next_attempt_at": not_before or func.now(),
        }
        self._insert(tx, row)

    def hear(self, tx: Session, fact: Event, message_id: UUID, trace: str | None) -> None:
        """Owe what a subscription does about `fact`. Hearing it again adds nothing."""
        row = {
            "kind": heard(fact.topic),
            "key": str(message_id),
            "message_id": message_id,
            "person_id": fact.person,
            "body": fact.model_dump(mode="json"),
            "trace_id": trace,
            "next_attempt_at": func.now(),
        }
        self._insert(tx, row)

    @property
    def person(self) -> PersonId:
        """For whom the job under way is. Raises RuntimeError outside of one."""
        if self._current is None or self._current.person is None:
            raise RuntimeError("no job of a person is under way")
        return self._current.person

    def progress(self, stage: str, done: int, total: int) -> None:
        """Tell polls how far the job under way is, at once. Outside of a job it does nothing."""
        if self._current is None:
            return
        mine = update(self._table).where(*_held(self._table, self._current))
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

    def _insert(self, tx: Session, row: dict[str, Any]) -> None:
        fixed = {"id": new_id(), "state": JobState.WAITING, "added_at": func.now()}
        tx.execute(insert(self._table).values(**row, **fixed).on_conflict_do_nothing())
        self._wake_after(tx)

    def _wake_after(self, tx: Session) -> None:
        event.listen(tx, "after_commit", lambda _session: self.wake.set(), once=True)


def heard(topic: str) -> str:
    """The kind of job that hearing `topic` makes."""
    return f"on.{topic}"


def claim(
    tx: Session, table: Table, kinds: Collection[str], limit: int, *, held: Collection[Any] = ()
) -> list[Job]:
    """Lease up to `limit` due jobs of `kinds`, oldest first; those whose worker died as well.

    `held` are the ids that this process is on already, whatever became of their leases.
    """
    job = table.c
    due = or_(
        and_(job.state == JobState.WAITING, job.next_attempt_at <= func.now()),
        and_(job.state == JobState.RUNNING, job.leased_until < func.now()),
    )
    mine = (
        select(job.id)
        .where(job.kind.in_(kinds), job.id.not_in(held), due)
        .order_by(job.next_attempt_at)
    )
    picked = mine.limit(limit).with_for_update(skip_locked=True).cte("picked")
    taken = (
        update(table)
        .where(job.id == picked.c.id)
        .values(
            state=JobState.RUNNING,
            lease=uuid4(),
            leased_until=func.now() + LEASE,
            tries=job.tries + 1,
            crashes=job.crashes + case((job.state == JobState.RUNNING, 1), else_=0),
        )
    )
    return [_job(row) for row in tx.execute(taken.returning(table))]


def settle(tx: Session, table: Table, job: Job, error: BaseException | None) -> JobState:
    """Write down how `job` went; returns where it stands. Does nothing if the lease was lost."""
    fate = _fate(error)
    values: dict[str, Any] = {"state": fate, "lease": None, "leased_until": None}
    if fate is JobState.WAITING:
        values |= {"next_attempt_at": func.now() + _wait(job, error), "code": _code(error)}
    else:
        values |= {"ended_at": func.now(), "code": _code(error)}
    tx.execute(update(table).where(*_held(table, job.ref)).values(values))
    return fate


def renew(tx: Session, table: Table, held: Sequence[JobRef]) -> None:
    """Keep these leases for another 10 s."""
    mine = or_(*(and_(*_held(table, job)) for job in held))
    tx.execute(update(table).where(mine).values(leased_until=func.now() + LEASE))


def release(tx: Session, table: Table, held: Sequence[JobRef]) -> None:
    """Give up these leases: the jobs are due at once, for whoever comes."""
    mine = or_(*(and_(*_held(table, job)) for job in held))
    back = {"state": JobState.WAITING, "lease": None, "leased_until": None}
    tx.execute(update(table).where(mine).values(next_attempt_at=func.now(), **back))


def prune(tx: Session, table: Table) -> int:
    """Forget what ended more than 8 days ago, parked jobs excepted. Returns how many rows went."""
    ended = table.c.state.in_([JobState.DONE, JobState.REFUSED])
    old = delete(table).where(ended, table.c.ended_at < func.now() - KEPT)
    return len(tx.execute(old.returning(table.c.id)).all())


def _fate(error: BaseException | None) -> JobState:
    """The kind of error decides: refused is done, unavailable is tried again, a bug is parked."""
    match error:
        case None:
            return JobState.DONE
        case Refused():
            return JobState.REFUSED
        case Unavailable():
            return JobState.WAITING
    return JobState.PARKED


def _code(error: BaseException | None) -> str | None:
    """The error's code, or a bug's class; never its text, which may quote what a person wrote."""
    if error is None:
        return None
    return str(getattr(error, "code", type(error).__name__))[:64]


def _wait(job: Job, error: BaseException | None) -> timedelta:
    """Doubling from 0.5 s, with jitter, as long as the error asks for, never above 15 s."""
    asked = float(getattr(error, "retry_after_s", None) or 0)
    doubled = _FIRST_WAIT_S * 2 ** min(job.tries, 10) * random.uniform(0.5, 1)
    return timedelta(seconds=min(_MOST_WAIT_S, max(asked, doubled)))


def _held(table: Table, job: JobRef) -> tuple[Any, ...]:
    return table.c.id == job.id, table.c.lease == job.lease


def _job(row: Row[Any]) -> Job:
    return Job(
        id=row.id,
        lease=row.lease,
        kind=row.kind,
        body=row.body,
        person=row.person_id,
        tries=row.tries,
        crashes=row.crashes,
        trace=row.trace_id,
    )
