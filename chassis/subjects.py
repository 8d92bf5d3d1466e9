"""Locks on the row of a person: they come before any other lock, as an erasure's own does."""

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from chassis.errors import NotFound
from contracts.message import PersonId


def lock_person(tx: Session, subject: Table, person: PersonId) -> None:
    """Only one transaction at a time counts and adds for this person."""
    row = select(subject.c.subject_id).where(subject.c.subject_id == person)
    tx.execute(row.with_for_update(key_share=True))


def share_person(tx: Session, subject: Table, person: PersonId) -> None:
    """Keep `person` from being erased until `tx` ends, or wait for an erasure under way.

    Taken first, it cannot wait for an erasure in a circle. Raises NotFound when they are gone.
    """
    row = select(subject.c.subject_id).where(subject.c.subject_id == person)
    if tx.scalar(row.with_for_update(read=True, key_share=True)) is None:
        raise NotFound("There is no such thing.")
