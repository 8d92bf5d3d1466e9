"""What a bug parked, put back: the same row, once, and only for its person."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest

from chassis.errors import Unavailable
from chassis.jobs import MOST_CRASHES, Job
from contracts.message import PersonId
from tests.chassis.chores import TABLE, Chores
from tests.support.people import a_person


def parked(chores: Chores) -> Job:
    """A job that met a bug."""
    room = chores.owe()
    (job,) = (each for each in chores.claim() if each.body["room_id"] == str(room))
    chores.settle(job, ValueError())
    return job


def put_back(chores: Chores, job: Job, person: PersonId | None = None) -> bool:
    task = chores.task(room_id=UUID(job.body["room_id"]))
    asking = person or job.person
    assert asking is not None
    with chores.db.transaction() as tx:
        return chores.jobs.put_back(tx, task, asking)


def test_what_is_put_back_is_the_same_row_as_if_new(chores: Chores) -> None:
    job = parked(chores)
    chores.change(crashes=MOST_CRASHES, stage="reading", done=1, total=2)
    chores.jobs.wake.clear()

    assert put_back(chores, job)

    of = TABLE.c
    (row,) = chores.rows(of.id, of.state, of.code, of.ended_at, of.stage, of.done, of.total)
    assert tuple(row) == (job.id, "waiting", None, None, None, 0, 0)
    assert chores.jobs.wake.is_set()
    (again,) = chores.claim()
    assert (again.id, again.tries, again.crashes) == (job.id, 1, 0)


def test_of_two_who_ask_at_once_one_puts_it_back(chores: Chores) -> None:
    job = parked(chores)

    with ThreadPoolExecutor(6) as crowd:
        told = list(crowd.map(lambda _: put_back(chores, job), range(6)))

    assert sorted(told) == [False] * 5 + [True]
    assert chores.states() == ["waiting"]


def test_nobody_puts_back_what_is_somebody_elses(chores: Chores) -> None:
    job = parked(chores)

    assert not put_back(chores, job, a_person())
    assert chores.states() == ["parked"]


@pytest.mark.parametrize(
    ("error", "state"), [(None, "done"), (Unavailable(), "waiting"), ("under way", "running")]
)
def test_what_has_not_stopped_is_let_be(
    chores: Chores, error: Exception | str | None, state: str
) -> None:
    chores.owe()
    (job,) = chores.claim()
    if not isinstance(error, str):
        chores.settle(job, error)

    assert not put_back(chores, job)
    assert chores.states() == [state]


def test_what_was_owed_anew_since_is_not_owed_twice(chores: Chores) -> None:
    job = parked(chores)
    chores.owe(UUID(job.body["room_id"]))

    assert not put_back(chores, job)
    assert chores.states() == ["parked", "waiting"]


def test_what_is_rolled_back_is_not_put_back(chores: Chores) -> None:
    job = parked(chores)
    task = chores.task(room_id=UUID(job.body["room_id"]))
    assert job.person is not None

    with chores.db.transaction() as tx:
        chores.jobs.put_back(tx, task, job.person)
        tx.rollback()

    assert chores.states() == ["parked"]
