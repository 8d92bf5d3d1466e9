"""Where the replies of one process arrive: one exclusive queue, one consumer, many who wait."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from uuid import uuid4

import amqp

from chassis.bus.broker import CONNECT_S, MOST_DELAY_S, NETWORK, abandon, connect, disown, hang_up
from chassis.bus.wire import KEY_ID, REPLY_PREFIX, RPC_EXCHANGE
from chassis.errors import Unavailable

_READY_S = 1.0  # how long a call waits for the mailbox before it says that the broker is away
_LOOK_S = 1.0


class Slot:
    """One call's place in the mailbox."""

    def __init__(self, reply_to: str) -> None:
        self.reply_to = reply_to
        self._reply: tuple[str, bytes] | None = None
        self._arrived = threading.Lock()
        self._arrived.acquire()

    def put(self, reply: tuple[str, bytes] | None) -> None:
        """The key id and sealed bytes; None when the mailbox was lost. Once."""
        self._reply = reply
        self._arrived.release()

    def wait(self, timeout: float) -> tuple[str, bytes]:
        """Raises Unavailable when nothing comes in time, or can come any more."""
        if timeout <= 0 or not self._arrived.acquire(timeout=timeout) or self._reply is None:
            raise Unavailable
        return self._reply


class Mailbox:
    """Opened by the first call, and again whenever the broker comes back."""

    def __init__(self, url: str, name: str, heartbeat_s: int) -> None:
        self._url = url
        self._name = name
        self._heartbeat_s = heartbeat_s
        self._slots: dict[str, Slot] = {}
        self._address = ""
        self._connection: Any = None
        self._ready = threading.Event()
        self._opening = threading.Lock()
        self._reader: threading.Thread | None = None
        self._stopping = threading.Event()

    @contextmanager
    def expecting(self, correlation_id: str, timeout: float) -> Iterator[Slot]:
        """A slot for the reply, for as long as somebody waits. Raises Unavailable."""
        self._open()
        if not self._ready.wait(min(timeout, _READY_S)):
            raise Unavailable
        slot = self._slots[correlation_id] = Slot(self._address)
        try:
            yield slot
        finally:
            self._slots.pop(correlation_id, None)

    def close(self) -> None:
        """Whoever still waits is told at once."""
        self._stopping.set()
        if self._reader is not None:
            hang_up(self._connection)
            self._reader.join(CONNECT_S)

    def disown(self) -> None:
        """In a child after a fork: the connection is the parent's."""
        self._stopping.set()
        if self._connection is not None:
            disown(self._connection)

    def _open(self) -> None:
        if self._reader is not None:
            return
        with self._opening:
            if self._reader is None:
                self._reader = threading.Thread(target=self._read, name="mailbox", daemon=True)
                self._reader.start()

    def _read(self) -> None:
        delay = 0.1
        while not self._stopping.is_set():
            try:
                self._hold()
                delay = 0.1
            except NETWORK:
                self._stopping.wait(delay)
                delay = min(delay * 2, MOST_DELAY_S)

    def _hold(self) -> None:
        """Receive until the connection is lost; then whoever still waits is told so at once."""
        self._connection = connection = connect(
            self._url, f"{self._name} replies", heartbeat=self._heartbeat_s
        )
        try:
            self._address = self._declare(connection)
            self._ready.set()
            while not self._stopping.is_set():
                self._drain(connection)
        finally:
            self._ready.clear()
            abandon(connection)
            for slot in self._taken():
                slot.put(None)

    def _declare(self, connection: Any) -> str:
        """An exclusive queue: it vanishes with its connection, and nobody else can read it."""
        channel = connection.channel()
        address = f"{REPLY_PREFIX}{self._name}.{uuid4().hex}"
        channel.queue_declare(address, exclusive=True, auto_delete=True)
        channel.queue_bind(address, RPC_EXCHANGE, address)
        channel.basic_consume(address, no_ack=True, callback=self._arrived)
        return address

    def _drain(self, connection: Any) -> None:
        """Replies are no sign of life from us: a busy line needs its heartbeat too."""
        with suppress(TimeoutError):
            connection.drain_events(timeout=_LOOK_S)
        connection.heartbeat_tick()

    def _arrived(self, message: amqp.Message) -> None:
        slot = self._slots.pop(message.properties.get("correlation_id", ""), None)
        if slot is not None:
            headers = message.properties.get("application_headers") or {}
            slot.put((str(headers.get(KEY_ID)), message.body))

    def _taken(self) -> list[Slot]:
        slots = []
        while self._slots:
            slots.append(self._slots.popitem()[1])
        return slots
