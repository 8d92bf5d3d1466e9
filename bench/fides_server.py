"""What Fides needs beside rows to mask: an environment, a database, a Redis, a web server.

All of it listens on loopback alone. Its packages are those that `bench/fides.txt` pins, in an
environment of their own in `.mira/peers`, some 600 MB.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

import httpx
from sqlalchemy import URL, make_url

from bench.fides_database import FidesDatabase, libraries, unpacked
from ops.places import HOME, PYTHON, private, write_private
from ops.ports import LOOPBACK, answers, free_port
from ops.stack import Stack
from ops.supervisor import Program

ROLE = "fides"
"""Its role at our PostgreSQL and at its own."""

_PINNED = Path(__file__).with_name("fides.txt")
_PEERS = HOME / "peers"
_FIRST_START_S = 600
"""It makes its tables by some hundred migrations."""

_REDIS_CONFIG = """\
bind {loopback}
port {port}
requirepass {password}
save ""
dir {folder}
"""


@dataclass(frozen=True)
class FidesServer:
    """Where it answers, and the passwords that hold for this run alone."""

    folder: Path
    rows: URL
    own: FidesDatabase
    port: int = field(default_factory=free_port)
    redis_port: int = field(default_factory=free_port)
    password: str = field(default_factory=token_hex, repr=False)

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self.port}/api/v1"

    def rows_secrets(self) -> dict[str, object]:
        """How it reaches the rows that it masks."""
        where = {"host": self.rows.host, "port": self.rows.port, "dbname": self.rows.database}
        return {**where, "username": ROLE, "password": self.password}

    def redis(self) -> Program:
        config = self.folder / "redis.conf"
        values = {"port": self.redis_port, "password": self.password, "folder": self.folder}
        write_private(config, _REDIS_CONFIG.format(loopback=LOOPBACK, **values))
        root = unpacked()
        return Program(
            name="fides-redis",
            command=(str(root / "usr/bin/redis-server"), str(config)),
            env=libraries(root),
            is_ready=lambda: answers(self.redis_port),
        )

    def web(self) -> Program:
        """Its own `fides webserver` listens on every address, so uvicorn is told one.

        Its migrations leave files where it stands, hence the folder.
        """
        uvicorn = str(_environment() / "bin" / "uvicorn")
        where = ("--host", LOOPBACK, "--port", str(self.port))
        return Program(
            name="fides",
            command=("env", f"--chdir={self.folder}", uvicorn, "fides.api.main:app", *where),
            env=self._env(),
            is_ready=self._is_well,
        )

    def _is_well(self) -> bool:
        try:
            answer = httpx.get(f"http://{LOOPBACK}:{self.port}/health", timeout=1)
        except httpx.HTTPError:
            return False
        return answer.status_code == httpx.codes.OK

    def _env(self) -> dict[str, str]:
        """Its defaults, but for addresses and secrets; and it tells its makers nothing."""
        return {
            "PATH": os.defpath,
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "FIDES__CONFIG_PATH": str(self.folder / "fides.toml"),
            "FIDES__USER__ANALYTICS_OPT_OUT": "true",
            "FIDES__CELERY__TASK_ALWAYS_EAGER": "true",
            # Its watchdog looks every 5 minutes and cancels what an eager Celery works on.
            "FIDES__EXECUTION__INTERRUPTED_TASK_REQUEUE_INTERVAL": str(24 * 3600),
            "FIDES__DATABASE__SERVER": LOOPBACK,
            "FIDES__DATABASE__PORT": str(self.own.port),
            "FIDES__DATABASE__DB": "postgres",
            "FIDES__DATABASE__USER": ROLE,
            "FIDES__DATABASE__PASSWORD": self.own.password,
            "FIDES__REDIS__HOST": LOOPBACK,
            "FIDES__REDIS__PORT": str(self.redis_port),
            "FIDES__REDIS__PASSWORD": self.password,
            "FIDES__SECURITY__APP_ENCRYPTION_KEY": token_hex(16),
            "FIDES__SECURITY__DRP_JWT_SECRET": token_hex(16),
            "FIDES__SECURITY__OAUTH_ROOT_CLIENT_ID": ROLE,
            "FIDES__SECURITY__OAUTH_ROOT_CLIENT_SECRET": self.password,
        }


@contextmanager
def running(server: FidesServer, stack: Stack) -> Iterator[httpx.Client]:
    """Its programs under the stack's supervisor; a client that is let in."""
    programs = (server.own.program(), server.redis(), server.web())
    try:
        for program in programs:
            stack.supervisor.start(program)
            stack.wait_ready(program.name, within_s=_FIRST_START_S)
        with httpx.Client(base_url=server.address, timeout=300) as http:
            http.headers["Authorization"] = f"Bearer {_token(http, server)}"
            yield http
    finally:
        for program in reversed(programs):
            stack.supervisor.stop(program.name)


def server_for(stack: Stack) -> FidesServer:
    """Not started, but all that it needs is here then, before anything is measured."""
    unpacked()
    _environment()
    own = FidesDatabase(stack.folder / "fides-postgres", ROLE, token_hex())
    return FidesServer(private(stack.folder / "fides"), make_url(stack.admin_url("mira")), own)


def _token(http: httpx.Client, server: FidesServer) -> str:
    client = {"client_id": ROLE, "client_secret": server.password}
    answer = http.post("/oauth/token", data={**client, "grant_type": "client_credentials"})
    token: str = answer.raise_for_status().json()["access_token"]
    return token


def _environment() -> Path:
    """The environment as pinned; made anew when the pins have changed."""
    place, pinned = _PEERS / "fides", _PINNED.read_bytes()
    complete = place / "complete"
    if not complete.exists() or complete.read_bytes() != pinned:
        print("Making the environment of Fides, some 260 packages ...")
        python = place / "bin" / "python"
        _uv("venv", "--clear", "--python", str(PYTHON), str(place))
        _uv("pip", "install", "--python", str(python), "--require-hashes", "-r", str(_PINNED))
        complete.write_bytes(pinned)
    return place


def _uv(*words: str) -> None:
    own = HOME / "uv" / "bin" / "uv"
    program = str(own) if own.exists() else shutil.which("uv") or "uv"
    env = {"UV_CACHE_DIR": str(HOME / "cache" / "uv"), "UV_SYSTEM_CERTS": "true", **os.environ}
    subprocess.run([program, *words, "--quiet"], env=env, check=True)  # noqa: S603 - words of ours
