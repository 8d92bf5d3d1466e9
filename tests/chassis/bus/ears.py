"""Somebody who hears what the small service announces."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from uuid import UUID

import amqp

from chassis.bus.names import exchange_of
from tests.chassis.bus.contract import OWNER, Announced
from tests.chassis.bus.world import World


class Ears:
    """What was heard so far; `of` looks for one thing."""

    def __init__(self, channel: Any) -> None:
        self._channel = channel
        self._heard: list[amqp.Message] = []
        queue = channel.queue_declare(exclusive=True).queue
        channel.queue_bind(queue, exchange_of(OWNER), Announced.topic)
        channel.basic_consume(queue, no_ack=True, callback=self._heard.append)

    def of(self, thing: UUID) -> list[amqp.Message]:
        with suppress(TimeoutError):
            self._channel.connection.drain_events(timeout=0.02)
        return [message for message in self._heard if str(thing) in str(message.body)]


@contextmanager
def a_hearer(world: World) -> Iterator[Ears]:
    """Hears everything from now on."""
    with world.channel() as channel:
        yield Ears(channel)
