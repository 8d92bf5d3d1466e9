"""The schema of documents. Everything that a person gave, and all that was read, is sealed."""

from datetime import datetime
from functools import partial
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from chassis.db import Base as OwnerBase
from chassis.db import Category, Keep, Purpose, personal, plain, schema_of, subject
from chassis.seal import Sealed, SealedType
from chassis.tables import chassis_tables
from contracts.disclosure import Retention, SendingOutcome, SendingPurpose
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

_of_ledger = partial(personal, category=Category.RIGHTS, purpose=Purpose.RIGHTS, keep=Keep.ACCOUNT)


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
    """A job description and what was read out of it, under its own key."""

    __tablename__ = "job_description"
    __table_args__ = ({"info": {"scope": Scope.JOB_DESCRIPTION, "scope_column": "id"}},)

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    title: Mapped[Sealed] = _of_job(SealedType)
    text: Mapped[Sealed] = _of_job(SealedType)
    analysis: Mapped[Sealed | None] = _of_job(SealedType)
    state: Mapped[WorkState] = plain("whether it waits to be read, or was read")
    added_at: Mapped[datetime] = _of_job()
    version: Mapped[int] = plain("counts changes, for If-None-Match")


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


class Disclosed(Base):
    """The ledger: one row for each call about a person to a provider. It holds no content.

    It outlives the document that it names: what was sent was sent. An equal call is the same row.
    """

    __tablename__ = "disclosed"
    __table_args__ = (UniqueConstraint("item_id", "input_hash"),)

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    item_id: Mapped[UUID] = plain("the document that it was about: an id, no key to it")
    input_hash: Mapped[str] = _of_ledger(String(64), hashed=True)
    purpose: Mapped[SendingPurpose] = _of_ledger()
    fields: Mapped[str] = plain("which parts of the document, in words of ours", String(200))
    sent_bytes: Mapped[int] = _of_ledger(Integer)
    tries: Mapped[int] = _of_ledger(Integer)
    provider: Mapped[str] = plain("the provider that the operator named", String(64))
    model: Mapped[str] = plain("the model that the operator named", String(200))
    retention: Mapped[Retention] = _of_ledger()
    outcome: Mapped[SendingOutcome] = _of_ledger()
    at: Mapped[datetime] = _of_ledger()
    lapses_at: Mapped[datetime] = plain("until when a call that did not end counts as under way")


class Advice(Base):
    """What a model answered about a document, under the document's key; bought once, then kept."""

    __tablename__ = "advice"
    __table_args__ = (UniqueConstraint("item_id", "input_hash"),)

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    item_id: Mapped[UUID] = plain("the document that it is about")
    resume_id: Mapped[UUID | None] = plain("its résumé", ForeignKey(Resume.id), index=True)
    job_description_id: Mapped[UUID | None] = plain(
        "or its job description", ForeignKey(JobDescription.id), index=True
    )
    input_hash: Mapped[str] = _of_resume(String(64), hashed=True)
    answer: Mapped[Sealed] = _of_resume(SealedType)
