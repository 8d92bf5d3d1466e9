"""What feedback gives out and deletes about a person."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.orm import Session

from chassis.keys import Keyring
from chassis.sealedrows import keys_for
from contracts.message import PersonId, Scope
from services.feedback import seals, store
from services.feedback.tables import (
    MODEL,
    OF_SESSION,
    DrillRow,
    JobDescription,
    Quote,
    Report,
    Resume,
    StoryRow,
)

_KINDS = {
    kind.__tablename__: kind for kind in (Resume, JobDescription, Report, Quote, DrillRow, StoryRow)
}


def export(
    keyring: Keyring, table: Table, row: Mapping[str, Any], person: PersonId
) -> Mapping[str, bytes]:
    """The sealed columns of one row, opened; what quotes an erased document is left out."""
    if table is MODEL.disclosed:
        return {}
    keys = keyring.get_many(keys_for(row), person)
    if table is MODEL.advice:
        key = keys.get((Scope.SESSION, row[OF_SESSION]))
        return {"answer": key.open(table.c.answer, row["id"], row["answer"])} if key else {}
    return seals.ROWS.opened_values(keys, _KINDS[table.name], row)


def erase(tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
    """Delete what this scope means here, children first. Returns the rows that went, by table.

    A session goes with its transcript, scorecard and report. A résumé or a job description takes
    along what reports quote of it and their pointers to it; the reports stay. Safe to repeat.
    """
    match scope:
        case Scope.ACCOUNT:
            return store.delete_account(tx, person)
        case Scope.SESSION:
            return store.delete_session(tx, person, item_id)
        case Scope.RESUME:
            return store.delete_resume(tx, person, item_id)
        case Scope.JOB_DESCRIPTION:
            return store.delete_job_description(tx, person, item_id)
        case Scope.EXPORT:
            return {}
