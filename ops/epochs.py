"""The epoch keys: files that wrap every other key, renewed nightly, the old one destroyed.

A renewal has four steps, and may die after any of them: make the next key, give it to every
service, have every living key wrapped under it (`chassis/rewrap.py`), destroy the files of epochs
that wrap nothing any more. Run again, it goes on where it was.
"""

import fcntl
import json
import os
import secrets
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from contracts.message import Owner
from ops.places import PYTHON, ROOT, private, write_private
from ops.trouble import Trouble

DAY_S = 24 * 3600.0
_KEY_BYTES = 32

Rewrap = Callable[[], Iterable[int]]
"""Wraps all living keys under the newest epoch key; returns the epochs that are left."""


class EpochKeys:
    """The files of one stack, below its folder of secrets: a master copy, and one per service."""

    def __init__(self, folder: Path) -> None:
        self._shared = private(folder / ".shared")
        self._folders = [private(folder / owner / "epoch") for owner in Owner]

    def numbers(self) -> list[int]:
        """Oldest first."""
        files = self._shared.glob("epoch-*.key")
        return sorted(int(file.stem.removeprefix("epoch-")) for file in files)

    def age_s(self) -> float:
        """How old the newest is."""
        return time.time() - self._master(self.numbers()[-1]).stat().st_mtime

    def distribute(self) -> None:
        """Every service has every epoch key; the first is made if there is none. Safe to repeat."""
        if not self.numbers():
            self._make(1)
        for number in self.numbers():
            key = self._master(number).read_bytes()
            for folder in self._folders:
                file = folder / f"{number}.key"
                if not file.exists():
                    write_private(file, key)

    def renew(self, rewrap: Rewrap) -> list[int]:
        """Replace the epoch key; returns the numbers that are left. Raises Trouble.

        Safe to repeat and to interrupt: a renewal that was begun is finished first.
        """
        with (self._shared / "renewing").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if len(self.numbers()) <= 1:
                self._make(max(self.numbers(), default=0) + 1)
            self.distribute()
            self._destroy(set(self.numbers()) - set(rewrap()))
            return self.numbers()

    def renew_if_due(self, rewrap: Rewrap) -> None:
        """Once a day, and as long as a renewal was begun and not finished. Raises Trouble."""
        if len(self.numbers()) > 1 or self.age_s() >= DAY_S:
            self.renew(rewrap)

    def _make(self, number: int) -> None:
        write_private(self._master(number), secrets.token_bytes(_KEY_BYTES))

    def _destroy(self, numbers: set[int]) -> None:
        """Copies first, the master last: as long as that is there, this will be repeated."""
        for number in numbers - {self.numbers()[-1]}:
            for folder in self._folders:
                shred(folder / f"{number}.key")
            shred(self._master(number))

    def _master(self, number: int) -> Path:
        return self._shared / f"epoch-{number}.key"


def rewrap_with(env: Mapping[str, str]) -> list[int]:
    """Run the rewrapping as a program with privacy's settings. Raises Trouble."""
    command = [str(PYTHON), "-m", "chassis.rewrap"]
    done = subprocess.run(
        command, cwd=ROOT, env=dict(env), capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Trouble(
            f"The keys could not be wrapped anew:\n{done.stderr.strip()[-800:]}",
            "Nothing is lost: the old epoch key stays until this has worked. It is tried again.",
        )
    left: list[int] = json.loads(done.stdout)
    return left


def shred(file: Path) -> None:
    """Overwritten, then removed. What a disk keeps of overwritten blocks is beyond a program."""
    try:
        with file.open("r+b") as key:
            key.write(secrets.token_bytes(_KEY_BYTES))
            key.flush()
            os.fsync(key.fileno())
    except FileNotFoundError:
        return
    file.unlink()
