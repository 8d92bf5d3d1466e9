"""The process that stands loaded and forks a child for each piece of work; told by `child.py`.

Loading takes longer than most of the work, so it is done once. A child begins as a copy: what one
does to itself, or takes as its limits, no other sees. What is worked on never comes in here.
"""

import gc
import os
import selectors
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

ORDER = b"+"
FDS = 2
"""With each order: the socket that the child reads and writes, and ours, to tell how it ended."""

_FIRST_INHERITED = 3


def serve(work: Callable[[], None]) -> NoReturn:
    """For each order that comes through stdin run `work` in a child, until stdin ends.

    It may come back, raise or leave by sys.exit. It has stdin, stdout and stderr, and no other
    file. Call it where there is one thread.
    """
    gc.collect()
    gc.freeze()  # what is loaded already is never looked through again, nor copied for that
    _Nursery(work).run()
    os._exit(0)


class _Nursery:
    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work
        self._orders = socket.socket(fileno=0)
        self._bell, ringing = os.pipe()
        os.set_blocking(ringing, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(ringing)
        self._heard = selectors.DefaultSelector()
        self._heard.register(self._orders, selectors.EVENT_READ)
        self._heard.register(self._bell, selectors.EVENT_READ)
        self._lines: dict[int, socket.socket] = {}

    def run(self) -> None:
        """Until nobody can order any more; what is under way ends with it."""
        while True:
            for key, _ in self._heard.select():
                if key.fileobj is self._orders:
                    if not self._take_order():
                        self._end_all()
                        return
                elif key.fileobj == self._bell:
                    os.read(self._bell, 512)
                else:
                    self._end(key.data)
            self._tell_ended()

    def _take_order(self) -> bool:
        order, fds, _, _ = socket.recv_fds(self._orders, len(ORDER), FDS)
        if not order:
            return False
        theirs, ours = fds
        if not (pid := os.fork()):
            self._begin(theirs)
        os.close(theirs)
        line = self._lines[pid] = socket.socket(fileno=ours)
        self._heard.register(line, selectors.EVENT_READ, data=pid)
        return True

    def _begin(self, theirs: int) -> NoReturn:
        """In the child."""
        code: object = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.dup2(theirs, 0)
            os.dup2(theirs, 1)
            os.closerange(_FIRST_INHERITED, os.sysconf("SC_OPEN_MAX"))
            self._work()
            sys.stdout.flush()
            code = 0
        except SystemExit as left:
            code = left.code
        finally:
            os._exit(code if isinstance(code, int) else 1)

    def _end(self, pid: int) -> None:
        """Nobody waits for it any more. Until it is told of, its pid is no other's."""
        if pid in self._lines:
            self._heard.unregister(self._lines[pid])
            os.kill(pid, signal.SIGKILL)

    def _end_all(self) -> None:
        for pid in self._lines:
            os.kill(pid, signal.SIGKILL)

    def _tell_ended(self) -> None:
        while self._lines:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            with self._lines.pop(pid) as line:
                with suppress(KeyError):
                    self._heard.unregister(line)
                with suppress(OSError):
                    line.send(b"%d" % os.waitstatus_to_exitcode(status))
