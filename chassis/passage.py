"""One time limit for everything that a request waits for: connecting, TLS, each byte of an answer.

A time limit for a read begins anew with each byte, so that a server that drips keeps a caller for
as long as it likes. Here each wait is only for what the passage has left.
"""

import selectors
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import httpcore2

from chassis.resolver import UnknownHostError, addresses

CONNECT_S = 3.0

T = TypeVar("T")


class ClosedDoorError(Exception):
    """A call that must not leave: to another host, or without a row in the ledger. A bug."""


@dataclass
class Passage:
    """What went out while the door was open. `ends_at` is on the clock of `time.monotonic`."""

    ends_at: float
    requests: int = 0
    sent_bytes: int = 0

    @property
    def left_s(self) -> float:
        return self.ends_at - time.monotonic()


class WithinPassage(httpcore2.NetworkBackend):
    """Opens connections for the passage of whoever asks, and for nobody else."""

    def __init__(self, passage: ContextVar[Passage | None]) -> None:
        self._passage = passage

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """To the first address of `host` that answers, within `CONNECT_S` for all of them."""
        passage = _open(self._passage)
        ends_at = min(passage.ends_at, time.monotonic() + CONNECT_S)
        return _Stream(_connected(host, port, ends_at), self._passage)


class _Stream(httpcore2.NetworkStream):
    """A connection whose waits are ours: the socket itself never blocks."""

    def __init__(self, sock: socket.socket, passage: ContextVar[Passage | None]) -> None:
        self._sock = sock
        self._passage = passage
        sock.setblocking(False)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._in_time(partial(self._sock.recv, max_bytes), selectors.EVENT_READ)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        rest = memoryview(buffer)
        while rest:
            rest = rest[self._in_time(partial(self._sock.send, rest), selectors.EVENT_WRITE) :]

    def close(self) -> None:
        self._sock.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        secured = ssl_context.wrap_socket(
            self._sock, server_hostname=server_hostname, do_handshake_on_connect=False
        )
        stream = _Stream(secured, self._passage)
        try:
            stream._in_time(secured.do_handshake, selectors.EVENT_READ)
        except BaseException:
            stream.close()
            raise
        return stream

    def get_extra_info(self, info: str) -> object:
        if info == "is_readable":
            return _is_ready(self._sock, selectors.EVENT_READ, 0)
        return None

    def _in_time(self, act: Callable[[], T], event: int) -> T:
        """What `act` gives, once the wire allows it; raises ReadTimeout when time is up first."""
        passage = _open(self._passage)
        while passage.left_s > 0:
            try:
                return act()
            except ssl.SSLWantReadError:
                wanted = selectors.EVENT_READ
            except ssl.SSLWantWriteError:
                wanted = selectors.EVENT_WRITE
            except BlockingIOError:
                wanted = event
            except OSError:
                raise httpcore2.NetworkError from None
            _is_ready(self._sock, wanted, passage.left_s)
        raise httpcore2.ReadTimeout


def _connected(host: str, port: int, ends_at: float) -> socket.socket:
    try:
        found = addresses(host, port, ends_at)
    except UnknownHostError:
        raise httpcore2.ConnectError from None
    for family, kind, protocol, _, address in found:
        left_s = ends_at - time.monotonic()
        if left_s <= 0:
            break
        sock = socket.socket(family, kind, protocol)
        sock.settimeout(left_s)
        try:
            sock.connect(address)
        except OSError:
            sock.close()
            continue
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return sock
    raise httpcore2.ConnectError


def _open(passage: ContextVar[Passage | None]) -> Passage:
    held = passage.get()
    if held is None:
        raise ClosedDoorError
    return held


def _is_ready(sock: socket.socket, event: int, within_s: float) -> bool:
    with selectors.DefaultSelector() as selector:
        selector.register(sock, event)
        return bool(selector.select(max(0.0, within_s)))
