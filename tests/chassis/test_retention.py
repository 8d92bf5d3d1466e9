"""What may be kept for a while goes when the while is over; what belongs to an account stays."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Column, DateTime, ForeignKey, MetaData, Table, Uuid, insert

from chassis.datamap import count_remaining
from chassis.db import Category, Keep, Purpose, personal, subject
from chassis.ids import new_id
from chassis.retention import AGES, UnenforceableError, enforce, enforce_for_each, overdue
from contracts.message import PersonId
from tests.chassis.diary import CHASSIS, Base, DiaryService, a_full_life
from tests.support.people import a_person
from tests.support.services import worker
from tests.support.stack import Stack

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def a_column(name: str, keep: Keep, *args: object) -> Column[object]:
    marked = personal(
        name,
        DateTime(timezone=True),
        *args,
        category=Category.SECURITY,
        purpose=Purpose.SECURITY,
        keep=keep,
    )
    return marked.column


def a_table(metadata: MetaData, name: str, *columns: Column[object], **info: str) -> Table:
    whose = subject("subject_id", Uuid).column
    return Table(name, metadata, Column("id", Uuid, primary_key=True), whose, *columns, info=info)


def ended(metadata: MetaData) -> list[str]:
    return [each.table.name for each in overdue(metadata, NOW)]


def test_a_table_with_a_short_keep_and_no_way_to_enforce_it_is_refused() -> None:
    metadata = MetaData()
    a_table(metadata, "visit", a_column("at", Keep.DAY))

    with pytest.raises(UnenforceableError, match="visit is kept for 1 day"):
        overdue(metadata, NOW)


def test_a_table_whose_columns_are_kept_for_different_times_is_refused() -> None:
    metadata = MetaData()
    columns = a_column("at", Keep.DAY), a_column("name", Keep.ACCOUNT)
    a_table(metadata, "visit", *columns, kept_from="at")

    with pytest.raises(UnenforceableError, match="longer than others"):
        overdue(metadata, NOW)


@pytest.mark.parametrize("keep", [Keep.ACCOUNT, Keep.WEEK])
def test_what_hangs_on_something_that_is_kept_for_another_time_is_refused(keep: Keep) -> None:
    metadata = MetaData()
    a_table(metadata, "visit", a_column("at", keep), kept_from="at")
    a_table(metadata, "step", Column("visit", ForeignKey("visit.id"), nullable=False))
    metadata.tables["step"].append_column(a_column("at", Keep.DAY))

    with pytest.raises(UnenforceableError, match="step"):
        overdue(metadata, NOW)


def test_what_hangs_on_something_goes_before_it() -> None:
    metadata = MetaData()
    a_table(metadata, "visit", a_column("at", Keep.DAY), kept_from="at")
    hanging = Column("visit", ForeignKey("visit.id"), nullable=False)
    a_table(metadata, "step", hanging, a_column("at", Keep.DAY))

    assert ended(metadata) == ["step", "visit"]


@pytest.mark.parametrize("keep", list(Keep))
def test_every_keep_but_that_of_the_account_ends_by_age(keep: Keep) -> None:
    metadata = MetaData()
    a_table(metadata, "visit", a_column("at", keep), kept_from="at")

    assert ended(metadata) == ([] if keep is Keep.ACCOUNT else ["visit"])
    assert (keep in AGES) == (keep is not Keep.ACCOUNT)


def held(diaries: DiaryService, person: PersonId) -> dict[str, int]:
    with diaries.db.transaction(person) as tx:
        return count_remaining(tx, Base.metadata, person)


def kept_until(diaries: DiaryService, at: datetime) -> None:
    enforce(diaries.db, Base.metadata, at)
    enforce_for_each(diaries.db, Base.metadata, CHASSIS, at)


def test_nothing_of_an_account_goes_in_five_years(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    a_full_life(diaries, ada)
    before = held(diaries, ada)

    kept_until(diaries, datetime.now(UTC) + timedelta(days=5 * 365))

    assert held(diaries, ada) == before
    assert before["mood"] == before["page"] == before["diary"] == before["lock"] == 1


@pytest.mark.parametrize(("hours", "left"), [(23, 1), (25, 0)])
def test_an_answer_is_kept_for_a_day(diary: Stack, hours: int, left: int) -> None:
    diaries, ada, at = worker(DiaryService, diary), a_person(), datetime.now(UTC)
    with diaries.db.transaction(ada) as tx:
        diaries.ensure_subject(tx, ada)
        hashes = {"key_hash": b"key", "body_hash": b"body", "answered_at": at}
        tx.execute(insert(CHASSIS.answered).values(id=new_id(), subject_id=ada, **hashes))

    kept_until(diaries, at + timedelta(hours=hours))

    assert held(diaries, ada)["answered"] == left
