"""`./mira doctor`: looks at every part of this machine and of the stack, and says what to do."""

import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from ops import postgres, rabbit
from ops.parts import MAILBOX, answer
from ops.places import HOME
from ops.ports import LOOPBACK, Ports, answers, is_free, read_ports
from ops.preflight import Finding, machine
from ops.record import Entry, Record, State, read_record
from ops.secrets import GATEWAY
from ops.trouble import how_busy, tail

_MANY_RESTARTS, _YOUNG_S = 3, 60.0


def findings() -> Iterator[Finding]:
    """What is well and what is not: the machine first, then what runs or should."""
    yield from machine()
    yield from _files()
    ports = read_ports(HOME / "ports.json")
    record = read_record(HOME / "run")
    if record is None or not record.is_running:
        yield from _stopped(record, ports)
    else:
        yield from _running(record, ports)


def _files() -> Iterator[Finding]:
    secrets = HOME / "secrets"
    if secrets.exists():
        open_files = [file for file in secrets.rglob("*") if file.stat().st_mode & 0o077]
        yield Finding(
            "secrets",
            not open_files,
            f"{len(open_files)} can be read by others" if open_files else "private",
            f"chmod -R go= {secrets}",
        )


def _stopped(record: Record | None, ports: Ports | None) -> Iterator[Finding]:
    if record is None:
        yield Finding(
            "stack",
            is_well=False,
            seen="not running",
            advice=f"Start it: ./mira up. With {how_busy()} it takes a minute or several;"
            f" if it gave up, {HOME / 'logs'} says why.",
        )
    else:
        yield Finding(
            "stack",
            is_well=False,
            seen="its supervisor has died and may have left processes",
            advice="./mira down clears them, then ./mira up",
        )
    for name in ("gateway", "mailbox"):
        port = getattr(ports, name, None)
        if port is not None and record is None and not is_free(port):
            yield Finding(
                f"port {port}",
                is_well=True,
                seen=f"taken by {_listener(port)}; {name} will choose another",
            )


def _running(record: Record, ports: Ports | None) -> Iterator[Finding]:
    yield Finding("stack", is_well=True, seen=f"supervisor is process {record.supervisor_pid}")
    for entry in record.programs:
        yield _program(entry)
    if ports is not None:
        yield from _listening(ports, {entry.name for entry in record.programs})
        yield from _services(ports)


def _program(entry: Entry) -> Finding:
    log = HOME / "logs" / f"{entry.name}.log"
    is_young = time.time() - entry.started < _YOUNG_S
    is_well = entry.state is State.READY and not (is_young and entry.restarts >= _MANY_RESTARTS)
    return Finding(
        entry.name,
        is_well,
        f"{entry.state}, {entry.restarts} restarts" + ("" if is_well else _last_words(log)),
        f"Read ./mira logs {entry.name}; it is started again by itself. If it stays so:"
        " ./mira down, then ./mira up.",
    )


def _listening(ports: Ports, programs: set[str]) -> Iterator[Finding]:
    wanted = {postgres.NAME: ports.postgres, rabbit.NAME: ports.amqp, MAILBOX: ports.smtp}
    for name in wanted.keys() & programs:
        port = wanted[name]
        does = answers(port)
        yield Finding(
            f"{name} port",
            does,
            f"{LOOPBACK}:{port} {'answers' if does else 'does not answer'}",
            f"Read ./mira logs {name}.",
        )


def _services(ports: Ports) -> Iterator[Finding]:
    said = answer(f"http://{LOOPBACK}:{ports.gateway}/readyz")
    if said is None:
        yield Finding(
            GATEWAY, is_well=False, seen="gives no answer", advice="Read ./mira logs gateway."
        )
        return
    for service, word in said.get("services", {}).items():
        yield Finding(
            f"{service} by call",
            word == "ok",
            word,
            f"It runs but does not answer over the broker: read ./mira logs {service}.",
        )


def _listener(port: int) -> str:
    """Who listens on a port, as far as we may see."""
    try:
        for connection in psutil.net_connections("tcp"):
            is_it = connection.laddr and connection.laddr.port == port
            if is_it and connection.status == psutil.CONN_LISTEN and connection.pid:
                return f"process {connection.pid} ({psutil.Process(connection.pid).name()})"
    except psutil.Error:
        pass
    return "another process"


def _last_words(log: Path) -> str:
    words = tail(log, lines=6)
    return f"; its last words:\n{words}" if words else ""
