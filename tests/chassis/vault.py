"""A keys database and epoch files that one test has for itself."""

import os
import shutil
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from chassis.ids import new_id
from chassis.keys import KeyDestroyer, Keyring
from chassis.rewrap import Rewrapper
from chassis.roles import make_database
from chassis.secrets import Secrets
from contracts.message import Owner
from tests.support.stack import Stack


class Vault:
    """A keys database and epoch files of its own: a renewal here disturbs no other test."""

    def __init__(self, stack: Stack, folder: Path) -> None:
        self.name = f"keys_{new_id().hex}"
        self.stack = stack
        self.admin = _named(stack.keys_admin_url, self.name)
        make_database(self.admin, "keys.sql")
        for owner in Owner:
            shutil.copytree(stack.secrets[owner] / "epoch", folder / owner / "epoch")
        self.folder = folder

    def url(self, owner: Owner) -> SecretStr:
        return _named(self.stack.keys_urls[owner], self.name)

    def secrets(self, owner: Owner = Owner.PRIVACY) -> Secrets:
        return Secrets(self.folder / owner)

    def ring(self, owner: Owner = Owner.INTERVIEW) -> Keyring:
        return Keyring(self.url(owner), owner, self.secrets(owner))

    def rewrapper(self, batch: int = 500) -> Rewrapper:
        return Rewrapper(self.url(Owner.PRIVACY), self.secrets(), batch=batch)

    def destroyer(self) -> KeyDestroyer:
        return KeyDestroyer(self.url(Owner.PRIVACY))

    def bring(self, number: int, *owners: Owner) -> None:
        key = os.urandom(32)
        for owner in owners or tuple(Owner):
            (self.folder / owner / "epoch" / f"{number}.key").write_bytes(key)

    def lose(self, number: int) -> None:
        for owner in Owner:
            (self.folder / owner / "epoch" / f"{number}.key").unlink()

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        engine = create_engine(self.admin.get_secret_value(), poolclass=NullPool)
        with engine.begin() as connection:
            return [tuple(row) for row in connection.execute(text(sql))]


def _named(url: SecretStr, database: str) -> SecretStr:
    made = make_url(url.get_secret_value()).set(database=database)
    return SecretStr(made.render_as_string(hide_password=False))
