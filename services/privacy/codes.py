"""The secret code of a case: how its person finds it when there is no account any more.

It is derived from the case's id under a key that only privacy holds, so that a second click can
be told the same code, although nothing but its hash is stored.
"""

from base64 import urlsafe_b64encode

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from contracts.message import CaseId
from contracts.privacy import CaseCode

_BYTES = 32


class Codes:
    """`secret` is privacy's seed; the label keeps what is derived here apart from signatures."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def of(self, case_id: CaseId) -> CaseCode:
        """The same each time (HKDF, RFC 5869); 256 bits that nobody else can compute."""
        derive = HKDF(SHA256(), _BYTES, salt=case_id.bytes, info=b"mira case code")
        return urlsafe_b64encode(derive.derive(self._secret)).rstrip(b"=").decode("ascii")
