"""Asks a gateway and a mailbox of this machine; what they refuse or do not answer is `NotMade`."""

import json
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeVar

_PATIENCE_S, _PAUSE_S = 20.0, 0.1

T = TypeVar("T")


class NotMade(Exception):
    """The account is not there; the text says at which step it failed, and nothing of a person."""


@dataclass(frozen=True)
class Caller:
    """Calls the API at `address`, as somebody who is signed in once it has a `token`."""

    address: str
    token: str | None = None

    def get(self, path: str) -> dict[str, Any]:
        """The view at `path`. Raises NotMade."""
        status, said = self.ask("GET", path)
        if status != HTTPStatus.OK:
            raise NotMade(f"GET {_kind(path)} was answered with {status}")
        return said

    def post(self, wanted: HTTPStatus, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """What is said to `body` at `path`. Raises NotMade where the status is another one."""
        status, said = self.ask("POST", path, body)
        if status != wanted:
            raise NotMade(f"POST {_kind(path)} was answered with {status}")
        return said

    def ask(
        self, method: str, path: str, body: dict[str, Any] | None = None
    ) -> tuple[int, dict[str, Any]]:
        """Status and body of an answer of any status. Raises NotMade where there is none."""
        headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{self.address}/api/v1{path}", data=content, headers=headers, method=method
        )
        return _json(request)


def mails(mailbox: str, address: str) -> list[dict[str, Any]]:
    """The mails to `address`. Raises NotMade."""
    _, found = _json(urllib.request.Request(f"{mailbox}/messages?to={address}"))  # noqa: S310 - loopback
    return list(found)


def patiently(look: Callable[[], T | None], otherwise: str) -> T:
    """What `look` gives once it gives something true. Raises NotMade after 20 s, saying why."""
    until = time.monotonic() + _PATIENCE_S
    while not (found := look()):
        if time.monotonic() > until:
            raise NotMade(otherwise)
        time.sleep(_PAUSE_S)
    return found


def _kind(path: str) -> str:
    """The beginning of a path, without what names one thing of a person."""
    return f"/{path.split('/')[1]}"


def _json(request: urllib.request.Request) -> tuple[int, Any]:
    try:
        with urllib.request.urlopen(request, timeout=10) as reply:  # noqa: S310 - loopback
            return reply.status, json.load(reply)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.loads(error.read() or b"{}")
    except (OSError, ValueError):
        raise NotMade(f"{request.selector} was not answered") from None
