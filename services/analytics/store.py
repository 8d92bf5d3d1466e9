"""Every query of analytics."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from chassis.db import rows_deleted
from contracts.message import PersonId
from services.analytics.domain import Choice
from services.analytics.tables import Consent


def find_choice(tx: Session, person: PersonId) -> Choice | None:
    row = tx.scalar(select(Consent).where(Consent.subject_id == person))
    return Choice(row.is_granted, row.changed_at) if row else None


def put_choice(tx: Session, person: PersonId, choice: Choice) -> None:
    """In place of an earlier one."""
    said = {"is_granted": choice.is_granted, "changed_at": choice.changed_at}
    row = insert(Consent).values(subject_id=person, **said)
    tx.execute(row.on_conflict_do_update(index_elements=["subject_id"], set_=said))


def delete_choice(tx: Session, person: PersonId) -> dict[str, int]:
    """Returns rows by table."""
    return {"consent": rows_deleted(tx, delete(Consent).where(Consent.subject_id == person))}
