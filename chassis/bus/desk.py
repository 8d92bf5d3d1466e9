"""Where calls arrive: started in order, as many at a time as there are workers.

A call is acknowledged when it is started, so it runs at most once: a caller who hears nothing
asks again with the same idempotency key. What is not started when we stop goes back to the queue.
"""

from collections import deque
from typing import Any, Protocol

from chassis.bus.clerk import Clerk
from chassis.bus.hardening import Delivery
from chassis.log import logger

log = logger(__name__)


class Served(Protocol):
    """An entrypoint that the desk can start."""

    container: Any


class Desk:
    """One process's calls."""

    def __init__(self, clerk: Clerk, workers: int) -> None:
        self.clerk = clerk
        self._free = workers
        self._served: dict[str, Served] = {}
        self._waiting: deque[Delivery] = deque()
        self._is_stopping = False

    def serves(self, method: str, entrypoint: Served) -> None:
        self._served[method] = entrypoint

    def arrived(self, delivery: Delivery) -> None:
        """Start it, or let it wait for a free worker."""
        self._waiting.append(delivery)
        self._start()

    def done(self) -> None:
        """A worker is free again."""
        self._free += 1
        self._start()

    def stop(self) -> None:
        """Start nothing more; leave what waits to others."""
        self._is_stopping = True
        while self._waiting:
            self._waiting.popleft().leave()

    def _start(self) -> None:
        while self._free and self._waiting and not self._is_stopping:
            delivery = self._waiting.popleft()
            entrypoint = self._served.get(delivery.routing_key.rpartition(".")[2])
            if not delivery.ack():
                continue
            if entrypoint is None:
                log.error("call_unknown", method=delivery.routing_key)
                continue
            self._free -= 1
            entrypoint.container.spawn_worker(entrypoint, (delivery,), {}, context_data={})
