"""However long a name server thinks, whoever asks is told in time, and others go on."""

import subprocess
import sys
import threading
import time

import pytest
from eventlet.patcher import original

from chassis.resolver import UnknownHostError, addresses

GIVEN_S = 0.4

AMONG_OTHERS = """
import eventlet
eventlet.monkey_patch()
import time
from eventlet.patcher import original

original("socket").getaddrinfo = lambda *_, **__: original("time").sleep(2)
ticks = []

def tick():
    while True:
        ticks.append(1)
        eventlet.sleep(0.01)

from chassis.resolver import UnknownHostError, addresses
eventlet.spawn(tick)
try:
    addresses("slow.example.org", 443, time.monotonic() + 0.5)
except UnknownHostError:
    print(len(ticks))
"""


@pytest.fixture
def silent(monkeypatch):
    """A name server that says nothing until the test is over."""
    over = threading.Event()
    monkeypatch.setattr(original("socket"), "getaddrinfo", lambda *_, **__: over.wait(20) and [])
    yield
    over.set()


@pytest.mark.usefixtures("silent")
def test_a_name_server_that_says_nothing_is_given_up():
    began = time.monotonic()
    with pytest.raises(UnknownHostError):
        addresses("slow.example.org", 443, began + GIVEN_S)

    assert time.monotonic() - began < GIVEN_S + 1


def test_a_name_that_nobody_knows_is_told():
    with pytest.raises(UnknownHostError):
        addresses("nobody.invalid", 443, time.monotonic() + 5)


def test_a_known_one_has_its_addresses():
    found = addresses("localhost", 8000, time.monotonic() + 5)

    assert {address[:2] for *_, address in found} <= {("127.0.0.1", 8000), ("::1", 8000)}
    assert found


def test_while_one_waits_for_a_name_server_the_others_go_on():
    ran = subprocess.run(
        [sys.executable, "-c", AMONG_OTHERS],
        env={"EVENTLET_NO_GREENDNS": "yes", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )

    assert int(ran.stdout or 0) > 10, ran.stderr
