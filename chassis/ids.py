"""Identifiers: time-ordered for rows, unguessable for links."""

import hashlib
import secrets
import time
from datetime import UTC, datetime
from uuid import UUID


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562, section 5.7): 48 bits of unix milliseconds, then 74 random bits.

    It tells when it was made.
    """
    millis = time.time_ns() // 1_000_000
    head = (millis << 16) | 0x7000 | secrets.randbits(12)
    tail = (0b10 << 62) | secrets.randbits(62)
    return UUID(int=(head << 64) | tail)


def made_at(row_id: UUID) -> datetime:
    """When `new_id` made it, to the millisecond."""
    return datetime.fromtimestamp((row_id.int >> 80) / 1000, UTC)


def new_code() -> str:
    """A capability for a link or a session: 256 random bits, 43 characters of base64url."""
    return secrets.token_urlsafe(32)


def hash_code(code: str) -> bytes:
    """What we store of a code: its SHA-256. Enough for 256 random bits; useless for passwords."""
    return hashlib.sha256(code.encode("ascii")).digest()
