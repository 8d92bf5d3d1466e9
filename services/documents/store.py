"""What a person gives, finds and deletes: every query of that, and the sealing of it.

What work leaves behind is written in `results.py`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, load_only

from chassis import subjects
from chassis.db import rows_deleted
from chassis.ids import new_id
from chassis.llm.ledger import delete_answers, delete_asked
from chassis.seal import Key
from contracts.documents import WorkState
from contracts.message import PersonId
from services.documents.domain import no_such
from services.documents.tables import (
    CHASSIS,
    MODEL,
    OF_JOB,
    OF_RESUME,
    Correction,
    Fit,
    JobCorrection,
    JobDescription,
    Original,
    Resume,
)

UNKNOWN = "unknown"
"""The format of a file that nobody has read yet."""

Stored = Resume | Original | Correction | JobDescription | JobCorrection | Fit
Row = TypeVar("Row", bound=Stored)

_RESUME_HEAD = load_only(
    Resume.subject_id,
    Resume.title,
    Resume.state,
    Resume.refusal,
    Resume.refusal_detail,
    Resume.added_at,
    Resume.version,
    raiseload=True,
)
_JOB_HEAD = load_only(
    JobDescription.subject_id,
    JobDescription.title,
    JobDescription.state,
    JobDescription.refusal,
    JobDescription.refusal_detail,
    JobDescription.added_at,
    JobDescription.version,
    raiseload=True,
)
_FIT_HEAD = load_only(
    Fit.subject_id,
    Fit.resume_id,
    Fit.job_description_id,
    Fit.state,
    Fit.added_at,
    Fit.version,
    raiseload=True,
)
"""Heads: a list needs no content, and a file is up to 5 MB. Reading more of one raises."""


@dataclass(frozen=True)
class NewDocument:
    """Something that a person gives, with the key that was made for it."""

    id: UUID
    person: PersonId
    title: str
    data: bytes
    at: datetime
    key: Key


def lock_person(tx: Session, person: PersonId) -> None:
    """Only one transaction at a time counts and adds for this person."""
    subjects.lock_person(tx, CHASSIS.subject, person)


def share_person(tx: Session, person: PersonId) -> None:
    """Keep `person` from being erased until `tx` ends. It comes before any other lock.

    Raises NotFound when they are gone.
    """
    subjects.share_person(tx, CHASSIS.subject, person)


def count_resumes(tx: Session, person: PersonId) -> int:
    return tx.scalar(select(func.count()).where(Resume.subject_id == person)) or 0


def count_job_descriptions(tx: Session, person: PersonId) -> int:
    return tx.scalar(select(func.count()).where(JobDescription.subject_id == person)) or 0


def add_resume(tx: Session, new: NewDocument) -> Resume:
    resume = Resume(
        id=new.id,
        subject_id=new.person,
        title=new.key.seal(Resume.title, new.id, new.title),
        state=WorkState.WAITING,
        added_at=new.at,
        version=1,
    )
    tx.add(resume)
    tx.flush()
    original = new.key.seal(Original.data, new.id, new.data)
    tx.add(Original(resume_id=new.id, subject_id=new.person, data=original, format=UNKNOWN))
    return resume


def add_job_description(tx: Session, new: NewDocument) -> JobDescription:
    job = JobDescription(
        id=new.id,
        subject_id=new.person,
        title=new.key.seal(JobDescription.title, new.id, new.title),
        text=new.key.seal(JobDescription.text, new.id, new.data),
        state=WorkState.WAITING,
        added_at=new.at,
        version=1,
    )
    tx.add(job)
    return job


def add_fit(tx: Session, person: PersonId, resume: UUID, job: UUID, at: datetime) -> bool:
    """False if these two are compared already."""
    row = insert(Fit).values(
        id=new_id(),
        subject_id=person,
        resume_id=resume,
        job_description_id=job,
        state=WorkState.WAITING,
        added_at=at,
        version=1,
    )
    return tx.scalar(row.on_conflict_do_nothing().returning(Fit.id)) is not None


def hold_resume(tx: Session, person: PersonId, resume_id: UUID) -> Resume:
    """Its head, which nobody changes until `tx` ends. Raises NotFound."""
    mine = select(Resume).options(_RESUME_HEAD).where(*_is_resume(person, resume_id))
    return _there(tx.scalar(mine.with_for_update(read=True)))


def hold_job_description(tx: Session, person: PersonId, job_id: UUID) -> JobDescription:
    """Its head, which nobody changes until `tx` ends. Raises NotFound."""
    mine = select(JobDescription).options(_JOB_HEAD).where(*_is_job(person, job_id))
    return _there(tx.scalar(mine.with_for_update(read=True)))


def get_resume(tx: Session, person: PersonId, resume_id: UUID) -> Resume:
    """Raises NotFound."""
    return _there(tx.scalar(select(Resume).where(*_is_resume(person, resume_id))))


def get_original(tx: Session, person: PersonId, resume_id: UUID) -> Original:
    """Raises NotFound, also where the file was refused and therefore not kept."""
    mine = select(Original).where(Original.resume_id == resume_id, Original.subject_id == person)
    return _there(tx.scalar(mine))


def find_correction(tx: Session, person: PersonId, resume_id: UUID) -> Correction | None:
    """None where nothing is corrected."""
    mine = (Correction.resume_id == resume_id, Correction.subject_id == person)
    return tx.scalar(select(Correction).where(*mine))


def get_job_description(tx: Session, person: PersonId, job_id: UUID) -> JobDescription:
    """Raises NotFound."""
    return _there(tx.scalar(select(JobDescription).where(*_is_job(person, job_id))))


def find_job_correction(tx: Session, person: PersonId, job_id: UUID) -> JobCorrection | None:
    """None where nothing is corrected."""
    mine = (JobCorrection.job_description_id == job_id, JobCorrection.subject_id == person)
    return tx.scalar(select(JobCorrection).where(*mine))


def get_fit(tx: Session, person: PersonId, fit_id: UUID) -> Fit:
    """Raises NotFound."""
    return _there(tx.scalar(select(Fit).where(Fit.id == fit_id, Fit.subject_id == person)))


def get_fit_of(tx: Session, person: PersonId, resume: UUID, job: UUID) -> Fit:
    """Raises NotFound."""
    pair = (Fit.resume_id == resume, Fit.job_description_id == job, Fit.subject_id == person)
    return _there(tx.scalar(select(Fit).where(*pair)))


def documents_of(tx: Session, fit: Fit) -> tuple[Resume, JobDescription]:
    """The two that a fit compares, whole. Raises NotFound."""
    resume = get_resume(tx, fit.subject_id, fit.resume_id)
    return resume, get_job_description(tx, fit.subject_id, fit.job_description_id)


def resumes_of(tx: Session, person: PersonId) -> list[Resume]:
    """Their heads, newest first."""
    theirs = select(Resume).options(_RESUME_HEAD).where(Resume.subject_id == person)
    return list(tx.scalars(theirs.order_by(Resume.added_at.desc(), Resume.id.desc())))


def job_descriptions_of(tx: Session, person: PersonId) -> list[JobDescription]:
    """Their heads, newest first."""
    theirs = select(JobDescription).options(_JOB_HEAD).where(JobDescription.subject_id == person)
    newest = theirs.order_by(JobDescription.added_at.desc(), JobDescription.id.desc())
    return list(tx.scalars(newest))


def fits_of(tx: Session, person: PersonId) -> list[Fit]:
    """Their heads, newest first."""
    theirs = select(Fit).options(_FIT_HEAD).where(Fit.subject_id == person)
    return list(tx.scalars(theirs.order_by(Fit.added_at.desc(), Fit.id.desc())))


def delete_resume(tx: Session, person: PersonId, resume_id: UUID) -> dict[str, int]:
    return {
        "fit": _delete(tx, Fit, person, Fit.resume_id == resume_id),
        "advice": delete_answers(tx, MODEL, person, OF_RESUME, resume_id),
        "original": _delete(tx, Original, person, Original.resume_id == resume_id),
        "correction": _delete(tx, Correction, person, Correction.resume_id == resume_id),
        "resume": _delete(tx, Resume, person, Resume.id == resume_id),
    }


def delete_job_description(tx: Session, person: PersonId, job_id: UUID) -> dict[str, int]:
    return {
        "fit": _delete(tx, Fit, person, Fit.job_description_id == job_id),
        "advice": delete_answers(tx, MODEL, person, OF_JOB, job_id),
        "job_correction": _delete(
            tx, JobCorrection, person, JobCorrection.job_description_id == job_id
        ),
        "job_description": _delete(tx, JobDescription, person, JobDescription.id == job_id),
    }


def delete_all(tx: Session, person: PersonId) -> dict[str, int]:
    asked = delete_asked(tx, MODEL, person)
    tables = (Fit, Original, Correction, Resume, JobCorrection, JobDescription)
    return asked | {table.__tablename__: _delete(tx, table, person) for table in tables}


def _is_resume(person: PersonId, resume_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return Resume.id == resume_id, Resume.subject_id == person


def _is_job(person: PersonId, job_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return JobDescription.id == job_id, JobDescription.subject_id == person


def _there(row: Row | None) -> Row:
    if row is None:
        raise no_such()
    return row


def _delete(tx: Session, table: type[Stored], person: PersonId, *which: ColumnElement[bool]) -> int:
    return rows_deleted(tx, delete(table).where(table.subject_id == person, *which))
