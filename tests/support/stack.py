"""The private servers of a test run, as `./mira test` describes them."""

import json
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr, SecretStr
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool

from chassis.bus.inject import Parts
from chassis.config import Settings
from chassis.db import Database, database
from chassis.keys import Keyring, keyring
from chassis.secrets import Secrets
from contracts.message import Owner


class Stack(BaseModel):
    """Where everything is. What it hands out is shared by the whole run and closed at its end."""

    model_config = ConfigDict(frozen=True)

    folder: Path
    admin_url: SecretStr
    keys_admin_url: SecretStr
    database_urls: dict[str, SecretStr]
    keys_urls: dict[Owner, SecretStr]
    amqp_urls: dict[str, SecretStr]
    amqp_admin_url: SecretStr
    secrets: dict[str, Path]

    _parts: dict[Any, Any] = PrivateAttr(default_factory=dict)
    _end: ExitStack = PrivateAttr(default_factory=ExitStack)

    @classmethod
    def described_in(cls, file: Path) -> Self:
        return cls.model_validate(json.loads(file.read_text()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end.close()

    def settings(self, owner: Owner) -> Settings:
        return Settings(
            process=owner,
            secrets=self.secrets[owner],
            amqp_url=self.amqp_urls[owner],
            database_url=self.database_urls[owner],
            keys_url=self.keys_urls[owner],
        )

    def parts(self, owner: Owner, service: type[Any] | None = None) -> Parts:
        """What a process of this owner would be made of."""
        if (owner, service) not in self._parts:
            parts = Parts(self.settings(owner), service or object)
            self._end.callback(parts.close)
            self._parts[owner, service] = parts
        return self._parts[owner, service]

    def database(self, owner: Owner) -> Database:
        """The database as `owner` sees it: with that role's rights and no more."""
        return self.parts(owner).of(database)

    def keyring(self, owner: Owner) -> Keyring:
        return self.parts(owner).of(keyring)

    def secrets_of(self, owner: Owner) -> Secrets:
        return Secrets(self.secrets[owner])

    def verifier(self) -> tuple[Database, Secrets]:
        """What the verifier has: its own role at the database, its own key."""
        if "verifier" not in self._parts:
            role = Database(self.database_urls["verifier"], pool=2)
            self._end.callback(role.close)
            self._parts["verifier"] = role
        return self._parts["verifier"], Secrets(self.secrets["verifier"])

    def admin(self, *, keys: bool = False) -> Engine:
        """The superuser's view, which no process of Mira has. It keeps no connection open."""
        url = self.keys_admin_url if keys else self.admin_url
        return create_engine(url.get_secret_value(), poolclass=NullPool)
