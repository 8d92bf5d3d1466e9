"""What work leaves behind: analyses, refusals, reports; each is written once.

Every function takes a share of the person first, as `store.share_person` says.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from chassis.seal import Key
from contracts.analysis import ExtractionState, FitReport, JobAnalysis, ResumeAnalysis
from contracts.documents import WorkState
from contracts.message import FitId, PersonId
from services.documents.domain import Extracted
from services.documents.store import share_person
from services.documents.tables import Fit, JobDescription, Original, Resume


def save_resume(
    tx: Session, key: Key, name: str, extracted: Extracted, analysis: ResumeAnalysis
) -> bool:
    """Write down what was read, and what it is called now; False if somebody did so before us."""
    share_person(tx, key.person)
    resume_id = analysis.resume_id
    values = {
        "state": WorkState.DONE,
        "title": key.seal(Resume.title, resume_id, name),
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


def save_job(tx: Session, key: Key, name: str, text: str, analysis: JobAnalysis) -> bool:
    """Write down what was read, with the text that its quotes stand in; else as above."""
    share_person(tx, key.person)
    job_id = analysis.job_description_id
    values = {
        "state": WorkState.DONE,
        "title": key.seal(JobDescription.title, job_id, name),
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


def _finish(
    tx: Session, table: type[Resume | JobDescription | Fit], row_id: UUID, values: dict[str, Any]
) -> bool:
    waiting = update(table).where(table.id == row_id, table.state == WorkState.WAITING)
    finished = waiting.values(**values, version=table.version + 1)
    return tx.scalar(finished.returning(table.id)) is not None
