"""The queries about counts, incidents and certificates."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, insert, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from chassis.ids import hash_code
from contracts.message import CaseId
from contracts.privacy import CaseCode, CaseState
from contracts.proof import Check, Counted, Round, Uncounted
from services.privacy.domain import OwedCount
from services.privacy.tables import CountOwed, ErasureCase, ErasureOrder, Incident, IssuedDocument


def owe(tx: Session, case_ids: Iterable[CaseId], due: dict[Round, datetime]) -> None:
    """Ask for these counts, and ring for the verifier when we commit. Safe to repeat."""
    rows = [
        {"case_id": case_id, "round": each, "due_at": at, "tries": 0}
        for case_id in case_ids
        for each, at in due.items()
    ]
    tx.connection().execute(_OWE, rows)
    tx.execute(text("NOTIFY mira_checks"))


def due(tx: Session, at: datetime, limit: int) -> list[Check]:
    """What is to be counted now, longest due first."""
    body = ErasureOrder.body
    owed = (
        select(
            CountOwed.case_id,
            CountOwed.round,
            body["person"].astext.label("person"),
            body["scope"].astext.label("scope"),
            body["item_id"].astext.label("item_id"),
        )
        .join(ErasureOrder, ErasureOrder.case_id == CountOwed.case_id)
        .where(CountOwed.counted_at.is_(None), CountOwed.due_at <= at)
        .order_by(CountOwed.due_at)
        .limit(limit)
    )
    return [Check.model_validate(dict(row), strict=False) for row in tx.execute(owed).mappings()]


def overdue(tx: Session, before: datetime) -> int:
    """How many counts were due before that moment, or were tried, and are not nothing yet."""
    is_late = or_(CountOwed.due_at < before, CountOwed.tries > 0)
    late = (
        select(func.count()).select_from(CountOwed).where(CountOwed.counted_at.is_(None), is_late)
    )
    return tx.scalar(late) or 0


def of_cases(tx: Session, case_ids: Iterable[UUID]) -> dict[UUID, list[OwedCount]]:
    wanted = select(CountOwed).where(CountOwed.case_id.in_(list(case_ids)))
    found: dict[UUID, list[OwedCount]] = {}
    for row in tx.scalars(wanted.execution_options(populate_existing=True)):
        found.setdefault(row.case_id, []).append(_owed(row))
    return found


def record(tx: Session, counted: Counted, at: datetime) -> None:
    """It came out as nothing: that is settled, and so is an incident about it."""
    settled = {"counted": counted.model_dump(mode="json"), "counted_at": at}
    tx.execute(update(CountOwed).where(*_is(counted)).values(settled))
    _close_incident(tx, counted, at)


def owe_again(tx: Session, counted: Counted, *, due_at: datetime, at: datetime) -> None:
    """It came out as nothing, but it is too early to settle it: counted again at `due_at`."""
    again = {"due_at": due_at, "tries": 0}
    tx.execute(update(CountOwed).where(*_is(counted)).values(again))
    _close_incident(tx, counted, at)


def put_off(tx: Session, failed: Uncounted, due_at: datetime) -> None:
    """It could not be made: tried again at `due_at`, so that it keeps no other waiting."""
    again = {"due_at": due_at, "tries": CountOwed.tries + 1}
    tx.execute(update(CountOwed).where(*_is(failed)).values(again))


def dispute(
    tx: Session, counted: Counted, *, incident_id: UUID, due_at: datetime, at: datetime
) -> None:
    """It did not: one incident, however often, and it is counted again at `due_at`."""
    again = {"due_at": due_at, "tries": CountOwed.tries + 1}
    tx.execute(update(CountOwed).where(*_is(counted)).values(again))
    row = {
        "id": incident_id,
        "case_id": counted.case_id,
        "round": counted.round,
        "rows": {name: n for name, n in counted.rows.items() if n},
        "opened_at": at,
    }
    tx.execute(upsert(Incident).values(row).on_conflict_do_nothing())


def is_disputed(tx: Session, case_id: CaseId) -> bool:
    """Whether an incident of the case is open."""
    open_ = exists().where(Incident.case_id == case_id, Incident.closed_at.is_(None))
    return bool(tx.scalar(select(open_)))


def change_state(tx: Session, case_ids: Collection[CaseId], state: CaseState) -> None:
    tx.execute(update(ErasureCase).where(ErasureCase.id.in_(case_ids)).values(state=state))


def add_document(
    tx: Session, document_id: UUID, case_id: CaseId, document: bytes, at: datetime
) -> None:
    row = {"id": document_id, "case_id": case_id, "document": document.decode(), "issued_at": at}
    tx.execute(insert(IssuedDocument).values(row))


def latest_document(tx: Session, case_id: CaseId) -> UUID | None:
    """The id of the newest certificate of the case."""
    of_case = select(IssuedDocument.id).where(IssuedDocument.case_id == case_id)
    return tx.scalar(of_case.order_by(IssuedDocument.issued_at.desc()).limit(1))


def find_document(tx: Session, code: CaseCode) -> str | None:
    """The newest certificate of the case with this secret code."""
    found = (
        select(IssuedDocument.document)
        .join(ErasureCase, ErasureCase.id == IssuedDocument.case_id)
        .where(ErasureCase.code_hash == hash_code(code))
    )
    return tx.scalar(found.order_by(IssuedDocument.issued_at.desc()).limit(1))


_OWE = upsert(CountOwed).on_conflict_do_nothing()


def _close_incident(tx: Session, counted: Counted, at: datetime) -> None:
    open_ = Incident.case_id == counted.case_id, Incident.round == counted.round
    tx.execute(update(Incident).where(*open_, Incident.closed_at.is_(None)).values(closed_at=at))


def _is(counted: Counted | Uncounted) -> tuple[ColumnElement[bool], ...]:
    return CountOwed.case_id == counted.case_id, CountOwed.round == counted.round


def _owed(row: CountOwed) -> OwedCount:
    counted = None
    if row.counted is not None:
        counted = Counted.model_validate_json(json.dumps(row.counted))
    return OwedCount(row.round, row.due_at, row.tries, counted)
