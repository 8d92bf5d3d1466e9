"""The schema of privacy: ids, counts and times; content only in archives, sealed.

A case outlives the account that it ends, so it says nothing about a living person: whose it is
stands in `claim`, a row that goes with the account.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped

from chassis.db import Base as OwnerBase
from chassis.db import Category, Keep, Purpose, personal, plain, schema_of, subject
from chassis.seal import Sealed, SealedType
from chassis.tables import chassis_tables
from contracts.message import Owner, PersonId, Scope
from contracts.privacy import CaseState
from contracts.proof import Round


class Base(OwnerBase):
    __abstract__ = True
    metadata = schema_of(Owner.PRIVACY)


CHASSIS = chassis_tables(Base.metadata)


class ErasureCase(Base):
    """One erasure. One per thing for ever: what is erased never returns, so it cannot go twice."""

    __tablename__ = "erasure_case"
    __table_args__ = (
        UniqueConstraint("scope", "item_id"),
        Index("ix_erasure_case_open", "reissue_at", postgresql_where=text("completed_at IS NULL")),
    )

    id: Mapped[UUID] = plain("row id", primary_key=True)
    scope: Mapped[Scope] = plain("what kind of thing is erased")
    item_id: Mapped[UUID] = plain("which: an id that names nothing once it is erased")
    state: Mapped[CaseState] = plain("how far it is")
    code_hash: Mapped[bytes] = plain("SHA-256 of the secret code", LargeBinary, unique=True)
    requested_at: Mapped[datetime] = plain("when it was asked for")
    due_at: Mapped[datetime] = plain("the day by which it must be done")
    keys_destroyed_at: Mapped[datetime | None] = plain("since when nobody can read it")
    epoch: Mapped[int | None] = plain("the newest epoch key when its keys were destroyed")
    completed_at: Mapped[datetime | None] = plain("when nothing was left anywhere")
    issues: Mapped[int] = plain("how often the order was sent")
    reissue_at: Mapped[datetime] = plain("when it is sent again, if an owner is silent")


class Claim(Base):
    """Whose case it is, while they have an account."""

    __tablename__ = "claim"

    case_id: Mapped[UUID] = plain("the case", ForeignKey(ErasureCase.id), primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(CHASSIS.subject.c.subject_id))
    requested_at: Mapped[datetime] = personal(
        category=Category.RIGHTS, purpose=Purpose.RIGHTS, keep=Keep.ACCOUNT
    )


class ErasureOrder(Base):
    """The log that owners replay; gapless, appended to and never changed."""

    __tablename__ = "erasure_order"
    __table_args__ = ({"info": {"append_only": True}},)

    log_seq: Mapped[int] = plain(
        "place in the log", BigInteger, primary_key=True, autoincrement=False
    )
    case_id: Mapped[UUID] = plain("the case", ForeignKey(ErasureCase.id), unique=True)
    body: Mapped[dict[str, Any]] = plain(
        "the signed order: ids and a time, kept so that a restored backup brings nothing back",
        JSONB,
    )


class OwnerAnswer(Base):
    """What one owner has to answer in a case; the rows are made with it, one for each owner."""

    __tablename__ = "owner_answer"

    case_id: Mapped[UUID] = plain("the case", ForeignKey(ErasureCase.id), primary_key=True)
    owner: Mapped[Owner] = plain("who has to answer", primary_key=True)
    receipt: Mapped[dict[str, Any] | None] = plain("the signed receipt: ids and counts", JSONB)
    rows_left: Mapped[int | None] = plain("how many rows it counted after erasing")
    recorded_at: Mapped[datetime | None] = plain("when we had it")


class CountOwed(Base):
    """A count that the verifier owes, and then what it counted."""

    __tablename__ = "count_owed"
    __table_args__ = (
        Index("ix_count_owed_due", "due_at", postgresql_where=text("counted_at IS NULL")),
    )

    case_id: Mapped[UUID] = plain("the case", ForeignKey(ErasureCase.id), primary_key=True)
    round: Mapped[Round] = plain("how long after the erasure", primary_key=True)
    due_at: Mapped[datetime] = plain("when it is to be counted, or counted again")
    tries: Mapped[int] = plain("how often it did not come out as nothing")
    counted: Mapped[dict[str, Any] | None] = plain("the signed count: ids and numbers", JSONB)
    counted_at: Mapped[datetime | None] = plain("when it came out as nothing")


class Incident(Base):
    """A count that was not nothing, until a later one is. Opened and closed by counts alone."""

    __tablename__ = "incident"
    __table_args__ = (
        Index(
            "uq_incident_open",
            "case_id",
            "round",
            unique=True,
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: Mapped[UUID] = plain("row id", primary_key=True)
    case_id: Mapped[UUID] = plain("the case", ForeignKey(ErasureCase.id))
    round: Mapped[Round] = plain("which count it was")
    rows: Mapped[dict[str, Any]] = plain("rows left, by table", JSONB)
    opened_at: Mapped[datetime] = plain("when it was counted")
    closed_at: Mapped[datetime | None] = plain("when a count was nothing again")


class IssuedDocument(Base):
    """A certificate as it was signed. Later counts add one to a case, and take none away."""

    __tablename__ = "issued_document"
    __table_args__ = ({"info": {"append_only": True}},)

    id: Mapped[UUID] = plain("the certificate's id", primary_key=True)
    case_id: Mapped[UUID] = plain("the case", ForeignKey(ErasureCase.id), index=True)
    document: Mapped[str] = plain("canonical JSON: ids, counts, times and signatures")
    issued_at: Mapped[datetime] = plain("when it was signed")


class Export(Base):
    """An archive of all that we hold of somebody, under a key of its own, for seven days."""

    __tablename__ = "export"
    __table_args__ = (
        {"info": {"scope": Scope.EXPORT, "scope_column": "id", "kept_from": "asked_at"}},
    )

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(CHASSIS.subject.c.subject_id))
    asked_at: Mapped[datetime] = personal(
        category=Category.RIGHTS, purpose=Purpose.RIGHTS, keep=Keep.WEEK
    )
    expires_at: Mapped[datetime] = plain("when it goes")
    parts: Mapped[int | None] = plain("pieces in all, once it is whole")
    size_bytes: Mapped[int | None] = plain("how large the file is", BigInteger)


class ExportPiece(Base):
    """A megabyte of an archive."""

    __tablename__ = "export_piece"
    __table_args__ = (UniqueConstraint("export_id", "number"),)

    id: Mapped[UUID] = plain("row id", primary_key=True)
    export_id: Mapped[UUID] = plain("its archive", ForeignKey(Export.id))
    subject_id: Mapped[PersonId] = subject(ForeignKey(CHASSIS.subject.c.subject_id))
    number: Mapped[int] = plain("place in the file, from 0")
    data: Mapped[Sealed] = personal(
        SealedType,
        category=Category.RIGHTS,
        purpose=Purpose.RIGHTS,
        keep=Keep.WEEK,
        withheld="it is a piece of an archive such as this one",
    )
