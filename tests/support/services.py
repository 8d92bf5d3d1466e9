"""A service outside its container: real database, real keys, real outbox; no broker."""

from typing import Any, TypeVar

from sqlalchemy import select

from chassis.bus.call import Call, JobRef
from chassis.bus.inject import without_container
from chassis.ids import new_id
from chassis.owner import OwnerService
from contracts.auth import Passport
from contracts.message import Owner, PersonId
from tests.support.people import a_passport
from tests.support.stack import Stack

S = TypeVar("S", bound=OwnerService)


def worker(
    service: type[S], stack: Stack, *, caller: PersonId | Passport | None = None, **given: object
) -> S:
    """An instance whose methods may be called plainly, by `caller`, or as in a job without one.

    `given` stands in for dependencies by attribute: `worker(X, stack, clock=ShiftedClock(...))`.
    """
    passport = caller if isinstance(caller, Passport | None) else a_passport(caller)
    parts = stack.parts(Owner(service.name), service)
    return without_container(service, parts, Call(passport=passport), **given)


def worker_on_job(service: type[S], stack: Stack, person: PersonId, **given: object) -> S:
    """An instance as a job of `person` finds it: nobody is calling."""
    job = JobRef(new_id(), new_id(), person)
    parts = stack.parts(Owner(service.name), service)
    return without_container(service, parts, Call(job=job), **given)


def announced(service: OwnerService, person: PersonId) -> list[dict[str, Any]]:
    """What was announced about `person`, oldest first; each event with its `topic`."""
    box = service.tables.outbox.c
    mine = select(box.topic, box.body).where(box.person_id == person).order_by(box.id)
    with service.db.transaction() as tx:
        return [{"topic": row.topic, **row.body} for row in tx.execute(mine)]


def owed(service: OwnerService, person: PersonId) -> list[str]:
    """The kinds of job that wait to be done for `person`, oldest first."""
    job = service.tables.job.c
    mine = select(job.kind).where(job.person_id == person, job.state == "waiting")
    with service.db.transaction() as tx:
        return list(tx.scalars(mine.order_by(job.added_at, job.id)))
