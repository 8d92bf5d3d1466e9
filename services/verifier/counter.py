"""Counts what is left of a person or an item, with rights on ids and on nothing else."""

from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import text
from sqlalchemy.orm import Session

from chassis.db import Database
from chassis.signing import UNSIGNED, signed
from contracts.message import Scope
from contracts.proof import Check, Counted
from services.verifier.catalogue import item_tables, person_tables


class Counter:
    """Counts and signs. It remembers nothing: the catalogue is read anew for every count."""

    def __init__(self, database: Database, key: Ed25519PrivateKey) -> None:
        self._db = database
        self._key = key

    def count(self, check: Check, at: datetime) -> Counted:
        """The signed count. Raises BlindError or RefusedStatementError where it cannot see all."""
        with self._db.transaction() as tx:
            rows = _rows_left(tx, check)
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


def _rows_left(tx: Session, check: Check) -> dict[str, int]:
    """Rows by table, zeros included; one query for all tables."""
    is_account = check.scope is Scope.ACCOUNT
    tables = person_tables(tx) if is_account else item_tables(tx, check.scope)
    # Names and conditions are the catalogue's own; the id is a parameter.
    counts = (
        f"SELECT '{name}' AS name, count(*) AS n FROM {name} WHERE {condition}"  # noqa: S608
        for name, condition in tables.items()
    )
    return {
        row.name: row.n
        for row in tx.execute(text(" UNION ALL ".join(counts)), {"item": check.item_id})
    }
