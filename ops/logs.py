"""Log files of programs: bounded, and shown to who asks."""

import os
import shutil
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from ops.trouble import Trouble

_MAX_BYTES = 10_000_000


def bounded(log: Path) -> None:
    """Once a log is full, move what is in it to `<name>.1` and go on from empty.

    The program keeps its open file and appends, so the file is emptied in place.
    """
    if log.exists() and log.stat().st_size > _MAX_BYTES:
        shutil.copyfile(log, log.with_suffix(".log.1"))
        os.truncate(log, 0)


def find_logs(folder: Path, name: str | None) -> list[Path]:
    """The log of one program, or all. Raises Trouble when there is none."""
    every = sorted(folder.glob("*.log"))
    found = [log for log in every if name in (None, log.stem)]
    if not found:
        known = ", ".join(log.stem for log in every) or "none yet: start with ./mira up"
        raise Trouble(f"There is no log of {name or 'anything'}.", f"There are: {known}.")
    return found


def last_lines(logs: Iterable[Path], count: int) -> Iterator[str]:
    """The last lines of each log, with its name before each line."""
    for log in logs:
        lines = log.read_text(errors="replace").splitlines()
        for line in lines[-count:]:
            yield f"{log.stem:<10} {line}"


def follow(logs: list[Path]) -> Iterator[str]:
    """Lines as they are written, for ever."""
    places = {log: log.stat().st_size for log in logs}
    while True:
        for log, place in places.items():
            size = log.stat().st_size
            with log.open("rb") as file:
                file.seek(place if size >= place else 0)
                fresh, _, rest = file.read().rpartition(b"\n")
                places[log] = file.tell() - len(rest)
            for line in fresh.decode(errors="replace").splitlines():
                yield f"{log.stem:<10} {line}"
        time.sleep(0.2)
