"""Listening to the broker without losing, doubling or dying: what stock Nameko does not do.

A `Line` outlives its connections: it comes back within 2 s, for as long as it takes. A queue that
is not there is asked for again and again, and keeps nobody from the others. An ack over a lost
connection is no error, because the broker will deliver again. To stop, it cancels its consumers
first and keeps the connection until what has arrived is settled.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import amqp
from amqp.exceptions import NotFound
from eventlet import Timeout
from eventlet.semaphore import Semaphore

from chassis.bus.broker import MOST_DELAY_S, NETWORK, abandon, connect
from chassis.log import logger

log = logger(__name__)

_WRITE_S = 2.0
_LOOK_S = 0.5  # how often a quiet line looks up: for its heartbeat, and whether to stop


class Link:
    """One connection that greenthreads share: one reads, any may write, one at a time.

    A write that the broker does not take in 2 s breaks the link.
    """

    def __init__(self, url: str, name: str) -> None:
        self._connection = connect(url, name)
        self._writing = Semaphore(1)
        self.is_open = True

    def channel(self, prefetch: int = 0) -> Any:
        channel = self._connection.channel()
        if prefetch:
            channel.basic_qos(0, prefetch, a_global=False)
        return channel

    def write(self, send: Callable[[], object]) -> None:
        """Run `send`, which writes to a channel of this link. Raises one of NETWORK."""
        with self._writing:
            if not self.is_open:
                raise ConnectionResetError("the link is closed")
            try:
                with Timeout(_WRITE_S, TimeoutError("the broker does not read")):
                    send()
            except NETWORK:
                self.close()
                raise

    def read(self, timeout: float) -> None:
        """Let what arrives within `timeout` seconds call back. Raises one of NETWORK."""
        try:
            self._connection.drain_events(timeout=timeout)
        except TimeoutError:
            self.write(self._connection.heartbeat_tick)

    def close(self) -> None:
        """At once and for good; whatever is unsettled will be delivered again."""
        self.is_open = False
        abandon(self._connection)


@dataclass(eq=False)
class Delivery:
    """A message that has arrived, and the right to settle it once."""

    message: amqp.Message
    link: Link
    settled: Callable[["Delivery"], None] = field(repr=False)

    @property
    def body(self) -> bytes:
        body = self.message.body
        return body.encode() if isinstance(body, str) else bytes(body)

    @property
    def routing_key(self) -> str:
        return str(self.message.delivery_info["routing_key"])

    def said(self, name: str) -> str | None:
        """The AMQP property `name`, such as `reply_to`; None if the sender gave none."""
        value = self.message.properties.get(name)
        return value if isinstance(value, str) else None

    def header(self, name: str) -> object:
        headers = self.message.properties.get("application_headers") or {}
        return headers.get(name)

    def ack(self) -> bool:
        """Done with it. False when the link is lost: then it will be delivered again."""
        return self._settle(lambda: self._channel.basic_ack(self._tag))

    def reject(self) -> bool:
        """Never to be delivered again: the broker moves it to the dead queue."""
        return self._settle(lambda: self._channel.basic_reject(self._tag, requeue=False))

    def leave(self) -> None:
        """Not ours to settle any more; the broker delivers it again when the link closes."""
        self.settled(self)

    @property
    def _channel(self) -> Any:
        return self.message.channel

    @property
    def _tag(self) -> int:
        tag: int = self.message.delivery_info["delivery_tag"]
        return tag

    def _settle(self, send: Callable[[], object]) -> bool:
        try:
            self.link.write(send)
        except NETWORK:
            return False
        finally:
            self.settled(self)
        return True


@dataclass(frozen=True)
class Post:
    """A queue to listen to, at most `prefetch` unsettled messages at a time."""

    queue: str
    prefetch: int
    arrived: Callable[[Delivery], None]


class Line:
    """Everything that one process listens to, over one connection at a time."""

    def __init__(self, url: str, name: str) -> None:
        self._url = url
        self._name = name
        self._posts: list[Post] = []
        self._unsettled: set[Delivery] = set()
        self._stopping = threading.Event()
        self._stopped = threading.Event()
        self.connected: list[Callable[[], None]] = []
        """Called after each (re)connection."""

    def listen(self, post: Post) -> None:
        """Before `run`. The broker makes the queue from its definitions."""
        self._posts.append(post)

    def run(self) -> None:
        """Listen until told to stop. Network errors are waited out."""
        delay = 0.1
        while not self._stopping.is_set():
            try:
                self._listen()
                delay = 0.1
            except NETWORK as error:
                log.warning("broker_away", reason=type(error).__name__, queue=self._name)
                self._stopping.wait(delay)
                delay = min(delay * 2, MOST_DELAY_S)
        self._stopped.set()

    def stop(self) -> None:
        """Take no more; what has arrived may still be settled until `closed`."""
        self._stopping.set()

    def closed(self, timeout: float) -> bool:
        """Wait until all is settled and the connection closed; False if that took too long."""
        return self._stopped.wait(timeout)

    def _listen(self) -> None:
        link = Link(self._url, self._name)
        tags: list[tuple[Any, str]] = []
        try:
            lost = self._open_all(link, self._posts, tags)
            for call in self.connected:
                call()
            look_at = time.monotonic() + MOST_DELAY_S
            while not self._stopping.is_set():
                link.read(_LOOK_S)
                if lost and time.monotonic() > look_at:
                    lost = self._open_all(link, lost, tags)
                    look_at = time.monotonic() + MOST_DELAY_S
            for channel, tag in tags:
                link.write(partial(channel.basic_cancel, tag, nowait=True))
            while self._unsettled:
                link.read(0.05)
        finally:
            self._unsettled.clear()
            link.close()

    def _open_all(self, link: Link, posts: list[Post], tags: list[tuple[Any, str]]) -> list[Post]:
        """Listen to `posts` and note their tags; those whose queue is not there."""
        lost = []
        for post in posts:
            try:
                tags.append(self._open(link, post))
            except NotFound:
                lost.append(post)
        if lost:
            log.warning("queues_lost", count=len(lost), queue=self._name)
        return lost

    def _open(self, link: Link, post: Post) -> tuple[Any, str]:
        channel = link.channel(post.prefetch)

        def arrived(message: amqp.Message) -> None:
            if self._stopping.is_set():
                return
            delivery = Delivery(message, link, self._unsettled.discard)
            self._unsettled.add(delivery)
            post.arrived(delivery)

        return channel, channel.basic_consume(post.queue, callback=arrived)
