"""What the broker enforces, with the users that the processes really have."""

import importlib
import json
from collections.abc import Callable
from typing import Any

import amqp
import pytest
from amqp.exceptions import AccessRefused

from chassis.bus.broker import connect
from chassis.bus.entrypoints import heard_by
from chassis.bus.names import exchange_of, marker_of, queue_of, rpc_queue_of
from chassis.bus.topology import GATEWAY, SUBSCRIPTIONS, definitions, events
from chassis.bus.wire import RPC_EXCHANGE
from contracts.message import Owner
from contracts.privacy import ErasureRequested
from tests.support.stack import Stack

Act = Callable[[Any], object]
HEARD = ErasureRequested.topic


def publishing(exchange: str, key: str) -> Act:
    """Confirmed, so that a refusal has arrived when it returns."""
    return lambda channel: channel.basic_publish_confirm(amqp.Message(b"{}"), exchange, key)


def does(stack: Stack, process: str, act: Act) -> None:
    with connect(stack.amqp_urls[process].get_secret_value(), "test") as connection:
        act(connection.channel())


@pytest.mark.parametrize(
    ("process", "act"),
    [
        ("documents", publishing(RPC_EXCHANGE, "feedback.request_report")),
        ("documents", publishing(RPC_EXCHANGE, "privacy.request_erasure")),
        ("documents", publishing(RPC_EXCHANGE, "auth.export_page")),
        ("privacy", publishing(RPC_EXCHANGE, "auth.sign_in")),
        ("documents", publishing(exchange_of("privacy"), HEARD)),
        (GATEWAY, publishing(exchange_of("privacy"), HEARD)),
        (GATEWAY, publishing(RPC_EXCHANGE, "reply.documents.somebody")),
        ("documents", publishing("", queue_of("auth", HEARD))),
        (GATEWAY, publishing("", rpc_queue_of("auth"))),
        ("documents", lambda channel: channel.basic_get(rpc_queue_of("auth"))),
        ("documents", lambda channel: channel.basic_get(queue_of("auth", HEARD))),
        (GATEWAY, lambda channel: channel.basic_get(rpc_queue_of("auth"))),
        ("documents", lambda channel: channel.queue_declare("mine")),
        ("documents", lambda channel: channel.queue_delete(rpc_queue_of("documents"))),
        ("documents", lambda channel: channel.queue_delete(marker_of("auth"))),
        ("documents", lambda channel: channel.exchange_declare("mine", "fanout")),
    ],
)
def test_nobody_oversteps(stack: Stack, process: str, act: Act) -> None:
    with pytest.raises(AccessRefused):
        does(stack, process, act)


def test_nobody_listens_to_the_calls_of_others(stack: Stack) -> None:
    def eavesdrop(channel: Any) -> None:
        channel.queue_declare("reply.documents.spy", exclusive=True)
        channel.queue_bind("reply.documents.spy", RPC_EXCHANGE, "auth.sign_in")

    with pytest.raises(AccessRefused):
        does(stack, "documents", eavesdrop)


@pytest.mark.parametrize(
    ("process", "act"),
    [
        ("documents", publishing(RPC_EXCHANGE, "reply.gateway.somebody")),
        ("documents", publishing(RPC_EXCHANGE, "privacy.tombstones_since")),
        ("privacy", publishing(RPC_EXCHANGE, "auth.export_page")),
    ],
)
def test_what_is_needed_is_allowed(stack: Stack, process: str, act: Act) -> None:
    does(stack, process, act)


def test_definitions_hold_no_password_in_clear() -> None:
    told = json.dumps(definitions({"auth": "a password of auth", GATEWAY: "another one"}))

    assert "a password of auth" not in told
    assert "another one" not in told


def test_every_event_is_heard_or_known_to_be_unheard() -> None:
    bound = {binding["routing_key"] for binding in definitions({})["bindings"]}

    assert {event.topic for event in events()} <= bound


@pytest.mark.parametrize("owner", list(Owner))
def test_a_service_hears_what_the_topology_brings_it(owner: Owner) -> None:
    module = importlib.import_module(f"services.{owner}.service")
    service = getattr(module, f"{owner.value.capitalize()}Service")

    assert set(heard_by(service)) == {event.topic for event in SUBSCRIPTIONS[owner]}
