"""Sending replies: transient, unconfirmed, over a connection that only does this.

A reply that is lost costs its caller a timeout, and a call with an idempotency key gets the same
answer again. A connection of its own, because a broker that is short of memory or disk stops
reading from whoever publishes, and acks must not wait for that.
"""

import threading
from typing import Any

import amqp

from chassis.bus.broker import MOST_DELAY_S, NETWORK
from chassis.bus.hardening import Link
from chassis.bus.wire import RPC_EXCHANGE
from chassis.log import logger

log = logger(__name__)

_WAIT_S = 2.0  # how long a reply waits for a connection that is being made
_TRANSIENT = 1


class Replies:
    def __init__(self, url: str, name: str) -> None:
        self._url = url
        self._name = name
        self._link: Link | None = None
        self._channel: Any = None
        self._ready = threading.Event()
        self._stopping = threading.Event()

    def run(self) -> None:
        """Keep a connection open until told to stop. Network errors are waited out."""
        delay = 0.1
        while not self._stopping.is_set():
            try:
                self._hold()
                delay = 0.1
            except NETWORK as error:
                log.warning("broker_away", reason=type(error).__name__, queue=self._name)
                self._stopping.wait(delay)
                delay = min(delay * 2, MOST_DELAY_S)

    def send(self, reply_to: str, body: bytes, **properties: Any) -> None:
        """Send, or log that it could not be sent. Never raises."""
        message = amqp.Message(body, delivery_mode=_TRANSIENT, **properties)
        if not self._ready.wait(_WAIT_S):
            log.warning("reply_lost", reason="NoConnection")
            return
        link, channel = self._link, self._channel
        try:
            assert link is not None  # noqa: S101 - set before _ready
            link.write(lambda: channel.basic_publish(message, RPC_EXCHANGE, reply_to))
        except NETWORK as error:
            log.warning("reply_lost", reason=type(error).__name__)

    def stop(self) -> None:
        self._stopping.set()

    def _hold(self) -> None:
        self._link = link = Link(self._url, self._name)
        try:
            self._channel = link.channel()
            self._ready.set()
            while not self._stopping.is_set():
                link.read(0.5)
        finally:
            self._ready.clear()
            link.close()
