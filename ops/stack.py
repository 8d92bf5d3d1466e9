"""One Mira in one folder: the servers it leans on and its own processes.

The tests of the whole system use this class too; what they may call is public.
"""

import os
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from secrets import token_hex
from typing import Self

from chassis.bus.topology import definitions
from contracts.message import Owner
from ops import fetch, rabbit
from ops.database import CONTENT, KEYS, prepare_database
from ops.epochs import EpochKeys, rewrap_with
from ops.nightly import Nightly
from ops.parts import MAILBOX, Parts, Readiness
from ops.places import HOME, private
from ops.ports import LOOPBACK, claim_ports
from ops.postgres import Postgres
from ops.rabbit import Rabbit
from ops.record import Recorder, clear_leftovers
from ops.secrets import ADMIN, GATEWAY, PROCESSES, BusKeys, make_passwords, make_secrets
from ops.servers import Broker, DatabaseServer, Given, GivenBroker, GivenDatabase
from ops.supervisor import Program, Supervisor
from ops.trouble import Trouble

_SERVER_WITHIN_S, _PARTS_WITHIN_S = 300, 300
"""Generous: on a busy machine a broker takes minutes, and one that dies is noticed at once."""


class AlreadyRuns(Trouble):
    """Another process runs the stack of that folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The stack in {folder} is run by another process already.",
            "Stop that one: ./mira down, or Ctrl-C where it runs.",
        )


class Stack:
    """Use it as a context manager, or call `stop`: what it started ends with it."""

    def __init__(
        self,
        folder: Path,
        *,
        given: Given | None = None,
        is_durable: bool = True,
        prefer_ports: bool = True,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.tell = tell
        self.folder = folder
        self.given = given or Given()
        self.recorder = Recorder(folder / "run")
        if not self.recorder.acquire():
            raise AlreadyRuns(folder)
        clear_leftovers(folder / "run")
        self.recorder.write(())
        self.claim = claim_ports(folder / "ports.json", prefer=prefer_ports)
        self.ports = self.claim.ports
        self.secrets = make_secrets(private(folder / "secrets"))
        self.passwords = make_passwords(folder / "passwords.json")
        self.supervisor = Supervisor(folder / "logs", self.recorder)
        self.database = self._database(is_durable=is_durable)
        self.epochs = EpochKeys(folder / "secrets")
        self.bus_keys = BusKeys(folder / "secrets")
        self.nightly: Nightly | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def wipe(self) -> None:
        """Lose all that was stored. Only before it is started."""
        for name in ("postgres", "rabbitmq", "logs"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        private(self.folder / "logs")

    def start_servers(self) -> None:
        """The database with roles and tables, the broker with its topology; both ready."""
        for name in self.claim.moved:
            port = getattr(self.ports, name)
            self.tell(f"another program has the port of the {name}: it gets {port} instead")
        with ThreadPoolExecutor(1) as pool:
            broker = pool.submit(self._broker)
            self.database.prepare()
            self._start(self.database.programs(), within_s=_SERVER_WITHIN_S)
            self.broker = broker.result()
            self.broker.prepare(definitions(self.passwords.broker))
            programs = self.broker.programs()
            for program in programs:
                self.supervisor.start(program)
            prepare_database(self.admin_url(CONTENT), self.admin_url(KEYS), self._role_passwords())
        self.tell("database ready")
        self._start(programs, within_s=_SERVER_WITHIN_S)
        self.tell("broker ready")

    def start(self) -> None:
        """Everything; returns when every part says that it is ready. Raises Trouble."""
        self.start_servers()
        parts = Parts(
            ports=self.ports,
            held=self.claim.held,
            secrets=self.secrets,
            urls={process: self._urls(process) for process in PROCESSES},
            temporary=private(self.folder / "tmp"),
            readiness=Readiness(self.ports.gateway, start_id=token_hex(16)),
        )
        self._start(parts.programs(), within_s=_PARTS_WITHIN_S)
        self.nightly = Nightly([self.bus_keys.rotate_if_due, self._renew_epoch_if_due], self.tell)
        self.tell("services ready")

    def stop(self) -> None:
        """Stop all that runs: first what serves people, then what that leans on. Safe to repeat."""
        if self.nightly is not None:
            self.nightly.stop()
        self.supervisor.stop(*PROCESSES, MAILBOX)
        self.claim.release()
        self.supervisor.close()
        self.recorder.release()

    def kill(self, name: str) -> None:
        """SIGKILL one program and all below it, as a crash would. It comes back by itself."""
        self.supervisor.kill(name)

    def restart(self, name: str) -> None:
        """Stop one program in order and start it again; returns when it is ready."""
        self.supervisor.restart(name)
        self.wait_ready(name)

    def wipe_broker(self) -> None:
        """Stop RabbitMQ, lose everything it knew, start it again; returns when it is ready."""
        self.supervisor.restart(rabbit.NAME, between=self.broker.wipe)
        self.wait_ready(rabbit.NAME)

    def renew_epoch(self) -> list[int]:
        """Do now what is done nightly; the numbers of the epoch keys that are left."""
        return self.epochs.renew(self._rewrap)

    def wait_ready(self, *names: str, within_s: float = 30) -> None:
        """Return when these programs answer, or all of them. Raises Trouble when one does not."""
        wanted = names or [entry.name for entry in self.supervisor.states()]
        self.supervisor.wait_ready(wanted, within_s)

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self.ports.gateway}"

    @property
    def mailbox_address(self) -> str:
        return f"http://{LOOPBACK}:{self.ports.mailbox}"

    def admin_url(self, database: str) -> str:
        return self.database.admin_url(database)

    def database_url(self, owner: str) -> str:
        return self.database.url(owner, self.passwords.database[owner], CONTENT)

    def keys_url(self, owner: str) -> str:
        return self.database.url(owner, self.passwords.database[owner], KEYS)

    def amqp_url(self, process: str) -> str:
        return self.broker.url(process, self.passwords.broker[process])

    def description(self) -> dict[str, object]:
        """What a test needs to know to use this stack; the words are those of tests/conftest.py."""
        return {
            "folder": str(self.folder),
            "admin_url": self.admin_url(CONTENT),
            "keys_admin_url": self.admin_url(KEYS),
            "database_urls": {
                role: self.database_url(role) for role in self.passwords.database if role != ADMIN
            },
            "keys_urls": {owner.value: self.keys_url(owner) for owner in Owner},
            "amqp_urls": {process: self.amqp_url(process) for process in PROCESSES},
            "amqp_admin_url": self.amqp_url(ADMIN),
            "secrets": {process: str(folder) for process, folder in self.secrets.items()},
        }

    def _renew_epoch_if_due(self) -> None:
        self.epochs.renew_if_due(self._rewrap)

    def _rewrap(self) -> list[int]:
        mine = {"MIRA_PROCESS": "privacy", "MIRA_SECRETS": str(self.secrets["privacy"])}
        return rewrap_with({**os.environ, **mine, **self._urls("privacy")})

    def _start(self, programs: Iterable[Program], within_s: float) -> None:
        """Start these together; return when all are ready. What runs already is left alone."""
        wanted = list(programs)
        for program in wanted:
            self.supervisor.start(program)
        self.supervisor.wait_ready([program.name for program in wanted], within_s, self.tell)

    def _database(self, *, is_durable: bool) -> DatabaseServer:
        if self.given.database_url is not None:
            return GivenDatabase(self.given.database_url)
        return Postgres(
            self.folder / "postgres",
            self.ports.postgres,
            self.passwords.database[ADMIN],
            is_durable=is_durable,
        )

    def _broker(self) -> Broker:
        if self.given.amqp_url is not None:
            return GivenBroker(
                self.given.amqp_url,
                self.folder / "definitions.json",
                user=GATEWAY,
                password=self.passwords.broker[GATEWAY],
            )
        return Rabbit(
            folder=self.folder / "rabbitmq",
            server=_rabbit_server(),
            port=self.ports.amqp,
            dist_port=self.ports.amqp_dist,
            epmd_port=self.ports.epmd,
        )

    def _urls(self, process: str) -> dict[str, str]:
        """Where a process finds what it leans on: the gateway no database, the verifier no keys."""
        urls = {"MIRA_AMQP_URL": self.amqp_url(process)}
        if process in self.passwords.database:
            urls["MIRA_DATABASE_URL"] = self.database_url(process)
        if process in set(Owner):
            urls["MIRA_KEYS_URL"] = self.keys_url(process)
        return urls

    def _role_passwords(self) -> dict[str, str]:
        return {role: word for role, word in self.passwords.database.items() if role != ADMIN}


def _rabbit_server() -> Path:
    """The start script of a RabbitMQ that this machine has or can get without rights."""
    if fetch.find_server(HOME) is None and fetch.can_fetch():
        try:
            fetch.fetch(HOME)
        except fetch.NotFetched as error:
            raise Trouble(
                f"RabbitMQ could not be fetched from the distribution's packages.\n{error}",
                "Check the network and /etc/apt, or install rabbitmq-server; then run this again.",
            ) from None
    if server := fetch.find_server(HOME):
        return server
    raise Trouble(
        "RabbitMQ is not on this machine.",
        "Install it (macOS: brew install rabbitmq; Fedora: dnf install rabbitmq-server),"
        " then run this again.",
    )
