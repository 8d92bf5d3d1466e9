"""A small owner with one table of each kind, in a database of its own: what the chassis promises
to every owner is tried on it. It goes by the name of analytics, for roles, keys and topics.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, Table, delete
from sqlalchemy.orm import Mapped, Session

from chassis.db import Base as OwnerBase
from chassis.db import Category, Keep, Purpose, personal, plain, schema_of, subject
from chassis.ids import new_id
from chassis.keys import Keyring
from chassis.owner import OwnerService
from chassis.seal import Sealed, SealedType
from chassis.tables import chassis_tables
from contracts.message import Owner, PersonId, Scope

OWNER = Owner.ANALYTICS


class Base(OwnerBase):
    __abstract__ = True
    metadata = schema_of(OWNER)


CHASSIS = chassis_tables(Base.metadata)
_PERSON = CHASSIS.subject.c.subject_id
_CONTENT = {"category": Category.TRANSCRIPT, "purpose": Purpose.INTERVIEW, "keep": Keep.ACCOUNT}


class Diary(Base):
    """An item: whoever erases the session with its id erases it and its pages."""

    __tablename__ = "diary"
    __table_args__ = ({"info": {"scope": Scope.SESSION, "scope_column": "id"}},)

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    title: Mapped[Sealed] = personal(SealedType, **_CONTENT)
    begun_at: Mapped[datetime] = plain("when it was begun")


class Page(Base):
    """What hangs on an item."""

    __tablename__ = "page"

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    diary_id: Mapped[UUID] = plain("its diary", ForeignKey(Diary.id), index=True)
    text: Mapped[Sealed] = personal(SealedType, **_CONTENT)


class Mood(Base):
    """What belongs to the account itself."""

    __tablename__ = "mood"

    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON), primary_key=True)
    level: Mapped[int] = personal(**_CONTENT)


class Lock(Base):
    """What is searched by a hash, before we know for whom."""

    __tablename__ = "lock"
    __table_args__ = ({"info": {"lookup": "a key is shown, not whose it is"}},)

    id: Mapped[UUID] = plain("row id", primary_key=True)
    subject_id: Mapped[PersonId] = subject(ForeignKey(_PERSON))
    key_hash: Mapped[bytes] = personal(LargeBinary, hashed=True, **_CONTENT)


CONTENT = (Diary.__table__, Page.__table__, Mood.__table__)


class DiaryService(OwnerService):
    name = OWNER.value
    metadata = Base.metadata
    tables = CHASSIS

    def erase(self, tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
        if scope is Scope.ACCOUNT:
            return {
                table.name: _gone(tx, table, table.c.subject_id == person)
                for table in (Lock.__table__, Mood.__table__, Page.__table__, Diary.__table__)
            }
        if scope is Scope.SESSION:
            pages = _gone(tx, Page.__table__, Page.diary_id == item_id)
            return {"page": pages, "diary": _gone(tx, Diary.__table__, Diary.id == item_id)}
        return {}

    def export(self, table: Table, row: Mapping[str, Any], person: PersonId) -> Mapping[str, bytes]:
        if table is Diary.__table__:
            key = self.keyring.get(Scope.SESSION, row["id"], person)
            return {"title": key.open(Diary.title, row["id"], row["title"])}
        if table is Page.__table__:
            key = self.keyring.get(Scope.SESSION, row["diary_id"], person)
            return {"text": key.open(Page.text, row["id"], row["text"])}
        return {}


def _gone(tx: Session, table: Any, condition: Any) -> int:
    return len(tx.execute(delete(table).where(condition).returning(table.c.subject_id)).all())


def a_diary(keyring: Keyring, person: PersonId, *, title: str = "Harbour notes") -> Diary:
    diary_id = new_id()
    key = keyring.make(Scope.SESSION, diary_id, person)
    sealed = key.seal(Diary.title, diary_id, title)
    return Diary(id=diary_id, subject_id=person, title=sealed, begun_at=datetime.now(UTC))


def a_page(keyring: Keyring, diary: Diary, *, text: str = "Low tide at seven.") -> Page:
    person, page_id = PersonId(diary.subject_id), new_id()
    key = keyring.make(Scope.SESSION, diary.id, person)
    sealed = key.seal(Page.text, page_id, text)
    return Page(id=page_id, subject_id=person, diary_id=diary.id, text=sealed)


def a_lock(person: PersonId) -> Lock:
    return Lock(id=new_id(), subject_id=person, key_hash=new_id().bytes)


def a_full_life(diaries: DiaryService, person: PersonId) -> Diary:
    """One row in every table that is about somebody; the diary is what comes back."""
    diary = a_diary(diaries.keyring, person)
    page = a_page(diaries.keyring, diary)
    with diaries.db.transaction(person) as tx:
        diaries.ensure_subject(tx, person)
        tx.flush()
        tx.add_all([diary, Mood(subject_id=person, level=4), a_lock(person)])
        tx.flush()
        tx.add(page)
    return diary
