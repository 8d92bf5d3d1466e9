"""Leaves a provider alone that fails again and again, and tells when it is back."""

import threading
import time
from collections.abc import Callable

from contracts.disclosure import SendingPurpose

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
        """For how long nobody may call; 0 where somebody may."""
        with self._lock:
            return self._rest_s()

    def begin(self) -> float:
        """As `rest_s`, right before a call: where it is 0 after a rest, this caller alone tries."""
        with self._lock:
            rest = self._rest_s()
            if rest == 0 and self._open_until is not None:
                self._open_until = self._clock() + REST_S  # until it is known how this one fares
            return rest

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

    def rests(self, wait_s: float) -> None:
        """The provider asked, elsewhere, to be left alone for so long."""
        with self._lock:
            self._open_until = max(self._open_until or 0.0, self._clock() + wait_s)

    def _rest_s(self) -> float:
        return 0.0 if self._open_until is None else max(self._open_until - self._clock(), 0.0)


class Breakers:
    """A breaker for each purpose: what has little time fails sooner than what has much, and must
    not hold that up. What a provider asks for holds for all.
    """

    def __init__(self, on_close: Callable[[], None], clock: Clock = time.monotonic) -> None:
        self._of = {purpose: Breaker(on_close, clock) for purpose in SendingPurpose}

    def __getitem__(self, purpose: SendingPurpose) -> Breaker:
        return self._of[purpose]

    def failed(self, purpose: SendingPurpose, wait_s: float) -> None:
        self._of[purpose].failed(wait_s)
        if wait_s > 0:
            for other in self._of.keys() - {purpose}:
                self._of[other].rests(wait_s)
