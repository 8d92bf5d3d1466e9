"""A child process for one piece of work of which we expect the worst: fed once, read once, ended.

It is fed through a socket pair, so that waiting for it is cooperative in a service and plain in a
test. One idle child is kept ready, because loading takes longer than the work.
"""

import os
import socket
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from chassis.errors import Unavailable

_CHUNK = 1 << 16
_LOOK_S = 0.005
_PASSED_ON = ("PATH", "PYTHONPATH", "PYTHONPYCACHEPREFIX", "LD_LIBRARY_PATH", "LANG", "LC_ALL")


@dataclass(frozen=True)
class Ended:
    """How it ended. `exit_code` is None where it was killed for taking too long, or saying too
    much; -n where signal n ended it.
    """

    output: bytes
    exit_code: int | None


class OneShots:
    """Children that run `command`, at most one per core at a time. Safe to share.

    The command reads stdin to its end, writes its answer to stdout and sets its own limits; it
    gets no secret from our environment. What it writes to stderr is thrown away: it may quote.
    """

    def __init__(self, command: Sequence[str], *, most_bytes: int = 16 << 20) -> None:
        self._command = tuple(command)
        self._most_bytes = most_bytes
        self._room = threading.BoundedSemaphore(os.cpu_count() or 1)
        self._lock = threading.Lock()
        self._spare: _Child | None = None

    def prepare(self) -> None:
        """Have an idle child ready. Safe to repeat; `ask` does it by itself afterwards, also

        where its caller gave up: who asks again finds a child that has been loading meanwhile.
        """
        with self._lock:
            if self._spare is not None and self._spare.is_alive():
                return
            if self._spare is not None:
                self._spare.end()
            self._spare = _Child(self._command)

    def ask(self, data: bytes, *, within_s: float) -> Ended:
        """What a child answered to `data`, and how it ended. Never raises for what it does.

        Raises Unavailable when there is no room for a child in that time: that says nothing of
        `data`, and may be different later.
        """
        if not self._room.acquire(timeout=within_s):
            raise Unavailable
        try:
            return self._take().asked(data, time.monotonic() + within_s, self._most_bytes)
        finally:
            self._room.release()
            self.prepare()

    def close(self) -> None:
        """End the idle child."""
        with self._lock:
            if self._spare is not None:
                self._spare.end()
                self._spare = None

    def _take(self) -> "_Child":
        with self._lock:
            spare, self._spare = self._spare, None
        if spare is not None and spare.is_alive():
            return spare
        if spare is not None:
            spare.end()
        return _Child(self._command)


class _Child:
    def __init__(self, command: Sequence[str]) -> None:
        self._socket, theirs = socket.socketpair()
        with theirs:
            os.set_blocking(theirs.fileno(), True)  # eventlet's are not
            self._process = subprocess.Popen(  # noqa: S603 - the command is ours
                command,
                stdin=theirs.fileno(),
                stdout=theirs.fileno(),
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            )

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def asked(self, data: bytes, deadline: float, most_bytes: int) -> Ended:
        output = b""
        try:
            self._feed(data, deadline)
            output = self._read(deadline, most_bytes)
            return Ended(output, self._exit_code(deadline))
        except TimeoutError:
            return Ended(output, None)
        finally:
            self.end()

    def end(self) -> None:
        """Kill it if it lives, and forget it."""
        self._socket.close()
        self._process.kill()
        self._process.wait()

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
            self._socket.settimeout(_left(deadline))
            try:
                chunk = self._socket.recv(_CHUNK)
            except ConnectionError:
                chunk = b""
            if not chunk:
                return b"".join(chunks)
            chunks.append(chunk)
            size += len(chunk)
        raise TimeoutError("it says too much")

    def _exit_code(self, deadline: float) -> int:
        """It has closed its stdout; its end follows, unless it hangs."""
        while (code := self._process.poll()) is None:
            _left(deadline)
            time.sleep(_LOOK_S)
        return code


def _left(deadline: float) -> float:
    """Seconds, above 0; raises TimeoutError when there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
