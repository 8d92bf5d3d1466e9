"""`up`, `down`, `status`: one stack in `.mira`, seen from the command line."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from ops.box import box
from ops.demo import EMAIL, Demo, NotMade
from ops.places import HOME, PYTHON, ROOT, private
from ops.ports import LOOPBACK, read_ports
from ops.preflight import preflight
from ops.processes import find_process, wait_gone
from ops.record import (
    Entry,
    Record,
    State,
    clear_leftovers,
    note_start,
    read_record,
    start_under_way,
)
from ops.servers import Given
from ops.signals import Stopped, ending_on_signals
from ops.stack import Stack
from ops.trouble import Trouble

RUN = HOME / "run"
LOGS = HOME / "logs"
_UP_LOG = LOGS / "up.log"
_STOP_WITHIN_S = 60
_A_START = "a start that was under way"
_INTERRUPTED = 130


def up(*, is_detached: bool) -> None:
    """Bring the stack up, or say that it is; in the foreground it stays until it is stopped."""
    if record := running():
        _show(record)
    elif is_detached:
        preflight()
        in_background([str(PYTHON), "-m", "ops", "up"], RUN)
    else:
        note_start(RUN, os.getpid())
        preflight()
        _up_in_foreground()


def running(folder: Path = RUN) -> Record | None:
    """The record of the stack that runs, starting or ready; None when none does."""
    record = read_record(folder)
    return record if record is not None and record.is_running else None


def down(folder: Path = RUN) -> list[str]:
    """Stop the stack and whatever one that crashed has left; returns what there was to stop."""
    record = read_record(folder)
    if record is None:
        return _stop_start(folder)
    names = [entry.name for entry in record.programs]
    if find_process(record.supervisor_pid, record.supervisor_started) is None:
        return [*clear_leftovers(folder), *_stop_start(folder)]
    _end(record.supervisor_pid, record.supervisor_started)
    return names or [_A_START]


def _stop_start(folder: Path) -> list[str]:
    """Stop one that has begun and has no record of programs yet."""
    start = start_under_way(folder)
    if start is None:
        return []
    _end(start.pid, start.started)
    clear_leftovers(folder)
    return [_A_START]


def _end(pid: int, started: float) -> None:
    """Ask the process that runs a stack to end, and wait until it has. Raises Trouble."""
    if process := find_process(pid, started):
        process.send_signal(signal.SIGTERM)
    if not wait_gone(pid, started, _STOP_WITHIN_S):
        raise Trouble(
            f"The stack (process {pid}) has not stopped in {_STOP_WITHIN_S} s.",
            f"Kill that process, then run ./mira down again. Its log is {_UP_LOG}.",
        )


def status() -> tuple[list[str], bool]:
    """One line for each program, then where to find them; and whether all are ready."""
    record = running()
    if record is None:
        begun = start_under_way(RUN)
        return ["It is starting." if begun else "Not running. Start it with ./mira up."], False
    lines = [_line(entry) for entry in record.programs]
    if record.box is None:
        return [*lines, "It is still starting."], False
    return [*lines, record.box], all(entry.state is State.READY for entry in record.programs)


def address_of(name: str, home: Path = HOME) -> str:
    """Where the gateway or the mailbox of the stack that runs answers. Raises Trouble."""
    record, ports = running(home / "run"), read_ports(home / "ports.json")
    if record is None or ports is None:
        raise Trouble("Mira is not running.", "Start it: ./mira up")
    if record.box is None:
        raise Trouble("Mira is still starting.", "./mira status shows how far it is.")
    return f"http://{LOOPBACK}:{getattr(ports, name)}"


def _line(entry: Entry) -> str:
    since = datetime.fromtimestamp(entry.started, UTC).astimezone()
    return (
        f"{entry.name:<10} {entry.state:<19} since {since:%Y-%m-%d %H:%M:%S}"
        f"   process {entry.pid:<7} restarts {entry.restarts}"
    )


def _up_in_foreground() -> None:
    try:
        with (
            ending_on_signals(),
            Stack(HOME, given=Given.by_environment(), tell=_Clock()) as stack,
        ):
            stack.start()
            shown = _box_of(stack)
            print(shown, flush=True)
            stack.recorder.box = shown
            stack.supervisor.note()
            signal.pause()
    except Stopped:
        print("Stopped.")


def in_background(command: list[str], folder: Path) -> None:
    """Start the same in the background, and show the person who waits what it says.

    There is no limit here: each step of a start has its own. Who ends the waiting ends the start.
    """
    log_file = private(folder.parent / "logs") / _UP_LOG.name
    with log_file.open("wb") as log, log_file.open() as said:
        try:
            with ending_on_signals():
                process = subprocess.Popen(
                    command,
                    cwd=ROOT,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
                note_start(folder, process.pid)
                _show_until_up(process, said, folder)
        except Stopped:
            print("Stopping what was begun ...", flush=True)
            down(folder)
            print("Stopped.")
            sys.exit(_INTERRUPTED)


def _show_until_up(process: subprocess.Popen[bytes], said: IO[str], folder: Path) -> None:
    """Return when the box is there; leave with the start's own code when it has ended."""
    while True:
        has_ended = process.poll() is not None
        record = running(folder)
        print(said.read(), end="", flush=True)
        if record is not None and record.box is not None:
            return
        if has_ended:
            sys.exit(process.returncode or 1)
        time.sleep(0.1)


def _show(record: Record) -> None:
    if record.box is None:
        print("Mira is starting already: ./mira status shows how far it is.")
    else:
        print(f"Mira runs already.\n{record.box}")


def _box_of(stack: Stack) -> str:
    rows = [
        ("Mira", stack.address),
        ("Demo sign-in", _demo_of(stack)),
        ("Mailbox", stack.mailbox_address),
        ("API", f"{stack.address}/api/v1/docs"),
    ]
    return box("Mira is up.", rows, "Stop it with Ctrl-C or ./mira down.")


def _demo_of(stack: Stack) -> str:
    """How to sign in to the demo account; it is made now if it is not there."""
    password = stack.passwords.demo
    try:
        Demo(stack.address, stack.mailbox_address, password).make_patiently()
    except NotMade as why:
        return f"not made ({why}); ./mira down and ./mira up make it"
    stack.tell("demo account ready")
    return f"{EMAIL}   password {password}"


class _Clock:
    """Says each step with the seconds since the start."""

    def __init__(self) -> None:
        self._started = time.monotonic()

    def __call__(self, what: str) -> None:
        print(f"{time.monotonic() - self._started:5.1f} s  {what}", flush=True)
