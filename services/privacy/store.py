"""Every query of privacy."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from chassis.db import rows_deleted
from chassis.ids import hash_code
from contracts.message import CaseId, Owner, PersonId
from contracts.privacy import (
    RECEIPTS,
    CaseCode,
    CaseState,
    ErasureRequested,
)
from services.privacy import counts
from services.privacy.domain import DUE_AFTER, Case, Item, OwedCount, Step, no_case, reissue_at
from services.privacy.tables import Claim, ErasureCase, ErasureOrder, OwnerAnswer

_LOG = 0x6D697261  # our advisory lock: whoever appends to the log holds it until the commit


def get_case(tx: Session, item: Item) -> Case:
    """Raises NotFound."""
    case = _case(tx, ErasureCase.scope == item.scope, ErasureCase.item_id == item.item_id)
    if case is None:
        raise no_case()
    return case


def find_case_by_code(tx: Session, code: CaseCode) -> Case | None:
    return _case(tx, ErasureCase.code_hash == hash_code(code))


def lock_cases(tx: Session, case_ids: Collection[CaseId]) -> dict[CaseId, Case]:
    """The cases, and nobody else changes them until our transaction ends."""
    lock_asked(tx, case_ids)
    return {case.id: case for case in _cases(tx, ErasureCase.id.in_(case_ids))}


def lock_asked(tx: Session, case_ids: Collection[CaseId]) -> dict[CaseId, ErasureRequested]:
    """What was asked for in these cases; nobody else changes them until our transaction ends.

    In the order of their ids, so that two who lock several never wait for each other.
    """
    locked = (
        select(ErasureCase.id, ErasureOrder.body)
        .join(ErasureOrder, ErasureOrder.case_id == ErasureCase.id)
        .where(ErasureCase.id.in_(case_ids))
        .order_by(ErasureCase.id)
        .with_for_update(of=ErasureCase)
    )
    return {CaseId(row.id): _order(row.body) for row in tx.execute(locked)}


def cases_of(tx: Session, person: PersonId) -> list[Case]:
    """Theirs, newest first."""
    mine = select(Claim.case_id).where(Claim.subject_id == person)
    return _cases(tx, ErasureCase.id.in_(mine))


def open_case(tx: Session, case_id: CaseId, item: Item, *, code: CaseCode, at: datetime) -> bool:
    """A new case with a question to every owner; False if there is one for this item by now."""
    row = {
        "id": case_id,
        "scope": item.scope,
        "item_id": item.item_id,
        "state": CaseState.FANNED_OUT,
        "code_hash": hash_code(code),
        "requested_at": at,
        "due_at": at + DUE_AFTER,
        "issues": 1,
        "reissue_at": reissue_at(1, at),
    }
    fresh = upsert(ErasureCase).values(row).on_conflict_do_nothing().returning(ErasureCase.id)
    if tx.scalar(fresh) is None:
        return False
    tx.execute(insert(OwnerAnswer), [{"case_id": case_id, "owner": owner} for owner in Owner])
    return True


def claim_case(tx: Session, case_id: CaseId, person: PersonId, at: datetime) -> None:
    tx.execute(insert(Claim).values(case_id=case_id, subject_id=person, requested_at=at))


def next_log_seq(tx: Session) -> int:
    """The next place in the log. Others wait until we commit, so there are no gaps and nobody
    who has read as far as n can later find something new before it.
    """
    tx.execute(select(func.pg_advisory_xact_lock(_LOG)))
    return head(tx) + 1


def head(tx: Session) -> int:
    """The last place in the log; 0 while it is empty."""
    return tx.scalar(select(func.coalesce(func.max(ErasureOrder.log_seq), 0))) or 0


def append_order(tx: Session, order: ErasureRequested) -> None:
    body = order.model_dump(mode="json")
    row = insert(ErasureOrder).values(log_seq=order.log_seq, case_id=order.case_id, body=body)
    tx.execute(row)


def orders_of(tx: Session, case_ids: Collection[CaseId]) -> list[ErasureRequested]:
    """What was asked for in these cases."""
    asked = select(ErasureOrder.body).where(ErasureOrder.case_id.in_(case_ids))
    return [_order(body) for body in tx.scalars(asked)]


def orders_since(tx: Session, log_seq: int, limit: int) -> list[ErasureRequested]:
    later = select(ErasureOrder.body).where(ErasureOrder.log_seq > log_seq)
    return [_order(body) for body in tx.scalars(later.order_by(ErasureOrder.log_seq).limit(limit))]


def take_silent(tx: Session, at: datetime, limit: int) -> list[ErasureRequested]:
    """Orders of open cases that are due to be sent again, longest overdue first; counts them as
    sent.
    """
    due = select(ErasureCase.id, ErasureCase.issues).where(
        ErasureCase.completed_at.is_(None),
        ErasureCase.state == CaseState.FANNED_OUT,
        ErasureCase.reissue_at <= at,
    )
    locked = due.order_by(ErasureCase.reissue_at).limit(limit).with_for_update(skip_locked=True)
    rows = tx.execute(locked).all()
    for case_id, issues in rows:
        sent = {"issues": issues + 1, "reissue_at": reissue_at(issues + 1, at)}
        tx.execute(update(ErasureCase).where(ErasureCase.id == case_id).values(sent))
    return orders_of(tx, [CaseId(case_id) for case_id, _ in rows])


def mark_keys_destroyed(
    tx: Session, case_ids: Collection[CaseId], epoch: int, at: datetime
) -> dict[CaseId, datetime]:
    """Returns since when each is unreadable: the first time counts.

    `epoch` is the newest epoch key there was. Nobody else changes these cases until we commit.
    """
    lock_asked(tx, case_ids)  # in the order in which everybody locks several
    case = ErasureCase.__table__.c
    first = {
        "keys_destroyed_at": func.coalesce(case.keys_destroyed_at, at),
        "epoch": func.coalesce(case.epoch, epoch),
    }
    marked = update(ErasureCase).where(ErasureCase.id.in_(case_ids)).values(first)
    rows = tx.execute(marked.returning(case.id, case.keys_destroyed_at))
    return {CaseId(row.id): row.keys_destroyed_at for row in rows}


def complete(tx: Session, case_id: CaseId, at: datetime) -> None:
    done = {"state": CaseState.COMPLETED, "completed_at": at}
    tx.execute(update(ErasureCase).where(ErasureCase.id == case_id).values(done))


def delete_claims(tx: Session, person: PersonId) -> dict[str, int]:
    """Forget which cases were theirs. Returns rows by table."""
    return {"claim": rows_deleted(tx, delete(Claim).where(Claim.subject_id == person))}


def _case(tx: Session, *conditions: ColumnElement[bool]) -> Case | None:
    return next(iter(_cases(tx, *conditions)), None)


def _cases(tx: Session, *conditions: ColumnElement[bool]) -> list[Case]:
    """Newest first, with their steps; three queries however many there are."""
    found = select(ErasureCase).where(*conditions).order_by(ErasureCase.requested_at.desc())
    rows = tx.scalars(found.execution_options(populate_existing=True)).all()
    theirs = select(OwnerAnswer).where(OwnerAnswer.case_id.in_([row.id for row in rows]))
    answers = tx.scalars(theirs.execution_options(populate_existing=True)).all()
    owed = counts.of_cases(tx, [row.id for row in rows])
    return [
        _whole(row, (each for each in answers if each.case_id == row.id), owed.get(row.id, []))
        for row in rows
    ]


def _whole(row: ErasureCase, answers: Iterable[OwnerAnswer], owed: list[OwedCount]) -> Case:
    return Case(
        id=CaseId(row.id),
        scope=row.scope,
        item_id=row.item_id,
        state=row.state,
        requested_at=row.requested_at,
        due_at=row.due_at,
        keys_destroyed_at=row.keys_destroyed_at,
        completed_at=row.completed_at,
        steps=tuple(_step(answer) for answer in answers),
        epoch=row.epoch,
        counts=tuple(owed),
    )


def _step(answer: OwnerAnswer) -> Step:
    if answer.receipt is None:
        return Step(answer.owner)
    kind = RECEIPTS[answer.owner]
    return Step(answer.owner, kind.model_validate_json(json.dumps(answer.receipt)))


def _order(body: dict[str, object]) -> ErasureRequested:
    return ErasureRequested.model_validate_json(json.dumps(body))
