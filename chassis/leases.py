"""The rows of jobs as a worker sees them: leased, kept, given up, settled, forgotten."""

import random
from collections.abc import Collection, Sequence
from datetime import timedelta
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    ColumnElement,
    Row,
    Table,
    and_,
    bindparam,
    case,
    delete,
    func,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningUpdate

from chassis.bus.call import JobRef
from chassis.db import rows_deleted
from chassis.errors import Refused, Unavailable
from chassis.jobs import LEASE, Job, JobState

KEPT = timedelta(days=8)
"""Ended jobs are the memory of what was heard; outboxes may repeat themselves for 7 days."""

_MOST_WAIT_S, _FIRST_WAIT_S = 15.0, 0.5


def claim(
    tx: Session, table: Table, kinds: Collection[str], limit: int, *, held: Collection[UUID] = ()
) -> list[Job]:
    """Lease up to `limit` due jobs of `kinds`, oldest first; those whose worker died as well.

    `held` are the ids that this process is on already, whatever became of their leases.
    """
    given = {"kinds": list(kinds), "held": list(held), "most": limit, "new_lease": uuid4()}
    return [_job(row) for row in tx.execute(_claim(table), given)]


@cache
def _claim(table: Table) -> ReturningUpdate[Any]:
    """Written once: to write it takes longer than to run it."""
    job = table.c
    due = or_(
        and_(job.state == JobState.WAITING, job.next_attempt_at <= func.now()),
        and_(job.state == JobState.RUNNING, job.leased_until < func.now()),
    )
    ours = job.kind.in_(bindparam("kinds", expanding=True))
    free = job.id.not_in(bindparam("held", expanding=True))
    mine = select(job.id).where(ours, free, due).order_by(job.next_attempt_at)
    picked = mine.limit(bindparam("most")).with_for_update(skip_locked=True).cte("picked")
    taken = update(table).where(job.id == picked.c.id)
    return taken.values(
        state=JobState.RUNNING,
        lease=bindparam("new_lease"),
        leased_until=func.now() + LEASE,
        tries=job.tries + 1,
        crashes=job.crashes + case((job.state == JobState.RUNNING, 1), else_=0),
    ).returning(table)


def settle(tx: Session, table: Table, jobs: Sequence[Job], error: BaseException | None) -> JobState:
    """Write down how `jobs` went, which went the same way; returns where they stand.

    Does nothing to one whose lease was lost.
    """
    fate = fate_of(error)
    values: dict[str, Any] = {"state": fate, "lease": None, "leased_until": None}
    if fate is JobState.WAITING:
        values |= {"next_attempt_at": func.now() + _wait(jobs[0], error), "code": _code(error)}
    else:
        values |= {"ended_at": func.now(), "code": _code(error)}
    tx.execute(update(table).where(_held(table, [job.ref for job in jobs])).values(values))
    return fate


def renew(tx: Session, table: Table, held: Sequence[JobRef]) -> None:
    """Keep these leases for another 10 s."""
    mine = _held(table, held)
    tx.execute(update(table).where(mine).values(leased_until=func.now() + LEASE))


def release(tx: Session, table: Table, held: Sequence[JobRef]) -> None:
    """Give up these leases: the jobs are due at once, for whoever comes."""
    mine = _held(table, held)
    back = {"state": JobState.WAITING, "lease": None, "leased_until": None}
    tx.execute(update(table).where(mine).values(next_attempt_at=func.now(), **back))


def prune(tx: Session, table: Table) -> int:
    """Forget what ended more than 8 days ago, parked jobs excepted. Returns how many rows went."""
    ended = table.c.state.in_([JobState.DONE, JobState.REFUSED])
    return rows_deleted(tx, delete(table).where(ended, table.c.ended_at < func.now() - KEPT))


def fate_of(error: BaseException | None) -> JobState:
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


def _held(table: Table, held: Sequence[JobRef]) -> ColumnElement[bool]:
    """The rows of these jobs, as long as these leases of them hold."""
    return tuple_(table.c.id, table.c.lease).in_([(job.id, job.lease) for job in held])


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
