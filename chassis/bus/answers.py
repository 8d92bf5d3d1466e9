"""One effect per idempotency key, one use per password proof.

Both are rows of `answered`, written in the transaction of the effect: the key with the sealed
answer, so that the same call later gets the same answer; the proof without one, so that a second
use finds it spent. If the effect is rolled back, so are they.
"""

import hashlib
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from chassis.bus.call import Call
from chassis.db import Database
from chassis.errors import Conflict, Invalid, NotAllowed
from chassis.ids import new_id
from chassis.keys import Keyring
from chassis.seal import Sealed
from chassis.tables import ChassisTables
from contracts.auth import Passport
from contracts.message import Message, PersonId

Reply = TypeVar("Reply", bound=Message)


class InFlight(Conflict):
    """The same key is being worked on; its answer will be there in a moment."""

    def __init__(self) -> None:
        super().__init__(
            "This request is already being worked on.",
            code="idempotency-in-flight",
            retry_after_s=1,
        )


class Answers:
    """The answers that an owner has given. Without a call (in a plain test) it keeps nothing."""

    def __init__(
        self, db: Database, tables: ChassisTables, keyring: Keyring, call: Call | None = None
    ) -> None:
        self._db = db
        self._tables = tables
        self._keyring = keyring
        self._call = call or Call()

    def bound_to(self, call: Call) -> "Answers":
        return Answers(self._db, self._tables, self._keyring, call)

    def keep(self, tx: Session, reply: Reply) -> Reply:
        """Write `reply` down under the key of this call, in the effect's own transaction.

        Raises InFlight when another worker was faster, and NotAllowed when the call's password
        proof has been used: either way `tx` must be rolled back, as it is by raising.
        """
        call = self._call
        if call.passport is not None:
            self._spend_proof(tx, call.passport)
            if call.key_hash is not None:
                self._write(tx, call.passport.person, call.key_hash, reply)
        call.kept = True
        return reply

    def natural(self, reply: Reply) -> Reply:
        """Nothing to write down: the call is idempotent by nature, asked again it says the same.

        So is its password proof: used again, it finds done what it was for.
        """
        self._call.kept = True
        return reply

    def find(self) -> bytes | None:
        """The JSON of the answer that this call's key already has, or None.

        Raises Invalid when the key was used for something else, Conflict when something of this
        person was erased since: kept answers go then, because they may quote it.
        """
        call = self._call
        if call.passport is None or call.key_hash is None:
            return None
        person = call.passport.person
        answered = self._tables.answered.c
        mine = select(answered.id, answered.body_hash, answered.answer).where(
            answered.subject_id == person, answered.key_hash == call.key_hash
        )
        with self._db.transaction(person) as tx:
            row = tx.execute(mine).one_or_none()
        if row is None:
            return None
        if row.body_hash != call.body_hash:
            raise Invalid(
                "This idempotency key was used for something else.", code="idempotency-mismatch"
            )
        return self._opened(person, row.id, row.answer)

    def _opened(self, person: PersonId, row_id: UUID, answer: Sealed | None) -> bytes:
        if answer is None:
            raise Conflict(
                "This was done already; its answer went with something that was deleted since.",
                code="idempotency-answer-gone",
            )
        key = self._keyring.for_person(person)
        return key.open(self._tables.answered.c.answer, row_id, answer)

    def _spend_proof(self, tx: Session, passport: Passport) -> None:
        if passport.act is None:
            return
        spent = hashlib.sha256(b"proof:" + str(passport.proof_id).encode()).digest()
        if not self._insert(tx, passport.person, new_id(), spent, None):
            raise NotAllowed("Please give your password again.", code="proof-used")

    def _write(self, tx: Session, person: PersonId, key_hash: bytes, reply: Message) -> None:
        row_id = new_id()
        key = self._keyring.for_person(person)
        sealed = key.seal(self._tables.answered.c.answer, row_id, reply.model_dump_json())
        if not self._insert(tx, person, row_id, key_hash, sealed):
            raise InFlight

    def _insert(
        self, tx: Session, person: PersonId, row_id: UUID, key_hash: bytes, answer: Sealed | None
    ) -> bool:
        """Whether the row is new. Waits for a transaction that is writing the same key."""
        tables = self._tables
        whom = insert(tables.subject).values(subject_id=person, created_at=func.now())
        tx.execute(whom.on_conflict_do_nothing())
        row = insert(tables.answered).values(
            id=row_id,
            subject_id=person,
            key_hash=key_hash,
            body_hash=self._call.body_hash,
            answer=answer,
            answered_at=func.now(),
        )
        fresh = row.on_conflict_do_nothing().returning(tables.answered.c.id)
        return tx.execute(fresh).one_or_none() is not None


def keyed(call: Call, method: str, idempotency_key: str, body: bytes) -> Call:
    """`call` with the hashes of its key and of what it asks for."""
    return replace(
        call,
        key_hash=hashlib.sha256(idempotency_key.encode()).digest(),
        body_hash=hashlib.sha256(method.encode() + b"\0" + body).digest(),
    )
