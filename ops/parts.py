"""Mira's own processes as programs: six services, the verifier, the gateway, the mailbox."""

import json
import os
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from contracts.message import Owner
from ops.places import PYTHON, ROOT
from ops.ports import LISTENER_VARIABLE, LOOPBACK, START_VARIABLE, Ports
from ops.secrets import GATEWAY, VERIFIER
from ops.servers import BROKER_VARIABLE, DATABASE_VARIABLE
from ops.supervisor import Handed, Program

MAILBOX = "mailbox"
_GATEWAY_WORKERS = 2
_GUNICORN = "GUNICORN_CMD_ARGS"
_ANSWER_WITHIN_S = 2.0
_FRESH_S = 0.5
_SILENT_S = 15.0
_OWN_ADDRESSES = {DATABASE_VARIABLE, BROKER_VARIABLE, "MIRA_KEYS_URL"}


@dataclass
class Readiness:
    """What the gateway says of itself and of the services; its answer is kept for half a second.

    An answer counts only with the id of this start in it: another stack answers with another.
    """

    port: int
    start_id: str
    _asked_at: float = 0.0
    _services: dict[str, str] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of_gateway(self) -> bool:
        return is_of_start(f"http://{LOOPBACK}:{self.port}/healthz", self.start_id)

    def of_service(self, owner: Owner) -> bool:
        with self._lock:
            if time.monotonic() - self._asked_at > _FRESH_S:
                said = answer(f"http://{LOOPBACK}:{self.port}/readyz") or {}
                is_ours = said.get("start") == self.start_id
                self._services = said.get("services", {}) if is_ours else {}
                self._asked_at = time.monotonic()
            return self._services.get(owner) == "ok"


def is_of_start(url: str, start_id: str) -> bool:
    """Whether what answers at `url` was started with this id."""
    said = answer(url)
    return said is not None and said.get("start") == start_id


def answer(url: str) -> dict[str, Any] | None:
    """The JSON object at `url`, whatever its status; None when nobody answers with one in time."""
    try:
        with urllib.request.urlopen(url, timeout=_ANSWER_WITHIN_S) as reply:  # noqa: S310 - loopback
            said = json.load(reply)
    except urllib.error.HTTPError as error:
        said = _json_of(error)
    except (OSError, ValueError):
        return None
    return said if isinstance(said, dict) else None


@dataclass(frozen=True)
class Parts:
    """Everything that the programs of one stack have in common."""

    ports: Ports
    held: Mapping[str, socket.socket]
    secrets: Mapping[str, Path]
    urls: Mapping[str, Mapping[str, str]]
    temporary: Path
    readiness: Readiness

    def programs(self) -> list[Program]:
        services = [self._service(owner) for owner in Owner]
        return [self._mailbox(), self._gateway(), *services, self._verifier()]

    def _service(self, owner: Owner) -> Program:
        return Program(
            name=owner.value,
            command=(str(PYTHON), "-m", "chassis.bus.run", owner.value),
            env=self._env(owner.value),
            is_ready=lambda: self.readiness.of_service(owner),
        )

    def _verifier(self) -> Program:
        alive = self.temporary / "verifier.alive"
        return Program(
            name=VERIFIER,
            command=(str(PYTHON), "-m", "services.verifier"),
            env={**self._env(VERIFIER), "MIRA_ALIVE": str(alive)},
            is_ready=lambda: _touched_within(alive, _SILENT_S),
            silent_for_s=4 * _SILENT_S,
        )

    def _gateway(self) -> Program:
        options = {
            "--config": str(ROOT / "gateway" / "gunicorn_conf.py"),
            "--worker-class": "gateway.worker.Worker",
            "--workers": str(_GATEWAY_WORKERS),
            "--worker-tmp-dir": str(self.temporary),
        }
        listener = self.held[GATEWAY]
        words = [word for option in options.items() for word in option]
        return Program(
            name=GATEWAY,
            command=(
                *(str(PYTHON), "-m", "gunicorn"),
                *words,
                "--no-control-socket",
                "gateway.wsgi:app",
            ),
            env={
                **self._env(GATEWAY),
                START_VARIABLE: self.readiness.start_id,
                _GUNICORN: f"--bind={LOOPBACK}:{self.ports.gateway}",
            },
            is_ready=self.readiness.of_gateway,
            silent_for_s=_SILENT_S,
            handed=Handed(listener, {_GUNICORN: f"--bind=fd://{listener.fileno()}"}),
        )

    def _mailbox(self) -> Program:
        listener = self.held[MAILBOX]
        page = f"http://{LOOPBACK}:{self.ports.mailbox}/healthz"
        return Program(
            name=MAILBOX,
            command=(
                *(str(PYTHON), "-m", "ops.mailbox"),
                *("--smtp-port", str(self.ports.smtp)),
                *("--page-port", str(self.ports.mailbox)),
            ),
            env={**_ours(), START_VARIABLE: self.readiness.start_id},
            is_ready=lambda: is_of_start(page, self.readiness.start_id),
            silent_for_s=_SILENT_S,
            handed=Handed(listener, {LISTENER_VARIABLE: str(listener.fileno())}),
        )

    def _env(self, process: str) -> dict[str, str]:
        return {
            **_ours(),
            **self.urls[process],
            # Everything here is named by address; without a resolver a service starts faster.
            "EVENTLET_NO_GREENDNS": "yes",
            "MIRA_PROCESS": process,
            "MIRA_SECRETS": str(self.secrets[process]),
            "MIRA_PUBLIC_URL": f"http://{LOOPBACK}:{self.ports.gateway}",
            "MIRA_SMTP_HOST": LOOPBACK,
            "MIRA_SMTP_PORT": str(self.ports.smtp),
            "TMPDIR": str(self.temporary),
        }


def _ours() -> dict[str, str]:
    """The environment of this process, but for the addresses that each process gets its own of."""
    kept = {name: value for name, value in os.environ.items() if name not in _OWN_ADDRESSES}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def _touched_within(file: Path, seconds: float) -> bool:
    try:
        return time.time() - file.stat().st_mtime < seconds
    except FileNotFoundError:
        return False


def _json_of(error: urllib.error.HTTPError) -> object:
    try:
        return json.load(error)
    except (OSError, ValueError):
        return None
