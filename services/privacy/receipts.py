"""The queries about what owners have answered."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import bindparam, exists, or_, select, update
from sqlalchemy.orm import Session

from contracts.message import CaseId
from contracts.privacy import CaseState, OwnerErased
from services.privacy.tables import ErasureCase, OwnerAnswer


def record(tx: Session, receipts: Iterable[OwnerErased], at: datetime) -> None:
    """Keep these; the first one of an owner that counts nothing is final. Safe to repeat."""
    tx.connection().execute(
        _RECORD,
        [
            {
                "of_case": receipt.case_id,
                "of_owner": receipt.owner,
                "receipt": receipt.model_dump(mode="json"),
                "rows_left": sum(receipt.remaining.values()),
                "recorded_at": at,
            }
            for receipt in receipts
        ],
    )


def ready_to_verify(tx: Session, case_ids: Collection[CaseId]) -> list[CaseId]:
    """Those for which it is time that somebody else counts: all answered, and the keys are gone.

    Whoever asks holds the cases' rows: two answers that commit together would otherwise each see
    the other's missing, for ever.
    """
    is_silent = exists().where(
        OwnerAnswer.case_id == ErasureCase.id, OwnerAnswer.rows_left.is_distinct_from(0)
    )
    ready = select(ErasureCase.id).where(
        ErasureCase.id.in_(case_ids),
        ErasureCase.state == CaseState.FANNED_OUT,
        ErasureCase.keys_destroyed_at.is_not(None),
        ~is_silent,
    )
    return [CaseId(each) for each in tx.scalars(ready)]


_RECORD = (
    update(OwnerAnswer)
    .where(
        OwnerAnswer.case_id == bindparam("of_case"),
        OwnerAnswer.owner == bindparam("of_owner"),
        or_(OwnerAnswer.rows_left.is_(None), OwnerAnswer.rows_left > 0),
    )
    .values(
        receipt=bindparam("receipt"),
        rows_left=bindparam("rows_left"),
        recorded_at=bindparam("recorded_at"),
    )
)
