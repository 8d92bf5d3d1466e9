"""The files of the epoch keys, through renewals that die after each step."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from contracts.message import Owner
from ops.epochs import EpochKeys
from ops.trouble import Trouble


class Killed(BaseException):
    """The process ended here."""


def newest(keys: EpochKeys) -> list[int]:
    """As if everything was wrapped under the newest key."""
    return [keys.numbers()[-1]]


def copies(folder: Path) -> dict[str, tuple[str, ...]]:
    return {
        owner: tuple(sorted(f.name for f in (folder / owner / "epoch").iterdir()))
        for owner in Owner
    }


def an_installation(folder: Path) -> EpochKeys:
    keys = EpochKeys(folder)
    keys.distribute()
    return keys


def test_every_service_has_the_same_first_key(tmp_path: Path) -> None:
    an_installation(tmp_path)

    contents = {(tmp_path / owner / "epoch" / "1.key").read_bytes() for owner in Owner}

    assert len(contents) == 1
    assert len(contents.pop()) == 32


def test_a_renewal_leaves_the_next_key_and_no_trace_of_the_last(tmp_path: Path) -> None:
    keys = an_installation(tmp_path)
    old = (tmp_path / "auth" / "epoch" / "1.key").read_bytes()

    assert keys.renew(lambda: newest(keys)) == [2]

    assert copies(tmp_path) == dict.fromkeys(Owner, ("2.key",))
    assert not any(old in f.read_bytes() for f in tmp_path.rglob("*") if f.is_file())


def test_everybody_has_the_next_key_before_anything_is_wrapped_under_it(tmp_path: Path) -> None:
    keys = an_installation(tmp_path)
    seen: list[dict[str, tuple[str, ...]]] = []

    def rewrap() -> Iterable[int]:
        seen.append(copies(tmp_path))
        return newest(keys)

    keys.renew(rewrap)

    assert seen == [dict.fromkeys(Owner, ("1.key", "2.key"))]


def test_a_key_that_still_wraps_something_stays(tmp_path: Path) -> None:
    keys = an_installation(tmp_path)

    assert keys.renew(lambda: [1, 2]) == [1, 2]

    assert copies(tmp_path) == dict.fromkeys(Owner, ("1.key", "2.key"))


@pytest.mark.parametrize("error", [Killed(), Trouble("no database", "try later")])
def test_a_renewal_that_dies_is_finished_by_the_next(tmp_path: Path, error: BaseException) -> None:
    keys = an_installation(tmp_path)

    def die() -> Iterable[int]:
        raise error

    with pytest.raises(type(error)):
        keys.renew(die)

    again = EpochKeys(tmp_path)
    assert again.renew(lambda: newest(again)) == [2]
    assert copies(tmp_path) == dict.fromkeys(Owner, ("2.key",))


def test_a_renewal_that_died_while_destroying_is_finished_by_the_next(tmp_path: Path) -> None:
    keys = an_installation(tmp_path)
    keys.renew(lambda: [1, 2])
    (tmp_path / "auth" / "epoch" / "1.key").unlink()

    again = EpochKeys(tmp_path)

    assert again.renew(lambda: [2]) == [2]
    assert copies(tmp_path) == dict.fromkeys(Owner, ("2.key",))


def test_starting_again_brings_no_destroyed_key_back(tmp_path: Path) -> None:
    keys = an_installation(tmp_path)
    keys.renew(lambda: newest(keys))

    an_installation(tmp_path)

    assert copies(tmp_path) == dict.fromkeys(Owner, ("2.key",))
