"""Work as rows: owed once, held by one, tried again, never lost."""

import threading
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func
from sqlalchemy.orm import Session

from chassis import leases as rows
from chassis.bus.call import Call
from chassis.errors import Conflict, Unavailable
from chassis.jobs import Job
from contracts.message import Progress
from tests.chassis.chores import TABLE, Chores
from tests.support.people import a_person


def test_what_lives_is_owed_once(chores: Chores) -> None:
    room = chores.owe()

    chores.owe(room)

    assert chores.states() == ["waiting"]


def test_what_has_ended_can_be_owed_again(chores: Chores) -> None:
    room = chores.owe()
    chores.settle(*chores.claim())

    chores.owe(room)

    assert chores.states() == ["done", "waiting"]


def test_what_is_rolled_back_is_not_owed(chores: Chores) -> None:
    def refuse(tx: Session) -> None:
        chores.jobs.add(tx, chores.task(room_id=uuid4()), a_person())
        raise Conflict("Not so fast.")

    with pytest.raises(Conflict), chores.db.transaction() as tx:
        refuse(tx)

    assert chores.states() == []
    assert not chores.jobs.wake.is_set()


def test_whoever_works_is_woken_by_the_commit(chores: Chores) -> None:
    chores.owe()

    assert chores.jobs.wake.is_set()


def test_two_workers_never_hold_the_same(chores: Chores) -> None:
    for _ in range(20):
        chores.owe()
    held: list[Job] = []
    crowd = [threading.Thread(target=lambda: held.extend(chores.claim(5))) for _ in range(6)]

    for each in crowd:
        each.start()
    for each in crowd:
        each.join()

    assert len(held) == len({job.id for job in held})
    assert 15 <= len(held) <= 20


def test_what_somebody_holds_is_not_due(chores: Chores) -> None:
    chores.owe()
    chores.claim()

    assert chores.claim() == []


def test_whose_worker_died_is_taken_over_and_counted(chores: Chores) -> None:
    chores.owe()
    (first,) = chores.claim()
    chores.pass_time()

    (second,) = chores.claim()

    assert (second.id, second.tries, second.crashes) == (first.id, 2, 1)


def test_a_worker_that_still_lives_does_not_take_its_own_over(chores: Chores) -> None:
    chores.owe()
    (job,) = chores.claim()
    chores.pass_time()

    assert chores.claim(held=[job.id]) == []


def test_a_renewed_lease_holds(chores: Chores) -> None:
    chores.owe()
    (job,) = chores.claim()
    chores.pass_time()
    with chores.db.transaction() as tx:
        rows.renew(tx, TABLE, [job.ref])

    assert chores.claim() == []


def test_a_released_job_is_due_at_once(chores: Chores) -> None:
    chores.owe()
    (job,) = chores.claim()
    with chores.db.transaction() as tx:
        rows.release(tx, TABLE, [job.ref])

    (again,) = chores.claim()

    assert (again.id, again.crashes) == (job.id, 0)


def test_who_has_lost_the_lease_changes_nothing(chores: Chores) -> None:
    chores.owe()
    (late,) = chores.claim()
    chores.pass_time()
    chores.claim()

    chores.settle(late)

    assert chores.states() == ["running"]


@pytest.mark.parametrize(
    ("error", "state", "code"),
    [
        (None, "done", None),
        (Conflict("No.", code="too-late"), "refused", "too-late"),
        (Unavailable(), "waiting", "unavailable"),
        (ValueError("Ottilie Harbourmaster"), "parked", "ValueError"),
    ],
)
def test_the_kind_of_error_decides_its_fate(
    chores: Chores, error: Exception | None, state: str, code: str | None
) -> None:
    chores.owe()
    (job,) = chores.claim()

    chores.settle(job, error)

    assert chores.rows(TABLE.c.state, TABLE.c.code) == [(state, code)]


def test_nothing_waits_longer_than_fifteen_seconds(chores: Chores) -> None:
    chores.owe()
    waits = []
    for retry_after_s in (2, 2, 2, 2, 2, 2, 60, 3600):
        (job,) = chores.claim()
        chores.settle(job, Unavailable(retry_after_s=retry_after_s))
        ((wait,),) = chores.rows(TABLE.c.next_attempt_at - func.now())
        waits.append(wait.total_seconds())
        chores.pass_time()

    assert max(waits) <= 15
    assert waits[0] < 3


def test_what_waited_for_a_provider_is_due_when_it_is_back(chores: Chores) -> None:
    chores.owe()
    (job,) = chores.claim()
    chores.settle(job, Unavailable())
    assert chores.claim() == []

    with chores.db.transaction() as tx:
        chores.jobs.hurry(tx, chores.kind)

    assert len(chores.claim()) == 1


def test_polls_see_progress_at_once(chores: Chores) -> None:
    room = chores.owe()
    (job,) = chores.claim()
    working = chores.jobs.bound_to(Call(job=job.ref))

    seen = [progress(chores, room)]
    for done in (1, 2):
        working.progress("reading", done, 3)
        seen.append(progress(chores, room))

    assert seen == [
        None,
        Progress(stage="reading", done=1, total=3),
        Progress(stage="reading", done=2, total=3),
    ]


def test_polls_see_that_a_bug_stopped_the_work(chores: Chores) -> None:
    room = chores.owe()
    (job,) = chores.claim()

    chores.settle(job, ValueError())

    assert progress(chores, room) == Progress(stage="parked", done=0, total=0)


def test_a_job_knows_for_whom_it_is(chores: Chores) -> None:
    chores.owe()
    (job,) = chores.claim()

    assert chores.jobs.bound_to(Call(job=job.ref)).person == job.person
    with pytest.raises(RuntimeError):
        assert chores.jobs.person


def test_ended_jobs_are_remembered_as_long_as_outboxes_repeat_themselves(chores: Chores) -> None:
    for _ in range(2):
        chores.owe()
    done, parked = chores.claim()
    chores.settle(done)
    chores.settle(parked, ValueError())

    sweep_after(chores, rows.KEPT / 2)
    assert chores.states() == ["done", "parked"]
    sweep_after(chores, rows.KEPT * 2)

    assert chores.states() == ["parked"]


def progress(chores: Chores, room: UUID) -> Progress | None:
    with chores.db.transaction() as tx:
        return chores.jobs.progress_of(tx, chores.kind, room)


def sweep_after(chores: Chores, age: Any) -> None:
    chores.change(ended_at=func.now() - age)
    with chores.db.transaction() as tx:
        rows.prune(tx, TABLE)
