"""What every service forgets by itself, and when."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, select, text

from chassis.bus.inject import Parts
from chassis.bus.sweeper import Sweeper
from chassis.db import database
from chassis.ids import new_id
from chassis.keys import keyring
from contracts.message import Scope
from tests.chassis.diary import CHASSIS, OWNER, DiaryService
from tests.support.people import a_person
from tests.support.stack import Stack


def parts_of(diary: Stack) -> Parts:
    return diary.parts(OWNER, DiaryService)


def an_orphan(diary: Stack) -> object:
    """The id of a thing whose key was made two hours ago, and that never was."""
    item = new_id()
    parts_of(diary).of(keyring).make(Scope.SESSION, item, a_person())
    older = "UPDATE keys.key SET asked_at = now() - interval '2 hours' WHERE id = :id"
    with diary.admin(keys=True).begin() as connection:
        connection.execute(text(older), {"id": item})
    return item


def is_noted(diary: Stack, item: object) -> bool:
    noted = text("SELECT orphan_since IS NOT NULL FROM keys.key WHERE id = :id")
    with diary.admin(keys=True).connect() as connection:
        return bool(connection.scalar(noted, {"id": item}))


def test_an_answer_that_is_a_day_old_goes_and_a_younger_one_stays(diary: Stack) -> None:
    db, ada, at = parts_of(diary).of(database), a_person(), datetime.now(UTC)
    old, young = new_id(), new_id()
    with db.transaction(ada) as tx:
        tx.execute(insert(CHASSIS.subject).values(subject_id=ada, created_at=at))
        for row, hours in ((old, 25), (young, 23)):
            said = {"key_hash": row.bytes, "body_hash": b"", "subject_id": ada}
            when = at - timedelta(hours=hours)
            tx.execute(insert(CHASSIS.answered).values(id=row, answered_at=when, **said))

    assert Sweeper(parts_of(diary)).sweep() >= 1

    answered = CHASSIS.answered.c
    with db.transaction() as tx:
        left = tx.scalars(select(answered.id).where(answered.subject_id == ada)).all()
    assert left == [young]


def test_keys_without_content_are_looked_for_once_a_night(diary: Stack) -> None:
    sweeper = Sweeper(parts_of(diary))
    before = an_orphan(diary)
    sweeper.sweep_nightly()
    assert is_noted(diary, before)

    later = an_orphan(diary)
    sweeper.sweep_nightly()

    assert not is_noted(diary, later)
