"""The schema of documents. Everything that a person gave, and all that was read, is sealed."""

from datetime import datetime
from functools import partial
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from chassis.db import Base as OwnerBase
from chassis.db import Category, Keep, Purpose, personal, plain, schema_of, subject
from chassis.llm.tables import Answers, model_tables
from chassis.seal import Sealed, SealedType
from chassis.tables import chassis_tables
from contracts.documents import WorkState
from contracts.extraction import ExtractionState
from contracts.message import Owner, PersonId, Scope


class Base(OwnerBase):
    __abstract__ = True
    metadata = schema_of(Owner.DOCUMENTS)


CHASSIS = chassis_tables(Base.metadata)
_PERSON = CHASSIS.subject.c.subject_id
_of_resume = partial(
    personal, category=Category.RESUME, purpose=Purpose.ANALYSIS, keep=Keep.ACCOUNT
)
_of_job = partial(
    personal, category=Category.JOB_DESCRIPTION, purpose=Purpose.ANALYSIS, keep=Keep.ACCOUNT
)


class Resume(Base):
    """A résumé and what was read out of it, under its own key. A refused one has no content."""

    __tablename__ = "resume"
    __table_args__ = ({"info": {"scope": Scope.RESUME, "scope_column": "id"}},)

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    title: Mapped[Sealed] = _of_resume(SealedType)
    text: Mapped[Sealed | None] = _of_resume(SealedType)
    analysis: Mapped[Sealed | None] = _of_resume(SealedType)
    state: Mapped[WorkState] = plain("whether it waits to be read, was read, or was refused")
    refusal: Mapped[ExtractionState | None] = plain("why its file could not be read")
    refusal_detail: Mapped[str | None] = plain(
        "which limit it passed, or what kind of file it is", String(64)
    )
    added_at: Mapped[datetime] = _of_resume()
    version: Mapped[int] = plain("counts changes, for If-None-Match")


class Original(Base):
    """The file as it was uploaded. Gone when it was refused: what we cannot read we do not keep."""

    __tablename__ = "original"

    resume_id: Mapped[UUID] = plain("its résumé", ForeignKey(Resume.id), primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    data: Mapped[Sealed] = _of_resume(SealedType)
    format: Mapped[str] = plain("what kind of file its bytes say it is", String(40))


class Correction(Base):
    """What its owner corrects in a résumé, and what was read before that.

    The résumé's own text and analysis follow the corrections; without any there is no row.
    """

    __tablename__ = "correction"

    resume_id: Mapped[UUID] = plain("its résumé", ForeignKey(Resume.id), primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    given: Mapped[Sealed] = _of_resume(SealedType)
    text: Mapped[Sealed] = _of_resume(SealedType)
    analysis: Mapped[Sealed] = _of_resume(SealedType)
    corrected_at: Mapped[datetime] = _of_resume()


class JobDescription(Base):
    """A job description and what was read out of it, under its own key.

    `text` is what was given, a file as it came, until it is read; then it is what was read, and
    the file is gone. A refused one has no content.
    """

    __tablename__ = "job_description"
    __table_args__ = ({"info": {"scope": Scope.JOB_DESCRIPTION, "scope_column": "id"}},)

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    title: Mapped[Sealed] = _of_job(SealedType)
    text: Mapped[Sealed | None] = _of_job(SealedType)
    analysis: Mapped[Sealed | None] = _of_job(SealedType)
    state: Mapped[WorkState] = plain("whether it waits to be read, was read, or was refused")
    refusal: Mapped[ExtractionState | None] = plain("why it could not be read")
    refusal_detail: Mapped[str | None] = plain(
        "which limit it passed, or what kind of file it is", String(64)
    )
    added_at: Mapped[datetime] = _of_job()
    version: Mapped[int] = plain("counts changes, for If-None-Match")


class JobCorrection(Base):
    """The same for a job description, whose text stays as it is: it is the employer's."""

    __tablename__ = "job_correction"

    job_description_id: Mapped[UUID] = plain(
        "its job description", ForeignKey(JobDescription.id), primary_key=True
    )
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    given: Mapped[Sealed] = _of_job(SealedType)
    analysis: Mapped[Sealed] = _of_job(SealedType)
    corrected_at: Mapped[datetime] = _of_job()


class Fit(Base):
    """How a résumé fits a job. The report quotes both, so it opens only with both their keys."""

    __tablename__ = "fit"
    __table_args__ = (UniqueConstraint("resume_id", "job_description_id"),)

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    resume_id: Mapped[UUID] = plain("its résumé", ForeignKey(Resume.id))
    job_description_id: Mapped[UUID] = plain(
        "its job description", ForeignKey(JobDescription.id), index=True
    )
    report: Mapped[Sealed | None] = _of_resume(SealedType)
    state: Mapped[WorkState] = plain("whether it waits, was judged, or cannot be")
    added_at: Mapped[datetime] = _of_resume()
    version: Mapped[int] = plain("counts changes, for If-None-Match")


OF_RESUME, OF_JOB = "resume_id", "job_description_id"
"""The columns by which what a model answered hangs on its document."""

MODEL = model_tables(
    Base.metadata,
    CHASSIS.subject,
    Answers(Category.RESUME, Purpose.ANALYSIS),
    {OF_RESUME: ForeignKey(Resume.id), OF_JOB: ForeignKey(JobDescription.id)},
)
