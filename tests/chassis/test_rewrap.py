"""The epoch key changes every night: the living are read as before, the destroyed are dead."""

import threading

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError, ProgrammingError
from sqlalchemy.pool import NullPool

from chassis.errors import Unavailable
from chassis.ids import new_id
from chassis.keys import place_of, unwrap
from contracts.message import Owner, Scope
from tests.chassis.vault import Vault
from tests.support.people import a_person


def test_a_living_key_is_the_same_under_a_newer_epoch(vault: Vault) -> None:
    ring, item, ada = vault.ring(), new_id(), a_person()
    before = ring.make(Scope.SESSION, item, ada)
    vault.bring(2)

    assert vault.rewrapper().renew() == [2]
    vault.lose(1)

    assert ring.get(Scope.SESSION, item, ada) == before
    assert ring.make(Scope.SESSION, new_id(), ada)


def test_old_bytes_open_with_nothing_that_is_left(vault: Vault) -> None:
    """What lies in files and WAL of a key that was destroyed or wrapped anew."""
    ring, item, ada = vault.ring(), new_id(), a_person()
    ring.make(Scope.SESSION, item, ada)
    ((residue,),) = vault.rows("SELECT wrapped FROM keys.key")
    vault.destroyer().destroy(Scope.ACCOUNT, ada, ada)
    vault.bring(2)

    vault.rewrapper().renew()
    vault.lose(1)

    place = place_of(Owner.INTERVIEW, Scope.SESSION, item)
    for number in vault.secrets().epochs():
        with pytest.raises(InvalidTag):
            unwrap(vault.secrets().epoch_key(number), bytes(residue), place)


def test_a_destroyed_key_stays_destroyed(vault: Vault) -> None:
    item, ada = new_id(), a_person()
    vault.ring().make(Scope.SESSION, item, ada)
    vault.destroyer().destroy(Scope.SESSION, item, ada)
    vault.bring(2)

    vault.rewrapper().renew()

    assert vault.rows("SELECT count(*) FROM keys.key WHERE wrapped IS NOT NULL") == [(0,)]


@pytest.mark.parametrize("batches", range(4))
def test_a_renewal_that_dies_after_any_batch_is_finished_by_the_next(
    vault: Vault, batches: int
) -> None:
    ring, ada = vault.ring(), a_person()
    made = {item: ring.make(Scope.SESSION, item, ada) for item in (new_id() for _ in range(6))}
    vault.bring(2)
    vault.rows("INSERT INTO keys.epoch VALUES (2) RETURNING number")
    dying = vault.rewrapper(batch=2)
    for _ in range(batches):
        dying.rewrap_some(2)

    assert {item: ring.get(Scope.SESSION, item, ada) for item in made} == made
    assert vault.rewrapper(batch=2).renew() == [2]
    vault.lose(1)

    assert {item: ring.get(Scope.SESSION, item, ada) for item in made} == made


def test_renewing_twice_renews_once(vault: Vault) -> None:
    vault.ring().make(Scope.SESSION, new_id(), a_person())
    vault.bring(2)

    assert vault.rewrapper().renew() == vault.rewrapper().renew() == [2]


def test_makers_and_destroyers_during_a_renewal_lose_and_revive_nothing(vault: Vault) -> None:
    ada, grace = a_person(), a_person()
    ring, destroyer = vault.ring(), vault.destroyer()
    made = []
    is_over = threading.Event()

    def make() -> None:
        while not is_over.is_set():
            item = new_id()
            made.append((item, ring.make(Scope.SESSION, item, ada)))
            lost = new_id()
            ring.make(Scope.RESUME, lost, grace)
            destroyer.destroy(Scope.RESUME, lost, grace)

    maker = threading.Thread(target=make)
    maker.start()
    for number in range(2, 6):
        vault.bring(number)
        left = vault.rewrapper(batch=3).renew()
        for old in set(vault.secrets().epochs()) - set(left):
            vault.lose(old)
    is_over.set()
    maker.join()

    assert all(ring.get(Scope.SESSION, item, ada) == key for item, key in made)
    living = "SELECT count(*) FROM keys.key WHERE wrapped IS NOT NULL"
    assert vault.rows(living) == [(len(made),)]


def test_a_service_that_has_not_got_the_newest_epoch_key_waits_for_it(vault: Vault) -> None:
    item, ada = new_id(), a_person()
    ring = vault.ring()
    made = ring.make(Scope.SESSION, item, ada)
    vault.bring(2, *(owner for owner in Owner if owner is not Owner.INTERVIEW))
    vault.rewrapper().renew()

    with pytest.raises(Unavailable):
        ring.get(Scope.SESSION, item, ada)

    key = vault.secrets().epoch_key(2)
    (vault.folder / Owner.INTERVIEW / "epoch" / "2.key").write_bytes(key)
    assert ring.get(Scope.SESSION, item, ada) == made


def test_an_epoch_that_wraps_something_can_not_be_forgotten(vault: Vault) -> None:
    vault.ring().make(Scope.SESSION, new_id(), a_person())

    with pytest.raises(IntegrityError):
        vault.rows("DELETE FROM keys.epoch RETURNING number")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE keys.key SET wrapped = 'x', destroyed_at = NULL, epoch = 2",
        "UPDATE keys.key SET wrapped = 'x' WHERE wrapped IS NOT NULL",
        "UPDATE keys.key SET epoch = 1 WHERE wrapped IS NOT NULL",
    ],
)
def test_privacy_wraps_forward_or_destroys_and_nothing_else(vault: Vault, change: str) -> None:
    ring, dead, ada = vault.ring(), new_id(), a_person()
    ring.make(Scope.SESSION, new_id(), ada)
    ring.make(Scope.SESSION, dead, ada)
    vault.destroyer().destroy(Scope.SESSION, dead, ada)
    vault.bring(2)
    vault.rewrapper().renew()
    engine = create_engine(vault.url(Owner.PRIVACY).get_secret_value(), poolclass=NullPool)

    with engine.connect() as connection, pytest.raises(ProgrammingError) as refused:
        connection.execute(text(change))

    assert refused.value.orig.pgcode == "42501"
