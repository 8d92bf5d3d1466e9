"""Secrets of one stack, made once: every process gets a folder with what it may read, no more.

The layout is described in `chassis/secrets.py`. All files are 0600: they are for the user who runs
the stack. Rotation of the bus keys belongs into this module; epoch keys are in `ops/epochs.py`.
"""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contracts.message import Owner
from ops.epochs import EpochKeys
from ops.places import private, write_private

GATEWAY = "gateway"
ADMIN, VERIFIER = "admin", "verifier"
PROCESSES = (*(owner.value for owner in Owner), GATEWAY, VERIFIER)
"""Everyone who has a folder of secrets and a user at the broker."""

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
    shared = {"bus/current.key": _random_key(folder / ".shared" / "bus-current.key")}
    for signer in (*Owner, VERIFIER):
        shared[f"public/{signer}.pub"] = _public_key(folders[signer] / "sign" / f"{signer}.key")
    for place in folders.values():
        _write_missing(place, shared)
    EpochKeys(folder).distribute()
    for name in ("pepper.key", "index.key"):
        _random_key(folders[Owner.AUTH] / name)
    return folders


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
