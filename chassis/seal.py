"""Sealed columns: content that opens only with its key, and only in its own place.

AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits. The associated data names owner,
table, column, person and row, so that a ciphertext moved elsewhere does not open.
"""

import os
import zlib
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Column, LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeDecorator

from contracts.message import Owner, PersonId

KEY_BYTES = 32
AnyColumn = InstrumentedAttribute[Any] | Column[Any]

_NONCE_BYTES = 12
_AS_IS, _DEFLATED = b"\x01", b"\x02"  # the first byte stored: how the plaintext was packed
_WORTH_DEFLATING = 512  # bytes; shorter text gains less than inflating it costs
_SAMPLE = 65536  # bytes of a large file that tell whether the rest would shrink


class Unopenable(Exception):
    """Not sealed under this key for this place: moved, altered, another's. A bug, or an attack."""


@dataclass(frozen=True, slots=True, repr=False)
class Sealed:
    """A ciphertext as it lies in a column. Its repr shows nothing but its size."""

    data: bytes

    def __repr__(self) -> str:
        return f"Sealed({len(self.data)} bytes)"


class SealedType(TypeDecorator[Sealed]):
    """A column of ciphertext: takes and gives `Sealed`, and refuses anything else."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Sealed | None, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise TypeError(f"A sealed column takes Sealed, not {type(value).__name__}.")
        return value.data

    def process_result_value(self, value: Any, dialect: Dialect) -> Sealed | None:
        return None if value is None else Sealed(bytes(value))


@dataclass(frozen=True, slots=True)
class Key:
    """What seals and opens the content of one item, or of one person, at one owner."""

    owner: Owner
    person: PersonId
    secret: bytes = field(repr=False)

    def seal(self, column: AnyColumn, row_id: UUID, data: bytes | str) -> Sealed:
        """Seal `data` (text as UTF-8) for this column of this row, packed if that pays.

        Sealing the same twice gives two different ciphertexts.
        """
        raw = data.encode() if isinstance(data, str) else data
        how, packed = _packed(raw)
        nonce = os.urandom(_NONCE_BYTES)
        box = AESGCM(self.secret).encrypt(nonce, packed, how + self._place(column, row_id))
        return Sealed(how + nonce + box)

    def open(self, column: AnyColumn, row_id: UUID, sealed: Sealed) -> bytes:
        """What was sealed. Raises Unopenable for another key, place, person or row."""
        how, nonce, box = sealed.data[:1], sealed.data[1:13], sealed.data[13:]
        try:
            packed = AESGCM(self.secret).decrypt(nonce, box, how + self._place(column, row_id))
        except (InvalidTag, ValueError):
            raise Unopenable from None
        return zlib.decompress(packed) if how == _DEFLATED else packed

    def _place(self, column: AnyColumn, row_id: UUID) -> bytes:
        if isinstance(column, InstrumentedAttribute):
            column = column.property.columns[0]
        return "|".join(
            (self.owner, column.table.name, column.name, str(self.person), str(row_id))
        ).encode()

    @classmethod
    def combined(cls, one: "Key", other: "Key") -> "Key":
        """The key of what quotes two items: losing either makes it unreadable (RFC 5869).

        The order of the two does not matter.
        """
        if (one.owner, one.person) != (other.owner, other.person):
            raise ValueError("Both keys belong to one person at one owner.")
        secrets = b"".join(sorted((one.secret, other.secret)))
        derive = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"mira two items")
        return cls(one.owner, one.person, derive.derive(secrets))


def _packed(raw: bytes) -> tuple[bytes, bytes]:
    """How, and the bytes: deflated where that shrinks them. A PDF already is; text halves."""
    if len(raw) < _WORTH_DEFLATING:
        return _AS_IS, raw
    sample = raw[:_SAMPLE]
    if len(zlib.compress(sample, 1)) > 0.9 * len(sample):
        return _AS_IS, raw
    return _DEFLATED, zlib.compress(raw, 1)
