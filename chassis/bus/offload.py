"""CPU-bound work away from the event loop, and how late the loop is.

A greenthread that computes for 0.25 s stops every other for as long. What releases the GIL goes
to a native thread (`offload`), the rest to a child process (`chassis/bus/child.py`).
"""

import os
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from eventlet import tpool
from eventlet.patcher import is_monkey_patched
from eventlet.semaphore import Semaphore

from chassis.log import logger

log = logger(__name__)

T = TypeVar("T")

_TICK_S = 0.1
_LATE_MS = 100.0

cores = Semaphore(os.cpu_count() or 1)
"""As many at a time as there are cores: more would only take the loop's own time."""


def offload(work: Callable[..., T], /, *args: object) -> T:
    """`work(*args)` in a native thread, while others go on; raises what it raises.

    For C code that releases the GIL, such as bcrypt. No database session may be used in it.
    Outside of a service process it is a plain call.
    """
    if not is_monkey_patched("thread"):
        return work(*args)
    with cores:
        result: T = tpool.execute(work, *args)
    return result


class LoopLag:
    """Measures how much later than asked the loop wakes up; logs what is worth looking at."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self.worst_ms = 0.0
        """Since the start, or since somebody set it to 0."""

    def run(self) -> None:
        """Until told to stop."""
        while not self._stopping.is_set():
            asleep = time.monotonic()
            self._stopping.wait(_TICK_S)
            self._note((time.monotonic() - asleep - _TICK_S) * 1000)

    def stop(self) -> None:
        self._stopping.set()

    def _note(self, lag_ms: float) -> None:
        self.worst_ms = max(self.worst_ms, lag_ms)
        if lag_ms > _LATE_MS:
            log.warning("loop_late", lag_ms=round(lag_ms))
