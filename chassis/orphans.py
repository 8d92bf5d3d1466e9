"""Keys without content: found by the owner whose they are, removed by privacy.

A key is committed before the content that it seals, so a crash between the two leaves a key that
opens nothing. Its owner compares its keys with its own rows and says which are orphans; privacy
alone may remove them, and PostgreSQL lets it do so after a week and no earlier. Until then whoever
makes the key again has it, orphan no more; after that they get a new one.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import MetaData, Row, func, null, select, tuple_, update

from chassis.db import Database
from chassis.keys import KEY, Keyring, Wanted
from chassis.walls import scope_column
from contracts.message import PersonId, Scope

YOUNG = timedelta(hours=1)
"""A key that somebody asked for since then may be about to seal its first row: a call ends within
a minute, a job within minutes. It is told by `asked_at`, and not by the time in the item's id: an
owner may make a key today for a thing that another owner made a year ago.
"""

BATCH = 500
"""Keys in one look at the keys database."""

Keys = Sequence[Row[*tuple[Any, ...]]]


def judge(db: Database, keyring: Keyring, metadata: MetaData) -> int:
    """Say which of an owner's keys have no item, and which have one again; how many have none.

    Safe to repeat, and to run beside anything. Neither an account's key is judged, nor one of a
    kind of item that this owner has no table for. `keyring` is that owner's.
    """
    orphans = 0
    for keys in _batches(keyring, metadata):
        there = _there(db, metadata, keys)
        lost = [(Scope(key.kind), key.id) for key in keys if (key.kind, key.id) not in there]
        orphans += len(lost)
        _tell(keyring, lost, there)
    return orphans


def _batches(keyring: Keyring, metadata: MetaData) -> Iterator[Keys]:
    """The living keys that nobody asked for lately, person by person."""
    kinds = {table.info["scope"] for table in metadata.sorted_tables if "scope" in table.info}
    place = tuple_(KEY.c.person_id, KEY.c.kind, KEY.c.id)
    living = select(KEY.c.person_id, KEY.c.kind, KEY.c.id).where(
        KEY.c.owner == metadata.schema,
        KEY.c.kind.in_(kinds),
        KEY.c.wrapped.is_not(None),
        KEY.c.asked_at < func.now() - YOUNG,
    )
    after = None
    while True:
        further = living if after is None else living.where(place > tuple_(*after))
        with keyring.transaction() as tx:
            keys = tx.execute(further.order_by(place).limit(BATCH)).all()
        if not keys:
            return
        yield keys
        after = keys[-1]


def _there(db: Database, metadata: MetaData, keys: Keys) -> set[Wanted]:
    """Those among `keys` whose item has a row. Rows are seen by their person alone."""
    found: set[Wanted] = set()
    for person, theirs in groupby(keys, key=lambda key: PersonId(key.person_id)):
        wanted = [(Scope(key.kind), key.id) for key in theirs]
        with db.transaction(person) as tx:
            for scope in {scope for scope, _ in wanted}:
                ids = [item for kind, item in wanted if kind is scope]
                for table in metadata.sorted_tables:
                    column = scope_column(table, scope)
                    if column is not None:
                        rows = set(tx.scalars(select(column).where(column.in_(ids))))
                        found |= {(scope, item) for item in ids if item in rows}
    return found


def _tell(keyring: Keyring, lost: Iterable[Wanted], there: Iterable[Wanted]) -> None:
    """Unless somebody has asked for it meanwhile."""
    judged = update(KEY).where(KEY.c.wrapped.is_not(None), KEY.c.asked_at < func.now() - YOUNG)
    which = tuple_(KEY.c.kind, KEY.c.id)
    with keyring.transaction() as tx:
        fresh = judged.where(which.in_(list(lost)), KEY.c.orphan_since.is_(None))
        tx.execute(fresh.values(orphan_since=func.now()))
        found = judged.where(which.in_(list(there)), KEY.c.orphan_since.is_not(None))
        tx.execute(found.values(orphan_since=null()))
