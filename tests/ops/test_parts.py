import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from contracts.message import Owner
from ops.parts import Readiness, is_of_start
from ops.ports import LOOPBACK


class _Foreign(BaseHTTPRequestHandler):
    """Another stack: it is well, and says so of every service."""

    def do_GET(self) -> None:
        services = {owner.value: "ok" for owner in Owner}
        said = {"status": "ok", "start": "theirs", "services": services}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def a_foreign_gateway() -> Iterator[int]:
    server = ThreadingHTTPServer((LOOPBACK, 0), _Foreign)
    thread = threading.Thread(target=server.serve_forever, args=[0.02])
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(("start_id", "is_ours"), [("theirs", True), ("ours", False)])
def test_an_answer_counts_only_with_the_id_of_this_start(start_id: str, *, is_ours: bool) -> None:
    with a_foreign_gateway() as port:
        readiness = Readiness(port, start_id)

        seen = {readiness.of_gateway(), readiness.of_service(Owner.AUTH)}
        mailbox = is_of_start(f"http://{LOOPBACK}:{port}/healthz", start_id)

    assert seen == {is_ours}
    assert mailbox is is_ours
