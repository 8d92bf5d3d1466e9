"""The schema of auth. What is searched before we know for whom holds hashes and ids only."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Double, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped

from chassis.db import Base as OwnerBase
from chassis.db import Category, Keep, Purpose, personal, plain, schema_of, subject
from chassis.seal import Sealed, SealedType
from chassis.tables import chassis_tables
from contracts.auth import PersonRole
from contracts.message import Owner, PersonId
from services.auth.domain import LinkPurpose


class Base(OwnerBase):
    __abstract__ = True
    metadata = schema_of(Owner.AUTH)


CHASSIS = chassis_tables(Base.metadata)
_PERSON = CHASSIS.subject.c.subject_id


class Account(Base):
    """Who somebody is. All that was typed is sealed under the account's key."""

    __tablename__ = "account"

    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON), primary_key=True)
    name: Mapped[Sealed] = personal(
        SealedType, category=Category.ACCOUNT, purpose=Purpose.ACCOUNT, keep=Keep.ACCOUNT
    )
    email: Mapped[Sealed] = personal(
        SealedType, category=Category.ACCOUNT, purpose=Purpose.ACCOUNT, keep=Keep.ACCOUNT
    )
    password: Mapped[Sealed] = personal(
        SealedType,
        category=Category.CREDENTIAL,
        purpose=Purpose.SECURITY,
        keep=Keep.ACCOUNT,
        withheld="a hash of your password: no use to you, and some to whoever finds this archive",
    )
    password_number: Mapped[int] = plain("counts changes of the password; a link is bound to it")
    role: Mapped[PersonRole] = personal(
        category=Category.ACCOUNT, purpose=Purpose.SECURITY, keep=Keep.ACCOUNT
    )
    created_at: Mapped[datetime] = personal(
        category=Category.ACCOUNT, purpose=Purpose.ACCOUNT, keep=Keep.ACCOUNT
    )
    version: Mapped[int] = plain("counts edits, for If-Match")


class Address(Base):
    """Which account an address leads to. Several sign-ups may wait for one; one is confirmed."""

    __tablename__ = "address"
    __table_args__ = (
        Index(
            "uq_address_confirmed",
            "email_index",
            unique=True,
            postgresql_where=text("confirmed_at IS NOT NULL"),
        ),
        Index("ix_address_waiting", "created_at", postgresql_where=text("confirmed_at IS NULL")),
        {"info": {"lookup": "somebody who signs in says an address, not who they are"}},
    )

    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON), primary_key=True)
    email_index: Mapped[bytes] = personal(
        LargeBinary,
        index=True,
        hashed=True,
        category=Category.ACCOUNT,
        purpose=Purpose.SECURITY,
        keep=Keep.ACCOUNT,
    )
    created_at: Mapped[datetime] = plain("when it began to wait for its confirmation")
    confirmed_at: Mapped[datetime | None] = personal(
        category=Category.ACCOUNT, purpose=Purpose.ACCOUNT, keep=Keep.ACCOUNT
    )


class SignIn(Base):
    """A living sign-in. It ends by being deleted, or by its age."""

    __tablename__ = "sign_in"
    __table_args__ = (
        {
            "info": {
                "lookup": "a request shows a token, not whose it is",
                "kept_from": "signed_in_at",
            }
        },
    )

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    token_hash: Mapped[bytes] = personal(
        LargeBinary,
        unique=True,
        hashed=True,
        category=Category.SECURITY,
        purpose=Purpose.SECURITY,
        keep=Keep.DAY,
    )
    signed_in_at: Mapped[datetime] = personal(
        category=Category.SECURITY, purpose=Purpose.SECURITY, keep=Keep.DAY
    )
    last_seen_at: Mapped[datetime] = personal(
        index=True, category=Category.SECURITY, purpose=Purpose.SECURITY, keep=Keep.DAY
    )


class Device(Base):
    """What a sign-in was made with, in a few coarse words, so that its owner recognises it."""

    __tablename__ = "device"

    sign_in_id: Mapped[UUID] = plain(
        "row id of the sign-in", ForeignKey(SignIn.id, ondelete="CASCADE"), primary_key=True
    )
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    label: Mapped[Sealed] = personal(
        SealedType, category=Category.SECURITY, purpose=Purpose.SECURITY, keep=Keep.DAY
    )


class Link(Base):
    """A link that a mail carries, known by the hash of its token. Using it deletes it."""

    __tablename__ = "link"
    __table_args__ = (
        {
            "info": {
                "lookup": "who follows a link shows a token, not who they are",
                "kept_until": "expires_at",
            }
        },
    )

    id: Mapped[UUID] = plain("id of the mail that carries it", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    purpose: Mapped[LinkPurpose] = plain("what it is good for")
    token_hash: Mapped[bytes] = personal(
        LargeBinary,
        unique=True,
        hashed=True,
        category=Category.SECURITY,
        purpose=Purpose.SECURITY,
        keep=Keep.DAY,
    )
    password_number: Mapped[int] = plain("the password that it is bound to")
    expires_at: Mapped[datetime] = plain("until when it is good", index=True)


class Bucket(Base):
    """How often something was tried lately. About nobody: strangers' addresses are tried too."""

    __tablename__ = "bucket"

    key: Mapped[bytes] = plain("keyed hash of what was tried from where", primary_key=True)
    email_index: Mapped[bytes | None] = plain(
        "keyed hash of the address tried, whoever has it; gone within a day", index=True
    )
    level: Mapped[float] = plain("tries not yet forgotten", Double)
    last_at: Mapped[datetime] = plain("when the last try was let in", index=True)
