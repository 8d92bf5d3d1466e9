"""No column without a mark, no row without a person, no library's text in an error of ours."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import Enum, Text, func, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from chassis.config import Settings
from chassis.db import Base as OwnerBase
from chassis.db import (
    Category,
    Database,
    Keep,
    Purpose,
    RefusedStatementError,
    database,
    personal,
    plain,
    schema_of,
    subject,
)
from chassis.errors import Gone, Unavailable
from contracts.message import Owner, PersonId
from tests.chassis.diary import Diary, DiaryService, Mood, a_diary, a_full_life
from tests.support.people import a_person
from tests.support.services import worker
from tests.support.stack import Stack

CONTENT = {"category": Category.RESUME, "purpose": Purpose.ANALYSIS, "keep": Keep.ACCOUNT}


def a_base() -> type[OwnerBase]:
    class Base(OwnerBase):
        __abstract__ = True
        metadata = schema_of(Owner.ANALYTICS)

    return Base


def test_a_column_that_says_nothing_of_itself_can_not_be_mapped() -> None:
    base = a_base()

    with pytest.raises(TypeError, match=r"say plain.*'note'"):

        class Bare(base):  # type: ignore[valid-type,misc]  # a base made for this test
            __tablename__ = "bare"
            id: Mapped[int] = plain("row id", primary_key=True)
            note: Mapped[str] = mapped_column(Text)


def test_a_personal_column_of_nobody_can_not_be_mapped() -> None:
    base = a_base()

    with pytest.raises(TypeError, match="whose is it"):

        class Nobodys(base):  # type: ignore[valid-type,misc]  # a base made for this test
            __tablename__ = "nobodys"
            id: Mapped[int] = plain("row id", primary_key=True)
            note: Mapped[str] = personal(Text, **CONTENT)


def test_a_person_s_column_is_called_as_the_verifier_looks_for_it() -> None:
    base = a_base()

    with pytest.raises(TypeError, match="subject_id"):

        class Hidden(base):  # type: ignore[valid-type,misc]  # a base made for this test
            __tablename__ = "hidden"
            owner_id: Mapped[PersonId] = subject(primary_key=True)


def test_a_closed_set_is_stored_by_its_values() -> None:
    class Mode(StrEnum):
        IN_TEXT = "in-text"

    class Setting(a_base()):  # type: ignore[misc]  # a base made for this test
        __tablename__ = "setting"
        id: Mapped[int] = plain("row id", primary_key=True)
        mode: Mapped[Mode] = plain("a choice")

    kind = Setting.__table__.c.mode.type
    assert isinstance(kind, Enum)
    assert (kind.enums, kind.native_enum) == (["in-text"], False)


def test_a_row_under_something_erased_is_gone(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    book = a_diary(diaries.keyring, ada)

    with pytest.raises(Gone), diaries.db.transaction(ada) as tx:
        tx.add(book)


def test_a_slow_statement_is_unavailable(diary: Stack) -> None:
    db = Database(diary.database_urls[Owner.ANALYTICS], pool=1, statement_ms=50)

    with pytest.raises(Unavailable), db.transaction() as tx:
        tx.execute(select(func.pg_sleep(5)))
    db.close()


def test_a_pool_that_is_used_up_is_unavailable_within_its_time(diary: Stack) -> None:
    db = Database(diary.database_urls[Owner.ANALYTICS], pool=1)

    with db.transaction() as held:
        held.execute(select(1))

        with pytest.raises(Unavailable), db.transaction() as tx:
            tx.execute(select(1))
    db.close()


def test_a_database_that_is_away_is_unavailable() -> None:
    nowhere = Database(SecretStr("postgresql+psycopg2://a:b@127.0.0.1:1/nowhere"))

    with pytest.raises(Unavailable), nowhere.transaction() as tx:
        tx.execute(select(1))


def test_a_connection_that_was_cut_at_rest_is_replaced(diary: Stack) -> None:
    db = Database(diary.database_urls[Owner.ANALYTICS], pool=1, rested_s=0)
    with db.transaction() as tx:
        backend = tx.scalar(select(func.pg_backend_pid()))
    with diary.admin().connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": backend})

    with db.transaction() as tx:
        assert tx.scalar(select(func.pg_backend_pid())) != backend
    db.close()


def test_a_connection_that_is_cut_under_way_is_unavailable(diary: Stack) -> None:
    db = Database(diary.database_urls[Owner.ANALYTICS], pool=1)

    with pytest.raises(Unavailable), db.transaction() as tx:
        _cut(diary, tx)
    db.close()


def test_two_of_what_may_be_once_is_a_bug_known_by_its_sqlstate(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    a_full_life(diaries, ada)

    with pytest.raises(RefusedStatementError) as refused, diaries.db.transaction(ada) as tx:
        tx.add(Mood(subject_id=ada, level=1))

    assert refused.value.sqlstate == "23505"


def test_an_error_shows_neither_values_nor_where_it_came_from(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    statement = text("SELECT 1 FROM nowhere WHERE name = :name")

    with pytest.raises(RefusedStatementError) as raised, diaries.db.transaction(ada) as tx:
        tx.execute(statement, {"name": "Ada Lovelace"})

    assert str(raised.value) == "SQLSTATE 42P01"
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__


def test_nothing_is_kept_of_a_transaction_that_fails(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()

    with pytest.raises(ZeroDivisionError), diaries.db.transaction(ada) as tx:
        a_row_and_then(tx, diaries, ada, lambda: 1 / 0)

    with diaries.db.transaction(ada) as tx:
        assert tx.scalars(select(Diary.id)).all() == []


def test_a_process_without_a_database_says_what_is_missing() -> None:
    bare = Settings(process="auth", secrets="nowhere", amqp_url=SecretStr("amqp://"))

    with pytest.raises(ValueError, match="MIRA_DATABASE_URL"):
        database(bare)


def a_row_and_then(
    tx: Any, diaries: DiaryService, person: PersonId, then: Callable[[], object]
) -> None:
    diaries.ensure_subject(tx, person)
    tx.flush()
    tx.add(a_diary(diaries.keyring, person))
    tx.flush()
    then()


def _cut(stack: Stack, tx: Session) -> None:
    """End the session of `tx` as an administrator does, and use it once more."""
    backend = tx.scalar(select(func.pg_backend_pid()))
    with stack.admin().connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": backend})
    tx.execute(select(1))
