"""Ports of one stack on loopback: free when chosen, remembered, the same at the next start."""

import json
import random
import socket
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from ops.places import write_private
from ops.trouble import Trouble

LOOPBACK = "127.0.0.1"
_RANGE = range(20_000, 30_000)
"""Below what Linux (32768) and macOS (49152) hand out for outgoing connections."""

_PREFERRED = {"gateway": 8000, "mailbox": 8025}


@dataclass(frozen=True)
class Ports:
    gateway: int
    mailbox: int
    smtp: int
    postgres: int
    amqp: int
    amqp_dist: int
    epmd: int


def choose_ports(file: Path, *, prefer: bool = True) -> Ports:
    """The remembered ports that are still free, new ones for the others; remembers them.

    Call it only while the stack is down. With `prefer` the gateway and the mailbox get the ports
    that people expect when these are free.
    """
    remembered = read_ports(file)
    wanted = asdict(remembered) if remembered else (dict(_PREFERRED) if prefer else {})
    chosen: dict[str, int] = {}
    for field in fields(Ports):
        port = wanted.get(field.name)
        if port is None or port in chosen.values() or not is_free(port):
            port = free_port(taken=set(chosen.values()))
        chosen[field.name] = port
    ports = Ports(**chosen)
    write_private(file, json.dumps(asdict(ports), indent=2))
    return ports


def read_ports(file: Path) -> Ports | None:
    """What was chosen before; None when nothing was, or when it was chosen by another version."""
    try:
        return Ports(**json.loads(file.read_text()))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def is_free(port: int) -> bool:
    """Whether nobody listens on `port`, neither on loopback alone nor on every address."""
    for address in (LOOPBACK, "0.0.0.0"):  # noqa: S104 - asked, then closed at once
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
            except OSError:
                return False
    return True


def answers(port: int, timeout_s: float = 0.5) -> bool:
    """Whether somebody accepts connections on `port`."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout_s):
            return True
    except OSError:
        return False


def free_port(taken: Collection[int] = ()) -> int:
    """One that nobody uses now, out of our range. Raises Trouble when there is none."""
    for port in random.sample(_RANGE, 200):
        if port not in taken and is_free(port):
            return port
    raise Trouble(
        f"No free port between {_RANGE.start} and {_RANGE.stop} on {LOOPBACK}.",
        "Stop something that listens there.",
    )
