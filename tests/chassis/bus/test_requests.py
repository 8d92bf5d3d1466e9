"""What a request is to the broker: sealed, transient, and dead when nobody waits for it."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from chassis.bus.client import Bus
from chassis.bus.names import rpc_queue_of
from chassis.errors import Unavailable
from chassis.secrets import Secrets
from tests.chassis.bus.contract import OWNER, Do, Said
from tests.chassis.bus.proxy import Proxy
from tests.chassis.bus.world import World, answers, eventually
from tests.support.people import a_passport

pytestmark = pytest.mark.xdist_group("analytics")

CANARY = "Ottilie Harbourmaster"


def test_a_call_that_nobody_waits_for_is_never_done(world: World) -> None:
    late, in_time = str(uuid4()), str(uuid4())
    with pytest.raises(Unavailable):
        world.api().nap(Do(what=late))

    with world.service():
        world.api().nap(Do(what=in_time))

    assert world.done(f"begun:{in_time}") == 1
    assert world.done(f"begun:{late}") == 0


def test_a_request_is_transient_and_dies_with_its_deadline(world: World) -> None:
    with world.channel() as channel:
        channel.queue_purge(rpc_queue_of(OWNER))
        with ThreadPoolExecutor(1) as pool:
            pool.submit(world.api().echo, Said(text=CANARY))
            found: list[object] = []
            eventually(lambda: found.append(channel.basic_get(rpc_queue_of(OWNER))) or any(found))
        (message,) = filter(None, found)

    assert message.properties["delivery_mode"] == 1
    assert 0 < int(message.properties["expiration"]) <= 3000
    assert CANARY.encode() not in message.body


def test_nothing_that_is_said_can_be_read_on_the_wire(world: World) -> None:
    with (
        Proxy(world.stack.amqp_urls["gateway"]) as asking,
        Proxy(world.stack.amqp_urls[OWNER]) as answering,
        world.service(amqp_url=answering.url),
    ):
        person = a_passport()
        world.api(person, bus=world.bus(asking.url)).echo(Said(text=CANARY))

        assert len(asking.seen) > 500
        assert len(answering.seen) > 500
        for secret in (CANARY, str(person.person), world.signed(person)):
            assert secret.encode() not in asking.seen + answering.seen


def test_a_rotated_key_is_found_by_both_sides(world: World, tmp_path) -> None:
    folder = tmp_path / "bus"
    folder.mkdir()
    (folder / "current.key").write_bytes(b"1" * 32)
    for shared in ("public", "epoch"):
        (tmp_path / shared).symlink_to(world.stack.secrets[OWNER] / shared)
    bus = Bus(world.stack.amqp_urls["gateway"], Secrets(tmp_path), name="gateway")
    api = world.api(bus=bus)

    with world.service(is_ready=False, MIRA_SECRETS=str(tmp_path)):
        eventually(lambda: answers(api), within_s=20)
        (folder / "previous.key").write_bytes(b"1" * 32)
        (folder / "current.key").write_bytes(b"2" * 32)
        newer = Bus(world.stack.amqp_urls["gateway"], Secrets(tmp_path), name="gateway")

        replies = [answers(api), answers(world.api(bus=newer)), answers(api)]

    bus.close()
    newer.close()
    assert replies == [True, True, True]
