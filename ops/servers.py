"""What a stack asks of its database and its broker; and those that somebody else runs.

`./mira up` uses other people's servers where the environment names them:

    MIRA_DATABASE_URL   a superuser of a PostgreSQL 15 or newer; roles and databases are made there
    MIRA_AMQP_URL       any user of a RabbitMQ 3.10 or newer; users and queues are imported there
                        once, from .mira/definitions.json
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import SplitResult, quote, unquote, urlsplit

import amqp

from ops.places import write_private
from ops.supervisor import Program
from ops.trouble import Trouble

DATABASE_VARIABLE, BROKER_VARIABLE = "MIRA_DATABASE_URL", "MIRA_AMQP_URL"
_AMQP_PORT = 5672


class DatabaseServer(Protocol):
    def prepare(self) -> None: ...

    def programs(self) -> tuple[Program, ...]: ...

    def admin_url(self, database: str) -> str: ...

    def url(self, role: str, password: str, database: str) -> str: ...


class Broker(Protocol):
    def prepare(self, definitions: Mapping[str, Any]) -> None: ...

    def programs(self) -> tuple[Program, ...]: ...

    def wipe(self) -> None: ...

    def url(self, user: str, password: str) -> str: ...


@dataclass(frozen=True)
class Given:
    """The servers that the environment names; None where Mira runs its own."""

    database_url: str | None = None
    amqp_url: str | None = None

    @classmethod
    def by_environment(cls) -> "Given":
        return cls(os.environ.get(DATABASE_VARIABLE), os.environ.get(BROKER_VARIABLE))


@dataclass(frozen=True)
class GivenDatabase:
    """A PostgreSQL that somebody else runs, by the URL of its administrator."""

    admin: str

    def prepare(self) -> None:
        """Nothing: roles and tables are made like in our own."""

    def programs(self) -> tuple[Program, ...]:
        return ()

    def admin_url(self, database: str) -> str:
        return _postgres_url(urlsplit(self.admin), database)

    def url(self, role: str, password: str, database: str) -> str:
        return _postgres_url(_as_user(urlsplit(self.admin), role, password), database)


@dataclass(frozen=True)
class GivenBroker:
    """A RabbitMQ that somebody else runs. Its definitions have to be imported there once."""

    address: str
    definitions_file: Path
    user: str
    password: str = field(repr=False)

    def prepare(self, definitions: Mapping[str, Any]) -> None:
        """Write the file to import. Raises Trouble while the broker does not know our users."""
        write_private(self.definitions_file, json.dumps(definitions, indent=1))
        given = urlsplit(self.address)
        connection = amqp.Connection(
            f"{given.hostname}:{given.port or _AMQP_PORT}",
            userid=self.user,
            password=self.password,
            virtual_host=unquote(given.path[1:]) or "/",
            ssl=given.scheme == "amqps",
            connect_timeout=5,
        )
        try:
            connection.connect()
            connection.close()
        except (OSError, amqp.AMQPError) as error:
            raise Trouble(
                f"The RabbitMQ of {BROKER_VARIABLE} refuses {self.user}: {type(error).__name__}.",
                "Import users and queues there once, as its administrator:"
                f" rabbitmqctl import_definitions {self.definitions_file}",
            ) from None

    def programs(self) -> tuple[Program, ...]:
        return ()

    def wipe(self) -> None:
        raise Trouble("This RabbitMQ is not ours to wipe.", f"Unset {BROKER_VARIABLE}.")

    def url(self, user: str, password: str) -> str:
        return _as_user(urlsplit(self.address), user, password).geturl()


def _as_user(url: SplitResult, user: str, password: str) -> SplitResult:
    place = url.netloc.rpartition("@")[2]
    return url._replace(netloc=f"{quote(user)}:{quote(password)}@{place}")


def _postgres_url(url: SplitResult, database: str) -> str:
    return url._replace(scheme="postgresql+psycopg2", path=f"/{database}").geturl()
