"""The ledger of disclosures: written before anything leaves and before what came back is used."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from chassis.errors import Unavailable
from chassis.ids import new_id
from chassis.provider import Provider
from chassis.seal import Key
from contracts.disclosure import Disclosure, SendingOutcome, SendingPurpose, SentField
from contracts.message import PersonId
from services.documents.store import lock_person, share_person
from services.documents.tables import Advice, Disclosed

UNDER_WAY = timedelta(seconds=75)
"""A call takes 60 s at most; what has not ended by then never will: its worker died."""

_FREE_IN_S = 1


@dataclass(frozen=True)
class Call:
    """One call that is about to be made, about a document of `key`'s person."""

    key: Key
    purpose: SendingPurpose
    item_id: UUID
    input_hash: str
    fields: tuple[SentField, ...]


def find_answer(tx: Session, call: Call) -> bytes | None:
    """What an equal call was answered; None where it was never made, or never answered."""
    kept = tx.scalar(select(Advice).where(*_is(Advice, call)))
    return call.key.open(Advice.answer, kept.id, kept.answer) if kept else None


def open_row(tx: Session, call: Call, provider: Provider, at: datetime) -> None:
    """Write down that `call` is about to be made; made again, it is the same row.

    Raises Unavailable while another call about the same person is under way.
    """
    person = call.key.person
    share_person(tx, person)
    lock_person(tx, person)
    busy = select(Disclosed.id).where(
        Disclosed.subject_id == person,
        Disclosed.outcome == SendingOutcome.SENDING,
        Disclosed.lapses_at > at,
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
    row = insert(Disclosed).values(
        id=new_id(),
        subject_id=person,
        item_id=call.item_id,
        input_hash=call.input_hash,
        purpose=call.purpose,
        fields=" ".join(call.fields),
        sent_bytes=0,
        tries=0,
        **facts,
    )
    tx.execute(row.on_conflict_do_update(index_elements=["item_id", "input_hash"], set_=facts))


@dataclass(frozen=True)
class Ended:
    """How a call went; `answer` is the JSON that came back, where it is usable."""

    outcome: SendingOutcome
    requests: int
    sent_bytes: int
    answer: str | None


def close_row(tx: Session, call: Call, ended: Ended, at: datetime) -> None:
    """Write down how it went, with what was answered, in one transaction.

    Raises NotFound or Gone where the person or the document was erased meanwhile: then nothing
    of the answer stays.
    """
    share_person(tx, call.key.person)
    row = update(Disclosed).where(*_is(Disclosed, call))
    counted = {
        "outcome": ended.outcome,
        "tries": Disclosed.tries + ended.requests,
        "sent_bytes": Disclosed.sent_bytes + ended.sent_bytes,
        "lapses_at": at,
    }
    tx.execute(row.values(counted))
    if ended.answer is not None:
        _keep(tx, call, ended.answer)


def disclosures_of(
    tx: Session, person: PersonId, item_id: UUID | None = None
) -> tuple[Disclosure, ...]:
    """The ledger of `person`, newest first; of one document where it is named."""
    mine = select(Disclosed).where(Disclosed.subject_id == person)
    if item_id is not None:
        mine = mine.where(Disclosed.item_id == item_id)
    newest = mine.order_by(Disclosed.at.desc(), Disclosed.id.desc())
    return tuple(map(_told, tx.scalars(newest)))


def _keep(tx: Session, call: Call, answer: str) -> None:
    row_id = new_id()
    is_resume = call.purpose is SendingPurpose.READ_RESUME
    row = insert(Advice).values(
        id=row_id,
        subject_id=call.key.person,
        item_id=call.item_id,
        resume_id=call.item_id if is_resume else None,
        job_description_id=None if is_resume else call.item_id,
        input_hash=call.input_hash,
        answer=call.key.seal(Advice.answer, row_id, answer),
    )
    tx.execute(row.on_conflict_do_nothing())


def _is(table: type[Disclosed | Advice], call: Call) -> tuple[ColumnElement[bool], ...]:
    mine = table.subject_id == call.key.person
    return (mine, table.item_id == call.item_id, table.input_hash == call.input_hash)


def _told(row: Disclosed) -> Disclosure:
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
