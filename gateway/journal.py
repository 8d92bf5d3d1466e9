"""One line per request in the log, under an id that travels to every service it reaches.

The line names the route, never the address: an address can hold the secret code of a receipt.
"""

import time
from typing import cast

from flask import Flask, g, request
from structlog.contextvars import bind_contextvars, clear_contextvars
from werkzeug.wrappers import Response

from chassis.ids import new_id
from chassis.log import logger

log = logger(__name__)


def install(app: Flask) -> None:
    def begin() -> None:
        clear_contextvars()
        bind_contextvars(trace_id=trace_id())
        g.began = time.monotonic()

    def end(response: Response) -> Response:
        write = log.debug if request.blueprint == "health" else log.info
        write(
            "request_answered",
            http_method=request.method,
            route=request.url_rule.rule if request.url_rule else None,
            status=response.status_code,
            duration_ms=round((time.monotonic() - g.get("began", time.monotonic())) * 1000),
        )
        response.headers["X-Request-Id"] = trace_id()
        return response

    app.before_request(begin)
    app.after_request(end)


def trace_id() -> str:
    """Names this request, in its problem and in every log line that it causes."""
    if "trace_id" not in g:
        g.trace_id = str(new_id())
    return cast("str", g.trace_id)
