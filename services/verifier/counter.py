"""Counts what is left of a person or an item, with rights on ids and on nothing else."""

from collections.abc import Sequence
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import text
from sqlalchemy.orm import Session

from chassis.db import Database
from chassis.signing import UNSIGNED, signed
from contracts.message import Scope
from contracts.proof import Check, Counted, Uncounted
from services.verifier.catalogue import item_tables, person_tables


class Counter:
    """Counts and signs. It remembers nothing: the catalogue is read anew for every count."""

    def __init__(self, database: Database, key: Ed25519PrivateKey) -> None:
        self._db = database
        self._key = key

    def count(self, checks: Sequence[Check], at: datetime) -> list[Counted]:
        """The signed counts, in the order of `checks`.

        Raises BlindError or RefusedStatementError where it cannot see all.
        """
        with self._db.transaction() as tx:
            found = _rows_left(tx, checks)
        return [self._signed(check, found[check], at) for check in checks]

    def failed(self, check: Check, at: datetime) -> Uncounted:
        """That a count could not be made, signed."""
        said = Uncounted(case_id=check.case_id, round=check.round, tried_at=at, signature=UNSIGNED)
        return signed(said, self._key)

    def reach(self) -> None:
        """Raise Unavailable where not one count can fail, but the database is away altogether."""
        with self._db.transaction() as tx:
            tx.execute(text("SELECT 1"))

    def _signed(self, check: Check, rows: dict[str, int], at: datetime) -> Counted:
        counted = Counted(
            case_id=check.case_id,
            round=check.round,
            person=check.person,
            scope=check.scope,
            item_id=check.item_id,
            rows=rows,
            counted_at=at,
            signature=UNSIGNED,
        )
        return signed(counted, self._key)


def _rows_left(tx: Session, checks: Sequence[Check]) -> dict[Check, dict[str, int]]:
    """Rows by table, zeros included. People are counted together, items one by one."""
    people = [check for check in checks if check.scope is Scope.ACCOUNT]
    found = _of_people(tx, people) if people else {}
    return found | {
        check: _of_item(tx, check) for check in checks if check.scope is not Scope.ACCOUNT
    }


def _of_people(tx: Session, checks: list[Check]) -> dict[Check, dict[str, int]]:
    """One query for all tables and all people."""
    tables = person_tables(tx)
    counts = (
        f"SELECT '{name}' AS name, subject_id, count(*) AS n FROM {name}"  # noqa: S608 - catalogue's
        " WHERE subject_id = ANY (CAST(:people AS uuid[])) GROUP BY subject_id"
        for name in tables
    )
    people = [str(check.item_id) for check in checks]
    rows = tx.execute(text(" UNION ALL ".join(counts)), {"people": people})
    left = {(row.subject_id, row.name): row.n for row in rows}
    return {
        check: {name: left.get((check.item_id, name), 0) for name in tables} for check in checks
    }


def _of_item(tx: Session, check: Check) -> dict[str, int]:
    """One query for all tables."""
    # Names and conditions are the catalogue's own; the id is a parameter.
    counts = (
        f"SELECT '{name}' AS name, count(*) AS n FROM {name} WHERE {condition}"  # noqa: S608 - see above
        for name, condition in item_tables(tx, check.scope).items()
    )
    rows = tx.execute(text(" UNION ALL ".join(counts)), {"item": check.item_id})
    return {row.name: row.n for row in rows}
