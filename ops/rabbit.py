"""A private RabbitMQ node with its own epmd, on loopback alone, loaded from definitions at boot."""

import json
import os
import shutil
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ops.places import write_private
from ops.ports import LOOPBACK, answers
from ops.privileges import Lowering, hand_over, lowered, lowering_for
from ops.processes import mark
from ops.supervisor import Program

NAME, EPMD = "rabbitmq", "epmd"
_NODE = "mira@localhost"
_IN_DEBIAN = Path("usr/lib/rabbitmq/bin/rabbitmq-server")

_CONFIG = """\
listeners.tcp.local = {loopback}:{port}
log.console = false
log.file.level = warning
vm_memory_high_watermark.absolute = 512MB
disk_free_limit.absolute = 200MB
max_message_size = 16777216
load_definitions = {definitions}
"""


@dataclass(frozen=True)
class Rabbit:
    """A node that keeps everything in `folder`; `server` is its start script."""

    folder: Path
    server: Path
    port: int
    dist_port: int
    epmd_port: int

    def prepare(self, definitions: Mapping[str, Any]) -> None:
        """Write what the node reads at boot. Safe to repeat."""
        way = self._way()
        for folder in (self.folder, self.folder / "home", self.folder / "log"):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
            hand_over(folder, way)
        config = _CONFIG.format(
            loopback=LOOPBACK, port=self.port, definitions=self._file("definitions.json")
        )
        written = {
            "rabbitmq.conf": config,
            "enabled_plugins": "[].\n",
            "definitions.json": json.dumps(definitions, indent=1),
        }
        for name, content in written.items():
            write_private(self._file(name), content)
            hand_over(self._file(name), way)

    def wipe(self) -> None:
        """Lose everything that the broker knew. Only while it is stopped."""
        shutil.rmtree(self.folder / "mnesia", ignore_errors=True)

    def programs(self) -> tuple[Program, ...]:
        """The port mapper and the node. A node without its own epmd would leave a daemon behind."""
        epmd = (
            shutil.which("epmd", path=self._path()) or "epmd",
            *("-port", str(self.epmd_port)),
            *("-address", LOOPBACK),
        )
        way, env = self._way(), self._env()
        return (
            Program(
                name=EPMD,
                command=lowered(epmd, way),
                env=env,
                is_ready=lambda: _names_answered(self.epmd_port),
            ),
            Program(
                name=NAME,
                command=lowered((str(self.server),), way),
                env=env,
                is_ready=lambda: answers(self.port),
                stop_within_s=20,
            ),
        )

    def url(self, user: str, password: str) -> str:
        return f"amqp://{user}:{password}@{LOOPBACK}:{self.port}//"

    def _file(self, name: str) -> Path:
        return self.folder / name

    def _way(self) -> Lowering:
        return lowering_for(self.folder.parent, self.server)

    def _root(self) -> Path | None:
        """What stands for / in the tree of a Debian package; None for another kind of install."""
        is_debian = self.server.parts[-len(_IN_DEBIAN.parts) :] == _IN_DEBIAN.parts
        return self.server.parents[len(_IN_DEBIAN.parts) - 1] if is_debian else None

    def _path(self) -> str:
        """Where the start script finds Erlang: beside itself first."""
        root = self._root()
        own = [root / "usr/lib/erlang/bin", root / "usr/bin"] if root else []
        near = [*own, self.server.parent, self.server.parent.with_name("bin")]
        return ":".join([*map(str, near), os.environ.get("PATH", os.defpath)])

    def _env(self) -> dict[str, str]:
        return {
            **mark(),
            "HOME": str(self._file("home")),
            "PATH": self._path(),
            "LC_ALL": "C.UTF-8",
            "LANG": "C.UTF-8",
            "ERL_EPMD_PORT": str(self.epmd_port),
            "ERL_EPMD_ADDRESS": LOOPBACK,
            # Said here because the script finds itself only in a path without spaces.
            "RABBITMQ_SCRIPTS_DIR": str(self.server.resolve().parent),
            "RABBITMQ_NODENAME": _NODE,
            "RABBITMQ_NODE_IP_ADDRESS": LOOPBACK,
            "RABBITMQ_NODE_PORT": str(self.port),
            "RABBITMQ_DIST_PORT": str(self.dist_port),
            "RABBITMQ_MNESIA_BASE": str(self._file("mnesia")),
            "RABBITMQ_LOG_BASE": str(self._file("log")),
            "RABBITMQ_PID_FILE": str(self._file("rabbit.pid")),
            "RABBITMQ_CONFIG_FILE": str(self._file("rabbitmq.conf")),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(self._file("enabled_plugins")),
            "RABBITMQ_CONF_ENV_FILE": "/dev/null",
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": (
                "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none"
            ),
        }


def _names_answered(port: int) -> bool:
    """Whether epmd answers NAMES_REQ; it logs a complaint about connections that ask nothing.

    https://www.erlang.org/doc/apps/erts/erl_dist_protocol.html
    """
    try:
        with socket.create_connection((LOOPBACK, port), timeout=0.5) as asked:
            asked.sendall(b"\x00\x01n")
            return len(asked.recv(4)) > 0
    except OSError:
        return False
