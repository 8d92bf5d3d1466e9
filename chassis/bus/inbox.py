"""What a process subscribes to: each event becomes a job row, and only then is acknowledged."""

import threading
from collections.abc import Callable
from uuid import UUID

import eventlet
from pydantic import ValidationError

from chassis.bus.hardening import Delivery, Line, Post
from chassis.bus.names import queue_of
from chassis.bus.trace import safe_trace
from chassis.bus.wire import TRACE
from chassis.db import Database
from chassis.errors import Unavailable
from chassis.jobs import Jobs
from chassis.log import logger
from contracts.message import Event

log = logger(__name__)

_PREFETCH = 20
_AT_ONCE = 2  # rows being written: a burst of events must leave connections for calls
_PAUSE_S = 1.0  # while the database is away the message stays with us, unacknowledged


class Inbox:
    """One owner's subscriptions."""

    def __init__(
        self, owner: str, line: Line, jobs: Callable[[], Jobs], db: Callable[[], Database]
    ) -> None:
        self._owner = owner
        self._line = line
        self._jobs = jobs
        self._db = db
        self._room = threading.BoundedSemaphore(_AT_ONCE)
        self._stopping = threading.Event()

    def hears(self, event: type[Event]) -> None:
        """Before the line runs."""

        def arrived(delivery: Delivery) -> None:
            eventlet.spawn_n(self._hear, event, delivery)

        self._line.listen(Post(queue_of(self._owner, event.topic), _PREFETCH, arrived))

    def stop(self) -> None:
        self._stopping.set()

    def _hear(self, event: type[Event], delivery: Delivery) -> None:
        try:
            message_id = UUID(delivery.said("message_id") or "")
            fact = event.model_validate_json(delivery.body)
        except (ValidationError, ValueError):
            log.exception("event_unreadable", topic=event.topic)
            delivery.reject()
            return
        trace = safe_trace(delivery.header(TRACE))
        while not self._stopping.is_set():
            try:
                with self._room, self._db().transaction() as tx:
                    self._jobs().hear(tx, fact, message_id, trace)
            except Unavailable:
                self._stopping.wait(_PAUSE_S)
            except Exception:  # such as a table that is not migrated yet: no reason to lose it
                log.exception("event_not_written", topic=event.topic)
                self._stopping.wait(_PAUSE_S)
            else:
                delivery.ack()
                return
        delivery.leave()
