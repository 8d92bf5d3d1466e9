"""Child processes of which we expect the worst."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

import pytest

from chassis.bus.child import Ended, OneShots
from chassis.errors import Unavailable
from tests.chassis.bus.world import eventually

ECHO = (sys.executable, "-c", "import sys; sys.stdout.write(sys.stdin.read())")
ENVIRONMENT = (sys.executable, "-c", "import os; print(sorted(os.environ))")


def ended(command: Sequence[str], data: bytes = b"", *, within_s: float = 10) -> Ended:
    with closing(OneShots(command, most_bytes=1 << 20)) as children:
        return children.ask(data, within_s=within_s)


def test_a_child_answers_what_it_is_given() -> None:
    data = b"0123456789" * 50_000

    assert ended(ECHO, data) == Ended(data, 0)


def test_one_is_kept_ready_and_each_is_used_once() -> None:
    told = (sys.executable, "-c", "import os, sys; sys.stdin.read(); print(os.getpid())")

    with closing(OneShots(told)) as children:
        pids = {children.ask(b"", within_s=10).output for _ in range(3)}

    assert len(pids) == 3


def test_a_child_that_takes_too_long_is_ended() -> None:
    started = time.monotonic()

    outcome = ended(("sleep", "60"), within_s=0.3)

    assert outcome == Ended(b"", None)
    assert time.monotonic() - started < 2


def test_waiting_too_long_for_room_says_nothing_of_the_file() -> None:
    with closing(OneShots(("sleep", "60"))) as children:
        crowd = [
            threading.Thread(target=children.ask, args=(b"",), kwargs={"within_s": 3})
            for _ in range(os.cpu_count() or 1)
        ]
        for each in crowd:
            each.start()
        refused = any(is_refused(children) for _ in range(20))
        for each in crowd:
            each.join()

    assert refused


def is_refused(children: OneShots) -> bool:
    try:
        children.ask(b"", within_s=0.05)
    except Unavailable:
        return True
    return False


def test_a_child_that_never_reads_is_ended() -> None:
    assert ended(("sleep", "60"), b"x" * 5_000_000, within_s=0.3).exit_code is None


def test_a_child_that_says_too_much_is_ended() -> None:
    assert ended(("cat", "/dev/zero")).exit_code is None


def test_a_child_that_falls_over_says_so() -> None:
    assert ended(("sh", "-c", "exit 86"), b"x" * 1_000_000).exit_code == 86
    assert ended(("sh", "-c", "kill -6 $$")).exit_code == -6


def test_a_spare_that_died_meanwhile_is_replaced() -> None:
    with closing(OneShots(("sh", "-c", "exit 0"))) as children:
        children.prepare()
        first = children.ask(b"", within_s=10)
        second = children.ask(b"", within_s=10)

    assert (first.exit_code, second.exit_code) == (0, 0)


def test_one_stands_ready_also_after_somebody_gave_up_waiting(tmp_path) -> None:
    """Else whoever asks again starts from nothing, and on a busy machine never gets there."""
    started = tmp_path / "started"
    told = ("sh", "-c", f"echo >> {started}; sleep 60")

    with closing(OneShots(told)) as children:
        with pytest.raises(GaveUp), giving_up_after(1):
            children.ask(b"", within_s=30)
        eventually(lambda: len(started.read_text()) == 2)


class GaveUp(BaseException):
    """As eventlet's timeout comes upon whoever waits."""


@contextmanager
def giving_up_after(seconds: float) -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise GaveUp

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_a_child_is_told_no_secret(monkeypatch) -> None:
    monkeypatch.setenv("MIRA_DATABASE_URL", "a password is in it")

    assert b"MIRA" not in ended(ENVIRONMENT).output
