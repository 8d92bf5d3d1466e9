"""Slows down guessing, in tables that all workers share and a restart keeps.

A try is counted before the password is looked at, so that a hundred at once do not slip through,
and taken back when it was a good one.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from chassis.db import Database
from chassis.errors import TooMany
from contracts.message import PersonId
from services.auth import domain, store
from services.auth.domain import FLOOD, MAILS, NETWORK, PAIR, Attempt, Limit
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
        net = domain.network_of(network)
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
            store.empty_bucket(tx, entry.own)
            for key in sorted(entry.shared):
                store.take_from_bucket(tx, key)

    def _let_in(
        self, buckets: dict[bytes, Limit], email_index: bytes | None, at: datetime
    ) -> Entry:
        own, *shared = buckets
        with self._db.transaction() as tx:
            tries = store.lock_buckets(tx, list(buckets), at)
            limits = domain.limits_in_force(buckets, tries, at)
            _refuse(max(domain.wait(tries[key], limits[key], at) for key in buckets))
            for key, limit in limits.items():
                store.save_bucket(tx, key, domain.count(tries[key], limit, at))
            store.name_bucket(tx, own, email_index)
        return Entry(own, tuple(shared))


def _refuse(wait: timedelta) -> None:
    if wait > timedelta(0):
        seconds = math.ceil(wait.total_seconds())
        raise TooMany(
            f"Too many tries. Please wait {seconds} s.",
            code="too-many-tries",
            retry_after_s=seconds,
        )
