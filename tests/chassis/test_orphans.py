"""A key without content is found by its owner, removed by privacy, and kept while it may serve."""

import threading

import pytest
from sqlalchemy import create_engine, insert, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from chassis.errors import Gone
from chassis.ids import new_id
from chassis.keys import KeyDestroyer, Keyring
from chassis.orphans import judge
from chassis.seal import Key
from contracts.message import Owner, PersonId, Scope
from services.documents.tables import CHASSIS, Base, JobDescription
from tests.chassis.vault import Vault
from tests.support.people import a_person
from tests.support.stack import Stack

HOUR, WEEK = "1 hour 1 second", "7 days 1 second"
KIND = Scope.JOB_DESCRIPTION


class Desk:
    """Documents, with a keys database of its own."""

    def __init__(self, stack: Stack, vault: Vault) -> None:
        self.db, self.vault = stack.database(Owner.DOCUMENTS), vault
        self.ring: Keyring = vault.ring(Owner.DOCUMENTS)
        self.destroyer: KeyDestroyer = vault.destroyer()

    def judge(self) -> int:
        return judge(self.db, self.ring, Base.metadata)

    def write(self, person: PersonId, item: object, key: Key) -> None:
        """The row that comes after the key."""
        row = {"id": item, "subject_id": person, "state": "done", "version": 1}
        with self.db.transaction(person) as tx:
            tx.execute(insert(CHASSIS.subject).values(subject_id=person, created_at=text("now()")))
            title = key.seal(JobDescription.title, new_id(), "An invented job")
            content = {"title": title, "text": title, "added_at": text("now()")}
            tx.execute(insert(JobDescription).values(**row, **content))

    def grow_older(self, by: str) -> None:
        """As if that time had passed: with the triggers off, as a superuser alone can do."""
        self.vault.rows(
            "SET session_replication_role = replica; "  # noqa: S608 - a test's word
            f"UPDATE keys.key SET asked_at = asked_at - interval '{by}', "
            f"orphan_since = orphan_since - interval '{by}' RETURNING id"
        )

    def delete_all(self) -> int:
        """As privacy's own role, without any condition."""
        return self.told(Owner.PRIVACY, "DELETE FROM keys.key RETURNING id")

    def told(self, owner: Owner, statement: str) -> int:
        """As an owner's own role, which a thief may have; the rows that it names."""
        engine = create_engine(self.vault.url(owner).get_secret_value(), poolclass=NullPool)
        with engine.begin() as connection:
            return len(connection.execute(text(statement)).all())

    def living(self) -> list[object]:
        rows = self.vault.rows("SELECT id FROM keys.key WHERE wrapped IS NOT NULL")
        return [row[0] for row in rows]


@pytest.fixture
def desk(stack: Stack, vault: Vault) -> Desk:
    return Desk(stack, vault)


def test_a_key_whose_content_was_never_written_is_found_and_removed(desk: Desk) -> None:
    ada, lost = a_person(), new_id()
    desk.ring.make(KIND, lost, ada)

    desk.grow_older(HOUR)
    assert desk.judge() == 1
    desk.grow_older(WEEK)
    assert desk.destroyer.sweep() == 1

    assert desk.living() == []
    with pytest.raises(Gone):
        desk.ring.get(KIND, lost, ada)


def test_a_key_with_content_stays_however_old(desk: Desk) -> None:
    ada, item = a_person(), new_id()
    key = desk.ring.make(KIND, item, ada)
    desk.write(ada, item, key)

    desk.grow_older("5 years")
    assert desk.judge() == 0
    desk.grow_older(WEEK)
    assert desk.destroyer.sweep() == 0

    assert desk.ring.get(KIND, item, ada) == key


def test_a_key_that_somebody_has_just_made_is_not_judged(desk: Desk) -> None:
    desk.ring.make(KIND, new_id(), a_person())
    desk.grow_older("59 minutes")

    assert desk.judge() == 0


def test_the_key_of_an_account_is_never_an_orphan(desk: Desk, vault: Vault) -> None:
    ada = a_person()
    key = desk.ring.for_person(ada)
    desk.grow_older("5 years")

    assert desk.judge() == 0
    with pytest.raises(DBAPIError):
        vault.rows("UPDATE keys.key SET orphan_since = now() RETURNING id")

    assert desk.ring.for_person(ada) == key


def test_whoever_makes_it_again_has_it_and_it_is_no_orphan_any_more(desk: Desk) -> None:
    ada, item = a_person(), new_id()
    key = desk.ring.make(KIND, item, ada)
    desk.grow_older(HOUR)
    desk.judge()
    desk.grow_older(WEEK)

    assert desk.ring.make(KIND, item, ada) == key

    assert desk.destroyer.sweep() == 0
    desk.write(ada, item, key)
    assert desk.judge() == 0


def test_what_was_swept_can_be_made_anew_because_the_thing_itself_may_live(desk: Desk) -> None:
    ada, item = a_person(), new_id()
    lost = desk.ring.make(KIND, item, ada)
    desk.grow_older(HOUR)
    desk.judge()
    desk.grow_older(WEEK)
    desk.destroyer.sweep()

    assert desk.ring.make(KIND, item, ada) != lost


def test_what_was_erased_can_not_be_made_anew_by_sweeping_it(desk: Desk) -> None:
    ada, item = a_person(), new_id()
    desk.ring.make(KIND, item, ada)
    desk.grow_older(HOUR)
    desk.judge()
    desk.grow_older(WEEK)
    desk.destroyer.destroy(KIND, item, ada)

    assert desk.destroyer.sweep() == 0

    with pytest.raises(Gone):
        desk.ring.make(KIND, item, ada)


def test_an_orphan_whose_row_comes_back_is_none_any_more(desk: Desk) -> None:
    """As after rows were restored from a backup."""
    ada, item = a_person(), new_id()
    key = desk.ring.make(KIND, item, ada)
    desk.grow_older(HOUR)
    assert desk.judge() == 1

    desk.write(ada, item, key)
    desk.judge()
    desk.grow_older(WEEK)

    assert desk.destroyer.sweep() == 0
    assert desk.ring.get(KIND, item, ada) == key


def test_content_that_is_being_written_keeps_its_key_through_every_sweep(desk: Desk) -> None:
    """Makers and sweepers at once, and every key is old enough to be swept when it is wanted."""
    people = [(a_person(), new_id()) for _ in range(40)]
    for ada, item in people:
        desk.ring.make(KIND, item, ada)
    desk.grow_older(HOUR)
    assert desk.judge() == len(people)
    desk.grow_older(WEEK)
    is_over = threading.Event()

    def sweep() -> None:
        while not is_over.is_set():
            desk.judge()
            desk.destroyer.sweep()

    sweeper = threading.Thread(target=sweep)
    sweeper.start()
    written = []
    for ada, item in people:
        key = desk.ring.make(KIND, item, ada)
        desk.write(ada, item, key)
        written.append((ada, item, key))
    is_over.set()
    sweeper.join()

    assert all(desk.ring.get(KIND, item, ada) == key for ada, item, key in written)


@pytest.mark.parametrize("owner", [each for each in Owner if each is not Owner.PRIVACY])
def test_an_owner_judges_its_own_keys_and_removes_none(
    stack: Stack, desk: Desk, owner: Owner
) -> None:
    desk.ring.make(KIND, new_id(), a_person())
    desk.grow_older(HOUR)
    ring = desk.vault.ring(owner)

    with ring.transaction() as tx:
        marked = tx.execute(text("UPDATE keys.key SET orphan_since = now() RETURNING id")).all()
    with pytest.raises(Exception, match="42501"), ring.transaction() as tx:
        tx.execute(text("DELETE FROM keys.key"))

    assert len(marked) == (owner is Owner.DOCUMENTS)


def test_whatever_privacy_asks_only_orphans_of_a_week_are_removed(desk: Desk) -> None:
    ada, grace = a_person(), a_person()
    orphan, destroyed, recent = new_id(), new_id(), new_id()
    for item in (orphan, destroyed):
        desk.ring.make(KIND, item, ada)
    desk.ring.for_person(ada)
    desk.grow_older(HOUR)
    desk.judge()
    desk.grow_older("6 days 23 hours")
    desk.ring.make(KIND, recent, grace)

    before = desk.delete_all()
    desk.grow_older(HOUR)
    desk.destroyer.destroy(KIND, destroyed, ada)
    after = desk.delete_all()

    assert (before, after) == (0, 1)
    assert set(desk.living()) == {ada, recent}


LONG_AGO = "now() - interval '1 year'"


@pytest.mark.parametrize("date", [LONG_AGO, "now() + interval '1 year'"])
def test_since_when_a_key_is_an_orphan_is_nobodys_to_say(desk: Desk, date: str) -> None:
    desk.ring.make(KIND, new_id(), a_person())

    for _ in range(2):
        named = f"UPDATE keys.key SET orphan_since = {date} RETURNING id"  # noqa: S608 - as above
        assert desk.told(Owner.DOCUMENTS, named) == 1

    fresh = "SELECT id FROM keys.key WHERE orphan_since BETWEEN now() - interval '1 min' AND now()"
    assert len(desk.vault.rows(fresh)) == 1
    assert desk.delete_all() == 0


def test_a_key_is_never_made_as_an_orphan(desk: Desk) -> None:
    made = (
        "INSERT INTO keys.key (owner, kind, id, person_id, wrapped, epoch, orphan_since) "  # noqa: S608 - as above
        f"VALUES ('documents', '{KIND}', gen_random_uuid(), gen_random_uuid(), 'x', 1, {LONG_AGO}) "
        "RETURNING id"
    )

    assert desk.told(Owner.DOCUMENTS, made) == 1

    assert desk.delete_all() == 0
    assert len(desk.vault.rows("SELECT id FROM keys.key WHERE orphan_since IS NULL")) == 1


def test_a_transaction_that_is_kept_open_dates_nothing_back(desk: Desk) -> None:
    desk.ring.make(KIND, new_id(), a_person())

    named = "UPDATE keys.key SET orphan_since = now() RETURNING orphan_since > now()"
    with desk.ring.transaction() as tx:
        tx.execute(text("SELECT 1"))
        is_later = tx.scalar(text(named))

    assert is_later


def test_privacy_says_of_no_other_owners_key_that_it_is_an_orphan(desk: Desk) -> None:
    desk.ring.make(KIND, new_id(), a_person())

    with pytest.raises(DBAPIError) as refused:
        desk.told(Owner.PRIVACY, "UPDATE keys.key SET orphan_since = now() RETURNING id")

    assert refused.value.orig.pgcode == "42501"
