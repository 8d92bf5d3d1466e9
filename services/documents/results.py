"""What work leaves behind: analyses, refusals, reports, and what their owner corrects.

Every function takes a share of the person first, as `store.share_person` says.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from chassis.seal import Key
from contracts.analysis import FitReport
from contracts.documents import WorkState
from contracts.extraction import ExtractionReport
from contracts.message import FitId
from services.documents.domain import Extracted, JobReading, Reading
from services.documents.store import share_person
from services.documents.tables import (
    Correction,
    Fit,
    JobCorrection,
    JobDescription,
    Original,
    Resume,
)
from services.documents.work import JudgeFit


def save_resume(tx: Session, key: Key, name: str, extracted: Extracted, reading: Reading) -> bool:
    """Write down what was read, and what it is called now; False if somebody did so before us."""
    share_person(tx, key.person)
    resume_id = reading.kept.analysis.resume_id
    values = {
        "state": WorkState.DONE,
        "title": key.seal(Resume.title, resume_id, name),
        **_kept(key, reading),
    }
    kind = update(Original).where(Original.resume_id == resume_id)
    tx.execute(kind.values(format=extracted.report.format))
    return _finish(tx, Resume, resume_id, values) and _correct(tx, key, reading)


def save_corrections(tx: Session, key: Key, version: int, reading: Reading) -> bool:
    """Put what its owner says in place of what was read; False if it changed meanwhile."""
    share_person(tx, key.person)
    resume_id = reading.kept.analysis.resume_id
    is_there = _change(tx, Resume, resume_id, version, _kept(key, reading))
    return is_there and _correct(tx, key, reading)


def rename(tx: Session, document: Resume | JobDescription, key: Key, name: str) -> bool:
    """False if it changed meanwhile."""
    table = type(document)
    share_person(tx, key.person)
    title = key.seal(table.title, document.id, name)
    return _change(tx, table, document.id, document.version, {"title": title})


def wait_again(tx: Session, document: Resume | JobDescription) -> bool:
    """Have it read once more; what was read stays until then. False if it changed meanwhile."""
    share_person(tx, document.subject_id)
    waiting = {"state": WorkState.WAITING}
    return _change(tx, type(document), document.id, document.version, waiting)


def leave_as_read(tx: Session, document: Resume | JobDescription) -> bool:
    """What was read before and cannot be now: what was read then stays."""
    share_person(tx, document.subject_id)
    return _finish(tx, type(document), document.id, {"state": WorkState.DONE})


def refuse(tx: Session, document: Resume | JobDescription, report: ExtractionReport) -> bool:
    """Write down why it cannot be read and drop what was given; False if somebody did so before us.

    What was to be compared with it never will be.
    """
    share_person(tx, document.subject_id)
    values = {
        "state": WorkState.REFUSED,
        "refusal": report.state,
        "refusal_detail": next(iter(report.warnings), None),
        "text": None,
    }
    if not _finish(tx, type(document), document.id, values):
        return False
    tx.execute(delete(Original).where(Original.resume_id == document.id))
    compared = (Fit.resume_id == document.id) | (Fit.job_description_id == document.id)
    waiting = update(Fit).where(compared, Fit.state == WorkState.WAITING)
    tx.execute(waiting.values(state=WorkState.REFUSED, version=Fit.version + 1))
    return True


def save_job(tx: Session, key: Key, name: str, text: str, reading: JobReading) -> bool:
    """Write down what was read, with the text that its quotes stand in; else as above."""
    share_person(tx, key.person)
    job_id = reading.kept.job_description_id
    values = {
        "state": WorkState.DONE,
        "title": key.seal(JobDescription.title, job_id, name),
        "text": key.seal(JobDescription.text, job_id, text),
        **_kept_of_job(key, reading),
    }
    return _finish(tx, JobDescription, job_id, values) and _correct_job(tx, key, reading)


def save_job_corrections(
    tx: Session, key: Key, version: int, name: str, reading: JobReading
) -> bool:
    """Put another reading of the same text, with what its owner says, in place of that.

    False if it changed meanwhile.
    """
    share_person(tx, key.person)
    job_id = reading.kept.job_description_id
    title = key.seal(JobDescription.title, job_id, name)
    values = {"title": title, **_kept_of_job(key, reading)}
    is_there = _change(tx, JobDescription, job_id, version, values)
    return is_there and _correct_job(tx, key, reading)


def save_fit(tx: Session, key: Key, version: int, report: FitReport) -> bool:
    """Write down the report under the `key` combined of both documents.

    False if somebody did so before us, or if one of the two changed since `version` was read.
    """
    share_person(tx, key.person)
    sealed = key.seal(Fit.report, report.fit_id, report.model_dump_json())
    values = {"state": WorkState.DONE, "report": sealed}
    return _change(tx, Fit, report.fit_id, version, values)


def doubt_fits(tx: Session, *, resume_id: UUID | None = None, job_id: UUID | None = None) -> None:
    """What was judged, or is being judged, from another reading of this document is due again."""
    asked = Fit.resume_id == resume_id if resume_id else Fit.job_description_id == job_id
    mine = select(Fit.id).where(asked, Fit.state != WorkState.REFUSED).order_by(Fit.id)
    held = list(tx.scalars(mine.with_for_update()))
    again = update(Fit).where(Fit.id.in_(held))
    tx.execute(again.values(state=WorkState.WAITING, version=Fit.version + 1))


def fits_to_judge(
    tx: Session, *, resume_id: UUID | None = None, job_id: UUID | None = None
) -> list[JudgeFit]:
    """What is owed to waiting fits of this document whose two documents are both read by now.

    Holds the fits first: of two analyses that finish together, the later one sees the earlier.
    """
    asked = Fit.resume_id == resume_id if resume_id else Fit.job_description_id == job_id
    waiting = select(Fit.id).where(asked, Fit.state == WorkState.WAITING).order_by(Fit.id)
    held = list(tx.scalars(waiting.with_for_update()))
    ready = (
        select(Fit.id, Fit.version)
        .join(Resume, Resume.id == Fit.resume_id)
        .join(JobDescription, JobDescription.id == Fit.job_description_id)
        .where(
            Fit.id.in_(held),
            Resume.state == WorkState.DONE,
            JobDescription.state == WorkState.DONE,
        )
    )
    found = tx.execute(ready.order_by(Fit.id))
    return [JudgeFit(fit_id=FitId(row.id), version=row.version) for row in found]


def _kept(key: Key, reading: Reading) -> dict[str, Any]:
    kept, resume_id = reading.kept, reading.kept.analysis.resume_id
    return {
        "text": key.seal(Resume.text, resume_id, kept.text),
        "analysis": key.seal(Resume.analysis, resume_id, kept.analysis.model_dump_json()),
    }


def _kept_of_job(key: Key, reading: JobReading) -> dict[str, Any]:
    job_id, kept = reading.kept.job_description_id, reading.kept.model_dump_json()
    return {"analysis": key.seal(JobDescription.analysis, job_id, kept)}


def _correct(tx: Session, key: Key, reading: Reading) -> bool:
    """Keep the corrections with what was read before them; without any, no row."""
    resume_id, read = reading.read.analysis.resume_id, reading.read
    if reading.corrections.is_empty:
        tx.execute(delete(Correction).where(Correction.resume_id == resume_id))
        return True
    values = {
        "given": key.seal(Correction.given, resume_id, reading.corrections.model_dump_json()),
        "text": key.seal(Correction.text, resume_id, read.text),
        "analysis": key.seal(Correction.analysis, resume_id, read.analysis.model_dump_json()),
        "corrected_at": reading.at,
    }
    return _put(tx, Correction, {"resume_id": resume_id, "subject_id": key.person}, values)


def _correct_job(tx: Session, key: Key, reading: JobReading) -> bool:
    job_id, read = reading.read.job_description_id, reading.read
    if reading.corrections.is_empty:
        tx.execute(delete(JobCorrection).where(JobCorrection.job_description_id == job_id))
        return True
    values = {
        "given": key.seal(JobCorrection.given, job_id, reading.corrections.model_dump_json()),
        "analysis": key.seal(JobCorrection.analysis, job_id, read.model_dump_json()),
        "corrected_at": reading.at,
    }
    row = {"job_description_id": job_id, "subject_id": key.person}
    return _put(tx, JobCorrection, row, values)


def _put(
    tx: Session,
    table: type[Correction | JobCorrection],
    row: dict[str, Any],
    values: dict[str, Any],
) -> bool:
    """There is one of each document."""
    document = next(iter(row))
    new = insert(table).values(**row, **values)
    tx.execute(new.on_conflict_do_update(index_elements=[document], set_=values))
    return True


def _finish(
    tx: Session, table: type[Resume | JobDescription | Fit], row_id: UUID, values: dict[str, Any]
) -> bool:
    waiting = update(table).where(table.id == row_id, table.state == WorkState.WAITING)
    finished = waiting.values(**values, version=table.version + 1)
    return tx.scalar(finished.returning(table.id)) is not None


def _change(
    tx: Session,
    table: type[Resume | JobDescription | Fit],
    row_id: UUID,
    version: int,
    values: dict[str, Any],
) -> bool:
    there = update(table).where(table.id == row_id, table.version == version)
    changed = there.values(**values, version=table.version + 1)
    return tx.scalar(changed.returning(table.id)) is not None
