"""A world behind the gateway that remembers: who has what, who asked for what, what is away."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from typing_extensions import TypeForm

from chassis.bus.client import Deadline
from chassis.errors import MiraError, NotAllowed, NotFound, Unavailable
from chassis.ids import new_code, new_id
from contracts.auth import Act, SignedPassport
from contracts.message import Message, Owner, PersonId, SignInId

AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)


@dataclass(frozen=True)
class Call:
    """One call that reached a service."""

    method: str
    argument: Message
    passport: str | None
    idempotency_key: str | None
    seconds_left: float


@dataclass
class Account:
    person: PersonId
    name: str
    email: str
    password: str
    is_confirmed: bool = False


@dataclass(frozen=True)
class Bearer:
    """Whom a passport names, and the act that it is for."""

    person: PersonId
    sign_in: SignInId
    act: Act | None = None


@dataclass
class World:
    """`things` holds views by kind and id with their person; `is_slow` leaves work waiting."""

    accounts: dict[str, Account] = field(default_factory=dict)
    mails: list[tuple[str, str]] = field(default_factory=list)
    tokens: dict[str, Bearer] = field(default_factory=dict)
    csrf: dict[SignInId, str] = field(default_factory=dict)
    passports: dict[str, Bearer] = field(default_factory=dict)
    things: dict[tuple[str, UUID], tuple[PersonId, Any]] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    failures: dict[str, MiraError | Exception] = field(default_factory=dict)
    away: set[Owner] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    """Methods that have their effect, and whose answer does not come."""
    is_slow: bool = False
    has_provider: bool = False
    is_over_after_an_answer: bool = False

    def open_account(self, name: str = "Robin Sample", email: str = "robin@example.org") -> Account:
        account = Account(PersonId(new_id()), name, email, "four quiet words here", True)
        self.accounts[email] = account
        return account

    def sign_in(self, account: Account) -> str:
        """A session token of `account`."""
        token, sign_in = new_code(), SignInId(new_id())
        self.tokens[token] = Bearer(account.person, sign_in)
        self.csrf[sign_in] = new_code()
        return token

    def sign_out_everywhere(self, person: PersonId) -> None:
        self.tokens = {name: each for name, each in self.tokens.items() if each.person != person}

    def issue(self, bearer: Bearer) -> SignedPassport:
        payload = base64.urlsafe_b64encode(bearer.person.bytes).decode().rstrip("=")
        passport = f"{payload}.{new_code()}{new_code()}"
        self.passports[passport] = bearer
        return passport

    def bearer(self, passport: str | None) -> Bearer:
        if passport is None or passport not in self.passports:
            raise NotAllowed("Please sign in.", code="sign-in-required")
        return self.passports[passport]

    def put(self, kind: str, item_id: UUID, person: PersonId, view: Any) -> None:
        self.things[kind, item_id] = (person, view)

    def get(self, kind: str, item_id: UUID, person: PersonId) -> Any:
        owner, view = self.things.get((kind, item_id), (None, None))
        if owner != person:
            raise NotFound("There is nothing here.")
        return view

    def all(self, kind: str, person: PersonId) -> tuple[Any, ...]:
        """Newest first."""
        mine = [
            view
            for (name, _), (owner, view) in self.things.items()
            if name == kind and owner == person
        ]
        return tuple(reversed(mine))

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]


class FakeBus:
    """The switchboard of the gateway, with this world behind it."""

    def __init__(self, world: World, services: dict[type, Callable[[World, str | None], object]]):
        self._world = world
        self._services = services

    def service(
        self,
        contract: TypeForm[Any],
        *,
        passport: str | None,
        deadline: Deadline,
        idempotency_key: str | None,
    ) -> Any:
        kind = cast("type", contract)
        service = self._services[kind](self._world, passport)
        return _Line(
            self._world, kind.__name__.lower(), service, passport, deadline, idempotency_key
        )

    def ping(self, owner: Owner, deadline: Deadline) -> None:
        if owner in self._world.away:
            raise Unavailable


class _Line:
    """Remembers each call, and fails where the world says so."""

    def __init__(self, world: World, name: str, service: object, *rest: Any) -> None:
        self._world, self._name, self._service, self._rest = world, name, service, rest

    def __getattr__(self, name: str) -> Any:
        method = f"{self._name}.{name}"

        def ask(argument: Message) -> Message:
            passport, deadline, key = self._rest
            call = Call(method, argument, passport, key, deadline.left())
            self._world.calls.append(call)
            if Owner(self._name) in self._world.away:
                raise Unavailable
            if method in self._world.failures:
                raise self._world.failures[method]
            answer = cast("Message", getattr(self._service, name)(argument))
            if method in self._world.lost:
                raise Unavailable
            return answer

        return ask


def tomorrow() -> datetime:
    return datetime.now(UTC) + timedelta(days=1)
