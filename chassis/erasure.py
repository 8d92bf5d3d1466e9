"""How an owner erases: one transaction that ends with a tombstone and a signed receipt.

Everything that adds content takes a share of the person's `subject` row through its foreign key.
So whoever holds that row FOR UPDATE waits for the writers under way and stops the later ones,
and when it lets go their foreign keys or the tombstone's trigger refuse them (`chassis/walls.py`).
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import MetaData, delete, exists, func, insert, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from chassis.datamap import count_item, count_remaining, fingerprint
from chassis.db import rows_deleted
from chassis.signing import UNSIGNED, signed
from chassis.tables import ChassisTables
from contracts.message import Owner, PersonId, Scope
from contracts.privacy import RECEIPTS, ErasureRequested, OwnerErased

Erase = Callable[[Session, Scope, UUID, PersonId], dict[str, int]]
"""Deletes an item's rows, children first, and says how many went from which table."""


class LeftBehindError(Exception):
    """An owner's `erase` forgot rows that its mapping knows of. Nothing of it is committed."""


def ensure_subject(tx: Session, tables: ChassisTables, person: PersonId, at: datetime) -> bool:
    """Have a `subject` row to hang content on; returns whether it is new. Safe to repeat.

    The database refuses it for an erased person, which ends the transaction with Gone.
    """
    row = upsert(tables.subject).values(subject_id=person, created_at=at)
    fresh = row.on_conflict_do_nothing().returning(tables.subject.c.subject_id)
    return tx.scalar(fresh) is not None


def position(tx: Session, tables: ChassisTables, after: int = 0) -> int:
    """Up to which place of privacy's log we have obeyed every order; 0 before the first.

    Orders up to `after` are taken as obeyed and not looked at.
    """
    seq = tables.tombstone.c.log_seq
    place = (func.row_number().over(order_by=seq) + after).label("place")
    counted = select(seq, place).where(seq > after).subquery()
    unbroken = select(func.max(counted.c.log_seq)).where(counted.c.log_seq == counted.c.place)
    return tx.scalar(unbroken) or after


def newest(tx: Session, tables: ChassisTables, until: int) -> int:
    """The last place up to `until` whose order we have obeyed; it grows, or rows were lost."""
    seq = tables.tombstone.c.log_seq
    return tx.scalar(select(func.max(seq)).where(seq <= until)) or 0


def unheard(tx: Session, tables: ChassisTables, orders: Sequence[ErasureRequested]) -> set[int]:
    """The places of those that left no tombstone here; one query for all of them."""
    grave = tables.tombstone.c
    items = [(order.scope, order.item_id) for order in orders]
    rows = tx.execute(select(grave.scope, grave.id).where(tuple_(grave.scope, grave.id).in_(items)))
    there = {(Scope(row.scope), row.id) for row in rows}
    return {order.log_seq for order in orders if (order.scope, order.item_id) not in there}


def is_erased(tx: Session, tables: ChassisTables, scope: Scope, item_id: UUID) -> bool:
    grave = tables.tombstone.c
    there = exists().where(grave.scope == scope, grave.id == item_id)
    return bool(tx.scalar(select(there)))


@dataclass(frozen=True)
class Eraser:
    """Erases at one owner; `erase` is what that owner wrote by hand."""

    owner: Owner
    metadata: MetaData
    tables: ChassisTables
    key: Ed25519PrivateKey
    erase: Erase

    def obey(self, tx: Session, order: ErasureRequested, at: datetime) -> OwnerErased:
        """Erase what `order` names and return our receipt; when heard again, the same receipt.

        Heard again, it also erases what somebody has put back behind our walls since.
        Raises LeftBehindError if rows remain: a bug, and the transaction must be rolled back.
        """
        is_stranger = self._hold(tx, order.person, at)
        receipt = self._told(tx, order)
        if receipt is None:
            receipt = self._receipt(order, *self._delete(tx, order), at)
            self._bury(tx, order, receipt)
        elif any(self._count(tx, order).values()):
            self._delete(tx, order)
        if is_stranger and order.scope is not Scope.ACCOUNT:
            self._delete_subject(tx, order.person)
        return receipt

    def _receipt(
        self, order: ErasureRequested, gone: dict[str, int], left: dict[str, int], at: datetime
    ) -> OwnerErased:
        said = RECEIPTS[self.owner](
            person=order.person,
            case_id=order.case_id,
            owner=self.owner,
            scope=order.scope,
            item_id=order.item_id,
            erased=gone,
            remaining=left,
            erased_at=at,
            manifest_hash=fingerprint(self.metadata),
            signature=UNSIGNED,
        )
        return signed(said, self.key)

    def _hold(self, tx: Session, person: PersonId, at: datetime) -> bool:
        """Lock the person's `subject` row, unless they are erased; whether it had to be made."""
        if self._lock(tx, person) or is_erased(tx, self.tables, Scope.ACCOUNT, person):
            return False
        is_stranger = ensure_subject(tx, self.tables, person, at)
        self._lock(tx, person)
        return is_stranger

    def _lock(self, tx: Session, person: PersonId) -> bool:
        subject = self.tables.subject.c.subject_id
        row = select(subject).where(subject == person).with_for_update()
        return tx.scalar(row) is not None

    def _told(self, tx: Session, order: ErasureRequested) -> OwnerErased | None:
        grave = self.tables.tombstone.c
        receipt = tx.scalar(
            select(grave.receipt).where(grave.scope == order.scope, grave.id == order.item_id)
        )
        if receipt is None:
            return None
        return RECEIPTS[self.owner].model_validate_json(json.dumps(receipt))

    def _delete(
        self, tx: Session, order: ErasureRequested
    ) -> tuple[dict[str, int], dict[str, int]]:
        """Rows gone and rows left, by table; the `subject` row goes last, as all hang on it."""
        gone = self.erase(tx, order.scope, order.item_id, order.person)
        answered = self.tables.answered
        theirs = answered.c.subject_id == order.person
        if order.scope is not Scope.ACCOUNT:
            tx.execute(update(answered).where(theirs).values(answer=None))
            left = self._count(tx, order)
            self._demand_nothing(left)
            return gone, left
        gone["answered"] = rows_deleted(tx, delete(answered).where(theirs))
        left = self._count(tx, order)
        self._demand_nothing({**left, "subject": 0})
        gone["subject"] = self._delete_subject(tx, order.person)
        return gone, {**left, "subject": left["subject"] - gone["subject"]}

    def _count(self, tx: Session, order: ErasureRequested) -> dict[str, int]:
        if order.scope is Scope.ACCOUNT:
            return count_remaining(tx, self.metadata, order.person)
        return count_item(tx, self.metadata, order.scope, order.item_id)

    def _delete_subject(self, tx: Session, person: PersonId) -> int:
        subject = self.tables.subject
        return rows_deleted(tx, delete(subject).where(subject.c.subject_id == person))

    def _demand_nothing(self, left: dict[str, int]) -> None:
        if forgotten := sorted(name for name, rows in left.items() if rows):
            raise LeftBehindError(f"{self.owner} forgot {forgotten}")

    def _bury(self, tx: Session, order: ErasureRequested, receipt: OwnerErased) -> None:
        grave = insert(self.tables.tombstone).values(
            scope=order.scope,
            id=order.item_id,
            case_id=order.case_id,
            log_seq=order.log_seq,
            at=receipt.erased_at,
            receipt=receipt.model_dump(mode="json"),
        )
        tx.execute(grave)
