"""Publishes what the outbox holds, and says all of it again to a broker that has forgotten.

Each owner's relay declares one durable queue, `{owner}.marker`, and nothing else does. Where it
is missing the broker is new or was wiped: then everything of the last 7 days is published again,
and hearers ignore what they know.
"""

import json
import threading
import time
from collections import deque
from typing import Any
from uuid import UUID

import amqp
from amqp.exceptions import NotFound

from chassis.bus.broker import MOST_DELAY_S, NETWORK
from chassis.bus.hardening import Link
from chassis.bus.names import exchange_of, marker_of
from chassis.bus.outbox import Announcement, Outbox
from chassis.bus.wire import TRACE
from chassis.db import Database
from chassis.errors import Unavailable
from chassis.log import logger

log = logger(__name__)

_BATCH = 100
_LOOK_S = 1.0
_CONFIRM_S = 3.0
_PERSISTENT = 2


class Relay:
    """One owner's relay. Two at once do no harm: what is said twice is heard once."""

    def __init__(self, url: str, owner: str, outbox: Outbox, db: Database) -> None:
        self._url = url
        self._owner = owner
        self._outbox = outbox
        self._db = db
        self._publisher: Publisher | None = None
        self._look_at = 0.0
        self._found: deque[UUID] = deque(maxlen=10 * _BATCH)
        self._stopping = threading.Event()
        self.is_done = False

    def run(self) -> None:
        """Until told to stop, and then once more. Network and database errors are waited out."""
        delay = 0.1
        while True:
            is_last = self._stopping.is_set()
            self._outbox.wake.clear()
            try:
                self._publish_all()
                delay = 0.1
            except (*NETWORK, Unavailable) as error:
                log.warning("relay_waits", reason=type(error).__name__)
                self._drop()
                self._stopping.wait(delay)
                delay = min(delay * 2, MOST_DELAY_S)
            if is_last:
                self._drop()
                self.is_done = True
                return
            self._outbox.wake.wait(_LOOK_S)

    def stop(self) -> None:
        self._stopping.set()
        self._outbox.wake.set()

    def _publish_all(self) -> None:
        """What was said just now; once a second, and over a new connection, all that is left."""
        publisher = self._connected()
        fresh = [each for each in self._outbox.fresh() if each.id not in self._found]
        if fresh:
            self._publish(publisher, fresh)
        while time.monotonic() >= self._look_at:
            with self._db.transaction() as tx:
                batch = self._outbox.unpublished(tx, _BATCH)
            self._found.extend(each.id for each in batch)
            is_through = not batch or not self._publish(publisher, batch) or len(batch) < _BATCH
            if is_through:
                self._look_at = time.monotonic() + _LOOK_S

    def _publish(self, publisher: "Publisher", batch: list[Announcement]) -> bool:
        """Whether the broker had a place for each of them."""
        confirmed = publisher.publish(batch)
        with self._db.transaction() as tx:
            self._outbox.mark(tx, confirmed)
        if len(confirmed) < len(batch):
            log.error("event_unroutable", count=len(batch) - len(confirmed))
        return len(confirmed) == len(batch)

    def _connected(self) -> "Publisher":
        if self._publisher is None:
            link = Link(self._url, f"{self._owner} relay")
            self._look_at = 0.0
            try:
                self._remember(link)
                self._publisher = Publisher(link, exchange_of(self._owner))
            except BaseException:
                link.close()
                raise
        self._publisher.link.read(0)
        return self._publisher

    def _remember(self, link: Link) -> None:
        """Find the marker, or say everything again and set it, in this order."""
        marker = marker_of(self._owner)
        try:
            link.channel().queue_declare(marker, passive=True)
        except NotFound:
            with self._db.transaction() as tx:
                count = self._outbox.say_again(tx)
            log.warning("broker_forgot", count=count)
            arguments = {"x-queue-type": "quorum"}
            link.channel().queue_declare(
                marker, durable=True, auto_delete=False, arguments=arguments
            )

    def _drop(self) -> None:
        if self._publisher is not None:
            self._publisher.link.close()
            self._publisher = None


class Publisher:
    """Publishes in batches and waits until the broker has each message safe."""

    def __init__(self, link: Link, exchange: str) -> None:
        self.link = link
        self._exchange = exchange
        self._channel = link.channel()
        self._channel.confirm_select()
        self._channel.events["basic_ack"].add(self._acked)
        self._channel.events["basic_nack"].add(self._nacked)
        self._channel.events["basic_return"].add(self._returned)
        self._last_tag = 0
        self._open: dict[int, UUID] = {}
        self._lost: set[UUID] = set()

    def publish(self, batch: list[Announcement]) -> list[UUID]:
        """The ids that are safe: confirmed, and routed to somebody. Raises one of NETWORK."""
        self._open.clear()
        self._lost.clear()
        for each in batch:
            self._send(each)
        deadline = time.monotonic() + _CONFIRM_S
        while self._open:
            if (left := deadline - time.monotonic()) <= 0:
                raise TimeoutError("the broker does not confirm")
            self.link.read(left)
        return [each.id for each in batch if each.id not in self._lost]

    def _send(self, each: Announcement) -> None:
        headers = {TRACE: each.trace} if each.trace else {}
        message = amqp.Message(
            json.dumps(each.body).encode(),
            content_type="application/json",
            delivery_mode=_PERSISTENT,
            message_id=str(each.id),
            type=each.topic,
            application_headers=headers,
        )
        self._last_tag += 1
        self._open[self._last_tag] = each.id
        self.link.write(
            lambda: self._channel.basic_publish(message, self._exchange, each.topic, mandatory=True)
        )

    def _acked(self, tag: int, multiple: bool) -> None:  # noqa: FBT001 - py-amqp calls it
        for done in [open_ for open_ in self._open if open_ == tag or (multiple and open_ < tag)]:
            del self._open[done]

    def _nacked(self, tag: int, multiple: bool) -> None:  # noqa: FBT001 - py-amqp calls it
        self._lost |= {
            id_ for open_, id_ in self._open.items() if open_ == tag or (multiple and open_ < tag)
        }
        self._acked(tag, multiple)

    def _returned(self, _error: Any, _exchange: str, _key: str, message: amqp.Message) -> None:
        self._lost.add(UUID(message.properties["message_id"]))
