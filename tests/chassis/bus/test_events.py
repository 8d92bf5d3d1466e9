"""Events: heard at least once, done once, announced if and only if they happened."""

from uuid import uuid4

import amqp
import pytest

from chassis.bus.names import exchange_of, queue_of
from chassis.bus.topology import DEAD, UNROUTABLE
from tests.chassis.bus.contract import OWNER, Happened, How
from tests.chassis.bus.world import World, eventually
from tests.support.people import a_person

pytestmark = pytest.mark.xdist_group("analytics")

QUEUE = queue_of(OWNER, Happened.topic)


def a_happening(how: How = How.WELL) -> Happened:
    return Happened(person=a_person(), thing=uuid4(), how=how)


def test_an_event_is_done_in_milliseconds(echo: World) -> None:
    event = a_happening()

    echo.say(event, uuid4())

    assert eventually(lambda: echo.done(event.thing)) < 1


def test_hearing_twice_does_it_once(echo: World) -> None:
    event, message_id = a_happening(), uuid4()

    for _ in range(3):
        echo.say(event, message_id)
    eventually(lambda: echo.done(event.thing))
    echo.say(event, message_id)
    later = a_happening()
    echo.say(later, uuid4())
    eventually(lambda: echo.done(later.thing))

    assert echo.done(event.thing) == 1


def test_what_is_refused_is_done_with(echo: World) -> None:
    event, message_id = a_happening(How.REFUSED), uuid4()

    echo.say(event, message_id)
    eventually(lambda: (job := echo.job(message_id)) and job.state == "refused")

    assert echo.job(message_id).code == "not-wanted"
    assert echo.done(f"begun:{event.thing}") == 1


def test_what_is_unavailable_is_tried_again(echo: World) -> None:
    event, message_id = a_happening(How.AWAY_ONCE), uuid4()

    echo.say(event, message_id)
    eventually(lambda: echo.done(event.thing))
    eventually(lambda: echo.job(message_id).state == "done")

    assert echo.job(message_id).tries == 2
    assert echo.done(event.thing) == 1


def test_a_bug_is_parked_and_holds_up_nobody(echo: World) -> None:
    poison, message_id, event = a_happening(How.BUG), uuid4(), a_happening()

    echo.say(poison, message_id)
    echo.say(event, uuid4())
    eventually(lambda: echo.done(event.thing))
    eventually(lambda: echo.job(message_id).state == "parked")

    assert echo.job(message_id).code == "ValueError"
    assert echo.done(f"begun:{poison.thing}") == 1


def test_what_cannot_be_read_goes_to_the_dead_queue(echo: World) -> None:
    event = a_happening()
    with echo.channel() as channel:
        channel.queue_purge(DEAD)
        unreadable = amqp.Message(b'{"person": 7}', message_id=str(uuid4()))
        channel.basic_publish_confirm(unreadable, exchange_of("documents"), Happened.topic)
        echo.say(event, uuid4())

        eventually(lambda: echo.done(event.thing))
        eventually(lambda: channel.queue_declare(DEAD, passive=True).message_count == 1)
        channel.queue_purge(DEAD)


def test_a_queue_is_named_after_what_is_heard_and_not_after_a_method(echo: World) -> None:
    with echo.channel() as channel:
        eventually(lambda: channel.queue_declare(QUEUE, passive=True).consumer_count == 1)

    assert QUEUE == "analytics.on.documents.happened"


def test_what_nobody_can_hear_is_collected(echo: World) -> None:
    with echo.channel() as channel:
        channel.queue_purge(UNROUTABLE)
        lost = amqp.Message(b"{}", message_id=str(uuid4()))
        channel.basic_publish_confirm(lost, exchange_of("documents"), "documents.misspelled")

        eventually(lambda: channel.queue_declare(UNROUTABLE, passive=True).message_count == 1)
        channel.queue_purge(UNROUTABLE)
