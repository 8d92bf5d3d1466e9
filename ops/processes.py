"""Processes by id and start time, so that nothing is ever stopped that we did not start."""

import contextlib
import os
import signal
import time
from collections.abc import Iterable

import psutil

MARK = "MIRA_TEST_RUN"
"""In the environment of all that a test run starts, so that nothing of it can be left behind."""

_SAME_START_S = 1.0
"""Start times are derived from the boot time, which the kernel may correct by a little."""


def started_at(pid: int) -> float:
    """Seconds since the epoch when `pid` started; 0.0 when it is gone."""
    try:
        return psutil.Process(pid).create_time()
    except psutil.NoSuchProcess:
        return 0.0


def find_process(pid: int, started: float) -> psutil.Process | None:
    """The living process with that id and that start time; an id alone may be somebody else's."""
    try:
        process = psutil.Process(pid)
        is_same = abs(process.create_time() - started) < _SAME_START_S
        is_living = process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return None
    return process if is_same and is_living else None


def tree(process: psutil.Process) -> list[psutil.Process]:
    """The process and all below it."""
    with contextlib.suppress(psutil.NoSuchProcess):
        return [process, *process.children(recursive=True)]
    return []


def session(leader: int) -> list[psutil.Process]:
    """What lives of the session that process `leader` began, also where it has died itself.

    While one of them lives the kernel gives the number to nobody else.
    """
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(OSError):
            if os.getsid(process.pid) == leader:
                found.append(process)
    return found


def remains(leader: int, started: float) -> list[psutil.Process]:
    """What lives of that process and of the session that it began; nothing of a stranger's.

    Where the number belongs to nobody now, whatever is in its session is of the old one.
    """
    process = find_process(leader, started)
    if process is None and psutil.pid_exists(leader):
        return []
    return [*(tree(process) if process else []), *session(leader)]


def ask_to_end(process: psutil.Process, with_signal: signal.Signals) -> list[psutil.Process]:
    """Send the signal to the process alone; returns its tree, for `see_end`."""
    family = tree(process)
    with contextlib.suppress(psutil.NoSuchProcess):
        process.send_signal(with_signal)
    return family


def see_end(family: Iterable[psutil.Process], within_s: float) -> bool:
    """Wait until all are gone; kill those that stay longer. Returns whether none had to be."""
    _, stubborn = psutil.wait_procs(list(family), timeout=within_s)
    kill(stubborn)
    return not stubborn


def kill(family: Iterable[psutil.Process]) -> None:
    """SIGKILL, parents first, and wait until they are gone."""
    members = list(family)
    for process in members:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(members, timeout=5)


def mark() -> dict[str, str]:
    """The mark of this run, if it has one, for the environment of a program that gets no other."""
    return {name: value for name, value in os.environ.items() if name == MARK}


def marked(value: str) -> list[psutil.Process]:
    """Every process but this one whose mark begins so: children and orphans of a test run.

    Processes of other users, whose environment we may not read, are not ours.
    """
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            its_mark = process.environ().get(MARK, "")
            if process.pid != os.getpid() and its_mark.startswith(value):
                found.append(process)
    return found


def wait_gone(pid: int, started: float, within_s: float) -> bool:
    """Whether that process ended in time. It need not be our child."""
    until = time.monotonic() + within_s
    while find_process(pid, started):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
