"""However a provider drips, a call ends when its time is up."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import httpx2
import pytest

from chassis.egress import Door
from chassis.provider import Provider
from contracts.disclosure import Retention
from tests.support.permits import a_permit

HEADERS = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
TLS_RECORD = b"\x16\x03\x03\x3f\x00" + b"\x02" * 16_000
DRIP_S = 0.1
GIVEN_S = 0.8

Speaks = Callable[[socket.socket], None]


def drips(data: bytes, *, first: bytes = b"") -> Speaks:
    """`first` at once, then a byte of `data` at a time, for ever."""

    def speak(caller: socket.socket) -> None:
        caller.sendall(first)
        while True:
            for at in range(len(data)):
                caller.sendall(data[at : at + 1])
                time.sleep(DRIP_S)

    return speak


def says_nothing(caller: socket.socket) -> None:
    while caller.recv(65_536):
        pass


@contextmanager
def a_server(speak: Speaks) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            try:
                caller, _ = server.accept()
                with caller:
                    caller.recv(65_536)
                    speak(caller)
            except OSError:
                pass  # whoever called has given up

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]


def a_door(port: int, scheme: str = "http") -> Door:
    url = f"{scheme}://127.0.0.1:{port}/v1"
    return Door(Provider("own-server", url, "sample-1", Retention.OWN_SERVER))


@pytest.mark.parametrize(
    ("scheme", "speak"),
    [
        ("http", says_nothing),
        ("http", drips(b"x-more: of the same\r\n", first=HEADERS)),
        ("http", drips(b"{", first=HEADERS + b"content-length: 90000\r\n\r\n")),
        ("http", drips(b"1\r\n{\r\n", first=HEADERS + b"transfer-encoding: chunked\r\n\r\n")),
        ("https", says_nothing),
        ("https", drips(TLS_RECORD)),
    ],
    ids=["silence", "headers", "body", "chunks", "no handshake", "handshake"],
)
def test_a_call_ends_in_its_time_whatever_drips(scheme, speak):
    with (
        a_server(speak) as port,
        closing(a_door(port, scheme)) as door,
        door.open(a_permit(door.provider), until_s=GIVEN_S),
    ):
        began = time.monotonic()
        with pytest.raises(httpx2.TimeoutException):
            door.client.post(f"{door.provider.url}/responses", content=b"{}")

    assert GIVEN_S - 0.1 < time.monotonic() - began < GIVEN_S + 0.5


def test_what_is_not_read_by_the_other_side_ends_in_time_too():
    def never_reads(caller: socket.socket) -> None:
        time.sleep(3 * GIVEN_S)

    with (
        a_server(never_reads) as port,
        closing(a_door(port)) as door,
        door.open(a_permit(door.provider), until_s=GIVEN_S),
    ):
        began = time.monotonic()
        with pytest.raises(httpx2.TimeoutException):
            door.client.post(f"{door.provider.url}/responses", content=bytes(20_000_000))

    assert time.monotonic() - began < GIVEN_S + 0.5
