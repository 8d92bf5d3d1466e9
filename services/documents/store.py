"""Every query of documents, and the sealing and opening of what its rows hold."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, load_only

from chassis.ids import new_id
from chassis.seal import Key
from contracts.analysis import ExtractionState, FitReport, JobAnalysis, ResumeAnalysis
from contracts.documents import WorkState
from contracts.message import FitId, PersonId
from services.documents.domain import Extracted, no_such
from services.documents.tables import CHASSIS, Fit, JobDescription, Original, Resume

UNKNOWN = "unknown"
"""The format of a file that nobody has read yet."""

Stored = Resume | Original | JobDescription | Fit
Row = TypeVar("Row", bound=Stored)

_RESUME_HEAD = load_only(
    Resume.subject_id,
    Resume.title,
    Resume.state,
    Resume.refusal,
    Resume.added_at,
    Resume.version,
    raiseload=True,
)
_JOB_HEAD = load_only(
    JobDescription.subject_id,
    JobDescription.title,
    JobDescription.state,
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
    subject = CHASSIS.subject
    row = select(subject.c.subject_id).where(subject.c.subject_id == person)
    tx.execute(row.with_for_update(key_share=True))


def share_person(tx: Session, person: PersonId) -> None:
    """Keep `person` from being erased until `tx` ends, or wait for an erasure under way.

    It comes before any other lock, as an erasure's own lock does: so neither waits for the other
    in a circle. Raises NotFound when they are gone.
    """
    subject = CHASSIS.subject
    row = select(subject.c.subject_id).where(subject.c.subject_id == person)
    if tx.scalar(row.with_for_update(read=True, key_share=True)) is None:
        raise no_such()


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


def get_job_description(tx: Session, person: PersonId, job_id: UUID) -> JobDescription:
    """Raises NotFound."""
    return _there(tx.scalar(select(JobDescription).where(*_is_job(person, job_id))))


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


def save_resume(tx: Session, key: Key, extracted: Extracted, analysis: ResumeAnalysis) -> bool:
    """Write down what was read; False if somebody did so before us."""
    share_person(tx, key.person)
    resume_id = analysis.resume_id
    values = {
        "state": WorkState.DONE,
        "text": key.seal(Resume.text, resume_id, extracted.text),
        "analysis": key.seal(Resume.analysis, resume_id, analysis.model_dump_json()),
    }
    kind = update(Original).where(Original.resume_id == resume_id)
    tx.execute(kind.values(format=extracted.report.format))
    return _finish(tx, Resume, resume_id, values)


def refuse_resume(tx: Session, person: PersonId, resume_id: UUID, why: ExtractionState) -> bool:
    """Write down why it cannot be read and drop its file; False if somebody did so before us.

    What was to be compared with it never will be.
    """
    share_person(tx, person)
    if not _finish(tx, Resume, resume_id, {"state": WorkState.REFUSED, "refusal": why}):
        return False
    tx.execute(delete(Original).where(Original.resume_id == resume_id))
    waiting = update(Fit).where(Fit.resume_id == resume_id, Fit.state == WorkState.WAITING)
    tx.execute(waiting.values(state=WorkState.REFUSED, version=Fit.version + 1))
    return True


def save_job(tx: Session, key: Key, text: str, analysis: JobAnalysis) -> bool:
    """Write down what was read, with the text that its quotes stand in; False as above."""
    share_person(tx, key.person)
    job_id = analysis.job_description_id
    values = {
        "state": WorkState.DONE,
        "text": key.seal(JobDescription.text, job_id, text),
        "analysis": key.seal(JobDescription.analysis, job_id, analysis.model_dump_json()),
    }
    return _finish(tx, JobDescription, job_id, values)


def save_fit(tx: Session, key: Key, report: FitReport) -> bool:
    """Write down the report under the `key` combined of both documents; False as above."""
    share_person(tx, key.person)
    sealed = key.seal(Fit.report, report.fit_id, report.model_dump_json())
    return _finish(tx, Fit, report.fit_id, {"state": WorkState.DONE, "report": sealed})


def fits_to_judge(
    tx: Session, *, resume_id: UUID | None = None, job_id: UUID | None = None
) -> list[FitId]:
    """Waiting fits of this document whose two documents are both read by now.

    Holds the fits first: of two analyses that finish together, the later one sees the earlier.
    """
    asked = Fit.resume_id == resume_id if resume_id else Fit.job_description_id == job_id
    waiting = select(Fit.id).where(asked, Fit.state == WorkState.WAITING).order_by(Fit.id)
    held = list(tx.scalars(waiting.with_for_update()))
    ready = (
        select(Fit.id)
        .join(Resume, Resume.id == Fit.resume_id)
        .join(JobDescription, JobDescription.id == Fit.job_description_id)
        .where(
            Fit.id.in_(held),
            Resume.state == WorkState.DONE,
            JobDescription.state == WorkState.DONE,
        )
    )
    return [FitId(fit_id) for fit_id in tx.scalars(ready.order_by(Fit.id))]


def delete_resume(tx: Session, person: PersonId, resume_id: UUID) -> dict[str, int]:
    return {
        "fit": _delete(tx, Fit, person, Fit.resume_id == resume_id),
        "original": _delete(tx, Original, person, Original.resume_id == resume_id),
        "resume": _delete(tx, Resume, person, Resume.id == resume_id),
    }


def delete_job_description(tx: Session, person: PersonId, job_id: UUID) -> dict[str, int]:
    return {
        "fit": _delete(tx, Fit, person, Fit.job_description_id == job_id),
        "job_description": _delete(tx, JobDescription, person, JobDescription.id == job_id),
    }


def delete_all(tx: Session, person: PersonId) -> dict[str, int]:
    tables = (Fit, Original, Resume, JobDescription)
    return {table.__tablename__: _delete(tx, table, person) for table in tables}


def _is_resume(person: PersonId, resume_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return Resume.id == resume_id, Resume.subject_id == person


def _is_job(person: PersonId, job_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return JobDescription.id == job_id, JobDescription.subject_id == person


def _there(row: Row | None) -> Row:
    if row is None:
        raise no_such()
    return row


def _finish(
    tx: Session, table: type[Resume | JobDescription | Fit], row_id: UUID, values: dict[str, Any]
) -> bool:
    waiting = update(table).where(table.id == row_id, table.state == WorkState.WAITING)
    finished = waiting.values(**values, version=table.version + 1)
    return tx.scalar(finished.returning(table.id)) is not None


def _delete(tx: Session, table: type[Stored], person: PersonId, *which: ColumnElement[bool]) -> int:
    gone = delete(table).where(table.subject_id == person, *which)
    return len(tx.execute(gone.returning(table.subject_id)).all())
