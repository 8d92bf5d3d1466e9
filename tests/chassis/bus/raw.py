"""Calls made by hand, for what our own client would never send."""

from typing import Any
from uuid import uuid4

import amqp

from chassis.bus import wire
from chassis.bus.broker import connect
from chassis.secrets import Secrets
from contracts.message import Message
from tests.chassis.bus.contract import OWNER
from tests.chassis.bus.world import World
from tests.support.people import a_passport


def send_raw(  # noqa: PLR0913 - every part of an envelope can be wrong
    world: World,
    argument: Message,
    *,
    method: str,
    says_method: str | None = None,
    reply_to: str | None = "reply.gateway.nobody",
    headers: dict[str, Any] | None = None,
    body: bytes | None = None,
) -> None:
    """Send `argument` to `method`, with everything right that is not said otherwise."""
    correlation_id = uuid4().hex
    head = wire.RequestHead(
        method=f"{OWNER}.{says_method or method}",
        correlation_id=correlation_id,
        passport=world.signed(a_passport()),
    )
    keys = wire.BusKeys(Secrets(world.stack.secrets["gateway"]))
    name, sealed = wire.seal(keys, b"request", head, argument.model_dump_json().encode())
    properties = {"reply_to": reply_to} if reply_to else {}
    message = amqp.Message(
        sealed if body is None else body,
        correlation_id=correlation_id,
        application_headers={wire.KEY_ID: name, **(headers or {})},
        **properties,
    )
    with connect(world.stack.amqp_urls["gateway"].get_secret_value(), "by hand") as connection:
        channel = connection.channel()
        channel.basic_publish_confirm(message, wire.RPC_EXCHANGE, f"{OWNER}.{method}")
