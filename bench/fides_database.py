"""A PostgreSQL for the tables of Fides: they need pgcrypto, citext and pg_trgm, which ours lacks.

It is Debian's package, unpacked and not installed, on loopback alone, and waits for the disk as
ours does. The rows to be masked are not in it.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGINT

from ops import fetch
from ops.places import HOME, write_private
from ops.ports import LOOPBACK, answers, free_port
from ops.privileges import Lowering, hand_over, lowered, lowering_for
from ops.supervisor import Program

_POSTGRES = "usr/lib/postgresql/15/bin"
_PACKAGES = (
    *("redis-server", "redis-tools", "libjemalloc2", "liblzf1", "libatomic1"),
    *("postgresql-15", "libpq5", "libicu72", "libxml2", "libldap-2.5-0", "libsasl2-2"),
    *("libgssapi-krb5-2", "libkrb5-3", "libk5crypto3", "libkrb5support0", "libkeyutils1"),
)
"""Of Debian 12; their other libraries are those of Python and apt, or are never loaded."""


def unpacked() -> Path:
    """What stands for / of the packages. Raises NotFetched where these are not to be had."""
    return fetch.unpack(HOME / "peers" / "debian", _PACKAGES)


def libraries(root: Path) -> dict[str, str]:
    """The environment in which its programs find what lies beside them."""
    folders = sorted({str(library.parent) for library in root.glob("usr/lib/*/*.so.*")})
    return {"LD_LIBRARY_PATH": ":".join(folders), "PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True)
class FidesDatabase:
    """A cluster in `folder`, made anew; its administrator is `role`, its database `postgres`."""

    folder: Path
    role: str
    password: str = field(repr=False)
    port: int = field(default_factory=free_port)

    def program(self) -> Program:
        """The server, with an empty cluster before it."""
        root = unpacked()
        way = lowering_for(self.folder.parent, root / _POSTGRES / "initdb")
        self._make_cluster(root, way)
        settings = (f"port={self.port}", f"listen_addresses={LOOPBACK}", "max_connections=200")
        options = [part for setting in settings for part in ("-c", setting)]
        command = [str(root / _POSTGRES / "postgres"), "-D", str(self._data), *options]
        return Program(
            name="fides-postgres",
            command=lowered([*command, "-c", "unix_socket_directories="], way),
            env=libraries(root),
            is_ready=lambda: answers(self.port),
            stop_signal=SIGINT,
        )

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _make_cluster(self, root: Path, way: Lowering) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o700)
        word = self.folder / "password"
        write_private(word, self.password)
        for path in (word, self.folder):
            hand_over(path, way)
        who = ("-U", self.role, "-A", "scram-sha-256", f"--pwfile={word}")
        command = (str(root / _POSTGRES / "initdb"), "-D", str(self._data), "-E", "UTF8", *who)
        env = libraries(root)
        subprocess.run(  # noqa: S603 - names of ours
            lowered(command, way), env=env, cwd="/", stdout=subprocess.DEVNULL, check=True
        )
        word.unlink()
