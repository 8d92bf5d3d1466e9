"""What documents gives out and deletes about a person."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.orm import Session

from chassis.errors import Gone
from chassis.keys import Keyring
from chassis.seal import Key, SealedType
from contracts.message import PersonId, Scope
from services.documents import store
from services.documents.tables import (
    MODEL,
    Correction,
    Fit,
    JobCorrection,
    JobDescription,
    Original,
    Resume,
)

_ROW_ID = {
    Original.__table__: "resume_id",
    Correction.__table__: "resume_id",
    JobCorrection.__table__: "job_description_id",
}


def export(
    keyring: Keyring, table: Table, row: Mapping[str, Any], person: PersonId
) -> Mapping[str, bytes]:
    """The sealed columns of one row, opened; none where a key is destroyed already."""
    sealed = [column for column in table.columns if isinstance(column.type, SealedType)]
    if not sealed:
        return {}
    try:
        key = _key(keyring, table, row, person)
    except Gone:
        return {}
    row_id = row[_ROW_ID.get(table, "id")]
    return {
        column.name: key.open(column, row_id, row[column.name])
        for column in sealed
        if row[column.name] is not None
    }


def erase(tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
    """Delete what the order names, children first; nothing for the scopes of other owners.

    Returns the rows that went, by table. Safe to repeat: a second run returns zeros.
    """
    match scope:
        case Scope.ACCOUNT:
            return store.delete_all(tx, person)
        case Scope.RESUME:
            return store.delete_resume(tx, person, item_id)
        case Scope.JOB_DESCRIPTION:
            return store.delete_job_description(tx, person, item_id)
        case Scope.SESSION | Scope.EXPORT:
            return {}


def _key(keyring: Keyring, table: Table, row: Mapping[str, Any], person: PersonId) -> Key:
    if table is JobDescription.__table__:
        return keyring.get(Scope.JOB_DESCRIPTION, row["id"], person)
    is_of_job = table is MODEL.advice and row["resume_id"] is None
    if is_of_job or table is JobCorrection.__table__:
        return keyring.get(Scope.JOB_DESCRIPTION, row["job_description_id"], person)
    if table is Resume.__table__:
        return keyring.get(Scope.RESUME, row["id"], person)
    resume = keyring.get(Scope.RESUME, row["resume_id"], person)
    if table is not Fit.__table__:
        return resume
    job = keyring.get(Scope.JOB_DESCRIPTION, row["job_description_id"], person)
    return Key.combined(resume, job)
