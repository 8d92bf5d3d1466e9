from pathlib import Path

import pytest

from ops.ports import LOOPBACK
from ops.rabbit import Rabbit


def a_node(server: Path) -> Rabbit:
    return Rabbit(server.parent / "node", server, port=5001, dist_port=5002, epmd_port=5003)


def a_script(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("server", "epmd"),
    [
        ("usr/lib/rabbitmq/bin/rabbitmq-server", "usr/lib/erlang/bin/epmd"),
        ("opt/homebrew/sbin/rabbitmq-server", "opt/homebrew/bin/epmd"),
    ],
    ids=["Debian", "Homebrew"],
)
def test_the_port_mapper_is_that_of_the_same_install(
    tmp_path: Path, server: str, epmd: str
) -> None:
    wanted = a_script(tmp_path / epmd)
    node = a_node(a_script(tmp_path / server))

    mapper, _ = node.programs()

    assert str(wanted) in mapper.command


def test_nothing_listens_beyond_this_machine(tmp_path: Path) -> None:
    node = a_node(a_script(tmp_path / "rabbitmq-server"))
    node.prepare({})

    mapper, broker = node.programs()
    config = (tmp_path / "node" / "rabbitmq.conf").read_text()

    assert f"listeners.tcp.local = {LOOPBACK}:5001" in config
    assert mapper.command[-2:] == ("-address", LOOPBACK)
    assert broker.env["RABBITMQ_NODE_IP_ADDRESS"] == LOOPBACK
    assert (
        "inet_dist_use_interface {127,0,0,1}" in (broker.env["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"])
    )


def test_passwords_in_the_definitions_are_private(tmp_path: Path) -> None:
    node = a_node(a_script(tmp_path / "rabbitmq-server"))

    node.prepare({"users": [{"name": "auth", "password": "word"}]})

    assert (tmp_path / "node" / "definitions.json").stat().st_mode & 0o077 == 0
