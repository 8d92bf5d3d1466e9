"""Decisions about accounts, sign-ins and guessing: no input, no output, no clock."""

import ipaddress
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from email_validator import EmailNotValidError, validate_email

from chassis.errors import Invalid

PASSPORT_LIFE = timedelta(seconds=60)
PROOF_LIFE = timedelta(minutes=5)
IDLE_LIFE = timedelta(hours=1)
ABSOLUTE_LIFE = timedelta(hours=24)
SEEN_EVERY = timedelta(minutes=1)
UNCONFIRMED_LIFE = timedelta(days=7)
TRIES_LIFE = timedelta(days=1)
LONGEST_WAIT = timedelta(seconds=60)


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
    """`free` tries cost nothing; each is forgotten after `drain`, one after the other."""

    free: int
    drain: timedelta


PAIR = Limit(free=5, drain=timedelta(minutes=15))
"""One address tried from one network."""

NETWORK = Limit(free=50, drain=timedelta(minutes=1))
"""Any address tried from one network."""

FLOOD = Limit(free=1000, drain=timedelta(seconds=1))
"""Any address from anywhere. Reaching it locks nobody: it leaves each pair one free try."""

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
    """How long the next try has to wait: nothing while free, then 1, 2, 4 ... 60 seconds.

    Counted from the last try that was let in, so knocking meanwhile prolongs nothing.
    """
    over = level(tries, limit, at) + 1 - limit.free
    if over <= 0:
        return timedelta(0)
    pause = min(timedelta(seconds=2 ** min(over - 1, 10)), LONGEST_WAIT)
    return max(timedelta(0), tries.last_at + pause - at)


def count(tries: Tries, limit: Limit, at: datetime) -> Tries:
    """The bucket with one try more."""
    return Tries(level(tries, limit, at) + 1, at)


def forgive(tries: Tries) -> Tries:
    """The bucket without the try that turned out to be good."""
    return Tries(max(0.0, tries.level - 1), tries.last_at)
