"""The keys database: a key per person and per item at each owner, wrapped, and how one is lost.

It is a database of its own (`mira_keys`), never in the same backup set as the data. Each key is
wrapped by an epoch key that lies in a file, never in PostgreSQL. Services may add and read their
own; only privacy may destroy, and nobody can bring back (`deploy/keys.sql`).
A destroyed key leaves its row, so that a late writer finds it and is told that it is too late.
"""

import os
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import SecretStr
from sqlalchemy import (
    Column,
    ColumnElement,
    DateTime,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    Table,
    Text,
    Uuid,
    exists,
    func,
    literal,
    select,
    tuple_,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from chassis.config import Settings
from chassis.db import Database
from chassis.errors import Gone
from chassis.seal import KEY_BYTES, Key
from chassis.secrets import Secrets, secrets
from contracts.message import Owner, PersonId, Scope

KEY = Table(
    "key",
    MetaData(schema="keys"),
    Column("owner", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, nullable=False),
    Column("wrapped", LargeBinary),
    Column("epoch", Integer, nullable=False),
    Column("destroyed_at", DateTime(timezone=True)),
)
"""As `deploy/keys.sql` makes it, with the rules that a destroyed key is empty and stays so."""


Wanted = tuple[Scope, UUID]
Found = Row[*tuple[Any, ...]] | None

_NONCE_BYTES = 12


class Keyring:
    """One owner's keys. Safe to share; keeps none in memory, so that a destroyed one is gone."""

    def __init__(self, url: SecretStr, owner: Owner, secrets: Secrets, *, pool: int = 10) -> None:
        self._db = Database(url, pool=pool)
        self._owner = owner
        self._secrets = secrets

    def make(self, kind: Scope, item: UUID, person: PersonId) -> Key:
        """The item's key, made and committed if there was none. Safe to repeat.

        Call it before the transaction that writes what it seals. Raises Gone when the item or
        its person was erased, or when it is another person's.
        """
        with self._db.transaction() as tx:
            row = self._find(tx, kind, item) or self._add(tx, kind, item, person)
        return self._unwrapped(row, person)

    def get(self, kind: Scope, item: UUID, person: PersonId) -> Key:
        """The item's key. Raises Gone when it is destroyed, never was, or is another person's."""
        with self._db.transaction() as tx:
            row = self._find(tx, kind, item)
        return self._unwrapped(row, person)

    def get_many(self, wanted: Sequence[Wanted], person: PersonId) -> dict[Wanted, Key]:
        """The living keys among `wanted`, in one query; the destroyed and unknown are left out."""
        theirs = select(KEY).where(
            KEY.c.owner == self._owner,
            tuple_(KEY.c.kind, KEY.c.id).in_(wanted),
            KEY.c.person_id == person,
            KEY.c.wrapped.is_not(None),
        )
        with self._db.transaction() as tx:
            rows = tx.execute(theirs).all() if wanted else []
        return {(Scope(row.kind), row.id): self._unwrapped(row, person) for row in rows}

    def for_person(self, person: PersonId) -> Key:
        """The key of what belongs to the account itself. Raises Gone when that was erased."""
        return self.make(Scope.ACCOUNT, person, person)

    def close(self) -> None:
        self._db.close()

    def _find(self, tx: Session, kind: Scope, item: UUID) -> Found:
        return tx.execute(select(KEY).where(*_is(self._owner, kind, item))).one_or_none()

    def _add(self, tx: Session, kind: Scope, item: UUID, person: PersonId) -> Found:
        """The row as it stands after we tried to add it; None when the person was erased.

        The lock is shared among makers and excludes `KeyDestroyer`: neither overlooks the other.
        """
        tx.execute(select(func.pg_advisory_xact_lock_shared(_lock(person))))
        erased = exists().where(
            *_is(self._owner, Scope.ACCOUNT, person), KEY.c.destroyed_at.is_not(None)
        )
        if tx.scalar(select(erased)):
            return None
        fresh = insert(KEY).values(
            owner=self._owner, kind=kind, id=item, person_id=person, **self._wrapped(kind, item)
        )
        tx.execute(fresh.on_conflict_do_nothing())
        return self._find(tx, kind, item)

    def _wrapped(self, kind: Scope, item: UUID) -> dict[str, Any]:
        """A new key under the newest epoch key, bound to its place."""
        epoch = self._secrets.epochs()[-1]
        nonce = os.urandom(_NONCE_BYTES)
        epoch_key = AESGCM(self._secrets.epoch_key(epoch))
        box = epoch_key.encrypt(nonce, os.urandom(KEY_BYTES), _place(self._owner, kind, item))
        return {"wrapped": nonce + box, "epoch": epoch}

    def _unwrapped(self, row: Found, person: PersonId) -> Key:
        if row is None or row.wrapped is None or row.person_id != person:
            raise Gone("This has been deleted.")
        nonce, box = row.wrapped[:_NONCE_BYTES], row.wrapped[_NONCE_BYTES:]
        place = _place(self._owner, Scope(row.kind), row.id)
        secret = AESGCM(self._secrets.epoch_key(row.epoch)).decrypt(nonce, box, place)
        return Key(self._owner, person, secret)


def keyring(settings: Settings) -> Keyring:
    """Builder: the keys of the owner whose process this is."""
    if settings.keys_url is None:
        raise ValueError("MIRA_KEYS_URL is missing.")
    return Keyring(settings.keys_url, Owner(settings.process), secrets(settings))


class KeyDestroyer:
    """Privacy's right, and nobody else's: what it destroys stays destroyed at every owner."""

    def __init__(self, url: SecretStr) -> None:
        self._db = Database(url, pool=2)

    def knows(self, scope: Scope, item_id: UUID, person: PersonId) -> bool:
        """Whether any owner ever made a key for this item of this person: it is theirs."""
        theirs = exists().where(KEY.c.kind == scope, KEY.c.id == item_id, KEY.c.person_id == person)
        with self._db.transaction() as tx:
            return bool(tx.scalar(select(theirs)))

    def destroy(self, scope: Scope, item_id: UUID, person: PersonId) -> int:
        """Destroy the item's keys of all owners; for the account, every key of the person.

        Returns how many were alive. Safe to repeat. An owner that had no such key yet gets a
        destroyed one, so that it cannot make it late. Another person's item is left alone.
        """
        mine = KEY.c.person_id == person
        if scope is not Scope.ACCOUNT:
            mine = (KEY.c.kind == scope) & (KEY.c.id == item_id) & mine
        dead = {"wrapped": None, "destroyed_at": func.now()}
        with self._db.transaction() as tx:
            tx.execute(select(func.pg_advisory_xact_lock(_lock(person))))
            alive = update(KEY).where(mine, KEY.c.wrapped.is_not(None)).values(dead)
            ended = tx.execute(alive.returning(literal(1))).all()
            for owner in Owner:
                marker = insert(KEY).values(
                    owner=owner, kind=scope, id=item_id, person_id=person, epoch=0, **dead
                )
                tx.execute(marker.on_conflict_do_nothing())
        return len(ended)

    def close(self) -> None:
        self._db.close()


def _is(owner: Owner, kind: Scope, item: UUID) -> tuple[ColumnElement[bool], ...]:
    return KEY.c.owner == owner, KEY.c.kind == kind, KEY.c.id == item


def _place(owner: Owner, kind: Scope, item: UUID) -> bytes:
    return f"{owner}|{kind}|{item}".encode()


def _lock(person: PersonId) -> int:
    """The number of this person's advisory lock: the low 63 bits of the id."""
    return person.int & (2**63 - 1)
