from collections.abc import Iterator
from pathlib import Path

import pytest

from ops.parts import MAILBOX
from ops.ports import LOOPBACK, claim_ports
from ops.record import Recorder
from ops.running import address_of
from ops.secrets import GATEWAY
from ops.trouble import Trouble


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
