"""Events that wait together: heard by one call, and none pays for another's fault."""

from uuid import uuid4

import pytest

from tests.chassis.bus.contract import Gathered, How
from tests.chassis.bus.world import World, eventually
from tests.support.people import a_person

pytestmark = pytest.mark.xdist_group("analytics")


def a_gathering(how: How = How.WELL) -> Gathered:
    return Gathered(person=a_person(), thing=uuid4(), how=how)


def test_what_waits_together_is_heard_together(world: World) -> None:
    events = [a_gathering() for _ in range(6)]
    for event in events:
        world.say(event, uuid4())

    with world.service():
        eventually(lambda: all(world.done(event.thing) for event in events))

    assert [world.done(event.thing) for event in events] == [1] * 6
    assert sum(world.done(f"together:{n}") for n in range(2, 7))


def test_a_bug_among_many_is_parked_alone(world: World) -> None:
    poison, message_id = a_gathering(How.BUG), uuid4()
    events = [a_gathering() for _ in range(4)]
    world.say(events[0], uuid4())
    world.say(poison, message_id)
    for event in events[1:]:
        world.say(event, uuid4())

    with world.service():
        eventually(lambda: all(world.done(event.thing) for event in events))
        eventually(lambda: world.job(message_id).state == "parked")

    assert [world.done(event.thing) for event in events] == [1] * 4
    assert world.done(poison.thing) == 0
