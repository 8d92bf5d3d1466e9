"""Ports of one stack on loopback: free when chosen, remembered, the same at the next start.

The two that people open are held from the moment they are chosen: the gateway and the mailbox are
handed the listening socket itself, so no other stack can come between.
"""

import json
import random
import socket
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from ops.places import write_private
from ops.trouble import Trouble

LOOPBACK = "127.0.0.1"
_RANGE = range(20_000, 30_000)
"""Below what Linux (32768) and macOS (49152) hand out for outgoing connections."""

_PREFERRED = {"gateway": 8000, "mailbox": 8025}
_BACKLOG = 128

LISTENER_VARIABLE = "MIRA_LISTENER"
"""In the environment of what gets a held port: the number of the listening socket."""

START_VARIABLE = "MIRA_START"
"""In the environment of what gets a held port: the random id of this start, which it answers."""


@dataclass(frozen=True)
class Ports:
    gateway: int
    mailbox: int
    smtp: int
    postgres: int
    amqp: int
    amqp_dist: int
    epmd: int


@dataclass(frozen=True)
class Claim:
    """The ports of a stack that starts; `held` has the listening sockets of the public ones."""

    ports: Ports
    held: Mapping[str, socket.socket]
    moved: tuple[str, ...]
    """Names of those that got another port than the one that was wanted."""

    def release(self) -> None:
        """Let go of what is held. Safe to repeat."""
        for listener in self.held.values():
            listener.close()


def claim_ports(file: Path, *, prefer: bool = True) -> Claim:
    """The remembered ports that are still free, new ones for the others; remembers them.

    Call it only while the stack is down. With `prefer` the gateway and the mailbox get the ports
    that people expect when these are free.
    """
    remembered = read_ports(file)
    wanted = asdict(remembered) if remembered else (dict(_PREFERRED) if prefer else {})
    chosen: dict[str, int] = {}
    held: dict[str, socket.socket] = {}
    for field in fields(Ports):
        name, port = field.name, wanted.get(field.name)
        if name in _PREFERRED:
            held[name] = _hold_one(port, chosen.values())
            chosen[name] = held[name].getsockname()[1]
        elif port is None or port in chosen.values() or not is_free(port):
            chosen[name] = free_port(taken=set(chosen.values()))
        else:
            chosen[name] = port
    ports = Ports(**chosen)
    write_private(file, json.dumps(asdict(ports), indent=2))
    moved = tuple(name for name in held if wanted.get(name, chosen[name]) != chosen[name])
    return Claim(ports, held, moved)


def hold(port: int) -> socket.socket | None:
    """A socket that listens on `port`; None when somebody else has it."""
    if not is_free(port):
        return None
    listener = socket.socket()
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACK, port))
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        return None
    return listener


def _hold_one(wanted: int | None, taken: Collection[int]) -> socket.socket:
    """A listener on the wanted port, or else on one that nobody uses."""
    if wanted is not None and wanted not in taken and (listener := hold(wanted)):
        return listener
    while True:
        if listener := hold(free_port(taken)):
            return listener


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
