"""Child processes of which we expect the worst."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import psutil
import pytest

from chassis.bus.child import Ended, OneShots
from chassis.errors import Unavailable
from tests.chassis.bus.world import eventually


def forking(work: str) -> tuple[str, ...]:
    """A command whose children do `work`, a line of Python."""
    program = f"import os, sys, time\nfrom chassis.bus import nursery\ndef work():\n    {work}\n"
    return sys.executable, "-c", f"{program}nursery.serve(work)"


def running(*command: str) -> tuple[str, ...]:
    """A command whose children become this one."""
    return forking(f"os.execvp({command[0]!r}, {list(command)!r})")


ECHO = forking("sys.stdout.write(sys.stdin.read())")
SLEEP = running("sleep", "60")


def ended(command: tuple[str, ...], data: bytes = b"", *, within_s: float = 10) -> Ended:
    with closing(OneShots(command, most_bytes=1 << 20)) as children:
        return children.ask(data, within_s=within_s)


def test_a_child_answers_what_it_is_given() -> None:
    data = b"0123456789" * 50_000

    assert ended(ECHO, data) == Ended(data, 0)


def test_each_child_is_used_once_and_one_process_forks_them() -> None:
    told = forking("sys.stdin.read(); print(os.getpid(), os.getppid())")

    with closing(OneShots(told)) as children:
        pids = [children.ask(b"", within_s=10).output.split() for _ in range(3)]

    assert len({pid for pid, _ in pids}) == 3
    assert len({parent for _, parent in pids}) == 1


def test_what_a_child_does_to_itself_no_other_sees() -> None:
    told = forking("print(len(vars(nursery))); nursery.left_behind = sys.stdin.read()")

    with closing(OneShots(told)) as children:
        counts = {children.ask(b"of a stranger", within_s=10).output for _ in range(3)}

    assert len(counts) == 1


def test_a_child_has_no_file_of_another_that_is_under_way() -> None:
    told = forking("time.sleep(float(sys.stdin.read())); print(os.listdir('/proc/self/fd'))")

    with closing(OneShots(told)) as children:
        children.ask(b"0", within_s=10)
        other = threading.Thread(target=children.ask, args=(b"1",), kwargs={"within_s": 10})
        other.start()
        eventually(lambda: len(forked()) == 1)
        output = children.ask(b"0", within_s=10).output
        is_beside = other.is_alive()
        other.join()

    assert output == b"['0', '1', '2', '3']\n"  # 3 is the folder that is being listed
    assert is_beside or (os.cpu_count() or 1) == 1


def forked() -> list[psutil.Process]:
    """The children that live now."""
    return [child for forking in psutil.Process().children() for child in forking.children()]


def test_a_child_that_takes_too_long_is_ended() -> None:
    with closing(OneShots(SLEEP)) as children:
        started = time.monotonic()
        outcome = children.ask(b"", within_s=2)
        took_s = time.monotonic() - started
        eventually(lambda: not forked())

    assert outcome == Ended(b"", None)
    assert took_s < 4


def test_waiting_too_long_for_room_says_nothing_of_the_file() -> None:
    with closing(OneShots(SLEEP)) as children:
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
    assert ended(SLEEP, b"x" * 5_000_000, within_s=1).exit_code is None


def test_a_child_that_says_too_much_is_ended() -> None:
    assert ended(running("cat", "/dev/zero")).exit_code is None


def test_a_child_that_falls_over_says_so() -> None:
    assert ended(forking("sys.exit(86)"), b"x" * 1_000_000).exit_code == 86
    assert ended(forking("os.abort()")).exit_code == -signal.SIGABRT
    assert ended(forking("1 / 0")).exit_code == 1


def test_a_child_that_dies_leaves_the_next_unharmed() -> None:
    told = forking("word = sys.stdin.read(); word == 'die' and os.abort(); print(word)")

    with closing(OneShots(told)) as children:
        first = children.ask(b"die", within_s=10)
        second = children.ask(b"live", within_s=10)

    assert (first.exit_code, second) == (-signal.SIGABRT, Ended(b"live\n", 0))


def test_whoever_gives_up_waiting_ends_the_child_and_no_other() -> None:
    with closing(OneShots(SLEEP)) as children:
        with pytest.raises(GaveUp), giving_up_after(2):
            children.ask(b"", within_s=30)
        eventually(lambda: not forked())

        assert children.ask(b"", within_s=0.5).exit_code is None


def test_a_forking_process_that_died_is_replaced() -> None:
    with closing(OneShots(ECHO)) as children:
        children.ask(b"", within_s=10)
        (forking_one,) = psutil.Process().children()
        forking_one.kill()
        eventually(lambda: forking_one.status() == psutil.STATUS_ZOMBIE)
        after = children.ask(b"again", within_s=10)

    assert after == Ended(b"again", 0)


def test_where_it_dies_with_a_child_under_way_nothing_is_said_of_the_file() -> None:
    told = forking("os.kill(os.getppid(), 9)")

    with closing(OneShots(told)) as children, pytest.raises(Unavailable):
        children.ask(b"", within_s=10)


def test_a_command_that_cannot_start_says_nothing_of_the_file() -> None:
    with closing(OneShots(("false",))) as children, pytest.raises(Unavailable):
        children.ask(b"", within_s=10)


def test_what_is_under_way_ends_with_the_process_that_forks() -> None:
    with closing(OneShots(SLEEP)) as children:
        asking = threading.Thread(target=is_given_up, args=(children,))
        asking.start()
        eventually(forked)
        (child,) = forked()
        children.close()
        asking.join()

        eventually(lambda: not child.is_running())


def is_given_up(children: OneShots) -> bool:
    try:
        children.ask(b"", within_s=30)
    except Unavailable:
        return True
    return False


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

    output = ended(forking("print(sorted(os.environ))")).output

    assert output
    assert b"MIRA" not in output
