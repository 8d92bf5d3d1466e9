"""What a browser or a program may send about accounts."""

import re
from datetime import date
from typing import Annotated, Literal

from flask import request
from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from contracts.auth import MIN_PASSWORD_CHARACTERS, Email, Name, Password, SignIn, Token
from contracts.message import Message, PersonId, SignInId
from gateway.auth.device import device_label

AGE_FLOOR_YEARS = 16
OLDEST_YEAR = 1900
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class SignUpForm(Message):
    """The month of birth is asked, compared and forgotten: only yes or no goes on."""

    name: Name
    email: Email
    password: Password
    birth_year: Annotated[int, Field(ge=OLDEST_YEAR, le=2100)]
    birth_month: Annotated[int, Field(ge=1, le=12)]

    def is_old_enough(self, today: date) -> bool:
        """Whether sixteen years have surely passed: the whole month of birth counts as not yet."""
        months = (today.year - self.birth_year) * 12 + today.month - self.birth_month
        return months > AGE_FLOOR_YEARS * 12


class SignUpPage(SignUpForm):
    """A person is told all at once; what looks right here is looked at again by the service."""

    @field_validator("email")
    @classmethod
    def looks_like_an_address(cls, email: str) -> str:
        if not _ADDRESS.fullmatch(email.strip()):
            raise PydanticCustomError("address", "no address")
        return email

    @field_validator("password")
    @classmethod
    def is_long_enough(cls, password: str) -> str:
        if len(password) < MIN_PASSWORD_CHARACTERS:
            raise PydanticCustomError("password_too_short", "too short")
        return password


class Credentials(Message):
    """`device` is a name of your own for this sign-in; without one it is told from the browser."""

    email: Email
    password: Password
    device: Annotated[str, Field(min_length=1, max_length=60)] | None = None

    def as_command(self) -> SignIn:
        return SignIn(
            email=self.email,
            password=self.password,
            device=self.device or device_label(request.user_agent.string),
            network=request.remote_addr or "unknown",
        )


class CredentialsForm(Credentials):
    """With the page to return to."""

    next: str = "/dashboard"

    @property
    def target(self) -> str:
        """A path of ours, whatever was sent: never another host (open redirect)."""
        is_path = self.next.startswith("/") and not self.next.startswith(("//", "/\\"))
        return self.next if is_path and self.next.isprintable() else "/dashboard"


class TokenForm(Message):
    token: Token


class CurrentSignIn(Message):
    """Who asks. `csrf` goes into `X-CSRF-Token` where the cookie is used instead of a bearer."""

    person: PersonId
    sign_in: SignInId
    name: str
    csrf: Token


class ProofWanted(Message):
    """The password again, for one act."""

    password: Password
    act: Literal["erase_account", "export"]
