"""Any password is told from any other, however long or strange it is."""

import hypothesis.strategies as st
import pytest
from hypothesis import assume, example, given, settings

from chassis.errors import Invalid
from services.auth.passwords import Passwords, check_strength

PEPPER = b"p" * 32
WORDS = Passwords(PEPPER, 10, lambda work, *args: work(*args))
UNICODE = st.text(st.characters(exclude_categories=[]), min_size=1, max_size=256)


@settings(max_examples=15, deadline=None)
@given(UNICODE)
@example("\x00" * 15)
@example("a\x00b")
@example("\ud800")
@example("é" * 256)
def test_a_password_matches_its_own_hash(password):
    assert WORDS.matches(password, WORDS.hash(password))


@settings(max_examples=10, deadline=None)
@given(UNICODE, UNICODE)
@example("a" * 72, "a" * 73)
@example("\x00" * 15, "\x00" * 16)
@example("e\u0301" * 15, "\u00e9" * 15)
def test_a_longer_password_is_another(password, more):
    assume(more)

    assert not WORDS.matches(password + more, WORDS.hash(password))


def test_the_same_password_is_hashed_differently_each_time():
    assert WORDS.hash("violet tractor") != WORDS.hash("violet tractor")


def test_another_pepper_opens_nothing():
    elsewhere = Passwords(b"q" * 32, 10, lambda work, *args: work(*args))

    assert not elsewhere.matches("violet tractor", WORDS.hash("violet tractor"))


def test_nobody_has_no_password():
    assert not WORDS.matches("", None)


def test_a_hash_goes_stale_when_the_cost_changes():
    dearer = Passwords(PEPPER, 11, lambda work, *args: work(*args))
    stored = WORDS.hash("violet tractor")

    assert dearer.is_stale(stored)
    assert not WORDS.is_stale(stored)
    assert dearer.matches("violet tractor", stored)


def test_a_cost_that_is_too_low_is_refused_at_start():
    with pytest.raises(ValueError, match="cost 10"):
        Passwords(PEPPER, 9, lambda work, *args: work(*args))


@pytest.mark.parametrize("password", ["fourteen chars", "\u00e9" * 14])
def test_fourteen_characters_are_too_few(password):
    with pytest.raises(Invalid) as refusal:
        check_strength(password)

    assert refusal.value.code == "password-too-short"


def test_a_name_and_a_year_are_too_well_known():
    with pytest.raises(Invalid) as refusal:
        check_strength("grace.hopper.1906", "Grace Hopper", "grace.hopper@example.org")

    assert refusal.value.code == "password-guessable"


@pytest.mark.parametrize(
    "password",
    ["violet tractor hums at dusk", "корабль летит над полем", "猫が静かに窓の外を見ているよね"],
)
def test_a_sentence_in_any_script_will_do(password):
    check_strength(password, "Grace Hopper", "grace.hopper@example.org")
