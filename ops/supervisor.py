"""Keeps programs running: starts them, notices when they die or fall silent, starts them again.

One thread watches lives, another asks for health. A program that dies comes back after a pause
that doubles from a quarter of a second to two seconds, and is never given up; a program that was
ready and answers nobody for `silent_for_s` is killed, and so comes back too.
"""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGTERM, Signals

import psutil

from ops.logs import bounded
from ops.places import ROOT, private
from ops.processes import ask_to_end, kill, see_end, session, tree
from ops.record import Entry, Recorder, State
from ops.trouble import Trouble, how_busy, tail

_TICK_S = 0.1
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.25, 2.0
_STEADY_S = 30.0
_HOPELESS_RESTARTS = 4


@dataclass(frozen=True)
class Handed:
    """A listening socket for the first process of a program, and how that is told of it.

    It is handed over, not shared: later processes bind by themselves, so that between two of them
    a caller is refused at once and does not wait.
    """

    listener: socket.socket
    env: Mapping[str, str]


@dataclass(frozen=True)
class Program:
    """One program: `is_ready` is asked often and must answer within a second."""

    name: str
    command: tuple[str, ...]
    env: Mapping[str, str]
    is_ready: Callable[[], bool]
    stop_signal: Signals = SIGTERM
    stop_within_s: float = 12.0
    silent_for_s: float | None = None
    handed: Handed | None = None


@dataclass
class _Kept:
    """A program under care, and the process that it is just now."""

    program: Program
    process: psutil.Popen
    started: float
    restarts: int = 0
    due_at: float | None = None
    ready_at: float | None = None
    state: State = State.STARTING
    failures: int = field(default=0)


class Supervisor:
    """Safe to use from any thread. `close` stops everything."""

    def __init__(
        self, logs: Path, recorder: Recorder, *, health_s: float = 5.0, quiet_s: float = 30.0
    ) -> None:
        self._logs = private(logs)
        self._recorder = recorder
        self._quiet_s = quiet_s
        self._kept: dict[str, _Kept] = {}
        self._lock = threading.RLock()
        self._closing = threading.Event()
        self._threads = [
            threading.Thread(target=self._repeat, args=work, daemon=True)
            for work in ((self._revive_all, _TICK_S), (self._ask_all, health_s))
        ]
        for thread in self._threads:
            thread.start()

    def start(self, program: Program) -> None:
        """Start it and care for it. One that already runs is left alone."""
        with self._lock:
            kept = self._kept.get(program.name)
            if kept is not None and kept.process.poll() is None:
                return
            self._kept[program.name] = self._spawned(program)
            self.note()

    def program(self, name: str) -> Program:
        """What is kept running under that name. Raises KeyError."""
        with self._lock:
            return self._kept[name].program

    def stop(self, *names: str) -> None:
        """Stop these together, each in its own time, and do not start them again."""
        with self._lock:
            leaving = [self._kept.pop(name) for name in names if name in self._kept]
            families = [
                (kept, ask_to_end(kept.process, kept.program.stop_signal)) for kept in leaving
            ]
        for kept, family in families:
            see_end(family, kept.program.stop_within_s)
        self.note()

    def kill(self, name: str) -> None:
        """SIGKILL it and all below it, as a crash would; it will be started again."""
        with self._lock:
            kill(tree(self._kept[name].process))

    def restart(self, name: str, between: Callable[[], None] = lambda: None) -> None:
        """Stop it in order, do what is to be done `between`, and start it again."""
        program = self.program(name)
        self.stop(name)
        between()
        self.start(program)

    def close(self) -> None:
        """Stop what still runs, and the watching. Safe to repeat."""
        self._closing.set()
        for thread in self._threads:
            thread.join()
        self.stop(*self._kept)

    def wait_ready(
        self, names: Iterable[str], within_s: float, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        """Return when all are ready. Raises Trouble with the end of a log when one will not be.

        A wait that is long for the reader is told, again and again, with what makes it long.
        """
        until = time.monotonic() + within_s
        told = time.monotonic()
        before = {entry.name: entry.restarts for entry in self.states()}
        for name in names:
            while not self._is_ready(name):
                self._check_hope(name, before[name], is_late=time.monotonic() > until)
                if time.monotonic() - told > self._quiet_s:
                    told = time.monotonic()
                    tell(f"still waiting for {name}, which goes on starting ({how_busy()})")
                time.sleep(_TICK_S / 2)

    def states(self) -> tuple[Entry, ...]:
        with self._lock:
            return tuple(
                Entry(
                    name=name,
                    pid=kept.process.pid,
                    started=kept.started,
                    state=kept.state,
                    restarts=kept.restarts,
                )
                for name, kept in self._kept.items()
            )

    def log_of(self, name: str) -> Path:
        return self._logs / f"{name}.log"

    def _spawned(self, program: Program) -> _Kept:
        log = self.log_of(program.name)
        bounded(log)
        handed = program.handed
        is_first = handed is not None and handed.listener.fileno() >= 0
        given = {**program.env, **handed.env} if handed and is_first else dict(program.env)
        with log.open("ab") as output, handed.listener if handed else nullcontext():
            process = psutil.Popen(
                program.command,
                cwd=ROOT,
                env=given,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=(handed.listener.fileno(),) if handed and is_first else (),
            )
        return _Kept(program=program, process=process, started=process.create_time())

    def _is_ready(self, name: str) -> bool:
        with self._lock:
            kept = self._kept[name]
        if kept.process.poll() is not None or not kept.program.is_ready():
            return False
        self._seen_ready(kept)
        return True

    def _check_hope(self, name: str, restarts_before: int, *, is_late: bool) -> None:
        with self._lock:
            restarts = self._kept[name].restarts - restarts_before
        if is_late or restarts >= _HOPELESS_RESTARTS:
            how = "is not ready in time" if is_late else "ends again and again"
            log = self.log_of(name)
            raise Trouble(
                f"{name} {how}. The end of its log:\n{tail(log)}",
                f"Read {log}. Now: {how_busy()}; if that is much, free some and start again.",
            )

    def _repeat(self, work: Callable[[], None], pause_s: float) -> None:
        """Work until the end. A full disk, say, is told and does not end it."""
        while not self._closing.wait(pause_s):
            try:
                work()
            except (OSError, psutil.Error) as error:
                print(f"supervisor: {error}", file=sys.stderr, flush=True)

    def _revive_all(self) -> None:
        with self._lock:
            for kept in list(self._kept.values()):
                self._revive(kept)

    def _revive(self, kept: _Kept) -> None:
        """Notice a death, and start again what is due.

        What it had started ends with it: RabbitMQ behind its launcher would hold on to the ports.
        """
        if kept.process.poll() is None:
            return
        now = time.monotonic()
        if kept.due_at is None:
            kill(session(kept.process.pid))
            lived_s = time.time() - kept.started
            kept.failures = 1 if lived_s > _STEADY_S else kept.failures + 1
            kept.due_at = now + min(_FIRST_PAUSE_S * 2 ** (kept.failures - 1), _LONGEST_PAUSE_S)
            kept.state = State.WAITING
            self.note()
        elif now >= kept.due_at:
            fresh = self._spawned(kept.program)
            fresh.restarts, fresh.failures = kept.restarts + 1, kept.failures
            self._kept[kept.program.name] = fresh
            self.note()

    def _ask_all(self) -> None:
        """Ask each program how it is, outside the lock: an answer may take a second."""
        with self._lock:
            living = [kept for kept in self._kept.values() if kept.process.poll() is None]
        for kept in living:
            bounded(self.log_of(kept.program.name))
            if kept.program.is_ready():
                self._seen_ready(kept)
            else:
                self._seen_silent(kept)

    def _seen_ready(self, kept: _Kept) -> None:
        kept.ready_at = time.monotonic()
        if kept.state is not State.READY:
            kept.state = State.READY
            self.note()

    def _seen_silent(self, kept: _Kept) -> None:
        if kept.ready_at is None:
            return
        if kept.state is State.READY:
            kept.state = State.SILENT
            self.note()
        patience = kept.program.silent_for_s
        if patience is not None and time.monotonic() - kept.ready_at > patience:
            kill(tree(kept.process))

    def note(self) -> None:
        with self._lock:
            self._recorder.write(self.states())
