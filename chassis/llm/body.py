"""The body of a request, byte for byte: it is shown before it is sent, and sent as it was shown."""

import json
from dataclasses import dataclass
from typing import Any

from chassis.llm.ladder import Rung
from chassis.llm.question import BOUNDARY, ModelQuestion, S, new_boundary, with_boundary
from chassis.provider import Provider

ROOM = 4000
"""Tokens that an answer may have; twice as many when it was cut off."""

TAG = "{tag}"
"""Stands, in what is shown, for the tag of a person, which changes with time."""
TAG_LENGTH = 32


@dataclass(frozen=True)
class Ask:
    """What goes out in one request, the ladder aside."""

    system: str
    user: str
    schema: dict[str, Any]
    who: str
    room: int


@dataclass(frozen=True)
class ShownBody:
    """A body as it is shown: random letters and the tag have placeholders in it.

    `size_bytes` is that of what is sent, with the letters and the tag in their places.
    """

    body: str
    size_bytes: int


def ask_of(question: ModelQuestion[S], who: str, *, is_again: bool = False) -> Ask:
    """With random letters of its own."""
    boundary = new_boundary()
    return Ask(
        system=question.system(is_again=is_again).replace(BOUNDARY, boundary),
        user=with_boundary(question.user(), boundary),
        schema=question.schema,
        who=who,
        room=ROOM * 2 if is_again else ROOM,
    )


def shown(question: ModelQuestion[S], rung: Rung, provider: Provider) -> ShownBody:
    """What a first try would send, where the endpoint is known for `rung`."""
    bare = Ask(question.system(), question.user(), question.schema, TAG, ROOM)
    sent = body_of(rung, ask_of(question, "0" * TAG_LENGTH), provider)
    return ShownBody(body_of(rung, bare, provider).decode(), len(sent))


def body_of(rung: Rung, ask: Ask, provider: Provider) -> bytes:
    """JSON as it leaves. Every call asks to store nothing, and names nobody."""
    body: dict[str, Any] = {"model": provider.model, "store": False, "safety_identifier": ask.who}
    body |= _responses(ask) if rung is Rung.RESPONSES else _chat(rung, ask, provider)
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def _responses(ask: Ask) -> dict[str, Any]:
    form = {"type": "json_schema", "name": "answer", "schema": ask.schema, "strict": True}
    return {
        "instructions": ask.system,
        "input": ask.user,
        "text": {"format": form},
        "max_output_tokens": ask.room,
    }


def _chat(rung: Rung, ask: Ask, provider: Provider) -> dict[str, Any]:
    limit = "max_completion_tokens" if provider.is_cloud else "max_tokens"
    messages = [
        {"role": "system", "content": ask.system},
        {"role": "user", "content": ask.user},
    ]
    body: dict[str, Any] = {"messages": messages, limit: ask.room}
    if rung is Rung.JSON_SCHEMA:
        schema = {"name": "answer", "schema": ask.schema, "strict": True}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif rung is Rung.JSON_OBJECT:
        body["response_format"] = {"type": "json_object"}
    return body
