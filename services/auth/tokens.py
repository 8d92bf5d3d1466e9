"""Hashes and tokens under auth's index key: what is looked up, and what goes into links.

A link's token is not stored and not random: it is an HMAC of the mail's id, so that a mail that
has to be sent again says the same, and nothing that opens anything lies in the database or in a
queue meanwhile. Whoever lacks the key cannot tell it from 256 random bits (RFC 2104, RFC 4868).
"""

import hmac
from base64 import urlsafe_b64encode
from uuid import UUID

from contracts.auth import Token


class Tokens:
    """Pure and fast; each use has its own label, so that no hash serves two."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def email_index(self, address: str) -> bytes:
        """What an address is looked up by; without the key nobody can try addresses.

        Spellings that differ in case only are one address: they reach one mailbox in practice.
        """
        return self._mac("address", address.casefold())

    def bucket(self, *words: str) -> bytes:
        """The name of a bucket of tries."""
        return self._mac("bucket", *words)

    def of_link(self, purpose: str, mail_id: UUID, password_number: int) -> Token:
        """Bound to the password in force: after it has changed, the same mail has another."""
        return _text(self._mac("link", purpose, str(mail_id), str(password_number)))

    def csrf(self, session: Token) -> Token:
        """What forms of this session carry: it proves the session and does not give it away."""
        return _text(self._mac("csrf", session))

    def _mac(self, *words: str) -> bytes:
        told = b"".join(len(word.encode()).to_bytes(4) + word.encode() for word in words)
        return hmac.digest(self._key, told, "sha256")


def _text(mac: bytes) -> Token:
    return urlsafe_b64encode(mac).rstrip(b"=").decode("ascii")
