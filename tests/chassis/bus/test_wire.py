"""What lies in a sealed body, and that it opens nowhere else."""

from pathlib import Path

import pytest

from chassis.bus import wire
from chassis.secrets import Secrets

CANARY = b"Ottilie Harbourmaster"
HEAD = wire.RequestHead(method="documents.add_resume", correlation_id="17")


def some_keys(folder: Path, current: bytes = b"1", previous: bytes | None = None) -> wire.BusKeys:
    (folder / "bus").mkdir(exist_ok=True)
    (folder / "bus/current.key").write_bytes(current * 32)
    if previous is not None:
        (folder / "bus/previous.key").write_bytes(previous * 32)
    return wire.BusKeys(Secrets(folder))


def test_a_request_opens_in_its_own_envelope(tmp_path) -> None:
    keys = some_keys(tmp_path)
    name, sealed = wire.seal(keys, b"request", HEAD, CANARY)

    opened = wire.open_request(
        keys, name, sealed, method="documents.add_resume", correlation_id="17"
    )

    assert opened == (HEAD, CANARY)
    assert CANARY not in sealed


@pytest.mark.parametrize(
    ("method", "correlation_id"),
    [("documents.find_resume", "17"), ("documents.add_resume", "18")],
)
def test_it_opens_in_no_other_envelope(tmp_path, method: str, correlation_id: str) -> None:
    keys = some_keys(tmp_path)
    name, sealed = wire.seal(keys, b"request", HEAD, CANARY)

    with pytest.raises(wire.Unreadable):
        wire.open_request(keys, name, sealed, method=method, correlation_id=correlation_id)


@pytest.mark.parametrize("spoil", [lambda box: box[:-1], lambda _box: b"", lambda box: box[::-1]])
def test_a_spoiled_body_does_not_open(tmp_path, spoil) -> None:
    keys = some_keys(tmp_path)
    name, sealed = wire.seal(keys, b"request", HEAD, CANARY)

    with pytest.raises(wire.Unreadable):
        wire.unseal(keys, b"request", name, spoil(sealed))


def test_a_request_is_no_reply(tmp_path) -> None:
    keys = some_keys(tmp_path)
    head = wire.ReplyHead(correlation_id="17")
    name, sealed = wire.seal(keys, b"request", head, CANARY)

    with pytest.raises(wire.Unreadable):
        wire.open_reply(keys, name, sealed, correlation_id="17")


def test_a_reply_answers_one_call(tmp_path) -> None:
    keys = some_keys(tmp_path)
    head = wire.ReplyHead(correlation_id="17")
    name, sealed = wire.seal(keys, b"reply", head, CANARY)

    assert wire.open_reply(keys, name, sealed, correlation_id="17") == (head, CANARY)
    with pytest.raises(wire.Unreadable):
        wire.open_reply(keys, name, sealed, correlation_id="18")


def test_after_a_rotation_the_old_still_opens_and_the_new_is_found(tmp_path) -> None:
    receiver = some_keys(tmp_path, b"1")
    old = wire.seal(receiver, b"request", HEAD, CANARY)
    sender = some_keys(tmp_path, b"2", previous=b"1")
    new = wire.seal(sender, b"request", HEAD, CANARY)

    assert old[0] != new[0]
    for name, sealed in (new, old):
        assert wire.unseal(receiver, b"request", name, sealed)[1] == CANARY


def test_a_key_that_was_dropped_opens_nothing(tmp_path) -> None:
    old = wire.seal(some_keys(tmp_path, b"1"), b"request", HEAD, CANARY)
    receiver = some_keys(tmp_path, b"3", previous=b"2")

    with pytest.raises(wire.Unreadable):
        wire.unseal(receiver, b"request", *old)
