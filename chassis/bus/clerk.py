"""What happens to one call: read, checked, done or remembered, answered."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from eventlet import Timeout
from pydantic import ValidationError

from chassis.bus import wire
from chassis.bus.answers import Answers, InFlight, keyed
from chassis.bus.call import Call
from chassis.bus.hardening import Delivery
from chassis.bus.replies import Replies
from chassis.bus.trace import safe_trace, tracing
from chassis.clock import Clock
from chassis.errors import Invalid, NotAllowed, Unavailable, as_failure
from chassis.log import logger
from chassis.passport import PassportCheck
from contracts.auth import Act, Passport, PersonRole
from contracts.message import ErrorKind, Message

log = logger(__name__)

Run = Callable[..., Any]
"""Calls the marked method on a fresh instance whose dependencies are bound to the given Call."""

_USUAL_S, _ABSURD_S = 3.0, 60.0
_GRACE_S = 0.5  # a worker may overrun its caller's patience by this before it is stopped
_SLOW_MS = 500


@dataclass(frozen=True)
class Rule:
    """Who may call, and what it needs."""

    is_public: bool = False
    act: Act | None = None
    role: PersonRole | None = None
    is_write: bool = False

    def check(self, passport: Passport) -> None:
        """Raise NotAllowed unless `passport` is of the kind that this call needs."""
        if self.act is not None and passport.act is not self.act:
            raise NotAllowed("Please give your password for this.", code="proof-needed")
        if passport.act is not None and not (self.is_write and passport.proof_id):
            raise NotAllowed("This proof is good for one act only.", code="proof-misused")
        if self.role is not None and passport.role is not self.role:
            raise NotAllowed("This needs a right that you do not have.", code="role-needed")


@dataclass(frozen=True)
class Clerk:
    """Answers calls, one at a time or many; `answers` is made when a write first needs it."""

    keys: wire.BusKeys
    passports: PassportCheck
    clock: Clock
    replies: Replies
    answers: Callable[[], Answers]
    under_way: set[tuple[object, bytes]]

    def answer(self, delivery: Delivery, argument: type[Message], rule: Rule, run: Run) -> None:
        """Do what is asked and reply. What nobody can have sent, or waits for, gets no reply."""
        started = time.monotonic()
        method, reply_to = delivery.routing_key, delivery.said("reply_to") or ""
        left = _left(delivery)
        if not reply_to.startswith(wire.REPLY_PREFIX) or not delivery.said("correlation_id"):
            log.warning("call_without_reply_to", method=method)
        elif left <= 0:
            log.warning("call_too_late", method=method)
        else:
            with tracing(safe_trace(delivery.header(wire.TRACE))):
                self._answer(delivery, left, lambda: self._result(delivery, argument, rule, run))
                if (took := round((time.monotonic() - started) * 1000)) > _SLOW_MS:
                    log.info("call_slow", method=method, duration_ms=took)

    def _answer(self, delivery: Delivery, left: float, result: Callable[[], bytes]) -> None:
        is_failure = False
        try:
            with Timeout(left + _GRACE_S, Unavailable()):
                body = result()
        except wire.Unreadable:
            log.warning("call_unreadable", method=delivery.routing_key)
            return
        except Exception as error:  # noqa: BLE001 - crosses as a Failure, a bug without its text
            is_failure, body = True, _failure(delivery.routing_key, error)
        self._reply(delivery, body, is_failure=is_failure)

    def _reply(self, delivery: Delivery, body: bytes, *, is_failure: bool) -> None:
        correlation_id = delivery.said("correlation_id") or ""
        head = wire.ReplyHead(correlation_id=correlation_id, is_failure=is_failure)
        name, sealed = wire.seal(self.keys, b"reply", head, body)
        self.replies.send(
            delivery.said("reply_to") or "",
            sealed,
            correlation_id=correlation_id,
            application_headers={wire.KEY_ID: name},
        )

    def _result(self, delivery: Delivery, argument: type[Message], rule: Rule, run: Run) -> bytes:
        """The reply's JSON. Raises whatever happens."""
        method = delivery.routing_key
        head, body = wire.open_request(
            self.keys,
            str(delivery.header(wire.KEY_ID)),
            delivery.body,
            method=method,
            correlation_id=delivery.said("correlation_id") or "",
        )
        call = Call(passport=self._admitted(head, rule))
        message = _parsed(argument, body)
        if not (rule.is_write and head.idempotency_key and call.passport):
            return _done(rule, run, call, message)
        call = keyed(call, method, head.idempotency_key, body)
        return self._once(call, lambda: _done(rule, run, call, message))

    def _admitted(self, head: wire.RequestHead, rule: Rule) -> Passport | None:
        if rule.is_public:
            return None
        if head.passport is None:
            raise NotAllowed("Please sign in.", code="sign-in-needed")
        passport = self.passports(head.passport, self.clock.now())
        rule.check(passport)
        return passport

    def _once(self, call: Call, do: Callable[[], bytes]) -> bytes:
        """The answer that the key has, or a new one; from whichever worker was first."""
        answers = self.answers().bound_to(call)
        with self._alone(call):
            known = answers.find()
            if known is not None:
                return known
            try:
                return do()
            except InFlight:
                known = answers.find()
                if known is None:
                    raise
                return known

    @contextmanager
    def _alone(self, call: Call) -> Iterator[None]:
        """Within this process, one call at a time per key; other processes meet in the table."""
        mine = (call.passport and call.passport.person, call.key_hash or b"")
        if mine in self.under_way:
            raise InFlight
        self.under_way.add(mine)
        try:
            yield
        finally:
            self.under_way.discard(mine)


def _left(delivery: Delivery) -> float:
    """Seconds until the caller gives up; a deadline that is absurd says nothing.

    A clock that jumped by an hour must not refuse every call, and the broker drops what waited
    too long by its own clock.
    """
    deadline = delivery.header(wire.DEADLINE)
    if not isinstance(deadline, int):
        return _USUAL_S
    left = deadline / 1000 - time.time()
    return left if -_ABSURD_S < left < _ABSURD_S else _USUAL_S


def _parsed(argument: type[Message], body: bytes) -> Message:
    """Raises Invalid, naming a field of the contract and nothing that was sent."""
    try:
        return argument.model_validate_json(body)
    except ValidationError as error:
        places = [str(each["loc"][0]) for each in error.errors() if each["loc"]]
        field = next((place for place in places if place in argument.model_fields), None)
        raise Invalid("Something is missing or malformed.", code="malformed", field=field) from None


def _done(rule: Rule, run: Run, call: Call, message: Message) -> bytes:
    """What the method returned, as JSON. Raises what it raised, and TypeError for a broken rule."""
    reply = run(call, message)
    if not isinstance(reply, Message):
        raise TypeError("a call must return a Message")
    if rule.is_write and call.passport and not call.kept:
        raise TypeError("a write must return answers.keep(tx, reply)")
    return reply.model_dump_json().encode()


def _failure(method: str, error: Exception) -> bytes:
    failure = as_failure(error)
    if failure.kind is ErrorKind.BUG:
        log.error("call_bug", method=method, exc_info=error)
    else:
        log.info("call_failed", method=method, code=failure.code)
    return failure.model_dump_json().encode()
