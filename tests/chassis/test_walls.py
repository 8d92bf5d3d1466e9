"""What PostgreSQL refuses by itself, however wrong our code may be."""

import pytest
from sqlalchemy import Executable, MetaData, create_engine, delete, func, insert, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Mapped
from sqlalchemy.pool import NullPool

from chassis.db import Base as OwnerBase
from chassis.db import RefusedStatementError, plain, schema_of
from chassis.ids import new_id
from chassis.seal import Sealed, SealedType
from chassis.walls import walls
from contracts.message import Owner
from tests.chassis.diary import CHASSIS, CONTENT, Diary, DiaryService, Mood, a_full_life, a_lock
from tests.support.people import a_person
from tests.support.services import worker
from tests.support.stack import Stack

NOT_ALLOWED = "42501"


def run_as(stack: Stack, role: str, statement: Executable) -> str | None:
    """The SQLSTATE that `role` gets for `statement`; None if it may."""
    with stack.admin().connect() as connection:
        connection.execute(text(f"SET ROLE {role}"))
        try:
            connection.execute(statement)
        except DBAPIError as refused:
            return str(refused.orig.pgcode)
    return None


@pytest.mark.parametrize("table", CONTENT, ids=str)
def test_without_saying_for_whom_no_content_is_seen(diary: Stack, table: object) -> None:
    diaries = worker(DiaryService, diary)
    a_full_life(diaries, a_person())

    with diaries.db.transaction() as tx:
        assert tx.scalar(select(func.count()).select_from(table)) == 0


@pytest.mark.parametrize("table", CONTENT, ids=str)
def test_a_query_that_forgets_its_filter_sees_one_person_only(diary: Stack, table: object) -> None:
    diaries, ada, grace = worker(DiaryService, diary), a_person(), a_person()
    a_full_life(diaries, ada)
    a_full_life(diaries, grace)

    with diaries.db.transaction(ada) as tx:
        assert set(tx.scalars(select(table.c.subject_id))) == {ada}


def test_a_write_for_another_person_is_refused(diary: Stack) -> None:
    diaries, ada, grace = worker(DiaryService, diary), a_person(), a_person()
    a_full_life(diaries, grace)

    with pytest.raises(RefusedStatementError) as refused, diaries.db.transaction(ada) as tx:
        tx.add(Mood(subject_id=grace, level=1))

    assert refused.value.sqlstate == NOT_ALLOWED


def test_a_change_without_a_filter_touches_one_person_only(diary: Stack) -> None:
    diaries, ada, grace = worker(DiaryService, diary), a_person(), a_person()
    a_full_life(diaries, ada)
    a_full_life(diaries, grace)

    with diaries.db.transaction(ada) as tx:
        tx.execute(Mood.__table__.update().values(level=0))

    with diaries.db.transaction(grace) as tx:
        assert tx.scalars(select(Mood.level)).one() == 4


def test_the_person_of_one_transaction_is_forgotten_in_the_next(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    a_full_life(diaries, ada)

    for _ in range(3):
        with diaries.db.transaction(ada) as tx:
            assert tx.scalars(select(Diary.id)).all()
        with diaries.db.transaction() as tx:
            assert tx.scalars(select(Diary.id)).all() == []


def test_what_is_looked_up_by_a_hash_is_found_without_a_person(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    a_full_life(diaries, ada)
    lock = a_lock(ada)
    with diaries.db.transaction(ada) as tx:
        tx.add(lock)

    with diaries.db.transaction() as tx:
        found = select(type(lock).subject_id).where(type(lock).key_hash == lock.key_hash)
        assert tx.scalars(found).one() == ada


def test_content_can_not_stand_where_anybody_may_look() -> None:
    class Base(OwnerBase):
        __abstract__ = True
        metadata = schema_of(Owner.ANALYTICS)

    class Open(Base):
        __tablename__ = "open"
        __table_args__ = ({"info": {"lookup": "by anybody"}},)
        id: Mapped[bytes] = plain("hash", primary_key=True)
        content: Mapped[Sealed] = plain("not so plain", SealedType)

    with pytest.raises(TypeError, match="may not hold"):
        list(walls(Base.metadata, Owner.ANALYTICS))


@pytest.mark.parametrize("table", CONTENT, ids=str)
def test_the_verifier_counts_everybody_and_reads_nothing_else(diary: Stack, table: object) -> None:
    a_full_life(worker(DiaryService, diary), a_person())

    with diary.admin().connect() as connection:
        connection.execute(text("SET ROLE verifier"))
        assert connection.scalar(select(func.count(table.c.subject_id))) > 0
    assert run_as(diary, "verifier", select(table)) == NOT_ALLOWED
    assert run_as(diary, "verifier", delete(table)) == NOT_ALLOWED


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE analytics.mine (id int)",
        "CREATE TABLE public.mine (id int)",
        "CREATE TEMPORARY TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "ALTER TABLE analytics.diary DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE analytics.diary NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY own ON analytics.diary",
        "DROP TRIGGER refuse_erased ON analytics.diary",
        "TRUNCATE analytics.diary",
        "DROP TABLE analytics.page",
        "SET ROLE analytics_owner",
        "DELETE FROM analytics.tombstone",
        "UPDATE analytics.tombstone SET at = now()",
        "SELECT * FROM documents.subject",
        "SELECT * FROM privacy.job",
    ],
)
def test_a_service_handles_rows_of_its_own_and_nothing_else(diary: Stack, statement: str) -> None:
    theirs = create_engine(
        diary.database_urls[Owner.ANALYTICS].get_secret_value(), poolclass=NullPool
    )

    with theirs.connect() as connection, pytest.raises(DBAPIError) as refused:
        connection.execute(text(statement))

    assert refused.value.orig.pgcode == NOT_ALLOWED


def test_row_security_holds_for_the_schema_s_owner_too(diary: Stack) -> None:
    a_full_life(worker(DiaryService, diary), a_person())

    with diary.admin().connect() as connection:
        connection.execute(text("SET ROLE analytics_owner"))
        assert connection.scalar(select(func.count()).select_from(Diary.__table__)) == 0


def test_a_tombstone_without_its_receipt_is_refused(diary: Stack) -> None:
    diaries = worker(DiaryService, diary)
    bare = {"scope": "account", "id": new_id(), "case_id": new_id(), "log_seq": 1}

    with pytest.raises(RefusedStatementError), diaries.db.transaction() as tx:
        tx.execute(insert(CHASSIS.tombstone).values(**bare, at=diaries.clock.now()))


def test_putting_the_walls_up_again_changes_nothing(diary: Stack) -> None:
    rights = text(
        "SELECT policyname, roles::text, cmd, qual, with_check FROM pg_policies"
        " WHERE schemaname = 'analytics' ORDER BY tablename, policyname"
    )
    metadata: MetaData = DiaryService.metadata
    with diary.admin().begin() as connection:
        before = connection.execute(rights).all()

        connection.execute(text("SET LOCAL ROLE analytics_owner"))
        for wall in walls(metadata, Owner.ANALYTICS):
            connection.exec_driver_sql(wall, execution_options={"no_parameters": True})

        assert connection.execute(rights).all() == before
    assert len(before) == 2 * len(CONTENT)
