import dataclasses
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE

import psutil
import pytest

from ops.ports import LOOPBACK, answers
from ops.processes import find_process, kill, remains, started_at, wait_gone
from ops.record import Recorder, State, clear_leftovers, read_record
from ops.supervisor import Handed, Program, Supervisor
from ops.trouble import Trouble

_FOREVER = "import pathlib, sys, time; pathlib.Path(sys.argv[1]).touch(); time.sleep(600)"
_WITH_CHILD = (
    "import pathlib, subprocess, sys; c = subprocess.Popen([sys.executable, '-c', sys.argv[2],"
    " sys.argv[1]]); pathlib.Path(sys.argv[1] + '.pid').write_text(str(c.pid)); c.wait()"
)

_HANDED = (
    "import os, pathlib, socket, sys, time; n = os.environ.get('HANDED');"
    " s = n and socket.socket(fileno=int(n));"
    " fresh = pathlib.Path(sys.argv[1] + '.new');"
    " fresh.write_text(str(s.getsockname()[1]) if s else 'nothing');"
    " fresh.rename(sys.argv[1]); time.sleep(600)"
)


def a_program(tmp_path: Path, *, code: str = _FOREVER) -> Program:
    """Ready as soon as its present process has touched a file."""
    sign = tmp_path / "ready"
    return Program(
        name="part",
        command=(sys.executable, "-c", code, str(sign), _FOREVER),
        env=os.environ,
        is_ready=sign.exists,
        stop_within_s=5,
    )


@contextmanager
def a_supervisor(
    tmp_path: Path, *, health_s: float = 5.0, quiet_s: float = 30.0
) -> Iterator[Supervisor]:
    recorder = Recorder(tmp_path / "run")
    assert recorder.acquire()
    supervisor = Supervisor(tmp_path / "logs", recorder, health_s=health_s, quiet_s=quiet_s)
    try:
        yield supervisor
    finally:
        supervisor.close()
        recorder.release()


def test_a_program_that_is_killed_comes_back(tmp_path: Path) -> None:
    with a_supervisor(tmp_path) as supervisor:
        supervisor.start(a_program(tmp_path))
        supervisor.wait_ready(["part"], within_s=10)
        first = supervisor.states()[0].pid
        (tmp_path / "ready").unlink()

        supervisor.kill("part")
        supervisor.wait_ready(["part"], within_s=10)

        again = supervisor.states()[0]
        assert again.pid != first
        assert again.restarts == 1
        assert again.state is State.READY


def test_a_listener_is_handed_to_the_first_process_and_to_no_later_one(tmp_path: Path) -> None:
    listener = socket.create_server((LOOPBACK, 0))
    port, number = listener.getsockname()[1], listener.fileno()
    serves = dataclasses.replace(
        a_program(tmp_path, code=_HANDED),
        handed=Handed(listener, {"HANDED": str(number)}),
    )
    with a_supervisor(tmp_path) as supervisor:
        supervisor.start(serves)
        supervisor.wait_ready(["part"], within_s=20)
        first, is_held = (tmp_path / "ready").read_text(), answers(port)
        (tmp_path / "ready").unlink()

        supervisor.kill("part")
        supervisor.wait_ready(["part"], within_s=20)
        later, is_held_later = (tmp_path / "ready").read_text(), answers(port)

    assert (first, is_held) == (str(port), True)
    assert (later, is_held_later) == ("nothing", False)


def test_a_long_wait_is_told_with_what_makes_it_long(tmp_path: Path) -> None:
    told: list[str] = []
    slow = dataclasses.replace(a_program(tmp_path), is_ready=lambda: bool(told))
    with a_supervisor(tmp_path, quiet_s=0.0) as supervisor:
        supervisor.start(slow)

        supervisor.wait_ready(["part"], within_s=30, tell=told.append)

    assert told[0].startswith("still waiting for part")
    assert "load" in told[0]
    assert "memory free" in told[0]


def test_children_of_a_program_end_with_it(tmp_path: Path) -> None:
    with a_supervisor(tmp_path) as supervisor:
        supervisor.start(a_program(tmp_path, code=_WITH_CHILD))
        supervisor.wait_ready(["part"], within_s=10)
        child = int((tmp_path / "ready.pid").read_text())
        started = started_at(child)

        supervisor.kill("part")

        assert wait_gone(child, started, within_s=5)


def test_orphans_of_a_program_end_before_it_comes_back(tmp_path: Path) -> None:
    with a_supervisor(tmp_path) as supervisor:
        supervisor.start(a_program(tmp_path, code=_WITH_CHILD))
        supervisor.wait_ready(["part"], within_s=10)
        launcher = supervisor.states()[0].pid
        orphan = int((tmp_path / "ready.pid").read_text())
        started = started_at(orphan)

        os.kill(launcher, signal.SIGKILL)

        assert wait_gone(orphan, started, within_s=5)


def test_a_program_that_is_stopped_stays_away(tmp_path: Path) -> None:
    with a_supervisor(tmp_path) as supervisor:
        supervisor.start(a_program(tmp_path))
        supervisor.wait_ready(["part"], within_s=10)
        pid = supervisor.states()[0].pid

        supervisor.stop("part")

        assert not psutil.pid_exists(pid)
        assert supervisor.states() == ()


def test_a_program_that_cannot_start_is_told_with_its_last_words(tmp_path: Path) -> None:
    broken = a_program(tmp_path, code="import sys; sys.exit('no such table')")
    with a_supervisor(tmp_path) as supervisor:
        supervisor.start(broken)

        with pytest.raises(Trouble, match="no such table"):
            supervisor.wait_ready(["part"], within_s=60)


def test_a_stack_has_one_supervisor(tmp_path: Path) -> None:
    with a_supervisor(tmp_path):
        assert not Recorder(tmp_path / "run").acquire()

    second = Recorder(tmp_path / "run")
    assert second.acquire()
    second.release()


def test_what_a_dead_supervisor_left_is_found_and_killed(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, signal; from tests.ops.test_supervisor import a_program, a_supervisor;"
        f"path = pathlib.Path({str(tmp_path)!r})\n"
        "with a_supervisor(path) as supervisor:\n"
        "    supervisor.start(a_program(path))\n"
        "    supervisor.wait_ready(['part'], 20)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    with psutil.Popen([sys.executable, "-c", code]) as supervisor:
        assert supervisor.wait() == -signal.SIGKILL
    record = read_record(tmp_path / "run")
    assert record is not None
    left = record.programs[0]

    assert clear_leftovers(tmp_path / "run") == ["part"]

    assert wait_gone(left.pid, left.started, within_s=5)


def test_orphans_of_a_dead_launcher_are_found_by_their_session() -> None:
    command = ["sh", "-c", "sleep 600 & echo $!; wait"]
    with psutil.Popen(command, stdout=PIPE, start_new_session=True) as launcher:
        started = started_at(launcher.pid)
        orphan = psutil.Process(int(launcher.stdout.readline()))
        launcher.kill()

    left = remains(launcher.pid, started)

    assert left == [orphan]
    kill(left)


def test_a_process_with_the_same_id_but_another_start_is_not_ours(tmp_path: Path) -> None:
    with a_supervisor(tmp_path) as supervisor:
        supervisor.start(a_program(tmp_path))
        entry = supervisor.states()[0]

        assert find_process(entry.pid, entry.started) is not None
        assert find_process(entry.pid, entry.started - 3600) is None


def test_a_program_that_falls_silent_is_started_again(tmp_path: Path) -> None:
    program = dataclasses.replace(a_program(tmp_path), silent_for_s=0.0)
    with a_supervisor(tmp_path, health_s=0.1) as supervisor:
        supervisor.start(program)
        supervisor.wait_ready(["part"], within_s=10)
        first = supervisor.states()[0]

        (tmp_path / "ready").unlink()

        assert wait_gone(first.pid, first.started, within_s=10)
        supervisor.wait_ready(["part"], within_s=10)
        assert supervisor.states()[0].pid != first.pid
