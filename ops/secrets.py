"""Secrets of one stack, made once: every process gets a folder with what it may read, no more.

The layout is described in `chassis/secrets.py`. All files are 0600: they are for the user who runs
the stack. The bus keys live and rotate here; epoch keys are in `ops/epochs.py`.
"""

import fcntl
import json
import os
import secrets
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contracts.message import Owner
from ops.epochs import DAY_S, EpochKeys, shred
from ops.places import private, write_private

GATEWAY = "gateway"
ADMIN, VERIFIER = "admin", "verifier"
PROCESSES = (*(owner.value for owner in Owner), GATEWAY, VERIFIER)
"""Everyone who has a folder of secrets and a user at the broker."""

PREVIOUS_KEPT_S = 600.0
"""For how long a body can be opened that was sealed under the bus key before; a call lasts 3 s."""

_KEY_BYTES = 32


@dataclass(frozen=True)
class Passwords:
    """Of the database's roles, of the broker's users, of the demo account. Never in a repr."""

    database: dict[str, str]
    broker: dict[str, str]
    demo: str

    def __repr__(self) -> str:
        return "Passwords(...)"


def make_secrets(folder: Path) -> dict[str, Path]:
    """The folder of each process under `folder`. Safe to repeat: what exists stays as it is."""
    folders = {process: private(folder / process) for process in PROCESSES}
    shared = {}
    for signer in (*Owner, VERIFIER):
        shared[f"public/{signer}.pub"] = _public_key(folders[signer] / "sign" / f"{signer}.key")
    for place in folders.values():
        _write_missing(place, shared)
    BusKeys(folder).distribute()
    EpochKeys(folder).distribute()
    for name in ("pepper.key", "index.key"):
        _random_key(folders[Owner.AUTH] / name)
    return folders


class BusKeys:
    """The key that seals calls, one for all processes: each has copies, `.shared` the master.

    Processes read their files again when they meet a key that they do not know, so everybody can
    open with the next key before anybody seals with it. See `BusKeys` in `chassis/bus/wire.py`.
    """

    def __init__(self, folder: Path) -> None:
        shared = private(folder / ".shared")
        self._current, self._next = shared / "bus-current.key", shared / "bus-next.key"
        self._lock = shared / "rotating"
        self._folders = [private(private(folder / process) / "bus") for process in PROCESSES]

    def distribute(self) -> None:
        """Every process has the current key; a rotation that died is finished. Safe to repeat."""
        if self._next.exists():
            self.rotate()
        key = _random_key(self._current)
        for bus in self._folders:
            if not (bus / "current.key").exists():
                write_private(bus / "current.key", key)

    def rotate_if_due(self) -> None:
        """Once a day, or when one was begun; the previous key goes after ten minutes."""
        for bus in self._folders:
            if _age_s(bus / "previous.key") >= PREVIOUS_KEPT_S:
                shred(bus / "previous.key")
        if self._next.exists() or _age_s(self._current) >= DAY_S:
            self.rotate()

    def rotate(self) -> None:
        """Replace the key; one that was begun is finished first. Safe to interrupt.

        Twice within ten minutes loses the calls of whoever still seals with the last but one.
        """
        with self._lock.open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for _ in self.steps():
                pass

    def steps(self) -> Iterator[None]:
        """A rotation, one change of a file at a time; between any two, every call is opened."""
        key = _random_key(self._next)
        yield
        for bus in self._folders:
            write_private(bus / "next.key", key)
            yield
        for bus in self._folders:
            _take_next(bus, key)
            yield
        shred(self._current)
        yield
        self._next.rename(self._current)


def make_passwords(file: Path) -> Passwords:
    """Random ones, made once and kept in `file` (0600); new names are added to it."""
    kept = json.loads(file.read_text()) if file.exists() else {}
    full = Passwords(
        database=_passwords((ADMIN, *Owner, VERIFIER), kept.get("database", {})),
        broker=_passwords((ADMIN, *PROCESSES), kept.get("broker", {})),
        demo=kept.get("demo") or _speakable_password(),
    )
    if asdict(full) != kept:
        write_private(file, json.dumps(asdict(full), indent=2))
    return full


def _passwords(names: Iterable[str], kept: Mapping[str, str]) -> dict[str, str]:
    return {str(name): kept.get(name) or secrets.token_hex(24) for name in names}


def _speakable_password() -> str:
    """Three invented words of six letters, about 60 bits: one that a person can type."""
    syllables = [first + second for first in "bdfghjklmnprstvwz" for second in "aeiou"]
    words = ("".join(secrets.choice(syllables) for _ in range(3)) for _ in range(3))
    return "-".join(words)


def _write_missing(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        file = folder / name
        if not file.exists():
            private(file.parent)
            write_private(file, content)


def _random_key(file: Path) -> bytes:
    """The key in `file`, made if there is none."""
    if not file.exists():
        private(file.parent)
        write_private(file, secrets.token_bytes(_KEY_BYTES))
    return file.read_bytes()


def _public_key(seed_file: Path) -> bytes:
    seed = _random_key(seed_file)
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def _take_next(bus: Path, key: bytes) -> None:
    """What was current is now previous: the same file, so that none is left when that goes."""
    current, previous, fresh = (bus / f"{name}.key" for name in ("current", "previous", "next"))
    if current.exists() and current.read_bytes() != key:
        shred(previous)
        previous.hardlink_to(current)
        os.utime(previous)
    fresh.rename(current)


def _age_s(file: Path) -> float:
    """Below zero where there is no such file."""
    try:
        return time.time() - file.stat().st_mtime
    except FileNotFoundError:
        return -1.0
