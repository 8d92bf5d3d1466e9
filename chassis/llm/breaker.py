"""Leaves a provider alone that fails again and again, and tells when it is back."""

import threading
import time
from collections.abc import Callable

FAILURES = 5
REST_S = 30.0

Clock = Callable[[], float]


class Breaker:
    """Closed while calls succeed; open for a while after five failures in a row, or for as long
    as the provider asked. Then one call may try; it closes the breaker or opens it again.

    Safe to share within a process. `on_close` is called once each time that it closes.
    """

    def __init__(self, on_close: Callable[[], None], clock: Clock = time.monotonic) -> None:
        self._on_close = on_close
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._open_until: float | None = None

    def rest_s(self) -> float:
        """For how long nobody may call; 0 where this caller may, as the one that tries."""
        with self._lock:
            if self._open_until is None:
                return 0.0
            left = self._open_until - self._clock()
            if left > 0:
                return left
            self._open_until = self._clock() + REST_S  # the next one waits for how this one fares
            return 0.0

    def succeeded(self) -> None:
        with self._lock:
            was_open, self._open_until, self._failures = self._open_until is not None, None, 0
        if was_open:
            self._on_close()

    def failed(self, wait_s: float = 0) -> None:
        """`wait_s` is what the provider asked for: it is honoured from the first failure on."""
        with self._lock:
            self._failures += 1
            rest = max(wait_s, REST_S if self._failures >= FAILURES else 0)
            if rest > 0:
                self._open_until = self._clock() + rest
