"""Announcing in the transaction of the fact: the row is the event, the broker only hears of it.

Rows stay for 7 days after they were published, so that they can be said again to a broker that
has lost its memory (`chassis/bus/relay.py`).
"""

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Table, delete, event, func, insert, select, update
from sqlalchemy.orm import Session

from chassis.bus.trace import current_trace
from chassis.db import rows_deleted
from chassis.ids import new_id
from contracts.message import Event

KEPT = timedelta(days=7)

_MOST_FRESH = 1000
"""While the broker is away only so many are kept in memory; all of them are in the table."""


@dataclass(frozen=True)
class Announcement:
    """A row of the outbox, on its way out."""

    id: UUID
    topic: str
    body: dict[str, Any]
    trace: str | None


class Outbox:
    """One owner's announcements. Safe to share between workers."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._fresh: deque[Announcement] = deque(maxlen=_MOST_FRESH)
        self.wake = threading.Event()

    def put(self, tx: Session, fact: Event) -> UUID:
        """Announce `fact` if and when `tx` commits. Returns the id that hearers will know it by.

        Raises ValueError for a topic of another owner: the broker would refuse it.
        """
        if not fact.topic.startswith(f"{self._table.schema}."):
            raise ValueError(f"{fact.topic} is not ours to announce")
        said = Announcement(new_id(), fact.topic, fact.model_dump(mode="json"), current_trace())
        row = {
            "id": said.id,
            "topic": said.topic,
            "person_id": fact.person,
            "body": said.body,
            "trace_id": said.trace,
            "added_at": func.now(),
        }
        tx.execute(insert(self._table).values(row))
        event.listen(tx, "after_commit", lambda _session: self._said(said), once=True)
        return said.id

    def fresh(self) -> list[Announcement]:
        """What was committed since somebody asked, without a look into the table.

        Only a short cut: whoever takes it and fails finds it in the table.
        """
        return [self._fresh.popleft() for _ in range(len(self._fresh))]

    def unpublished(self, tx: Session, limit: int) -> list[Announcement]:
        """The oldest that the broker has not confirmed."""
        box = self._table.c
        oldest = select(box.id, box.topic, box.body, box.trace_id).where(box.published_at.is_(None))
        rows = tx.execute(oldest.order_by(box.id).limit(limit))
        return [Announcement(row.id, row.topic, row.body, row.trace_id) for row in rows]

    def mark(self, tx: Session, published: Sequence[UUID]) -> None:
        """Write down that the broker has confirmed these. Safe to repeat."""
        these = update(self._table).where(self._table.c.id.in_(published))
        tx.execute(these.values(published_at=func.now()))

    def say_again(self, tx: Session) -> int:
        """Make everything of the last 7 days unpublished. Returns how many were published."""
        box = self._table.c
        recent = update(self._table).where(
            box.published_at.is_not(None), box.added_at > func.now() - KEPT
        )
        return len(tx.execute(recent.values(published_at=None).returning(box.id)).all())

    def prune(self, tx: Session) -> int:
        """Forget what was published more than 7 days ago. Returns how many rows went."""
        old = delete(self._table).where(self._table.c.published_at < func.now() - KEPT)
        return rows_deleted(tx, old)

    def _said(self, announcement: Announcement) -> None:
        self._fresh.append(announcement)
        self.wake.set()
