"""How often something may be tried: leaky buckets, as arithmetic without a clock."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

FORGOTTEN_AFTER = timedelta(days=1)


class Attempt(StrEnum):
    """What somebody may try only so often."""

    SIGN_IN = "sign_in"
    SIGN_UP = "sign_up"
    RESET = "reset"
    PROOF = "proof"


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
    passed = max(timedelta(0), at - tries.last_at)
    return max(0.0, tries.level - passed / limit.drain)


def wait(tries: Tries, limit: Limit, at: datetime) -> timedelta:
    """How long the next try has to wait.

    Counted from the last try that was let in, so knocking meanwhile prolongs nothing; a clock
    that was set back does not either.
    """
    if level(tries, limit, at) + 1 <= limit.free:
        return timedelta(0)
    over = max(0.0, tries.level - limit.free)
    pause = min(timedelta(seconds=2 ** min(over, 20)), limit.longest)
    return min(pause, max(timedelta(0), tries.last_at + pause - at))


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
