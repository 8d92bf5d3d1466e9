"""A key per person and item; what privacy destroys is gone for everybody and stays gone."""

import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from chassis.errors import Gone
from chassis.ids import new_id
from chassis.keys import KeyDestroyer, Keyring
from chassis.seal import Key
from contracts.message import Owner, Scope
from tests.support.people import a_person
from tests.support.stack import Stack


@pytest.fixture(scope="module")
def destroyer(stack: Stack) -> Iterator[KeyDestroyer]:
    made = KeyDestroyer(stack.keys_urls[Owner.PRIVACY])
    yield made
    made.close()


def test_making_a_key_twice_gives_the_same_key(stack: Stack) -> None:
    ring, item, ada = stack.keyring(Owner.INTERVIEW), new_id(), a_person()

    assert ring.make(Scope.SESSION, item, ada) == ring.make(Scope.SESSION, item, ada)
    assert ring.make(Scope.SESSION, item, ada) == ring.get(Scope.SESSION, item, ada)


def test_two_owners_have_two_keys_for_one_item(stack: Stack) -> None:
    item, ada = new_id(), a_person()

    made = [stack.keyring(owner).make(Scope.SESSION, item, ada) for owner in Owner]

    assert len({key.secret for key in made}) == len(Owner)


def test_a_key_that_never_was_is_gone(stack: Stack) -> None:
    with pytest.raises(Gone):
        stack.keyring(Owner.INTERVIEW).get(Scope.SESSION, new_id(), a_person())


def test_another_person_s_key_is_gone_for_me(stack: Stack) -> None:
    ring, item, ada, grace = stack.keyring(Owner.INTERVIEW), new_id(), a_person(), a_person()
    ring.make(Scope.SESSION, item, ada)

    for ask in (ring.get, ring.make):
        with pytest.raises(Gone):
            ask(Scope.SESSION, item, grace)


def test_a_destroyed_key_is_gone_at_every_owner(stack: Stack, destroyer: KeyDestroyer) -> None:
    rings, item, ada = [stack.keyring(owner) for owner in Owner], new_id(), a_person()
    for ring in rings:
        ring.make(Scope.SESSION, item, ada)

    assert destroyer.destroy(Scope.SESSION, item, ada) == len(Owner)

    for ring in rings:
        with pytest.raises(Gone):
            ring.get(Scope.SESSION, item, ada)


def test_destroying_twice_is_destroying_once(stack: Stack, destroyer: KeyDestroyer) -> None:
    item, ada = new_id(), a_person()
    stack.keyring(Owner.INTERVIEW).make(Scope.SESSION, item, ada)

    assert destroyer.destroy(Scope.SESSION, item, ada) == 1
    assert destroyer.destroy(Scope.SESSION, item, ada) == 0


def test_a_late_owner_can_not_make_a_key_for_what_was_erased(
    stack: Stack, destroyer: KeyDestroyer
) -> None:
    item, ada = new_id(), a_person()
    stack.keyring(Owner.INTERVIEW).make(Scope.SESSION, item, ada)
    destroyer.destroy(Scope.SESSION, item, ada)

    with pytest.raises(Gone):
        stack.keyring(Owner.FEEDBACK).make(Scope.SESSION, item, ada)


def test_an_erased_person_loses_every_key_and_gets_no_new_one(
    stack: Stack, destroyer: KeyDestroyer
) -> None:
    ring, item, ada = stack.keyring(Owner.DOCUMENTS), new_id(), a_person()
    ring.for_person(ada)
    ring.make(Scope.RESUME, item, ada)

    destroyer.destroy(Scope.ACCOUNT, ada, ada)

    for kind, thing in ((Scope.ACCOUNT, ada), (Scope.RESUME, item), (Scope.RESUME, new_id())):
        with pytest.raises(Gone):
            ring.make(kind, thing, ada)


def test_nobody_destroys_another_person_s_key(stack: Stack, destroyer: KeyDestroyer) -> None:
    ring, item, ada, mallory = stack.keyring(Owner.DOCUMENTS), new_id(), a_person(), a_person()
    made = ring.make(Scope.RESUME, item, ada)

    assert destroyer.destroy(Scope.RESUME, item, mallory) == 0

    assert ring.get(Scope.RESUME, item, ada) == made


def test_privacy_knows_whose_an_item_is_also_after_it_was_erased(
    stack: Stack, destroyer: KeyDestroyer
) -> None:
    item, ada, mallory = new_id(), a_person(), a_person()
    stack.keyring(Owner.DOCUMENTS).make(Scope.RESUME, item, ada)
    destroyer.destroy(Scope.RESUME, item, ada)

    assert destroyer.knows(Scope.RESUME, item, ada)
    assert not destroyer.knows(Scope.RESUME, item, mallory)
    assert not destroyer.knows(Scope.RESUME, new_id(), ada)


def test_many_keys_come_in_one_answer_without_those_that_are_gone(
    stack: Stack, destroyer: KeyDestroyer
) -> None:
    ring, ada = stack.keyring(Owner.DOCUMENTS), a_person()
    resume, lost, never = ((Scope.RESUME, new_id()) for _ in range(3))
    made = ring.make(*resume, ada)
    ring.make(*lost, ada)
    destroyer.destroy(*lost, ada)

    assert ring.get_many([resume, lost, never], ada) == {resume: made}
    assert ring.get_many([], ada) == {}


def test_makers_and_a_destroyer_at_once_leave_nothing_alive(
    stack: Stack, destroyer: KeyDestroyer
) -> None:
    ring, ada = stack.keyring(Owner.INTERVIEW), a_person()
    made: list[Key] = []
    begin = threading.Barrier(5)

    def make() -> None:
        begin.wait()
        for _ in range(20):
            try:
                made.append(ring.make(Scope.SESSION, new_id(), ada))
            except Gone:
                return

    makers = [threading.Thread(target=make) for _ in range(4)]
    for maker in makers:
        maker.start()
    begin.wait()
    destroyer.destroy(Scope.ACCOUNT, ada, ada)
    for maker in makers:
        maker.join()

    with stack.admin(keys=True).connect() as connection:
        living = text(
            "SELECT count(*) FROM keys.key WHERE person_id = :who AND wrapped IS NOT NULL"
        )
        assert connection.scalar(living, {"who": ada}) == 0


def test_no_secret_lies_in_the_keys_database_in_clear(stack: Stack) -> None:
    item, ada = new_id(), a_person()
    key = stack.keyring(Owner.INTERVIEW).make(Scope.SESSION, item, ada)

    with stack.admin(keys=True).connect() as connection:
        stored = connection.scalar(
            text("SELECT wrapped FROM keys.key WHERE id = :id"), {"id": item}
        )

    assert key.secret not in bytes(stored)


def test_a_service_does_not_see_another_owner_s_keys(stack: Stack) -> None:
    item = new_id()
    stack.keyring(Owner.INTERVIEW).make(Scope.SESSION, item, a_person())
    mine = Keyring(
        stack.keys_urls[Owner.FEEDBACK], Owner.INTERVIEW, stack.secrets_of(Owner.FEEDBACK)
    )

    with pytest.raises(Gone):
        mine.get(Scope.SESSION, item, a_person())
    mine.close()


REFUSED = {
    "a service destroys": (
        Owner.FEEDBACK,
        "UPDATE keys.key SET wrapped = NULL, destroyed_at = now()",
    ),
    "a service deletes": (Owner.FEEDBACK, "DELETE FROM keys.key"),
    "a service adds for another": (
        Owner.FEEDBACK,
        "INSERT INTO keys.key VALUES ('auth', 'account', :id, :id, 'x', 1, NULL)",
    ),
    "a service adds a destroyed one": (
        Owner.FEEDBACK,
        "INSERT INTO keys.key VALUES ('feedback', 'account', :id, :id, NULL, 1, now())",
    ),
    "a service makes a table": (Owner.FEEDBACK, "CREATE TABLE keys.other (id int)"),
    "a service dates its keys": (
        Owner.FEEDBACK,
        "UPDATE keys.key SET orphan_since = now(), destroyed_at = now()",
    ),
    "privacy moves": (Owner.PRIVACY, "UPDATE keys.key SET person_id = :id"),
    "privacy brings back": (
        Owner.PRIVACY,
        "UPDATE keys.key SET wrapped = 'x', destroyed_at = NULL",
    ),
    "privacy says when a dead one died": (
        Owner.PRIVACY,
        "UPDATE keys.key SET destroyed_at = now() - interval '1 year' WHERE wrapped IS NULL",
    ),
    "privacy empties without its epoch": (
        Owner.PRIVACY,
        "UPDATE keys.key SET wrapped = NULL WHERE wrapped IS NOT NULL",
    ),
}


@pytest.mark.parametrize("attempt", REFUSED)
def test_the_keys_database_refuses_that(
    attempt: str, stack: Stack, destroyer: KeyDestroyer
) -> None:
    owner, statement = REFUSED[attempt]
    ada, dead = a_person(), new_id()
    stack.keyring(owner).make(Scope.SESSION, new_id(), ada)
    destroyer.destroy(Scope.SESSION, dead, ada)
    theirs = create_engine(stack.keys_urls[owner].get_secret_value(), poolclass=NullPool)

    with theirs.connect() as connection, pytest.raises(DBAPIError) as refused:
        connection.execute(text(statement), {"id": new_id()})

    assert refused.value.orig.pgcode in {"42501", "23514"}


@pytest.mark.parametrize(
    "statement",
    [
        (
            "UPDATE keys.key SET wrapped = NULL, epoch = NULL, "
            "destroyed_at = now() - interval '1 year' WHERE id = :id RETURNING id"
        ),
        (
            "INSERT INTO keys.key (owner, kind, id, person_id, destroyed_at) "
            "VALUES ('auth', 'session', :id, :id, now() - interval '1 year') RETURNING id"
        ),
    ],
)
def test_when_a_key_dies_is_not_for_privacy_to_say(stack: Stack, statement: str) -> None:
    item = new_id()
    stack.keyring(Owner.INTERVIEW).make(Scope.SESSION, item, a_person())
    privacy = create_engine(stack.keys_urls[Owner.PRIVACY].get_secret_value(), poolclass=NullPool)

    with privacy.begin() as connection:
        connection.execute(text(statement), {"id": item})
        died = text("SELECT destroyed_at >= now() FROM keys.key WHERE id = :id AND wrapped IS NULL")
        is_now = connection.scalar(died, {"id": item})

    assert is_now
