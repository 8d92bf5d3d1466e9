"""The one door to outside hosts: it knows one address, and opens only while the ledger is written.

    with door.open(until_s=60):     # somebody has written down what is about to be sent
        ...                         # only now does a request to this provider leave

A request to any other scheme, host or port is refused here, whoever asks, and so is one outside of
`open`. Redirects are not followed, proxies and keys of the environment are not read, and what comes
back is read whole within the time and up to a limit.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

import httpx2

from chassis.provider import Provider

CONNECT_S = 3.0
MAX_ANSWER_BYTES = 1_000_000


class ClosedDoorError(Exception):
    """A call that must not leave: to another host, or without a row in the ledger. A bug."""


@dataclass
class Passage:
    """What went out while the door was open. `ends_at` is on the clock of `time.monotonic`."""

    ends_at: float
    requests: int = 0
    sent_bytes: int = 0

    @property
    def left_s(self) -> float:
        return self.ends_at - time.monotonic()


class Door:
    """To one provider. Safe to share: each call has its own passage."""

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        self._passage: ContextVar[Passage | None] = ContextVar("passage", default=None)
        self.client = httpx2.Client(
            transport=_OnlyTo(provider, self._passage),
            follow_redirects=False,
            trust_env=False,
        )

    @contextmanager
    def open(self, *, until_s: float) -> Iterator[Passage]:
        """Let requests out for so many seconds; what went is counted in the passage."""
        passage = Passage(time.monotonic() + until_s)
        token = self._passage.set(passage)
        try:
            yield passage
        finally:
            self._passage.reset(token)

    def close(self) -> None:
        self.client.close()


class _OnlyTo(httpx2.BaseTransport):
    def __init__(self, provider: Provider, passage: ContextVar[Passage | None]) -> None:
        self._origin = _origin(httpx2.URL(provider.url))
        self._has_key = provider.key is not None
        self._passage = passage
        self._through = httpx2.HTTPTransport(trust_env=False, retries=0)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        passage = self._passage.get()
        if passage is None or _origin(request.url) != self._origin:
            raise ClosedDoorError
        left_s = passage.left_s
        if left_s <= 0:
            raise httpx2.ReadTimeout("no time left", request=request)
        passage.requests += 1
        passage.sent_bytes += len(request.read())
        request.extensions["timeout"] = {
            "connect": min(CONNECT_S, left_s),
            "read": left_s,
            "write": left_s,
            "pool": left_s,
        }
        request.headers["accept-encoding"] = "identity"
        if not self._has_key:
            request.headers.pop("authorization", None)
        answer = self._through.handle_request(request)
        try:
            content = _whole(answer, passage, request)
        finally:
            answer.close()
        return httpx2.Response(answer.status_code, headers=answer.headers, content=content)

    def close(self) -> None:
        self._through.close()


def _whole(answer: httpx2.Response, passage: Passage, request: httpx2.Request) -> bytes:
    """All of it, or a timeout: one that drips would keep us for longer than any read does."""
    content = bytearray()
    for chunk in answer.iter_raw():
        content += chunk
        if passage.left_s <= 0:
            raise httpx2.ReadTimeout("too slow", request=request)
        if len(content) > MAX_ANSWER_BYTES:
            raise httpx2.ReadError("too long", request=request)
    return bytes(content)


def _origin(url: httpx2.URL) -> tuple[str, str, int | None]:
    ports = {"https": 443, "http": 80}
    return url.scheme, url.host, url.port or ports.get(url.scheme)
