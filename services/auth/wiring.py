"""What auth is made of, given a configuration."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import Field

from chassis.bus.inject import Parts
from chassis.bus.offload import offload
from chassis.config import Settings
from chassis.db import database
from chassis.keys import keyring
from chassis.secrets import secrets
from contracts.message import Owner
from services.auth.mail import Mailer
from services.auth.mailroom import Mailroom
from services.auth.passwords import MIN_COST, Passwords
from services.auth.throttle import Throttle
from services.auth.tokens import Tokens


class AuthSettings(Settings):
    """`bcrypt_cost` doubles the time with each step; raising it hashes anew at the next sign-in."""

    bcrypt_cost: int = Field(default=12, ge=MIN_COST, le=16)
    mail_from: str = "no-reply@mira.localhost"


def passwords(settings: Settings) -> Passwords:
    pepper = secrets(settings).read("pepper.key")
    return Passwords(pepper, _own(settings).bcrypt_cost, offload)


def tokens(settings: Settings) -> Tokens:
    return Tokens(secrets(settings).read("index.key"))


def throttle(parts: Parts) -> Throttle:
    return Throttle(parts.of(database), parts.of(tokens))


def mailroom(parts: Parts) -> Mailroom:
    return Mailroom(parts.of(database), parts.of(keyring), parts.of(tokens), parts.of(mailer))


def mailer(settings: Settings) -> Mailer:
    sender = _own(settings).mail_from
    return Mailer(settings.smtp_host, settings.smtp_port, sender, settings.public_url)


def signing_key(settings: Settings) -> Ed25519PrivateKey:
    return secrets(settings).signing_key(Owner.AUTH)


def _own(settings: Settings) -> AuthSettings:
    return AuthSettings(**settings.model_dump())
