"""One thread does what is due while a stack runs, whatever befalls the one or the other chore."""

import threading
from pathlib import Path

import pytest

from ops.epochs import DAY_S, EpochKeys
from ops.nightly import Nightly
from ops.trouble import Trouble
from tests.ops.test_bus_keys import made_older


def test_every_chore_is_done_again_and_again_until_it_is_stopped() -> None:
    done = threading.Semaphore(0)

    nightly = Nightly([lambda: done.release()], print, every_s=0.001)  # noqa: PLW0108 - a Chore gives nothing
    assert all(done.acquire(timeout=10) for _ in range(3))
    nightly.stop()

    while done.acquire(blocking=False):
        pass
    assert not done.acquire(timeout=0.05)


def test_it_looks_at_once() -> None:
    is_done = threading.Event()

    nightly = Nightly([is_done.set], print)

    assert is_done.wait(10)
    nightly.stop()


@pytest.mark.parametrize("error", [Trouble("no database", "later"), OSError(28, "No space left")])
def test_the_trouble_of_one_chore_is_told_and_keeps_no_other_waiting(error: Exception) -> None:
    told: list[str] = []
    is_done = threading.Event()

    def fail() -> None:
        raise error

    nightly = Nightly([fail, is_done.set], told.append, every_s=0.001)
    assert is_done.wait(10)
    nightly.stop()

    assert any("database" in line or "space" in line for line in told)


def test_the_epoch_key_is_renewed_when_it_is_a_day_old_and_no_earlier(tmp_path: Path) -> None:
    keys = EpochKeys(tmp_path)
    keys.distribute()

    made_older(tmp_path, "epoch-1.key", DAY_S - 60)
    keys.renew_if_due(lambda: [keys.numbers()[-1]])
    assert keys.numbers() == [1]
    made_older(tmp_path, "epoch-1.key", DAY_S)
    keys.renew_if_due(lambda: [keys.numbers()[-1]])

    assert keys.numbers() == [2]


def test_a_renewal_that_was_begun_is_finished_whatever_the_age(tmp_path: Path) -> None:
    keys = EpochKeys(tmp_path)
    keys.distribute()
    keys.renew(lambda: [1, 2])

    keys.renew_if_due(lambda: [2])

    assert keys.numbers() == [2]
