"""The ledger of disclosures: written before anything leaves and before what came back is used."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Table, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from chassis.db import rows_deleted
from chassis.errors import Unavailable
from chassis.ids import new_id
from chassis.llm.tables import ModelTables
from chassis.provider import Provider
from chassis.seal import Key
from chassis.subjects import lock_person, share_person
from contracts.disclosure import Disclosure, SendingOutcome, SendingPurpose, SentField
from contracts.message import PersonId

UNDER_WAY = timedelta(seconds=75)
"""A call takes 60 s at most; what has not ended by then never will: its worker died."""

_FREE_IN_S = 1


@dataclass(frozen=True)
class Subject:
    """The item that is asked about, under its key; it has waited for an answer since then.

    `parent` is the column of `advice` that names items of its kind.
    """

    key: Key
    purpose: SendingPurpose
    item_id: UUID
    parent: str
    since: datetime

    @property
    def person(self) -> PersonId:
        return self.key.person


@dataclass(frozen=True)
class Call:
    """One call that is about to be made."""

    subject: Subject
    input_hash: str
    fields: tuple[SentField, ...]


@dataclass(frozen=True)
class Ended:
    """How a call went; `answer` is the JSON that came back, where it is usable."""

    outcome: SendingOutcome
    requests: int
    sent_bytes: int
    answer: str | None


@dataclass(frozen=True)
class Ledger:
    """Of one owner. Every function takes the transaction of its person."""

    tables: ModelTables

    def find_answer(self, tx: Session, call: Call) -> bytes | None:
        """What an equal call was answered; None where it was never made, or never answered."""
        advice = self.tables.advice
        kept = tx.execute(select(advice).where(*_is(advice, call))).one_or_none()
        return call.subject.key.open(advice.c.answer, kept.id, kept.answer) if kept else None

    def open_row(self, tx: Session, call: Call, provider: Provider, at: datetime) -> None:
        """Write down that `call` is about to be made; made again, it is the same row.

        Raises Unavailable while another call about the same person is under way.
        """
        person, disclosed = call.subject.person, self.tables.disclosed
        share_person(tx, self.tables.subject, person)
        lock_person(tx, self.tables.subject, person)
        busy = select(disclosed.c.id).where(
            disclosed.c.subject_id == person,
            disclosed.c.outcome == SendingOutcome.SENDING,
            disclosed.c.lapses_at > at,
        )
        if tx.scalar(busy.limit(1)) is not None:
            raise Unavailable(code="model-busy", retry_after_s=_FREE_IN_S)
        facts = {
            "provider": provider.name,
            "model": provider.model,
            "retention": provider.retention,
            "outcome": SendingOutcome.SENDING,
            "at": at,
            "lapses_at": at + UNDER_WAY,
        }
        row = insert(disclosed).values(
            id=new_id(),
            subject_id=person,
            item_id=call.subject.item_id,
            input_hash=call.input_hash,
            purpose=call.subject.purpose,
            fields=" ".join(call.fields),
            sent_bytes=0,
            tries=0,
            **facts,
        )
        tx.execute(row.on_conflict_do_update(index_elements=["item_id", "input_hash"], set_=facts))

    def close_row(self, tx: Session, call: Call, ended: Ended, at: datetime) -> None:
        """Write down how it went, with what was answered, in one transaction.

        Raises NotFound or Gone where the person or the item was erased meanwhile: then nothing
        of the answer stays.
        """
        disclosed = self.tables.disclosed
        share_person(tx, self.tables.subject, call.subject.person)
        counted = {
            "outcome": ended.outcome,
            "tries": disclosed.c.tries + ended.requests,
            "sent_bytes": disclosed.c.sent_bytes + ended.sent_bytes,
            "lapses_at": at,
        }
        tx.execute(update(disclosed).where(*_is(disclosed, call)).values(counted))
        if ended.answer is not None:
            self._keep(tx, call, ended.answer)

    def disclosures_of(
        self, tx: Session, person: PersonId, item_id: UUID | None = None
    ) -> tuple[Disclosure, ...]:
        """All calls about `person`, newest first; about one item where it is named."""
        row = self.tables.disclosed.c
        mine = select(self.tables.disclosed).where(row.subject_id == person)
        if item_id is not None:
            mine = mine.where(row.item_id == item_id)
        return tuple(map(_told, tx.execute(mine.order_by(row.at.desc(), row.id.desc()))))

    def _keep(self, tx: Session, call: Call, answer: str) -> None:
        row_id, about, advice = new_id(), call.subject, self.tables.advice
        row = insert(advice).values(
            id=row_id,
            subject_id=about.person,
            item_id=about.item_id,
            input_hash=call.input_hash,
            answer=about.key.seal(advice.c.answer, row_id, answer),
            **{about.parent: about.item_id},
        )
        tx.execute(row.on_conflict_do_nothing())


def delete_answers(
    tx: Session, tables: ModelTables, person: PersonId, parent: str, item_id: UUID
) -> int:
    """What was answered about one item; how many. The ledger stays: what was sent was sent."""
    row = tables.advice.c
    mine = delete(tables.advice).where(row.subject_id == person, row[parent] == item_id)
    return rows_deleted(tx, mine)


def delete_asked(tx: Session, tables: ModelTables, person: PersonId) -> dict[str, int]:
    """Both tables of a person, with the account; rows gone, by table."""
    return {
        table.name: rows_deleted(tx, delete(table).where(table.c.subject_id == person))
        for table in (tables.advice, tables.disclosed)
    }


def _is(table: Table, call: Call) -> tuple[ColumnElement[bool], ...]:
    about, row = call.subject, table.c
    return (
        row.subject_id == about.person,
        row.item_id == about.item_id,
        row.input_hash == call.input_hash,
    )


def _told(row: Row[Any]) -> Disclosure:
    return Disclosure(
        purpose=row.purpose,
        item_id=row.item_id,
        fields=tuple(map(SentField, row.fields.split())),
        bytes=row.sent_bytes,
        tries=row.tries,
        provider=row.provider,
        model=row.model,
        retention=row.retention,
        outcome=row.outcome,
        at=row.at,
    )
