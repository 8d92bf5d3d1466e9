"""Signatures of orders and receipts: Ed25519 (RFC 8032) over canonical JSON (after RFC 8785).

What is signed says which message it is, so that no signature fits another kind. A signed message
never gains a field, because an older reader would drop it and find the signature bad: add a new
message instead. A receipt may, if it is written without the field where that is None: an older
privacy refuses it, the case waits, and the receipt is sent again until a newer privacy has it.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from contracts.message import Message, Signature

UNSIGNED: Signature = "A" * 86
"""Stands in the `signature` field of a message until `signed` has filled it."""

M = TypeVar("M", bound=Message)


def sign(message: Message, key: Ed25519PrivateKey) -> Signature:
    """The signature of every field but `signature`; the same each time it is asked for."""
    return urlsafe_b64encode(key.sign(_canonical(message))).rstrip(b"=").decode("ascii")


def signed(message: M, key: Ed25519PrivateKey) -> M:
    """The same message with its `signature` field filled."""
    return message.model_copy(update={"signature": sign(message, key)})


def check(message: Message, key: Ed25519PublicKey) -> bool:
    """Whether the message carries the signature of the holder of `key` over all that it says."""
    signature: Signature = getattr(message, "signature", UNSIGNED)
    try:
        key.verify(urlsafe_b64decode(signature + "=="), _canonical(message))
    except InvalidSignature:
        return False
    return True


def _canonical(message: Message) -> bytes:
    fields = message.model_dump(mode="json", exclude={"signature"})
    named = [type(message).__name__, fields]
    return json.dumps(named, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
