"""Where a job begins and where it ends: with what is heard, and with its effect."""

from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from chassis.bus.call import Call
from chassis.errors import Conflict
from chassis.jobs import HeardEvent, Job
from tests.chassis.bus.contract import Happened, How
from tests.chassis.chores import Chores
from tests.support.people import a_person


def hear(chores: Chores, *told: HeardEvent, room: int) -> list[Job]:
    with chores.db.transaction() as tx:
        return chores.jobs.hear(tx, told, lambda _kind: room)


def heard_now() -> HeardEvent:
    return HeardEvent(Happened(person=a_person(), thing=uuid4(), how=How.WELL), uuid4(), None)


def test_what_is_heard_is_leased_as_long_as_there_is_room(chores: Chores) -> None:
    told = [heard_now() for _ in range(3)]

    begun = hear(chores, *told, room=2)

    assert [job.body["thing"] for job in begun] == [str(each.fact.thing) for each in told[:2]]
    assert chores.jobs.wake.is_set()


def test_what_was_heard_before_is_not_begun_again(chores: Chores) -> None:
    told = heard_now()
    hear(chores, told, room=1)

    assert hear(chores, told, room=1) == []


def test_a_job_ends_with_its_effect(chores: Chores) -> None:
    chores.owe()
    (job,) = chores.claim()
    call = Call(job=job.ref)

    with chores.db.transaction() as tx:
        chores.jobs.bound_to(call).done(tx)

    assert chores.states() == ["done"]
    assert call.is_settled


def test_what_is_taken_back_does_not_end_a_job(chores: Chores) -> None:
    chores.owe()
    (job,) = chores.claim()

    def refuse(tx: Session) -> None:
        chores.jobs.bound_to(Call(job=job.ref)).done(tx)
        raise Conflict("Not so fast.")

    with pytest.raises(Conflict), chores.db.transaction() as tx:
        refuse(tx)

    assert chores.states() == ["running"]


def test_a_lost_lease_ends_nothing(chores: Chores) -> None:
    chores.owe()
    (late,) = chores.claim()
    chores.pass_time()
    chores.claim()

    with chores.db.transaction() as tx:
        chores.jobs.bound_to(Call(job=late.ref)).done(tx)

    assert chores.states() == ["running"]
