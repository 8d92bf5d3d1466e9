import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ops.demo import Demo, NotMade
from ops.ports import LOOPBACK


class _Overloaded(ThreadingHTTPServer):
    """An address where signing in fails `away` times; the account and its interview are there."""

    def __init__(self, away: int) -> None:
        super().__init__((LOOPBACK, 0), _Answers)
        self.away = away
        self.signed_in = 0


class _Answers(BaseHTTPRequestHandler):
    server: _Overloaded

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.server.away -= 1
        if self.server.away >= 0:
            self._say(HTTPStatus.SERVICE_UNAVAILABLE, {})
        else:
            self.server.signed_in += 1
            self._say(HTTPStatus.CREATED, {"token": "t"})

    def do_GET(self) -> None:
        self._say(HTTPStatus.OK, {"cases": [], "interviews": [{}]})

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def _say(self, status: HTTPStatus, said: dict[str, object]) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())


@contextmanager
def an_overloaded_gateway(*, away: int) -> Iterator[tuple[Demo, _Overloaded]]:
    server = _Overloaded(away)
    thread = threading.Thread(target=server.serve_forever, args=[0.02])
    thread.start()
    address = f"http://{LOOPBACK}:{server.server_port}"
    try:
        yield Demo(address, address, "a word"), server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_demo_account_is_tried_again_after_an_overload() -> None:
    with an_overloaded_gateway(away=2) as (demo, server):
        demo.make_patiently(within_s=60)

    assert server.signed_in == 1


def test_a_demo_account_that_cannot_be_made_is_given_up_in_time() -> None:
    with an_overloaded_gateway(away=1000) as (demo, _), pytest.raises(NotMade, match="503"):
        demo.make_patiently(within_s=0)
