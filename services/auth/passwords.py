"""Passwords: refused when a guesser gets there early, hashed so that a stolen table is no use.

The scheme is OWASP's: bcrypt over base64(HMAC-SHA-384(pepper, password)), 64 ASCII characters,
because bcrypt reads 72 bytes and stops at a NUL. The pepper lies in a file, not in the database,
so neither alone is enough, and hashes stolen elsewhere cannot be tried here.
https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
"""

import hmac
from base64 import b64encode
from collections.abc import Callable
from typing import Protocol, TypeVar

import bcrypt

from chassis.errors import Invalid
from contracts.auth import MIN_PASSWORD_CHARACTERS
from services.auth.blocklist import is_guessable, own_words

MIN_COST = 10
_SCHEME = "mira1:"

T = TypeVar("T")


class Offload(Protocol):
    """Runs CPU-bound work where it does not stop the event loop (`chassis/bus/offload.py`)."""

    def __call__(self, work: Callable[..., T], /, *args: object) -> T: ...


class Passwords:
    """Hashing takes about 0.25 s of a core at cost 12, the same for a right, a wrong, or no one's
    password. Safe to share.
    """

    def __init__(self, pepper: bytes, cost: int, offload: Offload) -> None:
        if cost < MIN_COST:
            raise ValueError(f"bcrypt below cost {MIN_COST} is too fast to guess")
        self._pepper = pepper
        self._cost = cost
        self._offload = offload
        self._nobody = bcrypt.hashpw(self._mixed(""), bcrypt.gensalt(cost))

    def hash(self, password: str) -> str:
        """A fresh hash with its own salt, cost and scheme in it."""
        salt = bcrypt.gensalt(self._cost)
        return _SCHEME + self._offload(bcrypt.hashpw, self._mixed(password), salt).decode("ascii")

    def matches(self, password: str, stored: str | None) -> bool:
        """Whether `password` is the one. None stands for nobody: False, after the same time."""
        against = stored.removeprefix(_SCHEME).encode("ascii") if stored else self._nobody
        same = self._offload(bcrypt.checkpw, self._mixed(password), against)
        return same and stored is not None

    def is_stale(self, stored: str) -> bool:
        """Whether it should be hashed anew, because the cost or the scheme has changed."""
        return not stored.startswith(f"{_SCHEME}$2b${self._cost:02}$")

    def _mixed(self, password: str) -> bytes:
        """Exactly as received: no normalisation, so that a device's spelling is kept."""
        received = password.encode("utf-8", "surrogatepass")
        return b64encode(hmac.digest(self._pepper, received, "sha384"))


def check_strength(password: str, *own: str) -> None:
    """Raise Invalid if it is too short or too well known; `own` are the name and the address.

    15 characters, because there is no second factor yet; no rule of composition
    (NIST SP 800-63B-4, 3.1.1.2).
    """
    if len(password) < MIN_PASSWORD_CHARACTERS:
        raise Invalid(
            f"A password needs at least {MIN_PASSWORD_CHARACTERS} characters. A few words will do.",
            code="password-too-short",
            field="password",
        )
    if is_guessable(password, own_words(*own)):
        raise Invalid(
            "This password is too easy to guess. Try four words that have nothing in common.",
            code="password-guessable",
            field="password",
        )
