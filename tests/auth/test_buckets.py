"""Guessing slows down, step by step, and nobody is locked out for long."""

from datetime import UTC, datetime, timedelta

import pytest

from services.auth.buckets import (
    FLOOD,
    MAILS,
    NETWORK,
    PAIR,
    PAIR_IN_FLOOD,
    Tries,
    count,
    level,
    limits_in_force,
    network_of,
    wait,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
NOW = timedelta(0)


def tried(times, limit=PAIR, at=NOON):
    tries = Tries(0.0, at)
    for _ in range(times):
        tries = count(tries, limit, at)
    return tries


@pytest.mark.parametrize(
    ("times", "seconds"), [(4, 0), (5, 1), (6, 2), (7, 4), (10, 32), (11, 60), (500, 60)]
)
def test_each_try_beyond_five_waits_twice_as_long_up_to_a_minute(times, seconds):
    assert wait(tried(times), PAIR, NOON) == timedelta(seconds=seconds)


def test_waiting_is_counted_from_the_last_try_that_was_let_in():
    assert wait(tried(7), PAIR, NOON + timedelta(seconds=3)) == timedelta(seconds=1)
    assert wait(tried(7), PAIR, NOON + timedelta(seconds=4)) == NOW


def test_a_clock_that_is_set_back_makes_nobody_wait_longer():
    assert wait(tried(7), PAIR, NOON - timedelta(days=1)) == timedelta(seconds=4)


def test_a_try_is_forgotten_after_a_quarter_of_an_hour():
    assert level(tried(5), PAIR, NOON + timedelta(minutes=15)) == 4
    assert wait(tried(5), PAIR, NOON + timedelta(minutes=15)) == NOW


def test_nothing_is_left_after_a_day():
    assert level(tried(60), PAIR, NOON + timedelta(days=1)) == 0


def test_a_thousand_guesses_a_minute_are_at_most_twenty():
    tries, at, guesses = Tries(0.0, NOON), NOON, 0
    for _ in range(1000):
        if wait(tries, PAIR, at) == NOW:
            tries, guesses = count(tries, PAIR, at), guesses + 1
        at += timedelta(milliseconds=60)

    assert guesses <= 20


def test_a_flood_makes_nobody_wait_but_leaves_each_pair_one_try():
    flooded = {b"pair": Tries(0.0, NOON), b"all": tried(1000, FLOOD)}
    limits = limits_in_force({b"pair": PAIR, b"all": FLOOD}, flooded, NOON)

    assert limits == {b"pair": PAIR_IN_FLOOD, b"all": FLOOD}
    assert [wait(flooded[key], limits[key], NOON) for key in limits] == [NOW, NOW]


def test_without_a_flood_limits_are_as_they_are():
    calm = {b"pair": PAIR, b"all": FLOOD}
    tries = {b"pair": tried(2), b"all": tried(999, FLOOD)}

    assert limits_in_force(calm, tries, NOON) == calm


def test_a_network_may_guess_more_than_one_person():
    assert wait(tried(49, NETWORK), NETWORK, NOON) == NOW
    assert wait(tried(50, NETWORK), NETWORK, NOON) > NOW


def test_a_fourth_mail_waits_up_to_twenty_minutes():
    assert wait(tried(2, MAILS), MAILS, NOON) == NOW
    assert wait(tried(60, MAILS), MAILS, NOON) == timedelta(minutes=20)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("unknown", "unknown"),
        ("203.0.113.77:443", "unknown"),
    ],
)
def test_a_household_is_one_network(address, network):
    assert network_of(address) == network
