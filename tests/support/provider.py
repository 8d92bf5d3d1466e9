"""A provider of a language model that we own: the real wire format, over real HTTP, with faults.

It speaks `/v1/responses` and `/v1/chat/completions` on loopback. What it says is a function of the
lines that it is sent (`mind`); how it says it follows a script of faults, then it is well.
"""

import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from chassis.llm.breaker import Breakers
from chassis.llm.client import Model
from chassis.provider import Provider
from contracts.disclosure import Retention

Claims = list[dict[str, str]]
Mind = Callable[[list[dict[str, str]]], dict[str, Any]]


class Fault(Enum):
    REFUSAL = "refusal"
    TRUNCATED = "truncated"
    NOT_JSON = "not json"
    OTHER_SHAPE = "other shape"
    NOT_FOUND = 404
    RATE_LIMITED = 429
    BROKEN = 500
    KEY_REFUSED = 401
    REDIRECT = 302
    BAD_QUESTION = 400
    SLOW = "slow"


@dataclass
class Received:
    path: str
    headers: dict[str, str]
    raw: bytes

    @property
    def body(self) -> dict[str, Any]:
        return json.loads(self.raw)

    @property
    def prompt(self) -> str:
        """All that the model would read."""
        body = self.body
        if self.path.endswith("/responses"):
            return f"{body['instructions']}\n{body['input']}"
        return "\n".join(message["content"] for message in body["messages"])

    @property
    def lines(self) -> list[dict[str, str]]:
        data = next(line for line in self.prompt.splitlines() if line.startswith('{"lines"'))
        return json.loads(data)["lines"]


@dataclass
class FakeProvider:
    """`knows` are the forms of an answer that it can be asked for; others get a 400 or 404."""

    mind: Mind
    script: list[Fault] = field(default_factory=list)
    knows: frozenset[str] = frozenset({"responses", "json_schema", "json_object", "prompt"})
    retry_after: str = "1"
    received: list[Received] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)
    url: str = ""
    connections: int = 0
    """Opened so far; one that is kept open serves many requests."""

    def provider(self, **changed: Any) -> Provider:
        facts = {"name": "own-server", "url": self.url, "model": "sample-1"}
        return Provider(**{**facts, "retention": Retention.OWN_SERVER, **changed})

    def form_of(self, received: Received) -> str:
        if received.path.endswith("/responses"):
            return "responses"
        return received.body.get("response_format", {}).get("type", "prompt")


@contextmanager
def fake_provider(mind: Mind, *faults: Fault, **facts: Any) -> Iterator[FakeProvider]:
    fake = FakeProvider(mind, list(faults), **facts)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(fake))
    server.daemon_threads = True
    fake.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def naming(names: Iterable[str]) -> Mind:
    """A mind that sees each of `names` where it is written, and nothing else."""
    wanted = {name.partition("=")[0]: name.rpartition("=")[2] for name in names}

    def said(lines: list[dict[str, str]]) -> dict[str, Any]:
        return {
            "skills": [
                {"line": line["id"], "skill": skill, "quote": written}
                for line in lines
                for written, skill in wanted.items()
                if re.search(rf"(?<!\w){re.escape(written)}(?!\w)", line["text"])
            ]
        }

    return said


def _handler(fake: FakeProvider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            fake.connections += 1
            super().setup()

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["content-length"]))
            received = Received(self.path, {k.lower(): v for k, v in self.headers.items()}, raw)
            fake.received.append(received)
            status, body = _reply(fake, received)
            try:
                self._send(status, json.dumps(body).encode())
            except OSError:  # whoever asked has given up
                self.close_connection = True

        def _send(self, status: int, data: bytes) -> None:
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            if status in (429, 500):
                self.send_header("retry-after", fake.retry_after)
            if status == 302:
                self.send_header("location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    return Handler


def _reply(fake: FakeProvider, received: Received) -> tuple[int, dict[str, Any]]:
    fault = fake.script.pop(0) if fake.script else None
    form = fake.form_of(received)
    if form not in fake.knows:
        return 404 if form == "responses" else 400, _error("unknown form")
    if fault is not None and isinstance(fault.value, int):
        return fault.value, _error(f"about: {received.prompt}")
    if fault is Fault.SLOW:
        fake.released.wait(30)
    said = _WAYS.get(fault, json.dumps)(fake.mind(received.lines))
    return 200, _wire(form, said, fault)


_WAYS: dict[Fault | None, Callable[[dict[str, Any]], str]] = {
    Fault.NOT_JSON: lambda said: f"Gladly! Here is what I found: {list(said)}",
    Fault.OTHER_SHAPE: lambda said: json.dumps({"answer": said}),
    Fault.TRUNCATED: lambda said: json.dumps(said)[:-4],
}


def _wire(form: str, said: str, fault: Fault | None) -> dict[str, Any]:
    is_refusal, is_cut = fault is Fault.REFUSAL, fault is Fault.TRUNCATED
    if form == "responses":
        piece = (
            {"type": "refusal", "refusal": "I cannot help with that."}
            if is_refusal
            else {"type": "output_text", "text": said, "annotations": []}
        )
        return {
            "id": "resp_1",
            "object": "response",
            "status": "incomplete" if is_cut else "completed",
            "incomplete_details": {"reason": "max_output_tokens"} if is_cut else None,
            "output": [{"type": "message", "role": "assistant", "content": [piece]}],
        }
    message = {
        "role": "assistant",
        "content": None if is_refusal else said,
        "refusal": "I cannot help with that." if is_refusal else None,
    }
    choice = {"index": 0, "finish_reason": "length" if is_cut else "stop", "message": message}
    return {"id": "chatcmpl-1", "object": "chat.completion", "choices": [choice]}


def _error(text: str) -> dict[str, Any]:
    return {"error": {"message": text, "type": "invalid_request_error", "code": None}}


@contextmanager
def asking(fake: FakeProvider) -> Iterator[Model]:
    """A client takes seconds to make, so that one is made for many questions."""
    with closing(Model(fake.provider(), Breakers(lambda: None), within_s=10)) as model:
        yield model
