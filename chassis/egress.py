"""The one door to outside hosts: it knows one address, and opens only while the ledger is written.

    with door.open(permit, until_s=60):  # somebody has written down what is about to be sent
        ...                              # only now does a request to this provider leave

Without a permit out of the table of grants it does not open. A request to any other scheme, host or
port is refused here, whoever asks, and so is one outside of `open`. Redirects are not followed,
proxies and keys of the environment are not read, and what comes back is read whole up to a limit.
The time is for all of it: each wait on the wire takes from the same passage (`chassis/passage.py`).
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import httpcore2
import httpx2

from chassis.grants import Permit
from chassis.passage import ClosedDoorError, Passage, WithinPassage
from chassis.provider import Provider

__all__ = ["ClosedDoorError", "Door", "Passage"]

_KEY = "authorization"
HEADERS = frozenset({_KEY, "host", "accept", "connection", "content-length", "content-type"})
"""What a request says of itself; a package's own tell the machine that it runs on."""
MAX_ANSWER_BYTES = 1_000_000


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
    def open(self, permit: Permit, *, until_s: float) -> Iterator[Passage]:
        """Let requests out for so many seconds; what went is counted in the passage."""
        held: object = permit
        if not isinstance(held, Permit) or held.provider != self.provider.name:
            raise ClosedDoorError
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
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(trust_env=False),
            keepalive_expiry=5.0,
            network_backend=WithinPassage(passage),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        passage = self._passage.get()
        if passage is None or _origin(request.url) != self._origin:
            raise ClosedDoorError
        if passage.left_s <= 0:
            raise httpx2.ReadTimeout("no time left", request=request)
        passage.requests += 1
        passage.sent_bytes += len(request.read())
        for name in set(request.headers) - (HEADERS if self._has_key else HEADERS - {_KEY}):
            del request.headers[name]
        request.headers.update({"accept-encoding": "identity", "user-agent": "mira"})
        try:
            return self._answered(request, passage)
        except httpcore2.TimeoutException:
            raise httpx2.ReadTimeout("too slow", request=request) from None
        except (httpcore2.NetworkError, httpcore2.ProtocolError):
            raise httpx2.ReadError("not reached", request=request) from None

    def close(self) -> None:
        self._pool.close()

    def _answered(self, request: httpx2.Request, passage: Passage) -> httpx2.Response:
        url = request.url
        with self._pool.stream(
            request.method,
            httpcore2.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=request.headers.raw,
            content=request.read(),
            extensions={"timeout": {"pool": passage.left_s}},
        ) as answer:
            content = _whole(answer, request)
            return httpx2.Response(answer.status, headers=answer.headers, content=content)


def _whole(answer: httpcore2.Response, request: httpx2.Request) -> bytes:
    content = bytearray()
    for chunk in answer.iter_stream():
        content += chunk
        if len(content) > MAX_ANSWER_BYTES:
            raise httpx2.ReadError("too long", request=request)
    return bytes(content)


def _origin(url: httpx2.URL) -> tuple[str, str, int | None]:
    ports = {"https": 443, "http": 80}
    return url.scheme, url.host, url.port or ports.get(url.scheme)
