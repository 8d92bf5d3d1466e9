"""A child process for one piece of work of which we expect the worst: fed once, read once, ended.

It is fed through a socket pair, so that waiting for it is cooperative in a service and plain in a
test. Children are forked by a process that stands loaded, because loading takes longer than the
work; this process itself never forks (`chassis/bus/nursery.py`).
"""

import os
import socket
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from chassis.bus.nursery import ORDER
from chassis.errors import Unavailable

_CHUNK = 1 << 16
_CODE_BYTES = 16
_ENDS_WITHIN_S = 0.5
_PASSED_ON = ("PATH", "PYTHONPATH", "PYTHONPYCACHEPREFIX", "LD_LIBRARY_PATH", "LANG", "LC_ALL")


@dataclass(frozen=True)
class Ended:
    """How it ended. `exit_code` is None where it was killed for taking too long, or saying too
    much; -n where signal n ended it.
    """

    output: bytes
    exit_code: int | None


class OneShots:
    """Children of `command`, at most one per core at a time. Safe to share.

    The command loads and then calls `nursery.serve`. Its children read stdin to its end, write
    their answer to stdout and set their own limits; they get no secret from our environment. What
    they write to stderr is thrown away: it may quote.
    """

    def __init__(self, command: Sequence[str], *, most_bytes: int = 16 << 20) -> None:
        self._command = tuple(command)
        self._most_bytes = most_bytes
        self._room = threading.BoundedSemaphore(os.cpu_count() or 1)
        self._lock = threading.Lock()
        self._nursery: _Nursery | None = None

    def prepare(self) -> None:
        """Have the command loaded, or loading. Safe to repeat; `ask` does it by itself."""
        with self._lock:
            self._living()

    def ask(self, data: bytes, *, within_s: float) -> Ended:
        """What a child answered to `data`, and how it ended. Never raises for what it does.

        Raises Unavailable when there is no room for a child in that time, or when the process
        that forks them has died: that says nothing of `data`, and may be different later.
        """
        if not self._room.acquire(timeout=within_s):
            raise Unavailable
        try:
            with ExitStack() as sockets:
                child = _Child(sockets)
                self._order(child)
                return child.asked(data, time.monotonic() + within_s, self._most_bytes)
        finally:
            self._room.release()

    def close(self) -> None:
        """End the process that forks, and with it what it has forked."""
        with self._lock:
            self._end()

    def _order(self, child: "_Child") -> None:
        """From the process that forks, or from a new one where it has died."""
        with self._lock:
            for _ in range(2):
                try:
                    child.ordered(self._living().orders)
                except OSError:
                    self._end()
                else:
                    return
        raise Unavailable

    def _living(self) -> "_Nursery":
        if self._nursery is not None and not self._nursery.is_alive():
            self._end()
        if self._nursery is None:
            self._nursery = _Nursery(self._command)
        return self._nursery

    def _end(self) -> None:
        if self._nursery is not None:
            self._nursery.end()
            self._nursery = None


class _Nursery:
    """The process that forks; `orders` is its stdin."""

    def __init__(self, command: Sequence[str]) -> None:
        self.orders, theirs = _pair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - the command is ours
                command,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            )

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def end(self) -> None:
        """Have it end what it has forked and itself, or kill it; and forget it."""
        self.orders.close()
        try:
            self._process.wait(_ENDS_WITHIN_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class _Child:
    """`sockets` close with what they are opened in, and that ends it if it lives."""

    def __init__(self, sockets: ExitStack) -> None:
        self._socket, self._theirs = map(sockets.enter_context, _pair())
        self._line, self._end_of_line = map(sockets.enter_context, _pair())

    def ordered(self, orders: socket.socket) -> None:
        """Raises OSError where nobody takes the order."""
        fds = [self._theirs.fileno(), self._end_of_line.fileno()]
        socket.send_fds(orders, [ORDER], fds)

    def asked(self, data: bytes, deadline: float, most_bytes: int) -> Ended:
        self._theirs.close()
        self._end_of_line.close()
        output = b""
        try:
            self._feed(data, deadline)
            output = self._read(deadline, most_bytes)
            return Ended(output, self._exit_code(deadline))
        except TimeoutError:
            return Ended(output, None)

    def _feed(self, data: bytes, deadline: float) -> None:
        """All of it, or as much as it takes before it dies: its exit code tells the rest."""
        self._socket.settimeout(_left(deadline))
        try:
            self._socket.sendall(data)
            self._socket.shutdown(socket.SHUT_WR)
        except TimeoutError:
            raise
        except OSError:
            return

    def _read(self, deadline: float, most_bytes: int) -> bytes:
        chunks: list[bytes] = []
        size = 0
        while size <= most_bytes:
            chunk = _received(self._socket, _CHUNK, deadline)
            if not chunk:
                return b"".join(chunks)
            chunks.append(chunk)
            size += len(chunk)
        raise TimeoutError("it says too much")

    def _exit_code(self, deadline: float) -> int:
        """It has closed its stdout; its end follows, unless it hangs."""
        code = _received(self._line, _CODE_BYTES, deadline)
        if not code:
            raise Unavailable  # whoever was to tell it has died
        return int(code)


def _pair() -> tuple[socket.socket, socket.socket]:
    """Ours, and one for another process."""
    ours, theirs = socket.socketpair()
    os.set_blocking(theirs.fileno(), True)  # eventlet's are not
    return ours, theirs


def _received(line: socket.socket, most_bytes: int, deadline: float) -> bytes:
    """What comes next; nothing at its end."""
    line.settimeout(_left(deadline))
    try:
        return line.recv(most_bytes)
    except ConnectionError:
        return b""


def _left(deadline: float) -> float:
    """Seconds, above 0; raises TimeoutError when there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
