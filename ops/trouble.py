"""The one way in which this tool gives up: what is wrong, and what to do next."""

import os
from pathlib import Path

import psutil

_TAIL_BYTES = 8_000


class Trouble(Exception):
    """`str(trouble)` is what is wrong, `advice` what the reader can do about it."""

    exit_code = 1

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.advice = advice


def how_busy() -> str:
    """What makes a start slow, in figures: the load, the cores and the memory that is free."""
    free = psutil.virtual_memory().available / 1e9
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {free:.1f} GB of memory free"


def tail(log: Path, lines: int = 12) -> str:
    """The last lines of a log, indented; empty when there is none."""
    if not log.exists():
        return ""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - _TAIL_BYTES))
        text = file.read().decode(errors="replace")
    return "\n".join(f"    {line}" for line in text.splitlines()[-lines:])
