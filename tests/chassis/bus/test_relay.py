"""The relay: a broker that is away, stuck or forgetful costs time and loses nothing."""

import time
from uuid import uuid4

import pytest

from chassis.bus.names import marker_of
from tests.chassis.bus.contract import OWNER, Announced, How, Owe
from tests.chassis.bus.ears import a_hearer
from tests.chassis.bus.proxy import Proxy
from tests.chassis.bus.world import World, answers, eventually
from tests.support.people import a_person

pytestmark = pytest.mark.xdist_group("analytics")

GIVEN_UP_S = 3.5  # a publication is given up after 3 s


def test_what_happens_while_the_broker_is_away_is_announced_later(world: World) -> None:
    thing = uuid4()
    with Proxy(world.stack.amqp_urls[OWNER]) as wire, world.service(amqp_url=wire.url):
        wire.refuse()
        world.happen(Announced(person=a_person(), thing=thing))
        give_up(world)

        with a_hearer(world) as ears:
            wire.allow()

            assert eventually(lambda: ears.of(thing)) < 6


def test_what_the_broker_took_and_never_confirmed_is_announced_again(world: World) -> None:
    thing = uuid4()
    with Proxy(world.stack.amqp_urls[OWNER]) as wire, world.service(amqp_url=wire.url):
        connected = world.happen(Announced(person=a_person(), thing=uuid4()))
        eventually(lambda: world.is_published(connected))
        wire.stall()
        message_id = world.happen(Announced(person=a_person(), thing=thing))
        give_up(world)
        assert not world.is_published(message_id)

        with a_hearer(world) as ears:
            wire.cut()
            wire.flow()

            assert eventually(lambda: ears.of(thing)) < 6


def test_a_broker_that_has_forgotten_is_told_everything_again(world: World) -> None:
    things = [uuid4() for _ in range(5)]
    with Proxy(world.stack.amqp_urls[OWNER]) as wire, world.service(amqp_url=wire.url):
        for thing in things:
            world.api().announce(Owe(thing=thing, how=How.WELL))
        eventually(lambda: world.unpublished() == 0)

        with a_hearer(world) as ears, world.channel() as channel:
            channel.queue_delete(marker_of(OWNER))
            wire.cut()
            eventually(lambda: all(ears.of(thing) for thing in things))
        eventually(lambda: world.unpublished() == 0)

        with a_hearer(world) as ears:
            wire.cut()
            world.wait_ready()
            world.api().announce(Owe(thing=(last := uuid4()), how=How.WELL))
            eventually(lambda: ears.of(last))
            assert not any(ears.of(thing) for thing in things)


def give_up(world: World) -> None:
    """Ask until the relay has given up what it was publishing."""
    started = time.monotonic()
    while time.monotonic() - started < GIVEN_UP_S:
        answers(world.api())
