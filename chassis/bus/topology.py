"""Everything that the broker holds, rendered from the contracts into its `definitions.json`.

The broker loads it at every boot, so that it returns after a wipe; processes declare nothing but
their own reply queues and markers. Who may write where is what keeps services from calling
services: on the RPC exchange they may write reply keys only, and the few reads named here.
https://www.rabbitmq.com/docs/definitions and https://www.rabbitmq.com/docs/access-control
"""

import base64
import hashlib
import importlib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from chassis.bus.names import exchange_of, marker_of, queue_of, rpc_queue_of
from chassis.bus.wire import REPLY_PREFIX, RPC_EXCHANGE
from contracts.auth import SignUpExpired
from contracts.message import Event, Owner
from contracts.privacy import RECEIPTS, ErasureRequested

GATEWAY, VERIFIER, ADMIN = "gateway", "verifier", "admin"
DEAD, UNROUTABLE, UNHEARD = "mira.dead", "mira.unroutable", "mira.unheard"

Subscriptions = Mapping[Owner, tuple[type[Event], ...]]

SUBSCRIPTIONS: Subscriptions = {
    **dict.fromkeys(Owner, (ErasureRequested,)),
    Owner.PRIVACY: (ErasureRequested, *RECEIPTS.values(), SignUpExpired),
}
"""Who hears what. A test compares it with the marks on the service classes."""

MAY_ASK: Mapping[Owner, tuple[str, ...]] = {
    **dict.fromkeys(Owner, ("privacy.tombstones_since",)),
    Owner.PRIVACY: ("privacy.tombstones_since", *(f"{owner}.export_page" for owner in Owner)),
}
"""The calls that a service may make: reads, each with a deadline and a decision record."""

ASKERS: Mapping[str, tuple[str, ...]] = {
    GATEWAY: tuple(re.escape(owner) + r"\.[a-z_]+" for owner in Owner),
    VERIFIER: (r"privacy\.find_checks", r"privacy\.record_counts"),
}
"""Processes that ask and are never asked, with the calls that each may make, as patterns."""

_VHOST = "/"
_QUORUM = {"x-queue-type": "quorum"}
_CLASSIC = {"x-queue-type": "classic"}
_HOUR_MS = 3_600_000


def definitions(
    credentials: Mapping[str, str], *, subscriptions: Subscriptions = SUBSCRIPTIONS
) -> dict[str, Any]:
    """What RabbitMQ 3.10 to 4.x loads: `credentials` are passwords by process.

    Processes are the owners, `gateway` and `verifier`; an `admin` may do everything, for operators
    and tests.
    """
    return {
        "vhosts": [{"name": _VHOST}],
        "users": [_user(name, password) for name, password in credentials.items()],
        "permissions": [_permission(name) for name in credentials],
        "topic_permissions": [_topics(name) for name in credentials if name != ADMIN],
        "exchanges": _exchanges(),
        "queues": _queues(subscriptions),
        "bindings": _bindings(subscriptions),
        "policies": _policies(),
    }


def events() -> list[type[Event]]:
    """Every event that the contracts know."""
    for owner in Owner:
        importlib.import_module(f"contracts.{owner}")
    ours = (event for event in _leaves(Event) if event.__module__.startswith("contracts."))
    return sorted(ours, key=lambda event: event.topic)


def _leaves(event: type[Event]) -> set[type[Event]]:
    own = {event} if "topic" in vars(event) else set()
    return own.union(*(_leaves(each) for each in event.__subclasses__()))


def _user(name: str, password: str) -> dict[str, Any]:
    """With the hash that RabbitMQ keeps: base64(salt ‖ SHA-256(salt ‖ password))."""
    salt = hashlib.sha256(f"{name}:{password}".encode()).digest()[:4]
    digest = hashlib.sha256(salt + password.encode()).digest()
    return {
        "name": name,
        "password_hash": base64.b64encode(salt + digest).decode("ascii"),
        "hashing_algorithm": "rabbit_password_hashing_sha256",
        "tags": ["administrator"] if name == ADMIN else [],
    }


def _permission(name: str) -> dict[str, str]:
    """A process makes its reply queues and its marker; it reads its own queues only."""
    if name == ADMIN:
        return _allowed(name, ".*", ".*", ".*")
    replies = re.escape(f"{REPLY_PREFIX}{name}.") + ".*"
    rpc = re.escape(RPC_EXCHANGE)
    if name in ASKERS:
        return _allowed(name, _any(replies), _any(rpc, replies), _any(rpc, replies))
    return _allowed(
        name,
        configure=_any(replies, re.escape(marker_of(name))),
        write=_any(rpc, replies, re.escape(exchange_of(name))),
        read=_any(rpc, replies, re.escape(rpc_queue_of(name)), re.escape(f"{name}.on.") + ".*"),
    )


def _allowed(name: str, configure: str, write: str, read: str) -> dict[str, str]:
    return {"user": name, "vhost": _VHOST, "configure": configure, "write": write, "read": read}


def _topics(name: str) -> dict[str, str]:
    """On the RPC exchange: askers ask, services answer; everybody hears its own replies."""
    if name in ASKERS:
        write = _any(*ASKERS[name])
    else:
        calls = (re.escape(call) for call in MAY_ASK[Owner(name)])
        write = _any(re.escape(REPLY_PREFIX) + ".+", *calls)
    return {
        "user": name,
        "vhost": _VHOST,
        "exchange": RPC_EXCHANGE,
        "write": write,
        "read": _any(re.escape(f"{REPLY_PREFIX}{name}.") + ".*"),
    }


def _any(*patterns: str) -> str:
    return f"^({'|'.join(patterns)})$"


def _exchanges() -> list[dict[str, Any]]:
    catch = {"alternate-exchange": UNROUTABLE}
    return [
        _exchange(RPC_EXCHANGE, "topic"),
        _exchange(DEAD, "fanout"),
        _exchange(UNROUTABLE, "fanout"),
        *(_exchange(exchange_of(owner), "topic", catch) for owner in Owner),
    ]


def _exchange(name: str, kind: str, arguments: Mapping[str, Any] | None = None) -> dict[str, Any]:
    return {
        "name": name,
        "vhost": _VHOST,
        "type": kind,
        "durable": True,
        "auto_delete": False,
        "internal": False,
        "arguments": dict(arguments or {}),
    }


def _queues(subscriptions: Subscriptions) -> list[dict[str, Any]]:
    """RPC queues are classic: what is in them is transient and nobody waits for it long."""
    return [
        _queue(DEAD, _QUORUM),
        _queue(UNROUTABLE, _QUORUM),
        _queue(UNHEARD, {**_CLASSIC, "x-max-length": 0}),
        *(_queue(rpc_queue_of(owner), _CLASSIC) for owner in Owner),
        *(_queue(queue_of(owner, event.topic), _QUORUM) for owner, event in _pairs(subscriptions)),
    ]


def _queue(name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "vhost": _VHOST,
        "durable": True,
        "auto_delete": False,
        "arguments": dict(arguments),
    }


def _bindings(subscriptions: Subscriptions) -> list[dict[str, Any]]:
    """What is heard by nobody on purpose is bound to a queue that keeps nothing.

    So what the alternate exchange collects is always a mistake.
    """
    heard = {event.topic for _, event in _pairs(subscriptions)}
    return [
        _binding(DEAD, DEAD, ""),
        _binding(UNROUTABLE, UNROUTABLE, ""),
        *(_binding(RPC_EXCHANGE, rpc_queue_of(owner), f"{owner}.*") for owner in Owner),
        *(
            _binding(exchange_of(_publisher(event)), queue_of(owner, event.topic), event.topic)
            for owner, event in _pairs(subscriptions)
        ),
        *(
            _binding(exchange_of(_publisher(event)), UNHEARD, event.topic)
            for event in events()
            if event.topic not in heard
        ),
    ]


def _binding(source: str, queue: str, key: str) -> dict[str, Any]:
    return {
        "source": source,
        "vhost": _VHOST,
        "destination": queue,
        "destination_type": "queue",
        "routing_key": key,
        "arguments": {},
    }


def _policies() -> list[dict[str, Any]]:
    """A subscription's delivery is never given up by the broker: only we know what is hopeless.

    RabbitMQ 4 gives up after 20 by default; 3.10 takes no negative limit, so it is a large one.
    """
    events_policy = {
        "dead-letter-exchange": DEAD,
        "dead-letter-strategy": "at-least-once",
        "overflow": "reject-publish",
        "delivery-limit": 1_000_000,
    }
    calls_policy = {"message-ttl": 60_000, "max-length": 5000, "overflow": "reject-publish"}
    mistakes = {"max-length": 10_000, "message-ttl": 7 * 24 * _HOUR_MS}
    return [
        _policy("events", r"^[a-z]+\.on\.", events_policy),
        _policy("calls", r"^[a-z]+\.rpc$", calls_policy),
        _policy("mistakes", _any(re.escape(UNROUTABLE), re.escape(DEAD)), mistakes),
    ]


def _policy(name: str, pattern: str, definition: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "vhost": _VHOST,
        "pattern": pattern,
        "apply-to": "queues",
        "priority": 0,
        "definition": dict(definition),
    }


def _pairs(subscriptions: Subscriptions) -> Iterable[tuple[Owner, type[Event]]]:
    return [(owner, event) for owner, heard in subscriptions.items() for event in heard]


def _publisher(event: type[Event]) -> str:
    return event.topic.partition(".")[0]
