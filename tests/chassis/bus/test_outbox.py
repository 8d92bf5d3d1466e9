"""The outbox: announced if and only if it happened, and nothing of a stranger's with it."""

from uuid import UUID, uuid4

import pytest

from chassis.errors import NotFound
from tests.chassis.bus.contract import How, Owe
from tests.chassis.bus.ears import a_hearer
from tests.chassis.bus.raw import send_raw
from tests.chassis.bus.world import World, eventually

pytestmark = pytest.mark.xdist_group("analytics")


def test_what_is_committed_is_announced_once(echo: World) -> None:
    thing = uuid4()

    with a_hearer(echo) as ears:
        echo.api().announce(Owe(thing=thing, how=How.WELL))
        eventually(lambda: ears.of(thing))

        (message,) = ears.of(thing)
    assert message.properties["delivery_mode"] == 2
    assert UUID(message.properties["message_id"])


def test_what_is_rolled_back_is_never_announced(echo: World) -> None:
    thing, later = uuid4(), uuid4()

    with a_hearer(echo) as ears:
        with pytest.raises(NotFound):
            echo.api().announce(Owe(thing=thing, how=How.BUG))
        echo.api().announce(Owe(thing=later, how=How.WELL))
        eventually(lambda: ears.of(later))

        assert ears.of(thing) == []


def test_nothing_that_a_caller_sends_along_travels_on(echo: World) -> None:
    thing = uuid4()

    with a_hearer(echo) as ears:
        headers = {"x-death": "theirs", "nameko.user_id": "theirs", "mira-trace": "a-trace-of-mine"}
        send_raw(echo, Owe(thing=thing, how=How.WELL), method="announce", headers=headers)
        eventually(lambda: ears.of(thing))

        (message,) = ears.of(thing)
    assert message.properties["application_headers"] == {"mira-trace": "a-trace-of-mine"}
