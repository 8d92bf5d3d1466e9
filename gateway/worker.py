"""Gunicorn's worker with one difference: what it cannot read is neither repeated nor logged.

Stock gunicorn puts the request line that it could not read into the answer and into its log, and
the whole address of a request that ended in an error: with the e-mail or the token in it.
"""

import contextlib
import json
import socket
from http import HTTPStatus
from typing import Any

from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine, ParseException
from gunicorn.workers.ggevent import GeventWorker


class Worker(GeventWorker):  # type: ignore[misc]  # gunicorn has no types
    """`--worker-class gateway.worker.Worker`."""

    def handle_error(
        self, _request: object, client: socket.socket, _address: object, error: Exception
    ) -> None:
        """Answer a problem and log its kind. Never raises: the client may be gone."""
        status = _status(error)
        self.log.warning("No request that could be read: %s %s", status, type(error).__name__)
        with contextlib.suppress(OSError):
            client.sendall(_answer(status))


def _status(error: Exception) -> HTTPStatus:
    match error:
        case LimitRequestLine():
            return HTTPStatus.REQUEST_URI_TOO_LONG
        case LimitRequestHeaders():
            return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
        case ParseException():
            return HTTPStatus.BAD_REQUEST
        case _:
            return HTTPStatus.INTERNAL_SERVER_ERROR


def _answer(status: HTTPStatus) -> bytes:
    """A problem of RFC 9457 whose type says no more than the status does."""
    problem: dict[str, Any] = {"type": "about:blank", "title": status.phrase, "status": status}
    body = json.dumps(problem).encode()
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}\r\n"
        "Connection: close\r\n"
        "Content-Type: application/problem+json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
