"""The addresses of a host, in limited time and while others go on.

`getaddrinfo` takes no time limit and stops a whole event loop while a name server thinks. Here a
native thread of its own asks; who gives up leaves it behind, and it ends when the name server does.
"""

import time
from typing import Any

from eventlet.patcher import original

_LOOK_S = 0.005

Address = tuple[Any, Any, int, str, Any]
"""As `socket.getaddrinfo` gives it: family, kind, protocol, canonical name, address."""


class UnknownHostError(Exception):
    """No address, or none in time."""


def addresses(host: str, port: int, ends_at: float) -> list[Address]:
    """Of a TCP server, best first. `ends_at` is on the clock of `time.monotonic`."""
    socket = original("socket")
    answers: list[list[Address]] = []

    def ask() -> None:
        try:
            answers.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError):
            answers.append([])

    original("_thread").start_new_thread(ask, ())
    while not answers and time.monotonic() < ends_at:
        time.sleep(_LOOK_S)
    if not answers or not answers[0]:
        raise UnknownHostError
    return answers[0]
