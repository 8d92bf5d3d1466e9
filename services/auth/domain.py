"""Decisions about accounts, sign-ins and guessing: no input, no output, no clock."""

import ipaddress
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from email_validator import EmailNotValidError, validate_email

from chassis.errors import Invalid, NotAllowed
from contracts.message import PersonId

PASSPORT_LIFE = timedelta(seconds=60)
PROOF_LIFE = timedelta(minutes=5)
IDLE_LIFE = timedelta(hours=1)
ABSOLUTE_LIFE = timedelta(hours=24)
SEEN_EVERY = timedelta(minutes=1)
UNCONFIRMED_LIFE = timedelta(days=7)
TRIES_LIFE = timedelta(days=1)


class LinkPurpose(StrEnum):
    """What the link in a mail is good for."""

    CONFIRM = "confirm"
    RESET = "reset"


LINK_LIFE = {
    LinkPurpose.CONFIRM: timedelta(hours=24),
    LinkPurpose.RESET: timedelta(minutes=20),
}


class Attempt(StrEnum):
    """What somebody may try only so often."""

    SIGN_IN = "sign_in"
    SIGN_UP = "sign_up"
    RESET = "reset"
    PROOF = "proof"


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


def address_key(address: str) -> str:
    """Two spellings that reach one mailbox in practice, made equal."""
    return clean_address(address).casefold()


def clean_name(name: str) -> str:
    """The name without outer spaces and control characters. Raises Invalid if nothing is left."""
    kept = "".join(c for c in name if unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"})
    cleaned = " ".join(kept.split())
    if not cleaned:
        raise Invalid("Please give a name.", code="name", field="name")
    return cleaned


def ends_at(*, signed_in_at: datetime, last_seen_at: datetime) -> datetime:
    """When a sign-in ends by itself: idle for an hour, or a day old."""
    return min(signed_in_at + ABSOLUTE_LIFE, last_seen_at + IDLE_LIFE)


def check_living(*, signed_in_at: datetime, last_seen_at: datetime, at: datetime) -> datetime:
    """When this sign-in ends by itself. Raises NotAllowed when it has."""
    end = ends_at(signed_in_at=signed_in_at, last_seen_at=last_seen_at)
    if end <= at:
        raise signed_out()
    return end


def signed_out() -> NotAllowed:
    return NotAllowed("Please sign in again.", code="signed-out")


def refused() -> NotAllowed:
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


def network_of(address: str) -> str:
    """The /24 (IPv4) or /64 (IPv6) of an address: what one household or office shares.

    Anything that is no address is one common network, so that lying does not help.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    parsed = getattr(parsed, "ipv4_mapped", None) or parsed
    bits = 24 if parsed.version == 4 else 64
    return str(ipaddress.ip_network((parsed, bits), strict=False))


@dataclass(frozen=True)
class Limit:
    """`free` tries cost nothing; each is forgotten after `drain`, one after the other.

    Beyond that the next one waits 1, 2, 4 ... seconds, at most `longest`.
    """

    free: int
    drain: timedelta
    longest: timedelta = timedelta(seconds=60)


PAIR = Limit(free=5, drain=timedelta(minutes=15))
"""One account tried from one network. There is none for the account alone: whoever knows an
address could then lock its owner out."""

NETWORK = Limit(free=50, drain=timedelta(minutes=1))
"""Any account tried from one network."""

MAILS = Limit(free=3, drain=timedelta(minutes=20), longest=timedelta(minutes=20))
"""Mails that strangers may cause to one address. What they cause is as good as what its owner
asks for, so this locks nobody out either."""

FLOOD = Limit(free=1000, drain=timedelta(seconds=1), longest=timedelta(0))
"""Any account from anywhere. Reaching it makes nobody wait: it leaves each pair one free try."""

PAIR_IN_FLOOD = Limit(free=1, drain=PAIR.drain)


@dataclass(frozen=True)
class Tries:
    """How full a leaky bucket was at the time of the last try that was let in."""

    level: float
    last_at: datetime


def level(tries: Tries, limit: Limit, at: datetime) -> float:
    """What is left in the bucket at `at`."""
    return max(0.0, tries.level - (at - tries.last_at) / limit.drain)


def wait(tries: Tries, limit: Limit, at: datetime) -> timedelta:
    """How long the next try has to wait.

    Counted from the last try that was let in, so knocking meanwhile prolongs nothing.
    """
    over = level(tries, limit, at) + 1 - limit.free
    if over <= 0:
        return timedelta(0)
    pause = min(timedelta(seconds=2 ** min(over - 1, 20)), limit.longest)
    return max(timedelta(0), tries.last_at + pause - at)


def count(tries: Tries, limit: Limit, at: datetime) -> Tries:
    """The bucket with one try more."""
    return Tries(level(tries, limit, at) + 1, at)


def limits_in_force(
    buckets: dict[bytes, Limit], tries: dict[bytes, Tries], at: datetime
) -> dict[bytes, Limit]:
    """The limits of these buckets, stricter for a pair while there is a flood."""
    is_flood = any(
        limit is FLOOD and level(tries[key], limit, at) >= limit.free
        for key, limit in buckets.items()
    )
    return {
        key: PAIR_IN_FLOOD if is_flood and limit is PAIR else limit
        for key, limit in buckets.items()
    }


@dataclass(frozen=True)
class Profile:
    """An account as its owner knows it."""

    person: PersonId
    name: str
    email: str
    created_at: datetime
    version: int


@dataclass(frozen=True)
class Newcomer:
    """Somebody who has signed up and not yet shown that the address is theirs."""

    person: PersonId
    name: str
    email: str
    email_index: bytes
    password_hash: str
    at: datetime
