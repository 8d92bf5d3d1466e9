"""The small service's surroundings: a database of its own, the broker, processes that end."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import amqp
from pydantic import SecretStr
from sqlalchemy import create_engine, delete, func, select, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from chassis.bus.broker import connect
from chassis.bus.client import Bus
from chassis.bus.names import exchange_of, queue_of
from chassis.bus.outbox import Outbox
from chassis.errors import Unavailable
from chassis.passport import mint
from chassis.roles import make_database
from chassis.secrets import Secrets
from chassis.walls import walls
from contracts.auth import Passport
from contracts.message import Event, Owner
from tests.chassis.bus.contract import OWNER, Analytics, Gathered, Happened, Said
from tests.chassis.bus.tables import CHASSIS, Base, Effect
from tests.support.people import a_passport
from tests.support.stack import Stack

_LOOK_S = 0.02
_COMMAND = (sys.executable, "-W", "ignore", "-m", "tests.chassis.bus.echo")


def eventually(is_so: Callable[[], object], *, within_s: float = 10.0) -> float:
    """How long it took until `is_so()`; AssertionError if it never was."""
    pause = threading.Event()
    started = time.monotonic()
    while not is_so():
        assert time.monotonic() - started < within_s, f"not within {within_s} s"
        pause.wait(_LOOK_S)
    return time.monotonic() - started


@dataclass
class World:
    """Everything that the tests of the bus have in common; made once."""

    stack: Stack
    database: str = "mira_echo"
    _buses: list[Bus] = field(default_factory=list)

    def make(self) -> None:
        """A fresh database, and the queues of the two events that the service hears."""
        with self.stack.admin().execution_options(isolation_level="AUTOCOMMIT").connect() as admin:
            admin.execute(text(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)"))
        make_database(self.beside(self.stack.admin_url), "roles.sql")
        with self.admin.begin() as tx:
            tx.execute(text(f"SET LOCAL ROLE {OWNER}_owner"))
            Base.metadata.create_all(tx)
            for wall in walls(Base.metadata, OWNER):
                tx.exec_driver_sql(wall, execution_options={"no_parameters": True})
        for event in (Happened, Gathered):
            self.make_queue(event)

    def make_queue(self, event: type[Event]) -> None:
        """The queue in which the service hears `event`, as the broker's definitions make it."""
        queue = queue_of(OWNER, event.topic)
        arguments = {"x-queue-type": "quorum"}
        with self.channel() as channel:
            channel.queue_declare(queue, durable=True, auto_delete=False, arguments=arguments)
            channel.queue_bind(queue, exchange_of(Owner.DOCUMENTS), event.topic)

    def beside(self, url: SecretStr) -> SecretStr:
        """The same server and role, our own database."""
        ours = make_url(url.get_secret_value()).set(database=self.database)
        return SecretStr(ours.render_as_string(hide_password=False))

    @property
    def admin(self) -> Any:
        url = self.beside(self.stack.admin_url).get_secret_value()
        return create_engine(url, poolclass=NullPool)

    @contextmanager
    def channel(self) -> Iterator[Any]:
        """The broker as its administrator sees it."""
        with connect(self.stack.amqp_admin_url.get_secret_value(), "test") as connection:
            yield connection.channel()

    @contextmanager
    def service(
        self, *, amqp_url: SecretStr | None = None, is_ready: bool = True, **env: str
    ) -> Iterator[subprocess.Popen[bytes]]:
        """The small service as a process; killed at the end if it still runs."""
        url = amqp_url or self.stack.amqp_urls[OWNER]
        given = {
            "MIRA_PROCESS": OWNER.value,
            "MIRA_SECRETS": str(self.stack.secrets[OWNER]),
            "MIRA_AMQP_URL": url.get_secret_value(),
            "MIRA_DATABASE_URL": self.beside(self.stack.database_urls[OWNER]).get_secret_value(),
            "MIRA_KEYS_URL": self.stack.keys_urls[OWNER].get_secret_value(),
            "MIRA_WORKERS": "4",
        }
        with subprocess.Popen(_COMMAND, env={**os.environ, **given, **env}) as process:
            try:
                if is_ready:
                    self.wait_ready()
                yield process
            finally:
                process.kill()

    def wait_ready(self) -> float:
        """How long it took until the service answered."""
        return eventually(lambda: answers(self.api()), within_s=20)

    def bus(self, url: SecretStr | None = None) -> Bus:
        """The gateway's way to the services; closed with the world."""
        secrets = Secrets(self.stack.secrets["gateway"])
        bus = Bus(url or self.stack.amqp_urls["gateway"], secrets, name="gateway")
        self._buses.append(bus)
        return bus

    def api(
        self,
        caller: Passport | None = None,
        *,
        bus: Bus | None = None,
        key: str | None = None,
    ) -> Analytics:
        """The service, asked by `caller`, or by somebody."""
        return (bus or self.own_bus).service(
            Analytics, passport=self.signed(caller or a_passport()), idempotency_key=key
        )

    @property
    def own_bus(self) -> Bus:
        return self._buses[0] if self._buses else self.bus()

    def signed(self, passport: Passport) -> str:
        return mint(passport, Secrets(self.stack.secrets[Owner.AUTH]).signing_key(Owner.AUTH))

    def say(self, event: Event, message_id: UUID, **properties: object) -> None:
        """Publish `event` as its owner's relay would."""
        message = amqp.Message(
            event.model_dump_json().encode(),
            message_id=str(message_id),
            delivery_mode=2,
            **properties,
        )
        with self.channel() as channel:
            exchange = exchange_of(event.topic.partition(".")[0])
            channel.basic_publish_confirm(message, exchange, event.topic)

    def done(self, what: object) -> int:
        """How often the service really did `what`."""
        with self.admin.connect() as tx:
            return tx.scalars(select(func.count()).where(Effect.what == str(what))).one()

    def job(self, message_id: UUID) -> Any:
        """The job row that hearing this message made; None if there is none."""
        job = CHASSIS.job
        with self.admin.connect() as tx:
            return tx.execute(select(job).where(job.c.message_id == message_id)).one_or_none()

    def job_of(self, thing: UUID) -> Any:
        """The newest job row about `thing`."""
        job = CHASSIS.job
        newest = select(job).where(job.c.key == str(thing)).order_by(job.c.added_at.desc())
        with self.admin.connect() as tx:
            return tx.execute(newest.limit(1)).one_or_none()

    def happen(self, event: Event) -> UUID:
        """Put `event` into the outbox, behind the service's back; its message id."""
        with Session(self.admin) as tx:
            message_id = Outbox(CHASSIS.outbox).put(tx, event)
            tx.commit()
        return message_id

    def is_published(self, message_id: UUID) -> bool:
        box = CHASSIS.outbox.c
        with self.admin.connect() as tx:
            return tx.scalar(select(box.published_at).where(box.id == message_id)) is not None

    def unpublished(self) -> int:
        box = CHASSIS.outbox
        with self.admin.connect() as tx:
            waiting = select(func.count()).select_from(box).where(box.c.published_at.is_(None))
            return tx.scalars(waiting).one()

    def expire_leases(self, *, crashes: int = 0) -> None:
        """As if ten seconds had gone by, or so many workers had died of it."""
        past = {"leased_until": func.now() - timedelta(seconds=1)}
        with self.admin.begin() as tx:
            tx.execute(update(CHASSIS.job).values(crashes=crashes, **past))

    def forget_jobs(self) -> None:
        """What a test leaves behind unfinished would be begun by the next."""
        with self.admin.begin() as tx:
            tx.execute(delete(CHASSIS.job))

    @contextmanager
    def database_closed(self) -> Iterator[None]:
        """Nobody gets in, and whoever is in is thrown out."""
        with self.stack.admin().execution_options(isolation_level="AUTOCOMMIT").connect() as admin:
            admin.execute(text(f"ALTER DATABASE {self.database} ALLOW_CONNECTIONS false"))
            ended = text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :n"
            )
            admin.execute(ended, {"n": self.database})
            try:
                yield
            finally:
                admin.execute(text(f"ALTER DATABASE {self.database} ALLOW_CONNECTIONS true"))

    def close(self) -> None:
        for bus in self._buses:
            bus.close()


def answers(api: Analytics) -> bool:
    try:
        return api.echo(Said(text="ready?")).text == "ready?"
    except Unavailable:
        return False
