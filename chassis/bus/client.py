"""Typed calls with one hard deadline: for the gateway, and for the few reads between services.

    bus = Bus(settings.amqp_url, Secrets(settings.secrets), name="gateway")
    documents = bus.service(Documents, passport=passport, deadline=Deadline.after(5.0))
    reply = documents.list_documents(ListDocuments())

kombu and py-amqp only: works in plain threads, under gevent and under eventlet, and connects
after a fork. One reply queue and one consumer per process; requests go out over a few connections
of which each serves one caller at a time, mandatory and confirmed. A request that may have
reached the broker is never sent twice.
"""

import os
import time
from dataclasses import dataclass
from typing import Any, TypeVar, cast, get_type_hints
from uuid import uuid4
from weakref import WeakMethod

import amqp
from pydantic import SecretStr, ValidationError
from typing_extensions import TypeForm

from chassis.bus import wire
from chassis.bus.broker import HEARTBEAT_S
from chassis.bus.mailbox import Mailbox
from chassis.bus.publishers import Publishers
from chassis.bus.trace import current_trace
from chassis.errors import Unavailable, as_error
from chassis.secrets import Secrets
from contracts.message import Failure, Message, Nothing, Owner
from contracts.privacy import ExportPage, FindExportPage

Api = TypeVar("Api")
Reply = TypeVar("Reply", bound=Message)

MOST_PER_CALL_S = 3.0
_TRANSIENT = 1


@dataclass(frozen=True)
class Deadline:
    """A moment after which nobody waits any more; it is shared by all calls of one request."""

    at: float
    """On the monotonic clock of this process."""

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        return cls(time.monotonic() + seconds)

    def left(self) -> float:
        """Seconds, below zero when it has passed."""
        return self.at - time.monotonic()


class Bus:
    """One process's way to the services. Safe to share between threads; make one per process."""

    def __init__(
        self,
        url: SecretStr,
        secrets: Secrets,
        *,
        name: str,
        publishers: int = 8,
        heartbeat_s: int = HEARTBEAT_S,
    ) -> None:
        self._url = url.get_secret_value()
        self._name = name
        self._size = publishers
        self._heartbeat_s = heartbeat_s
        self._keys = wire.BusKeys(secrets)
        self._open()
        forked = WeakMethod(self._forked)
        os.register_at_fork(after_in_child=lambda: (again := forked()) and again())

    def service(
        self,
        contract: TypeForm[Api],
        *,
        passport: str | None = None,
        deadline: Deadline | None = None,
        idempotency_key: str | None = None,
    ) -> Api:
        """The service that keeps `contract`, asked in the name of `passport`, or of nobody.

        Its methods raise the MiraError that the service raised, and Unavailable when there is no
        answer within 3 s or what is left of `deadline`, whatever the reason.
        """
        calls = _Calls(self, cast("type", contract), passport, deadline, idempotency_key)
        return cast("Api", calls)

    def ping(self, owner: Owner, deadline: Deadline) -> None:
        """Return if `owner` answers in time. Raises Unavailable."""
        head = wire.RequestHead(method=f"{owner}.ping", correlation_id=uuid4().hex)
        self.call(head, Nothing(), Nothing, deadline)

    def export_page(self, question: FindExportPage, deadline: Deadline) -> ExportPage:
        """One page of what an owner holds, for privacy alone: the question is signed.

        Raises MiraError.
        """
        method = f"{question.owner}.export_page"
        head = wire.RequestHead(method=method, correlation_id=uuid4().hex)
        return self.call(head, question, ExportPage, deadline)

    def call(
        self, head: wire.RequestHead, argument: Message, reply: type[Reply], deadline: Deadline
    ) -> Reply:
        """One request and its reply. Raises MiraError."""
        left = deadline.left()
        if left <= 0:
            raise Unavailable
        with self._mailbox.expecting(head.correlation_id, min(left, deadline.left())) as slot:
            message = self._sealed(head, argument, slot.reply_to, left)
            self._publishers.publish(message, head.method, deadline)
            name, sealed = slot.wait(deadline.left())
        return self._opened(head, name, sealed, reply)

    def close(self) -> None:
        self._mailbox.close()
        self._publishers.close()

    def _open(self) -> None:
        """Nothing is connected before the first call."""
        self._mailbox = Mailbox(self._url, self._name, self._heartbeat_s)
        self._publishers = Publishers(self._url, f"{self._name} calls", self._size)

    def _forked(self) -> None:
        self._mailbox.disown()
        self._publishers.disown()
        self._open()

    def _sealed(
        self, head: wire.RequestHead, argument: Message, reply_to: str, left: float
    ) -> amqp.Message:
        body = argument.model_dump_json().encode()
        name, sealed = wire.seal(self._keys, b"request", head, body)
        headers = {wire.KEY_ID: name, wire.DEADLINE: int((time.time() + left) * 1000)}
        if trace := current_trace():
            headers[wire.TRACE] = trace
        return amqp.Message(
            sealed,
            delivery_mode=_TRANSIENT,
            reply_to=reply_to,
            correlation_id=head.correlation_id,
            expiration=str(max(1, int(left * 1000))),
            application_headers=headers,
        )

    def _opened(
        self, head: wire.RequestHead, name: str, sealed: bytes, reply: type[Reply]
    ) -> Reply:
        try:
            said, body = wire.open_reply(
                self._keys, name, sealed, correlation_id=head.correlation_id
            )
            if not said.is_failure:
                return reply.model_validate_json(body)
            failure = Failure.model_validate_json(body)
        except (wire.Unreadable, ValidationError):
            raise Unavailable from None
        raise as_error(failure)


class _Calls:
    """Stands for a service: an attribute for each method of its contract."""

    def __init__(
        self,
        bus: Bus,
        contract: type,
        passport: str | None,
        deadline: Deadline | None,
        idempotency_key: str | None,
    ) -> None:
        self._bus = bus
        self._contract = contract
        self._passport = passport
        self._deadline = deadline
        self._idempotency_key = idempotency_key

    def __getattr__(self, name: str) -> Any:
        reply = _reply_of(self._contract, name)

        def ask(argument: Message) -> Message:
            head = wire.RequestHead(
                method=f"{self._contract.__name__.lower()}.{name}",
                correlation_id=uuid4().hex,
                passport=self._passport,
                idempotency_key=self._idempotency_key,
            )
            latest = Deadline.after(MOST_PER_CALL_S)
            deadline = min(latest, self._deadline or latest, key=lambda each: each.at)
            return self._bus.call(head, argument, reply, deadline)

        return ask


_REPLIES: dict[tuple[type, str], type[Message]] = {}


def _reply_of(contract: type, name: str) -> type[Message]:
    """What the method promises to return. Raises AttributeError when there is no such method."""
    if (contract, name) not in _REPLIES:
        if name.startswith("_"):
            raise AttributeError(name)
        _REPLIES[contract, name] = get_type_hints(getattr(contract, name))["return"]
    return _REPLIES[contract, name]
