"""The schema of interview. What was said is sealed under the session's key; what the plan quotes
of a document, under that document's key as well, so that it dies with either.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped

from chassis.db import Base as OwnerBase
from chassis.db import Category, Keep, Purpose, personal, plain, schema_of, subject
from chassis.llm.tables import Answers, model_tables
from chassis.seal import Sealed, SealedType
from chassis.tables import chassis_tables
from contracts.evidence import EngineKind
from contracts.interview import InterviewState, Mode, Speaker, TurnKind
from contracts.message import Owner, PersonId, Scope
from contracts.room import Difficulty
from contracts.suggestion import SuggestionState


class Base(OwnerBase):
    __abstract__ = True
    metadata = schema_of(Owner.INTERVIEW)


CHASSIS = chassis_tables(Base.metadata)
_PERSON = CHASSIS.subject.c.subject_id


class Resume(Base):
    """A résumé that a plan was made from, by its id: what quotes it hangs here."""

    __tablename__ = "resume"
    __table_args__ = ({"info": {"scope": Scope.RESUME, "scope_column": "id"}},)

    id: Mapped[UUID] = plain("the résumé's id at documents", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))


class JobDescription(Base):
    """A job description that a plan was made from, by its id: what quotes it hangs here."""

    __tablename__ = "job_description"
    __table_args__ = ({"info": {"scope": Scope.JOB_DESCRIPTION, "scope_column": "id"}},)

    id: Mapped[UUID] = plain("the job description's id at documents", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))


class Interview(Base):
    """A session. `title` quotes the job description and goes with it, `names` are those of the
    résumé, to be taken out of what a model is shown, and go with that; `plan` quotes nothing.
    """

    __tablename__ = "interview"
    __table_args__ = ({"info": {"scope": Scope.SESSION, "scope_column": "id"}},)

    id: Mapped[UUID] = plain("the session's id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    fit_id: Mapped[UUID | None] = plain("the fit it was planned from")
    resume_id: Mapped[UUID | None] = plain(
        "the résumé it was planned from", ForeignKey(Resume.id), index=True
    )
    job_description_id: Mapped[UUID | None] = plain(
        "the job description it was planned from", ForeignKey(JobDescription.id), index=True
    )
    state: Mapped[InterviewState] = plain("where the session stands")
    mode: Mapped[Mode] = plain("practice or live")
    difficulty: Mapped[Difficulty] = plain("whether questions follow the answers, or their level")
    pace: Mapped[int] = plain("how many times the planned time there is")
    title: Mapped[Sealed | None] = personal(
        SealedType, category=Category.TRANSCRIPT, purpose=Purpose.INTERVIEW, keep=Keep.ACCOUNT
    )
    plan: Mapped[Sealed] = personal(
        SealedType, category=Category.TRANSCRIPT, purpose=Purpose.INTERVIEW, keep=Keep.ACCOUNT
    )
    names: Mapped[Sealed | None] = personal(
        SealedType, category=Category.RESUME, purpose=Purpose.INTERVIEW, keep=Keep.ACCOUNT
    )
    planned_at: Mapped[datetime] = personal(
        category=Category.TRANSCRIPT, purpose=Purpose.INTERVIEW, keep=Keep.ACCOUNT
    )
    started_at: Mapped[datetime | None] = personal(
        category=Category.TRANSCRIPT, purpose=Purpose.INTERVIEW, keep=Keep.ACCOUNT
    )
    finished_at: Mapped[datetime | None] = personal(
        category=Category.TRANSCRIPT, purpose=Purpose.INTERVIEW, keep=Keep.ACCOUNT
    )
    version: Mapped[int] = plain("counts changes: of two at once, one is done again")


class Turn(Base):
    """Something said. The candidate's client names its turns, so an id is known per session."""

    __tablename__ = "turn"
    __table_args__ = (UniqueConstraint("interview_id", "number"),)

    interview_id: Mapped[UUID] = plain("its session", ForeignKey(Interview.id), primary_key=True)
    id: Mapped[UUID] = plain("the turn's id, said twice is said once", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    number: Mapped[int] = plain("place in the session, from 0")
    speaker: Mapped[Speaker] = plain("interviewer or candidate")
    kind: Mapped[TurnKind] = plain("question, answer and so on")
    question_id: Mapped[str | None] = plain("id of the question in our bank")
    level: Mapped[int | None] = plain("the level that a question was asked at")
    worded_by: Mapped[EngineKind] = plain("whether a model picked words that it repeats")
    instead: Mapped[str | None] = plain("why a model that was asked picked none, in a word of ours")
    text: Mapped[Sealed] = personal(
        SealedType, category=Category.TRANSCRIPT, purpose=Purpose.INTERVIEW, keep=Keep.ACCOUNT
    )
    said_at: Mapped[datetime] = personal(
        category=Category.TRANSCRIPT, purpose=Purpose.INTERVIEW, keep=Keep.ACCOUNT
    )


class Draft(Base):
    """What is written to a question and not sent; an answer takes its place."""

    __tablename__ = "draft"

    interview_id: Mapped[UUID] = plain("its session", ForeignKey(Interview.id), primary_key=True)
    id: Mapped[UUID] = plain("the turn that it is to answer", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    text: Mapped[Sealed] = personal(
        SealedType, category=Category.TRANSCRIPT, purpose=Purpose.INTERVIEW, keep=Keep.ACCOUNT
    )


class Quote(Base):
    """What a plan quotes of one document: a mark with this number stands in its place."""

    __tablename__ = "quote"
    __table_args__ = (
        UniqueConstraint("interview_id", "number"),
        CheckConstraint("num_nonnulls(resume_id, job_description_id) = 1", name="one_document"),
    )

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    interview_id: Mapped[UUID] = plain("its session", ForeignKey(Interview.id))
    number: Mapped[int] = plain("its mark in the plan")
    resume_id: Mapped[UUID | None] = plain(
        "the résumé that it quotes", ForeignKey(Resume.id), index=True
    )
    job_description_id: Mapped[UUID | None] = plain(
        "the job description that it quotes", ForeignKey(JobDescription.id), index=True
    )
    span: Mapped[Sealed] = personal(
        SealedType, category=Category.RESUME, purpose=Purpose.INTERVIEW, keep=Keep.ACCOUNT
    )


class Suggestion(Base):
    """Another plan that a model is asked for. `content` is what it is made from and then the plan:

    it quotes both documents, so that losing either makes it unreadable.
    """

    __tablename__ = "suggestion"

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    interview_id: Mapped[UUID] = plain("its session", ForeignKey(Interview.id), unique=True)
    resume_id: Mapped[UUID] = plain("the résumé it quotes", ForeignKey(Resume.id), index=True)
    job_description_id: Mapped[UUID] = plain(
        "the job description it quotes", ForeignKey(JobDescription.id), index=True
    )
    state: Mapped[SuggestionState] = plain("waiting, offered, or why there is none")
    instead: Mapped[str | None] = plain("why there is none, in a word of ours")
    asked: Mapped[int] = plain("how often it was asked for")
    content: Mapped[Sealed | None] = personal(
        SealedType, category=Category.RESUME, purpose=Purpose.INTERVIEW, keep=Keep.ACCOUNT
    )


OF_SESSION = "interview_id"
"""The column by which what a model answered hangs on its session."""

MODEL = model_tables(
    Base.metadata,
    CHASSIS.subject,
    Answers(Category.TRANSCRIPT, Purpose.INTERVIEW),
    {OF_SESSION: ForeignKey(Interview.id)},
)
