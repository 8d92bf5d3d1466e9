"""Accounts as a person makes them: signed up, mailed to, confirmed, signed in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any, TypeVar

from sqlalchemy import select, update

from chassis.clock import Clock
from chassis.db import database
from chassis.ids import new_id
from chassis.keys import keyring
from chassis.passport import verify
from contracts.auth import (
    ConfirmEmail,
    Enter,
    NoticeTemplate,
    Passport,
    SignedIn,
    SignIn,
    SignUp,
)
from contracts.message import Owner, PersonId
from services.auth import wiring
from services.auth.mail import Letter
from services.auth.mailroom import Mailroom, SendMail
from services.auth.passwords import Offload, Passwords
from services.auth.service import AuthService
from tests.support.services import worker
from tests.support.stack import Stack

T = TypeVar("T")

PASSWORD = "violet tractor hums at dusk"
OTHER_PASSWORD = "eleven brass otters whistle"
ELSEWHERE = "2001:db8:ffff:ffff::1"


class StandingClock(Clock):
    """A clock that stands, so that a slow machine is not taken for a patient guesser."""

    def __init__(self) -> None:
        self.at = super().now()

    def now(self) -> datetime:
        return self.at


@dataclass
class Letterbox:
    """A mail server with memory."""

    letters: list[Letter] = field(default_factory=list)

    def send(self, letter: Letter) -> None:
        self.letters.append(letter)

    def to(self, address: str) -> list[Letter]:
        return [letter for letter in self.letters if letter.address == address]


def at_once(work: Callable[..., T], /, *args: object) -> T:
    return work(*args)


def auth(
    stack: Stack,
    *,
    caller: PersonId | Passport | None = None,
    clock: Clock | None = None,
    cost: int = 10,
    offload: Offload = at_once,
) -> AuthService:
    """Auth outside its container; its mails are dropped unless `deliver` collects them."""
    pepper = stack.secrets_of(Owner.AUTH).read("pepper.key")
    given: dict[str, Any] = {"passwords": Passwords(pepper, cost, offload)}
    if clock is not None:
        given["clock"] = clock
    return worker(AuthService, stack, caller=caller, **given)


def a_sign_up(**said: Any) -> SignUp:
    fields = {
        "name": "Ada Lovelace",
        "email": f"ada.{new_id().hex}@example.org",
        "password": PASSWORD,
        "is_16_or_older": True,
    }
    return SignUp(**{**fields, **said})


def deliver(stack: Stack, service: AuthService) -> Letterbox:
    """Do the mail jobs that wait, as the runner would, and keep what was sent."""
    box = Letterbox()
    parts = stack.parts(Owner.AUTH, AuthService)
    tokens = parts.of(wiring.tokens)
    mailroom = Mailroom(parts.of(database), parts.of(keyring), tokens, box)
    for task in take_mail_tasks(service):
        mailroom.send(task, service.clock.now())
    return box


def take_mail_tasks(service: AuthService) -> list[SendMail]:
    job = service.tables.job
    waiting = (job.c.kind == SendMail.kind) & (job.c.state == "waiting")
    with service.db.transaction() as tx:
        found = select(job.c.body).where(waiting).order_by(job.c.added_at).with_for_update()
        bodies = list(tx.scalars(found))
        tx.execute(update(job).where(waiting).values(state="done"))
    return [SendMail.model_validate(body, strict=False) for body in bodies]


def sign_up(stack: Stack, service: AuthService, **said: Any) -> SignUp:
    """Somebody with a confirmed address."""
    form = a_sign_up(**said)
    service.sign_up(form)
    (letter,) = deliver(stack, service).to(form.email)
    assert letter.template is NoticeTemplate.CONFIRM_EMAIL
    service.confirm_email(ConfirmEmail(token=letter.token))
    return form


def home_of(form: SignUp) -> str:
    """An address in a network of their own, so that tests do not count each other's tries."""
    mark = sha256(form.email.encode()).hexdigest()
    return f"2001:db8:{mark[:4]}:{mark[4:8]}::1"


def a_sign_in(form: SignUp, **said: Any) -> SignIn:
    fields = {
        "email": form.email,
        "password": form.password,
        "device": "Firefox on Linux",
        "network": home_of(form),
    }
    return SignIn(**{**fields, **said})


def sign_in(service: AuthService, form: SignUp, **said: Any) -> SignedIn:
    return service.sign_in(a_sign_in(form, **said))


def person_of(service: AuthService, signed_in: SignedIn) -> PersonId:
    return service.enter(Enter(token=signed_in.token)).person


def passport_of(stack: Stack, service: AuthService, signed_in: SignedIn) -> Passport:
    """The passport that the gateway would show, opened."""
    signed = service.enter(Enter(token=signed_in.token)).passport
    public = stack.secrets_of(Owner.AUTH).public_key(Owner.AUTH)
    return verify(signed, public, service.clock.now())
