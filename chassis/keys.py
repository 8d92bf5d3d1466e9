"""The keys database: a key per person and per item at each owner, wrapped, and how one is lost.

It is a database of its own (`mira_keys`), never in the same backup set as the data. Each key is
wrapped by an epoch key that lies in a file, never in PostgreSQL. Services may add and read their
own; only privacy may destroy, and nobody can bring back (`deploy/keys.sql`).
A destroyed key leaves its row, so that a late writer finds it and is told that it is too late.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any, TypeVar
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
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from chassis.config import Settings
from chassis.db import Database, rows_deleted
from chassis.errors import Gone, Unavailable
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
    Column("epoch", Integer),
    Column("destroyed_at", DateTime(timezone=True)),
    Column("asked_at", DateTime(timezone=True), nullable=False),
    Column("orphan_since", DateTime(timezone=True)),
)
"""As `deploy/keys.sql` makes it, with the rules that a destroyed key is empty and stays so.

`asked_at` is when somebody made it or meant to, to within ASKED_EVERY: they may be about to write
what it seals. `orphan_since` is since when its owner has nothing that it opens.
"""

ASKED_EVERY = timedelta(minutes=5)

EPOCH = Table("epoch", KEY.metadata, Column("number", Integer, primary_key=True))
"""The epoch keys that may wrap one; a file belongs to each. The highest is the newest."""

Wanted = tuple[Scope, UUID]
Found = Row[*tuple[Any, ...]] | None

T = TypeVar("T")

EPOCHS_LOCK = 0x65706F6368
"""Advisory: shared by whoever makes a key, taken alone by whoever retires an epoch."""

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

        def find_or_add(tx: Session) -> Found:
            return self._asked(tx, kind, item) or self._add(tx, kind, item, person)

        return self._current(lambda tx: self._unwrapped(find_or_add(tx), person))

    def get(self, kind: Scope, item: UUID, person: PersonId) -> Key:
        """The item's key. Raises Gone when it is destroyed, never was, or is another person's."""
        return self._current(lambda tx: self._unwrapped(self._find(tx, kind, item), person))

    def get_many(self, wanted: Sequence[Wanted], person: PersonId) -> dict[Wanted, Key]:
        """The living keys among `wanted`, in one query; the destroyed and unknown are left out."""
        theirs = select(KEY).where(
            KEY.c.owner == self._owner,
            tuple_(KEY.c.kind, KEY.c.id).in_(wanted),
            KEY.c.person_id == person,
            KEY.c.wrapped.is_not(None),
        )

        def find(tx: Session) -> dict[Wanted, Key]:
            rows = tx.execute(theirs).all() if wanted else []
            return {(Scope(row.kind), row.id): self._unwrapped(row, person) for row in rows}

        return self._current(find)

    def for_person(self, person: PersonId) -> Key:
        """The key of what belongs to the account itself. Raises Gone when that was erased."""
        return self.make(Scope.ACCOUNT, person, person)

    def close(self) -> None:
        self._db.close()

    def transaction(self) -> AbstractContextManager[Session]:
        """For what is asked of all keys of this owner at once. Raises as `Database` does."""
        return self._db.transaction()

    def _current(self, find: Callable[[Session], T]) -> T:
        """What `find` finds, asked again if the key was wrapped anew before we had its epoch key.

        Raises Unavailable if the epoch key has not reached us yet.
        """
        for _ in range(2):
            try:
                with self._db.transaction() as tx:
                    return find(tx)
            except FileNotFoundError:
                continue
        raise Unavailable

    def _find(self, tx: Session, kind: Scope, item: UUID) -> Found:
        return tx.execute(select(KEY).where(*_is(self._owner, kind, item))).one_or_none()

    def _asked(self, tx: Session, kind: Scope, item: UUID) -> Found:
        """The row; where it is not new, with a note that it is wanted, so that nobody sweeps it.

        None when it was swept just now: then it is made anew.
        """
        here = _is(self._owner, kind, item)
        is_lost = or_(KEY.c.orphan_since.is_not(None), KEY.c.asked_at < func.now() - ASKED_EVERY)
        row = tx.execute(select(KEY, is_lost.label("is_lost")).where(*here)).one_or_none()
        if row is None or row.wrapped is None or kind is Scope.ACCOUNT or not row.is_lost:
            return row
        living = update(KEY).where(*here, KEY.c.wrapped.is_not(None))
        noted = living.values(asked_at=func.now(), orphan_since=None).returning(KEY)
        return tx.execute(noted).one_or_none() or self._find(tx, kind, item)

    def _add(self, tx: Session, kind: Scope, item: UUID, person: PersonId) -> Found:
        """The row as it stands after we tried to add it; None when the person was erased.

        The locks are shared among makers and exclude `KeyDestroyer` and the retirement of an
        epoch: nobody overlooks the other.
        """
        shared = func.pg_advisory_xact_lock_shared
        tx.execute(select(shared(_lock(person)), shared(EPOCHS_LOCK)))
        erased = exists().where(
            *_is(self._owner, Scope.ACCOUNT, person), KEY.c.destroyed_at.is_not(None)
        )
        if tx.scalar(select(erased)):
            return None
        fresh = insert(KEY).values(
            owner=self._owner, kind=kind, id=item, person_id=person, **self._wrapped(tx, kind, item)
        )
        tx.execute(fresh.on_conflict_do_nothing())
        return self._find(tx, kind, item)

    def _wrapped(self, tx: Session, kind: Scope, item: UUID) -> dict[str, Any]:
        """A new key under the newest epoch key, bound to its place."""
        epoch = tx.scalar(select(func.max(EPOCH.c.number)))
        secret, place = os.urandom(KEY_BYTES), place_of(self._owner, kind, item)
        return {"wrapped": wrap(self._secrets.epoch_key(epoch), secret, place), "epoch": epoch}

    def _unwrapped(self, row: Found, person: PersonId) -> Key:
        if row is None or row.wrapped is None or row.person_id != person:
            raise Gone("This has been deleted.")
        place = place_of(self._owner, row.kind, row.id)
        secret = unwrap(self._secrets.epoch_key(row.epoch), row.wrapped, place)
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
        with self._db.transaction() as tx:
            return self._destroy(tx, scope, item_id, person)

    def destroy_all(self, items: Iterable[tuple[Scope, UUID, PersonId]]) -> int:
        """The same for many, together; returns the newest epoch key that may have wrapped one."""
        with self._db.transaction() as tx:
            for scope, item_id, person in sorted(items, key=lambda item: item[2]):
                self._destroy(tx, scope, item_id, person)
            return tx.scalar(select(func.max(EPOCH.c.number))) or 0

    def sweep(self) -> int:
        """Remove the keys that had nothing to open for a week. Returns how many. Safe to repeat.

        Which, say their owners (`chassis/orphans.py`); how long, PostgreSQL (`deploy/keys.sql`).
        """
        with self._db.transaction() as tx:
            orphans = delete(KEY).where(KEY.c.orphan_since.is_not(None))
            return rows_deleted(tx, orphans)

    def epochs(self) -> list[int]:
        """The numbers of the epoch keys that wrap something or may, oldest first."""
        with self._db.transaction() as tx:
            return sorted(tx.scalars(select(EPOCH.c.number)))

    def close(self) -> None:
        self._db.close()

    def _destroy(self, tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> int:
        mine = KEY.c.person_id == person
        if scope is not Scope.ACCOUNT:
            mine = (KEY.c.kind == scope) & (KEY.c.id == item_id) & mine
        dead = {"wrapped": None, "epoch": None, "destroyed_at": func.now()}
        tx.execute(select(func.pg_advisory_xact_lock(_lock(person))))
        alive = update(KEY).where(mine, KEY.c.wrapped.is_not(None)).values(dead)
        ended = tx.execute(alive.returning(literal(1))).all()
        item = {"kind": scope, "id": item_id, "person_id": person}
        markers = insert(KEY).values([{"owner": owner, **item, **dead} for owner in Owner])
        tx.execute(markers.on_conflict_do_nothing())
        return len(ended)


def _is(owner: Owner, kind: Scope, item: UUID) -> tuple[ColumnElement[bool], ...]:
    return KEY.c.owner == owner, KEY.c.kind == kind, KEY.c.id == item


def place_of(owner: str, kind: str, item: UUID) -> bytes:
    """What a wrapped key is bound to, so that it does not open in another row."""
    return f"{owner}|{kind}|{item}".encode()


def wrap(epoch_key: bytes, secret: bytes, place: bytes) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(epoch_key).encrypt(nonce, secret, place)


def unwrap(epoch_key: bytes, wrapped: bytes, place: bytes) -> bytes:
    """Raises InvalidTag for another epoch key or place."""
    nonce, box = wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:]
    return AESGCM(epoch_key).decrypt(nonce, box, place)


def _lock(person: PersonId) -> int:
    """The number of this person's advisory lock: the low 63 bits of the id."""
    return person.int & (2**63 - 1)
