"""What is no request is refused without a word of what it said."""

import json
import logging
import socket

import pytest
from gunicorn.http.errors import (
    InvalidHeader,
    InvalidRequestLine,
    LimitRequestHeaders,
    LimitRequestLine,
)

from gateway.worker import Worker

SAID = "GET /reset?email=ines@example.org&token=lantern HTTP/1.1"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (InvalidRequestLine(SAID), 400),
        (InvalidHeader(SAID), 400),
        (LimitRequestLine(5000, 4094), 414),
        (LimitRequestHeaders("lantern"), 431),
        (ValueError(SAID), 500),
    ],
    ids=lambda given: type(given).__name__,
)
def test_what_cannot_be_read_is_neither_repeated_nor_logged(
    error: Exception, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    here, there = socket.socketpair()
    worker = Worker.__new__(Worker)
    worker.log = logging.getLogger("gateway.worker")

    worker.handle_error(None, here, ("127.0.0.1", 1), error)
    here.close()
    head, body = there.makefile("rb").read().decode().split("\r\n\r\n")
    there.close()

    assert head.startswith(f"HTTP/1.1 {status} ")
    assert json.loads(body)["status"] == status
    assert "lantern" not in f"{head}{body}{caplog.text}"
    assert type(error).__name__ in caplog.text


def test_a_client_that_has_gone_is_no_error() -> None:
    here, there = socket.socketpair()
    worker = Worker.__new__(Worker)
    worker.log = logging.getLogger("gateway.worker")
    here.close()
    there.close()

    worker.handle_error(None, here, None, LimitRequestLine(5000, 4094))

    assert here.fileno() == -1
