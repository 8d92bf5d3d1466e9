"""The client: one hard deadline whatever happens, in threads, under gevent, after a fork."""

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from chassis.bus.client import Bus, Deadline
from chassis.bus.wire import RequestHead
from chassis.errors import Unavailable
from chassis.secrets import Secrets
from contracts.message import Nothing, Owner
from tests.chassis.bus.contract import Analytics, Do, Said
from tests.chassis.bus.proxy import Proxy
from tests.chassis.bus.world import World, answers, eventually
from tests.support.people import a_passport

pytestmark = pytest.mark.xdist_group("analytics")

MOST_S = 3.5


def unavailable_after(call: Callable[[], object]) -> float:
    """How many seconds it took until it was Unavailable."""
    started = time.monotonic()
    with pytest.raises(Unavailable):
        call()
    return time.monotonic() - started


@pytest.mark.parametrize("is_warm", [True, False])
@pytest.mark.parametrize("fault", [Proxy.stall, Proxy.refuse, Proxy.cut])
def test_nobody_waits_longer_than_the_deadline(
    echo: World,
    fault: Callable[[Proxy], None],
    is_warm: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    with Proxy(echo.stack.amqp_urls["gateway"]) as wire:
        api = echo.api(bus=echo.bus(wire.url))
        if is_warm:
            answers(api)
        nap = Do(what=str(uuid4()), nap_s=5)

        with ThreadPoolExecutor(2) as pool:
            under_way = pool.submit(unavailable_after, lambda: api.nap(nap))
            eventually(lambda: not is_warm or echo.done(f"begun:{nap.what}"))
            fault(wire)
            later = pool.submit(unavailable_after, lambda: api.nap(nap))

        assert under_way.result() < MOST_S
        assert later.result() < MOST_S


def test_a_lost_connection_is_told_at_once(echo: World) -> None:
    with Proxy(echo.stack.amqp_urls["gateway"]) as wire:
        api = echo.api(bus=echo.bus(wire.url))
        answers(api)
        nap = Do(what=str(uuid4()), nap_s=2.5)

        with ThreadPoolExecutor(1) as pool:
            waited = pool.submit(unavailable_after, lambda: api.nap(nap))
            eventually(lambda: echo.done(f"begun:{nap.what}"))
            wire.cut()

        assert waited.result() < 2


def test_after_the_fault_it_works_again(echo: World) -> None:
    with Proxy(echo.stack.amqp_urls["gateway"]) as wire:
        api = echo.api(bus=echo.bus(wire.url))
        answers(api)
        wire.refuse()
        unavailable_after(lambda: api.echo(Said(text="hello")))

        wire.allow()

        assert eventually(lambda: answers(api)) < 4


def test_a_deadline_is_shared_by_all_calls_of_a_request(echo: World) -> None:
    deadline = Deadline.after(0.4)
    passport = echo.signed(a_passport())
    api = echo.own_bus.service(Analytics, passport=passport, deadline=deadline)

    waited = [unavailable_after(lambda: api.nap(Do(what="nap", nap_s=2))) for _ in range(2)]

    assert sum(waited) < 1


def test_a_mailbox_that_is_never_idle_keeps_its_connection(echo: World) -> None:
    secrets = Secrets(echo.stack.secrets["gateway"])
    bus = Bus(echo.stack.amqp_urls["gateway"], secrets, name="gateway", heartbeat_s=1)
    api = echo.api(bus=bus)
    busy_until = time.monotonic() + 5  # the broker ends who is silent for two heartbeats

    while time.monotonic() < busy_until:
        api.echo(Said(text="hello"))

    bus.close()


def test_many_threads_each_get_their_own_reply(echo: World) -> None:
    bus = echo.bus()
    words = [f"word {number}" for number in range(320)]

    with ThreadPoolExecutor(16) as pool:
        replies = list(pool.map(lambda w: echo.api(bus=bus).echo(Said(text=w)).text, words))

    assert replies == words


GATEWAY = """
import sys, threading
{patch}
from pathlib import Path
from pydantic import SecretStr
from chassis.bus.client import Bus
from chassis.secrets import Secrets
from tests.chassis.bus.contract import Analytics, Said
bus = Bus(SecretStr(sys.argv[1]), Secrets(Path(sys.argv[2])), name="gateway")
api = bus.service(Analytics, passport=sys.argv[3])
def say(word):
    assert api.echo(Said(text=word)).text == word
{body}
print("done")
"""

THREADS = """
crowd = [threading.Thread(target=say, args=(str(n),)) for n in range(40)]
[each.start() for each in crowd]
[each.join() for each in crowd]
"""

FORK = """
import os
say("before")
child = os.fork()
say("beside")
if child:
    assert os.waitpid(child, 0)[1] == 0
else:
    os._exit(0)
say("after")
"""

IMPORTS = """
say("hello")
late = threading.Thread(target=say, args=("from a thread",))
late.start()
late.join()
assert not {"nameko", "eventlet", "sqlalchemy"} & set(sys.modules), "the gateway has none of these"
"""


@pytest.mark.parametrize(
    ("patch", "body"),
    [
        ("from gevent import monkey; monkey.patch_all()", THREADS),
        ("import eventlet; eventlet.monkey_patch()", THREADS),
        ("", THREADS),
        ("", FORK),
        ("from gevent import monkey; monkey.patch_all()", FORK),
        ("", IMPORTS),
    ],
    ids=["gevent", "eventlet", "threads", "fork", "fork under gevent", "imports"],
)
def test_it_works_in_every_kind_of_process(echo: World, patch: str, body: str) -> None:
    url = echo.stack.amqp_urls["gateway"].get_secret_value()
    secrets = echo.stack.secrets["gateway"]
    script = GATEWAY.format(patch=patch, body=body)

    said = subprocess.run(
        [sys.executable, "-c", script, url, str(secrets), echo.signed(a_passport())],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )

    assert said.stdout == "done\n", said.stderr


def test_a_call_that_nobody_serves_is_told_at_once(world: World) -> None:
    secrets = Secrets(world.stack.secrets["gateway"])
    bus = Bus(world.stack.amqp_admin_url, secrets, name="test")
    head = RequestHead(method="nobody.ping", correlation_id=uuid4().hex)

    waited = unavailable_after(lambda: bus.call(head, Nothing(), Nothing, Deadline.after(3)))

    bus.close()
    assert waited < 1


def test_a_ping_tells_who_is_away(world: World) -> None:
    waited = unavailable_after(lambda: world.own_bus.ping(Owner.FEEDBACK, Deadline.after(0.5)))

    assert waited < 1
