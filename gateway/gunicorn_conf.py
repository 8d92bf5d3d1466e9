"""How gunicorn runs the gateway: few resources, patient with slow clients, quick to stop.

Headers have to be here within `keepalive` seconds, each piece of a body within `BODY_S`.
"""

from typing import Any

BODY_S = 10.0

worker_class = "gevent"
worker_connections = 1000
workers = 1
timeout = 30
graceful_timeout = 8
keepalive = 5
limit_request_line = 4094
limit_request_fields = 60
limit_request_field_size = 8190
accesslog = None
forwarded_allow_ips = "127.0.0.1"


def pre_request(_worker: object, request: Any) -> None:
    """A client that stops sending frees its place; gunicorn alone would wait for ever."""
    request.unreader.sock.settimeout(BODY_S)
