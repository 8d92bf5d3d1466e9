import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ops.parts import MAILBOX
from ops.places import ROOT
from ops.ports import LOOPBACK, claim_ports
from ops.record import Recorder, note_start, start_under_way
from ops.running import address_of, down
from ops.secrets import GATEWAY
from ops.trouble import Trouble

_BEGINS = "import signal; print('begun', flush=True); signal.pause()"
_WAITS = (
    "import sys; from pathlib import Path; from ops.running import in_background;"
    " in_background([sys.executable, '-c', sys.argv[1]], Path(sys.argv[2]))"
)


@pytest.fixture
def starting(tmp_path: Path) -> Iterator[Recorder]:
    """A stack that has ports and a record, and is not ready yet."""
    recorder = Recorder(tmp_path / "run")
    assert recorder.acquire()
    recorder.write(())
    claim_ports(tmp_path / "ports.json", prefer=False).release()
    yield recorder
    recorder.release()


def test_a_stack_that_is_up_says_its_addresses_alone(starting: Recorder, tmp_path: Path) -> None:
    starting.box = "ready"
    starting.write(())

    gateway, mailbox = address_of(GATEWAY, tmp_path), address_of(MAILBOX, tmp_path)

    assert gateway.startswith(f"http://{LOOPBACK}:")
    assert mailbox.startswith(f"http://{LOOPBACK}:")
    assert gateway != mailbox


@pytest.mark.usefixtures("starting")
def test_a_stack_that_is_starting_has_no_address_yet(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="starting"):
        address_of(GATEWAY, tmp_path)


def test_no_address_is_guessed_where_nothing_runs(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="not running"):
        address_of(GATEWAY, tmp_path)


def test_whoever_stops_waiting_for_a_start_stops_the_start(tmp_path: Path) -> None:
    run = tmp_path / "run"
    command = [sys.executable, "-c", _WAITS, _BEGINS, str(run)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as waiting:
        assert waiting.stdout is not None
        assert waiting.stdout.readline() == "begun\n"
        begun = start_under_way(run)

        waiting.send_signal(signal.SIGINT)
        said = waiting.stdout.read()

    assert begun is not None
    assert start_under_way(run) is None
    assert "Stopped" in said
    assert waiting.returncode == 128 + signal.SIGINT


def test_down_finds_a_start_that_has_no_record_yet(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _BEGINS], stdout=subprocess.PIPE) as begun:
        assert begun.stdout is not None
        begun.stdout.readline()
        note_start(tmp_path, begun.pid)

        stopped, again = down(tmp_path), down(tmp_path)

    assert stopped == ["a start that was under way"]
    assert again == []
    assert begun.returncode == -signal.SIGTERM
