"""What a running stack tells other commands of itself: one small file, replaced as it changes."""

import fcntl
import os
from enum import StrEnum
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ConfigDict, ValidationError

from ops.places import private, write_private
from ops.processes import find_process, kill, remains, started_at

_START = "start.json"


class State(StrEnum):
    """How one program is."""

    STARTING = "starting"
    READY = "ready"
    SILENT = "not answering"
    WAITING = "waiting to restart"
    STOPPED = "stopped"


class Entry(BaseModel):
    model_config = ConfigDict(frozen=True)

    name: str
    pid: int
    started: float
    state: State
    restarts: int


class Record(BaseModel):
    """`box` is what `up` printed at its end; None until the stack is ready."""

    model_config = ConfigDict(frozen=True)

    supervisor_pid: int
    supervisor_started: float
    box: str | None
    programs: tuple[Entry, ...]

    @property
    def is_running(self) -> bool:
        return find_process(self.supervisor_pid, self.supervisor_started) is not None


class Start(BaseModel):
    """A process that begins a stack."""

    model_config = ConfigDict(frozen=True)

    pid: int
    started: float


class Recorder:
    """Holds the stack's lock for as long as this process lives, and writes its record."""

    def __init__(self, folder: Path) -> None:
        self._folder = private(folder)
        self._lock: IO[bytes] | None = None
        self._started = started_at(os.getpid())
        self.box: str | None = None

    def acquire(self) -> bool:
        """Whether the stack is ours now; False when another process runs it."""
        lock = (self._folder / "lock").open("wb")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            return False
        self._lock = lock
        return True

    def release(self) -> None:
        """Forget the record and let go of the lock. Safe to repeat."""
        if self._lock is not None:
            _file(self._folder).unlink(missing_ok=True)
            self._lock.close()
            self._lock = None

    def write(self, programs: tuple[Entry, ...]) -> None:
        record = Record(
            supervisor_pid=os.getpid(),
            supervisor_started=self._started,
            box=self.box,
            programs=programs,
        )
        write_private(_file(self._folder), record.model_dump_json(indent=2))


def read_record(folder: Path) -> Record | None:
    """The last record in `folder`; None when no stack has run there or it ended in order."""
    try:
        return Record.model_validate_json(_file(folder).read_text())
    except (FileNotFoundError, ValidationError):
        return None


def note_start(folder: Path, pid: int) -> None:
    """Say that this process is about to run the stack of `folder`, before it has a record."""
    start = Start(pid=pid, started=started_at(pid))
    write_private(private(folder) / _START, start.model_dump_json())


def start_under_way(folder: Path) -> Start | None:
    """The process that was noted last, while it lives."""
    try:
        start = Start.model_validate_json((folder / _START).read_text())
    except (FileNotFoundError, ValidationError):
        return None
    return start if find_process(start.pid, start.started) else None


def clear_leftovers(folder: Path) -> list[str]:
    """Kill what a supervisor left behind that died itself; returns the names. Needs the lock."""
    record = read_record(folder)
    if record is None or record.is_running:
        return []
    left = []
    for entry in record.programs:
        if family := remains(entry.pid, entry.started):
            kill(family)
            left.append(entry.name)
    _file(folder).unlink(missing_ok=True)
    return left


def _file(folder: Path) -> Path:
    return folder / "record.json"
