"""What auth answers and announces, and the passport that says who is asking."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Protocol

from pydantic import Field

from contracts.message import Event, Message, PersonId, SignInId, Slug

MIN_PASSWORD_CHARACTERS = 15

Email = Annotated[str, Field(min_length=3, max_length=254)]
Password = Annotated[str, Field(min_length=1, max_length=256)]
Name = Annotated[str, Field(min_length=1, max_length=120)]
Token = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]
"""256 random bits in base64url; stored by us only as its SHA-256."""


class PersonRole(StrEnum):
    PERSON = "person"
    COMPLIANCE = "compliance"
    OPERATOR = "operator"


class Act(StrEnum):
    """What a fresh password proof is for; good for one use within 5 minutes."""

    ERASE_ACCOUNT = "erase_account"
    EXPORT = "export"
    CHANGE_PASSWORD = "change_password"  # noqa: S105 - the name of an act


class Passport(Message):
    """Who asks, for at most 60 s. Only auth can mint one: it is signed (Ed25519).

    With `act` it is a fresh-password proof for that act, for 5 minutes and one use (`proof_id`).
    """

    person: PersonId
    sign_in: SignInId
    role: PersonRole
    issued_at: datetime
    expires_at: datetime
    act: Act | None = None
    proof_id: SignInId | None = None


SignedPassport = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$")]
"""base64url(JSON of a Passport) "." base64url(Ed25519 signature over the first part)."""


class SignUp(Message):
    """The answer is the same whether the address is known or not; the mail differs."""

    name: Name
    email: Email
    password: Password
    is_16_or_older: bool


class ConfirmEmail(Message):
    token: Token


class SignIn(Message):
    """`device` is a coarse label such as "Chromium on Linux"; never a user agent string."""

    email: Email
    password: Password
    device: Annotated[str, Field(max_length=60)]
    network: Annotated[str, Field(max_length=45)]


class SignedIn(Message):
    """`token` is the session; `csrf` belongs to it and goes into forms and headers."""

    token: Token
    csrf: Token
    expires_at: datetime


class Enter(Message):
    token: Token


class Entrance(Message):
    """What the gateway needs for one request. May be cached for 1 s, no longer."""

    passport: SignedPassport
    person: PersonId
    sign_in: SignInId
    role: PersonRole
    name: str
    csrf: Token


class SignOut(Message):
    """End the sign-in of the passport."""


class ListSignIns(Message):
    """All living sign-ins of the person who asks, newest first."""


class SignInRow(Message):
    sign_in: SignInId
    device: str
    signed_in_at: datetime
    last_seen_at: datetime
    is_this_one: bool


class SignInList(Message):
    sign_ins: tuple[SignInRow, ...]


class RevokeSignIn(Message):
    sign_in: SignInId


class FindAccount(Message):
    """The account of the person who asks."""


class AccountView(Message):
    person: PersonId
    name: str
    email: str
    created_at: datetime
    version: int


class ChangeName(Message):
    name: Name


class ProvePassword(Message):
    """Give the password again, for one act."""

    password: Password
    act: Act


class Proof(Message):
    passport: SignedPassport
    expires_at: datetime


class RequestReset(Message):
    """The answer is the same whether the address is known or not."""

    email: Email


class ResetPassword(Message):
    token: Token
    password: Password


class Accepted(Message):
    """Taken; what follows, follows by mail."""


class NoticeTemplate(StrEnum):
    """Every mail that there is. None of them is marketing."""

    CONFIRM_EMAIL = "confirm_email"
    ALREADY_REGISTERED = "already_registered"
    RESET_PASSWORD = "reset_password"  # noqa: S105 - the name of a template
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of a template
    ACCOUNT_DELETED = "account_deleted"


class SignedUp(Event):
    """A new account is confirmed and exists."""

    topic: ClassVar[str] = "auth.signed_up"

    person: PersonId


class SignUpExpired(Event):
    """Nobody confirmed it in time; its rows are gone, and its key is to be destroyed."""

    topic: ClassVar[str] = "auth.sign_up_expired"


class SignInEnded(Event):
    topic: ClassVar[str] = "auth.sign_in_ended"

    person: PersonId
    sign_in: SignInId
    why: Slug


class Auth(Protocol):
    """Calls without a passport: sign_up, confirm_email, sign_in, enter, the two of the reset."""

    def sign_up(self, cmd: SignUp) -> Accepted: ...

    def confirm_email(self, cmd: ConfirmEmail) -> Accepted: ...

    def sign_in(self, cmd: SignIn) -> SignedIn: ...

    def enter(self, query: Enter) -> Entrance: ...

    def request_reset(self, cmd: RequestReset) -> Accepted: ...

    def reset_password(self, cmd: ResetPassword) -> Accepted: ...

    def sign_out(self, cmd: SignOut) -> Accepted: ...

    def list_sign_ins(self, query: ListSignIns) -> SignInList: ...

    def revoke_sign_in(self, cmd: RevokeSignIn) -> Accepted: ...

    def find_account(self, query: FindAccount) -> AccountView: ...

    def change_name(self, cmd: ChangeName) -> AccountView: ...

    def prove_password(self, cmd: ProvePassword) -> Proof: ...
