"""Decisions about accounts, sign-ins and guessing: no input, no output, no clock."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from email_validator import EmailNotValidError, validate_email

from chassis.errors import Invalid, NotAllowed
from contracts.auth import AccountView, Act, NoticeTemplate, Passport, PersonRole
from contracts.message import PersonId, SignInId

PASSPORT_LIFE = timedelta(seconds=60)
PROOF_LIFE = timedelta(minutes=5)
IDLE_LIFE = timedelta(hours=1)
ABSOLUTE_LIFE = timedelta(hours=24)
SEEN_EVERY = timedelta(minutes=1)
UNCONFIRMED_LIFE = timedelta(days=7)


class LinkPurpose(StrEnum):
    """What the link in a mail is good for."""

    CONFIRM = "confirm"
    RESET = "reset"


LINK_LIFE = {
    LinkPurpose.CONFIRM: timedelta(hours=24),
    LinkPurpose.RESET: timedelta(minutes=20),
}
PURPOSES = {
    NoticeTemplate.CONFIRM_EMAIL: LinkPurpose.CONFIRM,
    NoticeTemplate.RESET_PASSWORD: LinkPurpose.RESET,
}


def check_age(*, is_16_or_older: bool) -> None:
    """Raise Invalid below 16; the caller has stored nothing and stores nothing then."""
    if not is_16_or_older:
        raise Invalid("Mira is for people of 16 and older.", code="age", field="is_16_or_older")


def clean_address(address: str) -> str:
    """The address as we write to it. Raises Invalid, without asking the network.

    Only addresses with an ASCII local part: not every mail server on the way takes the others
    (SMTPUTF8, RFC 6531), and an account whose mails get lost helps nobody.
    """
    try:
        checked = validate_email(address, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        raise Invalid(
            "This does not look like an e-mail address.", code="address", field="email"
        ) from None
    return checked.ascii_email or checked.normalized


def clean_name(name: str) -> str:
    """The name without outer spaces and unseen characters. Raises Invalid if nothing is left."""
    unseen = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    kept = "".join(c for c in name if unicodedata.category(c) not in unseen)
    cleaned = " ".join(kept.split())
    if not cleaned:
        raise Invalid("Please give a name.", code="name", field="name")
    return cleaned


def ends_at(*, signed_in_at: datetime, last_seen_at: datetime) -> datetime:
    """When a sign-in ends by itself: idle for an hour, or a day old."""
    return min(signed_in_at + ABSOLUTE_LIFE, last_seen_at + IDLE_LIFE)


@dataclass(frozen=True)
class Entered:
    """A sign-in, living or too old."""

    id: SignInId
    person: PersonId
    signed_in_at: datetime
    last_seen_at: datetime

    @property
    def ends_at(self) -> datetime:
        return ends_at(signed_in_at=self.signed_in_at, last_seen_at=self.last_seen_at)

    def is_seen_late(self, at: datetime) -> bool:
        """Whether it is time to write down that it is in use; not at every request."""
        return at - self.last_seen_at >= SEEN_EVERY


def living(sign_in: Entered | None, at: datetime) -> Entered:
    """The sign-in. Raises NotAllowed if it has ended, or never was."""
    if sign_in is None or sign_in.ends_at <= at:
        raise signed_out()
    return sign_in


def passport(sign_in: Entered, role: PersonRole, at: datetime) -> Passport:
    """Good for a minute, and never longer than the sign-in."""
    return Passport(
        person=sign_in.person,
        sign_in=sign_in.id,
        role=role,
        issued_at=at,
        expires_at=min(at + PASSPORT_LIFE, sign_in.ends_at),
    )


def proof(caller: Passport, act: Act, proof_id: SignInId, at: datetime) -> Passport:
    """A passport of the same person for one act, good for five minutes and one use."""
    return Passport(
        person=caller.person,
        sign_in=caller.sign_in,
        role=caller.role,
        issued_at=at,
        expires_at=at + PROOF_LIFE,
        act=act,
        proof_id=proof_id,
    )


@dataclass(frozen=True)
class KnownLink:
    """Whom a link is for, what for, and the password that it is bound to."""

    person: PersonId
    purpose: LinkPurpose
    password_number: int


def template_due(
    wanted: NoticeTemplate, *, whose: PersonId | None, person: PersonId
) -> NoticeTemplate | None:
    """The mail that is due, given whose the address is by now; None if none is.

    This is where a sign-up with a known address turns into another mail, long after its caller
    had the same answer as everybody.
    """
    if wanted is not NoticeTemplate.CONFIRM_EMAIL:
        return wanted if whose == person else None
    if whose is None:
        return wanted
    return None if whose == person else NoticeTemplate.ALREADY_REGISTERED


def signed_out() -> NotAllowed:
    return NotAllowed("Please sign in again.", code="signed-out")


def wrong_password() -> NotAllowed:
    return NotAllowed("This is not your password.", code="wrong-sign-in", field="password")


def wrong_sign_in() -> NotAllowed:
    """One answer for an unknown address, an unconfirmed one and a wrong password."""
    return NotAllowed(
        "Wrong address or password, or the address is not confirmed yet.", code="wrong-sign-in"
    )


def spent() -> Invalid:
    return Invalid(
        "This link has been used or has expired. Please ask for a new one.",
        code="link-expired",
        field="token",
    )


@dataclass(frozen=True)
class Profile:
    """An account as its owner knows it."""

    person: PersonId
    name: str
    email: str
    role: PersonRole
    created_at: datetime
    version: int


def view(profile: Profile) -> AccountView:
    return AccountView(
        person=profile.person,
        name=profile.name,
        email=profile.email,
        created_at=profile.created_at,
        version=profile.version,
    )


@dataclass(frozen=True)
class Newcomer:
    """Somebody who has signed up and not yet shown that the address is theirs."""

    person: PersonId
    name: str
    email: str
    email_index: bytes
    password_hash: str
    at: datetime
