"""The schema of feedback. Everything hangs on one session and is sealed under its key; what a
report quotes of a document, under that document's key as well, so that it dies with either.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from chassis.db import Base as OwnerBase
from chassis.db import Category, Keep, Purpose, personal, plain, schema_of, subject
from chassis.llm.tables import Answers, model_tables
from chassis.seal import Sealed, SealedType
from chassis.tables import chassis_tables
from contracts.documents import WorkState
from contracts.drills import DrillState
from contracts.message import Owner, PersonId, Scope


class Base(OwnerBase):
    __abstract__ = True
    metadata = schema_of(Owner.FEEDBACK)


CHASSIS = chassis_tables(Base.metadata)
_PERSON = CHASSIS.subject.c.subject_id


class Resume(Base):
    """A résumé that a session was about, by its id: what quotes it hangs here."""

    __tablename__ = "resume"
    __table_args__ = ({"info": {"scope": Scope.RESUME, "scope_column": "id"}},)

    id: Mapped[UUID] = plain("the résumé's id at documents", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))


class JobDescription(Base):
    """A job description that a session was about, by its id: what quotes it hangs here."""

    __tablename__ = "job_description"
    __table_args__ = ({"info": {"scope": Scope.JOB_DESCRIPTION, "scope_column": "id"}},)

    id: Mapped[UUID] = plain("the job description's id at documents", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))


class Report(Base):
    """The report on one session: first the transcript that it is made from, then the report,
    which has the transcript in it. Neither quotes a document; `title` goes with its own, and so
    do the `names` of the résumé, which are taken out of what a model is shown.
    """

    __tablename__ = "report"
    __table_args__ = ({"info": {"scope": Scope.SESSION, "scope_column": "id"}},)

    id: Mapped[UUID] = plain("the session's id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    resume_id: Mapped[UUID | None] = plain(
        "the résumé it was about", ForeignKey(Resume.id), index=True
    )
    job_description_id: Mapped[UUID | None] = plain(
        "the job description it was about", ForeignKey(JobDescription.id), index=True
    )
    state: Mapped[WorkState] = plain("waiting or done")
    title: Mapped[Sealed | None] = personal(
        SealedType, category=Category.TRANSCRIPT, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )
    transcript: Mapped[Sealed | None] = personal(
        SealedType, category=Category.TRANSCRIPT, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )
    report: Mapped[Sealed | None] = personal(
        SealedType, category=Category.FEEDBACK, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )
    names: Mapped[Sealed | None] = personal(
        SealedType, category=Category.RESUME, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )
    facts: Mapped[Sealed | None] = personal(
        SealedType, category=Category.RESUME, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )
    overall: Mapped[Sealed | None] = personal(
        SealedType, category=Category.FEEDBACK, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )
    added_at: Mapped[datetime] = personal(
        category=Category.FEEDBACK, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )
    version: Mapped[int] = plain("1 while it waits, 2 when it is done")


class Quote(Base):
    """What a session quotes of one document: a mark with this number stands in its place."""

    __tablename__ = "quote"
    __table_args__ = (
        UniqueConstraint("interview_id", "number"),
        CheckConstraint("num_nonnulls(resume_id, job_description_id) = 1", name="one_document"),
    )

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    interview_id: Mapped[UUID] = plain("its session", ForeignKey(Report.id))
    number: Mapped[int] = plain("its mark in the report")
    resume_id: Mapped[UUID | None] = plain(
        "the résumé that it quotes", ForeignKey(Resume.id), index=True
    )
    job_description_id: Mapped[UUID | None] = plain(
        "the job description that it quotes", ForeignKey(JobDescription.id), index=True
    )
    span: Mapped[Sealed] = personal(
        SealedType, category=Category.RESUME, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )


class DrillRow(Base):
    """One question of a session that is practised again; the question stands in the report."""

    __tablename__ = "drill"
    __table_args__ = (UniqueConstraint("interview_id", "question_id"),)

    id: Mapped[UUID] = plain("the drill's id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    interview_id: Mapped[UUID] = plain("its session", ForeignKey(Report.id))
    question_id: Mapped[str] = plain("its question in the plan", String(64))
    state: Mapped[DrillState] = plain("open, done or dismissed")
    tries: Mapped[Sealed | None] = personal(
        SealedType, category=Category.TRANSCRIPT, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )
    added_at: Mapped[datetime] = personal(
        category=Category.FEEDBACK, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )
    version: Mapped[int] = plain("how often it was changed, from 1")


class StoryRow(Base):
    """One telling of a story in a session, or a line of the résumé that the session was about."""

    __tablename__ = "story"

    id: Mapped[UUID] = plain("the telling's id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    interview_id: Mapped[UUID] = plain("its session", ForeignKey(Report.id), index=True)
    resume_id: Mapped[UUID | None] = plain(
        "the résumé that has it", ForeignKey(Resume.id), index=True
    )
    told: Mapped[Sealed] = personal(
        SealedType, category=Category.TRANSCRIPT, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )
    title: Mapped[Sealed | None] = personal(
        SealedType, category=Category.TRANSCRIPT, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )
    added_at: Mapped[datetime] = personal(
        category=Category.FEEDBACK, purpose=Purpose.FEEDBACK, keep=Keep.ACCOUNT
    )


OF_SESSION = "interview_id"
"""The column by which what a model answered hangs on its session."""

MODEL = model_tables(
    Base.metadata,
    CHASSIS.subject,
    Answers(Category.FEEDBACK, Purpose.FEEDBACK),
    {OF_SESSION: ForeignKey(Report.id)},
)
