"""`up`, `down`, `status`: one stack in `.mira`, seen from the command line."""

import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from ops.box import box
from ops.demo import EMAIL, Demo, NotMade
from ops.places import HOME, PYTHON, ROOT, private
from ops.ports import LOOPBACK, read_ports
from ops.preflight import preflight
from ops.processes import find_process, wait_gone
from ops.record import Entry, Record, State, clear_leftovers, read_record
from ops.servers import Given
from ops.signals import Stopped, ending_on_signals
from ops.stack import Stack
from ops.trouble import Trouble

RUN = HOME / "run"
LOGS = HOME / "logs"
_UP_LOG = LOGS / "up.log"
_START_WITHIN_S = 300
_STOP_WITHIN_S = 60


def up(*, is_detached: bool) -> None:
    """Bring the stack up, or say that it is; in the foreground it stays until it is stopped."""
    if record := running():
        _show(record)
    elif is_detached:
        preflight()
        _up_in_background()
    else:
        preflight()
        _up_in_foreground()


def running(folder: Path = RUN) -> Record | None:
    """The record of the stack that runs, starting or ready; None when none does."""
    record = read_record(folder)
    return record if record is not None and record.is_running else None


def down() -> list[str]:
    """Stop the stack and whatever one that crashed has left; returns what there was to stop."""
    record = read_record(RUN)
    if record is None:
        return []
    names = [entry.name for entry in record.programs]
    supervisor = find_process(record.supervisor_pid, record.supervisor_started)
    if supervisor is None:
        return clear_leftovers(RUN)
    supervisor.send_signal(signal.SIGTERM)
    if not wait_gone(record.supervisor_pid, record.supervisor_started, _STOP_WITHIN_S):
        raise Trouble(
            f"The stack (process {record.supervisor_pid}) has not stopped in {_STOP_WITHIN_S} s.",
            f"Kill that process, then run ./mira down again. Its log is {_UP_LOG}.",
        )
    return names


def status() -> tuple[list[str], bool]:
    """One line for each program, then where to find them; and whether all are ready."""
    record = running()
    if record is None:
        return ["Not running. Start it with ./mira up."], False
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


def _up_in_background() -> None:
    """Start the same in the background, and show the person who waits what it says."""
    private(LOGS)
    with _UP_LOG.open("wb") as log, _UP_LOG.open() as said:
        process = subprocess.Popen(
            [str(PYTHON), "-m", "ops", "up"],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        until = time.monotonic() + _START_WITHIN_S
        while time.monotonic() < until:
            has_ended = process.poll() is not None
            record = running()
            print(said.read(), end="", flush=True)
            if record is not None and record.box is not None:
                return
            if has_ended:
                sys.exit(process.returncode or 1)
            time.sleep(0.1)
    process.terminate()
    raise Trouble("The stack did not come up in time.", f"Read {_UP_LOG}, or run ./mira doctor.")


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
        Demo(stack.address, stack.mailbox_address, password).make()
    except NotMade as why:
        return f"not made: {why}"
    stack.tell("demo account ready")
    return f"{EMAIL}   password {password}"


class _Clock:
    """Says each step with the seconds since the start."""

    def __init__(self) -> None:
        self._started = time.monotonic()

    def __call__(self, what: str) -> None:
        print(f"{time.monotonic() - self._started:5.1f} s  {what}", flush=True)
