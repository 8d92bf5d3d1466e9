"""The files of the bus keys: whatever a rotation has done so far, everybody opens every call."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from chassis.bus import wire
from chassis.secrets import Secrets
from contracts.message import Nothing
from ops.secrets import PREVIOUS_KEPT_S, PROCESSES, BusKeys, make_secrets

STEPS = 2 * len(PROCESSES) + 2


def an_installation(folder: Path) -> BusKeys:
    make_secrets(folder)
    return BusKeys(folder)


def everybody(folder: Path) -> list[wire.BusKeys]:
    return [wire.BusKeys(Secrets(folder / process)) for process in PROCESSES]


def opens_all(senders: list[wire.BusKeys], receivers: list[wire.BusKeys]) -> bool:
    sealed = [wire.seal(sender, b"request", Nothing(), b"hello") for sender in senders]
    return all(
        wire.unseal(receiver, b"request", *each)[1] == b"hello"
        for receiver in receivers
        for each in sealed
    )


def names(folder: Path) -> dict[str, set[str]]:
    return {each: {file.name for file in (folder / each / "bus").iterdir()} for each in PROCESSES}


def everywhere(*files: str) -> dict[str, set[str]]:
    return {process: set(files) for process in PROCESSES}


def contents(folder: Path) -> set[bytes]:
    return {file.read_bytes() for file in folder.rglob("*.key")}


def made_older(folder: Path, name: str, seconds: float) -> None:
    for file in folder.rglob(name):
        then = time.time() - seconds
        os.utime(file, (then, then))


def test_at_every_step_of_a_rotation_everybody_opens_everything(tmp_path: Path) -> None:
    keys = an_installation(tmp_path)
    old = everybody(tmp_path)
    assert opens_all(old, old)

    for _ in keys.steps():
        fresh = everybody(tmp_path)
        assert opens_all([*old, *fresh], old)
        assert opens_all([*old, *fresh], fresh)


class Interrupted(Secrets):
    """A reader that is overtaken: the rotation goes on after its n-th look."""

    def __init__(self, folder: Path, rotation: Iterator[None], after: int) -> None:
        super().__init__(folder)
        self.rotation, self.after, self.looks = rotation, after, 0

    def read(self, name: str) -> bytes:
        try:
            return super().read(name)
        finally:
            self.looks += 1
            if self.looks == self.after:
                list(self.rotation)


@pytest.mark.parametrize("begun", [0, 1, len(PROCESSES) + 1, 2 * len(PROCESSES)])
@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_rotation_between_two_looks_hides_no_key_that_is_in_use(
    tmp_path: Path, begun: int, after: int
) -> None:
    keys = an_installation(tmp_path)
    old = wire.BusKeys(Secrets(tmp_path / "auth"))
    wire.seal(old, b"request", Nothing(), b"read it now")
    rotation = keys.steps()
    for _ in range(begun):
        next(rotation)
    in_use = [old, *(everybody(tmp_path) if begun else [])]
    opens_all(in_use, in_use)

    overtaken = wire.BusKeys(Interrupted(tmp_path / PROCESSES[-1], rotation, after))

    assert opens_all(in_use, [overtaken])


def test_a_rotation_leaves_a_new_key_and_the_previous_one(tmp_path: Path) -> None:
    keys = an_installation(tmp_path)
    old = (tmp_path / "auth/bus/current.key").read_bytes()

    keys.rotate()

    assert names(tmp_path) == everywhere("current.key", "previous.key")
    assert {(tmp_path / each / "bus/previous.key").read_bytes() for each in PROCESSES} == {old}
    current = {(tmp_path / each / "bus/current.key").read_bytes() for each in PROCESSES}
    assert len(current) == 1
    assert old not in current


@pytest.mark.parametrize("steps", range(1, STEPS + 1))
def test_a_rotation_that_dies_after_any_step_is_finished_at_the_next_start(
    tmp_path: Path, steps: int
) -> None:
    keys = an_installation(tmp_path)
    old = (tmp_path / "auth/bus/current.key").read_bytes()
    dying = keys.steps()
    for _ in range(steps):
        next(dying)

    make_secrets(tmp_path)

    assert names(tmp_path) == everywhere("current.key", "previous.key")
    assert {(tmp_path / each / "bus/previous.key").read_bytes() for each in PROCESSES} == {old}
    assert opens_all(everybody(tmp_path), everybody(tmp_path))


def test_ten_minutes_later_no_trace_is_left_of_the_previous_key(tmp_path: Path) -> None:
    keys = an_installation(tmp_path)
    old = (tmp_path / "auth/bus/current.key").read_bytes()
    keys.rotate()

    keys.rotate_if_due()
    assert old in contents(tmp_path)
    made_older(tmp_path, "previous.key", PREVIOUS_KEPT_S)
    keys.rotate_if_due()

    assert old not in contents(tmp_path)
    assert names(tmp_path) == everywhere("current.key")


def test_a_key_is_replaced_when_it_is_a_day_old_and_no_earlier(tmp_path: Path) -> None:
    keys = an_installation(tmp_path)
    old = (tmp_path / "auth/bus/current.key").read_bytes()

    made_older(tmp_path, "bus-current.key", 23.9 * 3600)
    keys.rotate_if_due()
    assert (tmp_path / "auth/bus/current.key").read_bytes() == old
    made_older(tmp_path, "bus-current.key", 24 * 3600)
    keys.rotate_if_due()

    assert (tmp_path / "auth/bus/current.key").read_bytes() != old


def test_a_destroyed_key_is_overwritten_before_it_is_removed(tmp_path: Path) -> None:
    keys = an_installation(tmp_path)
    keys.rotate()
    kept = (tmp_path / "auth/bus/previous.key").open("rb")
    old = kept.read()
    made_older(tmp_path, "previous.key", PREVIOUS_KEPT_S)

    keys.rotate_if_due()

    with kept:
        kept.seek(0)
        assert kept.read() != old


def test_a_process_that_is_new_gets_the_current_key(tmp_path: Path) -> None:
    keys = an_installation(tmp_path)
    keys.rotate()
    (tmp_path / "feedback/bus/current.key").unlink()

    make_secrets(tmp_path)

    assert opens_all(everybody(tmp_path), everybody(tmp_path))
