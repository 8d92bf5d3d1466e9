import json
import socket
from pathlib import Path

from ops.ports import LOOPBACK, Ports, answers, claim_ports, is_free, read_ports


def a_listener() -> socket.socket:
    listener = socket.socket()
    listener.bind((LOOPBACK, 0))
    listener.listen()
    return listener


def choose_ports(file: Path) -> Ports:
    """Of a stack that has ended again."""
    claim = claim_ports(file, prefer=False)
    claim.release()
    return claim.ports


def test_ports_are_the_same_at_the_next_start(tmp_path: Path) -> None:
    first = choose_ports(tmp_path / "ports.json")

    second = choose_ports(tmp_path / "ports.json")

    assert second == first == read_ports(tmp_path / "ports.json")


def test_no_two_programs_share_a_port(tmp_path: Path) -> None:
    choose_ports(tmp_path / "ports.json")

    chosen = json.loads((tmp_path / "ports.json").read_text()).values()

    assert len(set(chosen)) == len(chosen)


def test_a_remembered_port_that_somebody_took_is_replaced_alone(tmp_path: Path) -> None:
    file = tmp_path / "ports.json"
    remembered = choose_ports(file)
    with a_listener() as listener:
        taken = listener.getsockname()[1]
        file.write_text(file.read_text().replace(str(remembered.amqp), str(taken)))

        chosen = choose_ports(file)

    assert chosen.amqp not in (taken, remembered.amqp)
    assert chosen.postgres == remembered.postgres


def test_a_listener_is_seen_and_its_port_is_not_free() -> None:
    with a_listener() as listener:
        port = listener.getsockname()[1]

        assert answers(port)
        assert not is_free(port)

    assert not answers(port)


def test_a_file_of_another_version_is_not_trusted(tmp_path: Path) -> None:
    file = tmp_path / "ports.json"
    file.write_text('{"gateway": 8000, "unheard_of": 1}')

    assert read_ports(file) is None


def test_two_stacks_that_want_the_same_port_get_two_before_anything_runs(tmp_path: Path) -> None:
    shared = choose_ports(tmp_path / "one.json")
    (tmp_path / "two.json").write_text((tmp_path / "one.json").read_text())

    first = claim_ports(tmp_path / "one.json")
    second = claim_ports(tmp_path / "two.json")

    assert (first.ports.gateway, first.ports.mailbox) == (shared.gateway, shared.mailbox)
    assert first.moved == ()
    assert not {second.ports.gateway, second.ports.mailbox} & {shared.gateway, shared.mailbox}
    assert second.moved == ("gateway", "mailbox")
    first.release()
    second.release()


def test_a_held_port_is_not_free_until_it_is_released(tmp_path: Path) -> None:
    claim = claim_ports(tmp_path / "ports.json", prefer=False)
    before = is_free(claim.ports.gateway)

    claim.release()

    assert not before
    assert is_free(claim.ports.gateway)
