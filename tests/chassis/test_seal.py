"""Sealed content opens with its key, in its place, and nowhere else."""

import os

import pytest
from sqlalchemy import Column
from sqlalchemy.dialects import postgresql

from chassis.ids import new_id
from chassis.seal import Key, Sealed, SealedType, Unopenable
from contracts.message import Owner, PersonId
from tests.chassis.diary import CHASSIS, Diary, Page
from tests.support.people import a_person


def a_key(person: PersonId | None = None, *, owner: Owner = Owner.ANALYTICS) -> Key:
    return Key(owner, person or a_person(), os.urandom(32))


def test_what_was_sealed_opens_again() -> None:
    key, row = a_key(), new_id()

    sealed = key.seal(Page.text, row, "Low tide at seven – naïve?")

    assert key.open(Page.text, row, sealed).decode() == "Low tide at seven – naïve?"


def test_nothing_at_all_can_be_sealed() -> None:
    key, row = a_key(), new_id()

    assert key.open(Page.text, row, key.seal(Page.text, row, b"")) == b""


def test_sealing_the_same_twice_gives_two_ciphertexts() -> None:
    key, row = a_key(), new_id()

    assert key.seal(Page.text, row, "same") != key.seal(Page.text, row, "same")


def test_a_ciphertext_moved_to_another_row_does_not_open() -> None:
    """T49."""
    key = a_key()
    sealed = key.seal(Page.text, new_id(), "mine")

    with pytest.raises(Unopenable):
        key.open(Page.text, new_id(), sealed)


@pytest.mark.parametrize("column", [Diary.title, CHASSIS.answered.c.answer])
def test_a_ciphertext_moved_to_another_column_does_not_open(column: Column[object]) -> None:
    key, row = a_key(), new_id()
    sealed = key.seal(Page.text, row, "mine")

    with pytest.raises(Unopenable):
        key.open(column, row, sealed)


def test_a_ciphertext_given_to_another_person_does_not_open() -> None:
    """T49."""
    key, row = a_key(), new_id()
    sealed = key.seal(Page.text, row, "mine")

    with pytest.raises(Unopenable):
        Key(key.owner, a_person(), key.secret).open(Page.text, row, sealed)


def test_a_ciphertext_taken_to_another_owner_does_not_open() -> None:
    key, row = a_key(), new_id()
    sealed = key.seal(Page.text, row, "mine")

    with pytest.raises(Unopenable):
        Key(Owner.FEEDBACK, key.person, key.secret).open(Page.text, row, sealed)


@pytest.mark.parametrize("place", [0, 1, 12, 20, -1])
def test_a_ciphertext_with_one_bit_turned_does_not_open(place: int) -> None:
    key, row = a_key(), new_id()
    data = bytearray(key.seal(Page.text, row, "x" * 2000).data)
    data[place] ^= 1

    with pytest.raises(Unopenable):
        key.open(Page.text, row, Sealed(bytes(data)))


@pytest.mark.parametrize("size", [0, 1, 12, 28])
def test_what_is_too_short_to_be_sealed_does_not_open(size: int) -> None:
    with pytest.raises(Unopenable):
        a_key().open(Page.text, new_id(), Sealed(b"\x01" * size))


def test_long_text_is_packed_before_it_is_sealed() -> None:
    key, row = a_key(), new_id()
    text = "Led the harbour team through two winters. " * 200

    sealed = key.seal(Page.text, row, text)

    assert len(sealed.data) < len(text) / 10
    assert key.open(Page.text, row, sealed).decode() == text


def test_what_does_not_shrink_is_left_as_it_is() -> None:
    key, row, noise = a_key(), new_id(), os.urandom(100_000)

    sealed = key.seal(Page.text, row, noise)

    assert len(sealed.data) == len(noise) + 29
    assert key.open(Page.text, row, sealed) == noise


def test_a_thing_that_quotes_two_opens_only_with_both() -> None:
    person, row = a_person(), new_id()
    one, other, third = (a_key(person) for _ in range(3))
    sealed = Key.combined(one, other).seal(Page.text, row, "both")

    assert Key.combined(other, one).open(Page.text, row, sealed) == b"both"
    for wrong in (one, other, Key.combined(one, third)):
        with pytest.raises(Unopenable):
            wrong.open(Page.text, row, sealed)


def test_keys_of_two_people_are_never_combined() -> None:
    with pytest.raises(ValueError, match="one person"):
        Key.combined(a_key(), a_key())


def test_a_repr_shows_neither_secret_nor_ciphertext() -> None:
    key = Key(Owner.ANALYTICS, a_person(), b"\xaa" * 32)
    sealed = key.seal(Page.text, new_id(), "mine")

    assert repr(sealed) == f"Sealed({len(sealed.data)} bytes)"
    assert "aa" not in repr(key).replace(str(key.person), "")


@pytest.mark.parametrize("value", ["clear", b"clear", 7])
def test_a_sealed_column_refuses_what_is_not_sealed(value: object) -> None:
    with pytest.raises(TypeError, match="takes Sealed"):
        SealedType().process_bind_param(value, postgresql.dialect())  # type: ignore[arg-type]  # wrong on purpose


def test_an_empty_sealed_column_stays_empty() -> None:
    dialect = postgresql.dialect()

    assert SealedType().process_bind_param(None, dialect) is None
    assert SealedType().process_result_value(None, dialect) is None
