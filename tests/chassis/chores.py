"""The jobs of a kind of its own, for one test."""

from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import func, select, update

from chassis import leases as rows
from chassis.jobs import Job, Jobs, JobState, Task
from tests.chassis.diary import CHASSIS, OWNER
from tests.support.people import a_person
from tests.support.stack import Stack

TABLE = CHASSIS.job


class Sweep(Task):
    kind: ClassVar[str] = "analytics.sweep"
    key: ClassVar[str] = "room_id"

    room_id: UUID


class Chores:
    """The jobs of a kind that no other test has."""

    def __init__(self, diary: Stack) -> None:
        self.db = diary.database(OWNER)
        self.kind = f"analytics.sweep_{uuid4().hex[:8]}"
        self.task: type[Sweep] = type("Sweep", (Sweep,), {"kind": self.kind})
        self.jobs = Jobs(self.db, TABLE)

    def owe(self, room: UUID | None = None) -> UUID:
        room = room or uuid4()
        with self.db.transaction() as tx:
            self.jobs.add(tx, self.task(room_id=room), a_person())
        return room

    def claim(self, limit: int = 10, **given: Any) -> list[Job]:
        with self.db.transaction() as tx:
            return rows.claim(tx, TABLE, [self.kind], limit, **given)

    def settle(self, job: Job, error: Exception | None = None) -> JobState:
        with self.db.transaction() as tx:
            return rows.settle(tx, TABLE, [job], error)

    def rows(self, *columns: Any) -> list[Any]:
        with self.db.transaction() as tx:
            mine = select(*columns).where(TABLE.c.kind == self.kind).order_by(TABLE.c.added_at)
            return list(tx.execute(mine).all())

    def states(self) -> list[str]:
        return [row.state for row in self.rows(TABLE.c.state)]

    def change(self, **values: Any) -> None:
        with self.db.transaction() as tx:
            tx.execute(update(TABLE).where(TABLE.c.kind == self.kind).values(values))

    def pass_time(self) -> None:
        """As if every wait and every lease were over."""
        past = func.now() - rows.LEASE
        self.change(next_attempt_at=past, leased_until=past)
