"""Slows down guessing, in tables that all workers share and a restart keeps.

A try is counted before the password is looked at, so that a hundred at once do not slip through,
and taken back when it was a good one. The queries stand here and not in the store: this table is
about nobody, and nothing else asks it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from chassis.db import Database
from chassis.errors import TooMany
from contracts.message import PersonId
from services.auth.buckets import (
    FLOOD,
    MAILS,
    NETWORK,
    PAIR,
    Attempt,
    Limit,
    Tries,
    count,
    limits_in_force,
    network_of,
    wait,
)
from services.auth.tables import Bucket
from services.auth.tokens import Tokens


@dataclass(frozen=True)
class Entry:
    """A try that was let in: its own bucket, and those it shares with other accounts."""

    own: bytes
    shared: tuple[bytes, ...]


class Throttle:
    """Safe to share."""

    def __init__(self, db: Database, tokens: Tokens) -> None:
        self._db = db
        self._tokens = tokens

    def guess(self, email_index: bytes, network: str, at: datetime) -> Entry:
        """Let a sign-in try its password. Raises TooMany."""
        net = network_of(network)
        buckets = {
            self._tokens.bucket(Attempt.SIGN_IN, email_index.hex(), net): PAIR,
            self._tokens.bucket(Attempt.SIGN_IN, net): NETWORK,
            self._tokens.bucket(Attempt.SIGN_IN): FLOOD,
        }
        return self._let_in(buckets, email_index, at)

    def prove(self, person: PersonId, at: datetime) -> Entry:
        """Let somebody who is signed in give their password again. Raises TooMany."""
        return self._let_in({self._tokens.bucket(Attempt.PROOF, person.hex): PAIR}, None, at)

    def mail(self, attempt: Attempt, email_index: bytes, at: datetime) -> None:
        """Let a stranger cause a mail to this address. Raises TooMany."""
        own = self._tokens.bucket(attempt, email_index.hex())
        self._let_in({own: MAILS}, email_index, at)

    def forgive(self, entry: Entry) -> None:
        """The try was a good one: it counts for nobody, and its own bucket is empty again."""
        with self._db.transaction() as tx:
            _empty(tx, entry.own)
            for key in sorted(entry.shared):
                _take_back(tx, key)

    def _let_in(
        self, buckets: dict[bytes, Limit], email_index: bytes | None, at: datetime
    ) -> Entry:
        own, *shared = buckets
        with self._db.transaction() as tx:
            tries = _lock(tx, list(buckets), at)
            limits = limits_in_force(buckets, tries, at)
            _refuse(max(wait(tries[key], limits[key], at) for key in buckets))
            for key, limit in limits.items():
                _save(tx, key, count(tries[key], limit, at))
            _name(tx, own, email_index)
        return Entry(own, tuple(shared))


def _refuse(wait: timedelta) -> None:
    if wait > timedelta(0):
        seconds = math.ceil(wait.total_seconds())
        raise TooMany(
            f"Too many tries. Please wait {seconds} s.",
            code="too-many-tries",
            retry_after_s=seconds,
        )


def _lock(tx: Session, keys: Sequence[bytes], at: datetime) -> dict[bytes, Tries]:
    """The buckets, empty ones where there were none; others wait until our transaction ends.

    Locked in the order of their names, so that two sign-ins never wait for each other.
    """
    fresh = [{"key": key, "level": 0.0, "last_at": at} for key in sorted(keys)]
    tx.execute(insert(Bucket).values(fresh).on_conflict_do_nothing())
    rows = tx.scalars(
        select(Bucket).where(Bucket.key.in_(keys)).order_by(Bucket.key).with_for_update()
    )
    return {row.key: Tries(row.level, row.last_at) for row in rows}


def _save(tx: Session, key: bytes, tries: Tries) -> None:
    filled = {"level": tries.level, "last_at": tries.last_at}
    tx.execute(update(Bucket).where(Bucket.key == key).values(filled))


def _name(tx: Session, key: bytes, email_index: bytes | None) -> None:
    """Say which address was tried, so that the bucket goes with its account."""
    tx.execute(update(Bucket).where(Bucket.key == key).values(email_index=email_index))


def _empty(tx: Session, key: bytes) -> None:
    tx.execute(delete(Bucket).where(Bucket.key == key))


def _take_back(tx: Session, key: bytes) -> None:
    """One try less: it was a good one."""
    tx.execute(
        update(Bucket).where(Bucket.key == key).values(level=func.greatest(Bucket.level - 1, 0))
    )
