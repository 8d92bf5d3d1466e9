"""Contracts to sealed bytes and back: what an RPC looks like to the broker.

A body is a nonce of 96 bits and the AES-256-GCM ciphertext (NIST SP 800-38D) of

    4 bytes, big endian: length of the head | head, JSON | argument or reply, JSON

The head of a request repeats method and correlation id, so that a body cannot be moved into
another envelope. Bus keys are files and rotate: `key_id` says which one a body was sealed under.
"""

import hashlib
import os
import struct
import threading
import time
from typing import Annotated, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import Field, ValidationError

from chassis.secrets import Secrets
from contracts.auth import SignedPassport
from contracts.message import Message

RPC_EXCHANGE = "mira.rpc"
REPLY_PREFIX = "reply."
TRACE, KEY_ID, DEADLINE = "mira-trace", "mira-key", "mira-deadline"
"""The headers that may travel; any other is dropped where it arrives."""

IdempotencyKey = Annotated[str, Field(pattern=r"^[ -~]{1,128}$")]

_NONCE_BYTES = 12
_LENGTH = struct.Struct(">I")
_FRESH_S = 10.0  # how long a sender may go on with the current key before it looks again

Direction = Literal[b"request", b"reply"]


class Unreadable(Exception):
    """Not sealed under a key of ours, or not what its envelope says. Tells nothing of it."""


class RequestHead(Message):
    """`method` is `{service}.{method}`, as the routing key says it."""

    method: str
    correlation_id: str
    passport: SignedPassport | None = None
    idempotency_key: IdempotencyKey | None = None


class ReplyHead(Message):
    """With `is_failure` the body is a `Failure`."""

    correlation_id: str
    is_failure: bool = False


class BusKeys:
    """The current key to seal with; to open with, the next and the previous one as well.

    Safe to share between threads.
    """

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets
        self._lock = threading.Lock()
        self._ciphers: dict[str, AESGCM] = {}
        self._current = ""
        self._read_at = float("-inf")

    def current(self) -> tuple[str, AESGCM]:
        """The key id and cipher to seal with; a rotation is noticed within 10 s."""
        if time.monotonic() - self._read_at > _FRESH_S:
            self._read()
        return self._current, self._ciphers[self._current]

    def find(self, key_id: str) -> AESGCM:
        """The cipher to open with. Reads the files again before it raises Unreadable."""
        if key_id not in self._ciphers:
            self._read()
        try:
            return self._ciphers[key_id]
        except KeyError:
            raise Unreadable("sealed under an unknown key") from None

    def _read(self) -> None:
        """The next one first, the previous one last: so a rotation meanwhile hides none from us."""
        with self._lock:
            fresh = self._if_there("bus/next.key")
            current = self._secrets.read("bus/current.key")
            keys = filter(None, (fresh, current, self._if_there("bus/previous.key")))
            self._ciphers = {key_id(key): AESGCM(key) for key in keys}
            self._current = key_id(current)
            self._read_at = time.monotonic()

    def _if_there(self, name: str) -> bytes | None:
        try:
            return self._secrets.read(name)
        except FileNotFoundError:
            return None


def key_id(key: bytes) -> str:
    """The public name of a key: 64 bits of its SHA-256."""
    return hashlib.sha256(key).hexdigest()[:16]


def seal(keys: BusKeys, direction: Direction, head: Message, body: bytes) -> tuple[str, bytes]:
    """The id of the key used, and the sealed bytes."""
    name, cipher = keys.current()
    top = head.model_dump_json().encode()
    nonce = os.urandom(_NONCE_BYTES)
    plain = b"".join((_LENGTH.pack(len(top)), top, body))
    return name, nonce + cipher.encrypt(nonce, plain, direction)


def unseal(keys: BusKeys, direction: Direction, name: str, sealed: bytes) -> tuple[bytes, bytes]:
    """Head and body, as JSON. Raises Unreadable."""
    nonce, box = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        plain = keys.find(name).decrypt(nonce, box, direction)
        (size,) = _LENGTH.unpack_from(plain)
    except (InvalidTag, ValueError, struct.error):
        raise Unreadable("does not open") from None
    start = _LENGTH.size
    return plain[start : start + size], plain[start + size :]


def open_request(
    keys: BusKeys, name: str, sealed: bytes, *, method: str, correlation_id: str
) -> tuple[RequestHead, bytes]:
    """The head and the argument's JSON, if they belong into this envelope; else Unreadable."""
    top, body = unseal(keys, b"request", name, sealed)
    try:
        head = RequestHead.model_validate_json(top)
    except ValidationError:
        raise Unreadable("malformed head") from None
    if (head.method, head.correlation_id) != (method, correlation_id):
        raise Unreadable("belongs into another envelope")
    return head, body


def open_reply(
    keys: BusKeys, name: str, sealed: bytes, *, correlation_id: str
) -> tuple[ReplyHead, bytes]:
    """The head and the reply's JSON, if it answers this call; else Unreadable."""
    top, body = unseal(keys, b"reply", name, sealed)
    try:
        head = ReplyHead.model_validate_json(top)
    except ValidationError:
        raise Unreadable("malformed head") from None
    if head.correlation_id != correlation_id:
        raise Unreadable("answers another call")
    return head, body
