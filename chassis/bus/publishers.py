"""The connections over which requests go out: a few, each used by one caller at a time."""

import threading
from typing import Any, Protocol

import amqp
from amqp import spec

from chassis.bus.broker import NETWORK, abandon, connect, disown
from chassis.bus.wire import RPC_EXCHANGE
from chassis.errors import Unavailable


class Limit(Protocol):
    def left(self) -> float: ...


class Publishers:
    """At most `size` connections, opened when needed, reused last first."""

    def __init__(self, url: str, name: str, size: int) -> None:
        self._url = url
        self._name = name
        self._idle: list[_Publisher] = []
        self._free = threading.BoundedSemaphore(size)

    def publish(self, message: amqp.Message, key: str, limit: Limit) -> None:
        """Return when the broker has taken it and somebody serves `key`. Raises Unavailable."""
        if not self._free.acquire(timeout=max(0.0, limit.left())):
            raise Unavailable
        try:
            publisher = self._living() or _Publisher(self._url, self._name, limit)
            is_taken = publisher.publish(message, key, limit)
            self._idle.append(publisher)
        except NETWORK:
            is_taken = False
        finally:
            self._free.release()
        if not is_taken:
            raise Unavailable

    def close(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def disown(self) -> None:
        """In a child after a fork: the connections are the parent's."""
        while self._idle:
            self._idle.pop().disown()

    def _living(self) -> "_Publisher | None":
        while self._idle:
            publisher = self._idle.pop()
            if publisher.is_alive():
                return publisher
        return None


class _Publisher:
    def __init__(self, url: str, name: str, limit: Limit) -> None:
        self._connection = connect(url, name, timeout=_positive(limit), heartbeat=0)
        try:
            self._channel: Any = self._connection.channel()
            self._channel.confirm_select()
        except BaseException:
            self.close()
            raise
        self._channel.events["basic_return"].add(self._on_return)
        self._is_lost = False

    def is_alive(self) -> bool:
        """Whether the broker has not closed it meanwhile; a dead one is put away."""
        try:
            self._connection.drain_events(timeout=0)
        except TimeoutError:
            return True
        except NETWORK:
            self.close()
        return False

    def publish(self, message: amqp.Message, key: str, limit: Limit) -> bool:
        """Whether the broker took it and somebody serves `key`. Raises one of NETWORK, for good."""
        self._is_lost = False
        try:
            self._channel.basic_publish(
                message, RPC_EXCHANGE, key, mandatory=True, timeout=_positive(limit)
            )
            self._channel.wait(
                [spec.Basic.Ack, spec.Basic.Nack],
                callback=self._on_confirm,
                timeout=_positive(limit),
            )
        except BaseException:
            self.close()
            raise
        return not self._is_lost

    def close(self) -> None:
        abandon(self._connection)

    def disown(self) -> None:
        disown(self._connection)

    def _on_return(self, *_: object) -> None:
        """Comes before the confirm, which says only that the broker has seen it."""
        self._is_lost = True

    def _on_confirm(self, method: object, *_: object) -> None:
        self._is_lost |= method == spec.Basic.Nack


def _positive(limit: Limit) -> float:
    """Seconds left; py-amqp takes 0 for "do not block", so never quite 0."""
    return max(0.001, limit.left())
