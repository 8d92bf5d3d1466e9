"""What a process subscribes to: each event becomes a job row, and only then is acknowledged."""

import threading
from collections import deque
from uuid import UUID

import eventlet
from pydantic import ValidationError

from chassis.bus.hardening import Delivery, Line, Post
from chassis.bus.names import queue_of
from chassis.bus.runner import Runner
from chassis.bus.trace import safe_trace
from chassis.bus.wire import TRACE
from chassis.db import Database
from chassis.errors import Unavailable
from chassis.jobs import HeardEvent, Job, Jobs
from chassis.log import logger
from contracts.message import Event

log = logger(__name__)

_PREFETCH = 50
_PAUSE_S = 1.0  # while the database is away messages stay with us, unacknowledged

_Arrived = tuple[HeardEvent, Delivery]


class Inbox:
    """One owner's subscriptions. What arrives together is written together, in one transaction."""

    def __init__(
        self,
        owner: str,
        line: Line,
        jobs: Jobs,
        db: Database,
        runner: Runner,
    ) -> None:
        self._owner = owner
        self._line = line
        self._jobs = jobs
        self._db = db
        self._runner = runner
        self._arrived: deque[_Arrived] = deque()
        self._wake = threading.Event()
        self._stopping = threading.Event()

    def hears(self, event: type[Event]) -> None:
        """Before the line runs."""

        def arrived(delivery: Delivery) -> None:
            self._take(event, delivery)

        self._line.listen(Post(queue_of(self._owner, event.topic), _PREFETCH, arrived))

    def run(self) -> None:
        """Until told to stop; what is not written by then is left to be delivered again."""
        while not self._stopping.is_set():
            self._wake.wait()
            self._wake.clear()
            while self._arrived and not self._stopping.is_set():
                self._write([self._arrived.popleft() for _ in range(len(self._arrived))])
        while self._arrived:
            self._arrived.popleft()[1].leave()

    def stop(self) -> None:
        self._stopping.set()
        self._wake.set()

    def _take(self, event: type[Event], delivery: Delivery) -> None:
        try:
            message_id = UUID(delivery.said("message_id") or "")
            fact = event.model_validate_json(delivery.body)
        except (ValidationError, ValueError):
            log.exception("event_unreadable", topic=event.topic)
            eventlet.spawn_n(delivery.reject)  # we are in the greenthread that reads
            return
        told = HeardEvent(fact, message_id, safe_trace(delivery.header(TRACE)))
        self._back((told, delivery))

    def _write(self, batch: list[_Arrived]) -> None:
        """Write them, acknowledge them, begin them. What cannot be written comes again."""
        try:
            begun = self._written([told for told, _ in batch])
        except Unavailable:
            self._arrived.extendleft(reversed(batch))
            self._stopping.wait(_PAUSE_S)
            return
        except Exception:  # such as a table that is not migrated yet: no reason to lose it
            if len(batch) > 1:  # one of them must not hold up the others
                for each in batch:
                    self._write([each])
                return
            log.exception("event_not_written", topic=batch[0][0].fact.topic)
            eventlet.spawn_after(_PAUSE_S, self._back, batch[0])
            return
        for _, delivery in batch:
            delivery.ack()
        self._runner.begin(begun)

    def _written(self, told: list[HeardEvent]) -> list[Job]:
        with self._db.transaction() as tx:
            return self._jobs.hear(tx, told, self._runner.room)

    def _back(self, arrived: _Arrived) -> None:
        if self._stopping.is_set():
            arrived[1].leave()
            return
        self._arrived.append(arrived)
        self._wake.set()
