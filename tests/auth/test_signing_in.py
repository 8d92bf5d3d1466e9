"""Signing in: what passes, what is refused, and how guessing is slowed down."""

import threading
from datetime import timedelta

import pytest

from chassis.errors import NotAllowed, TooMany
from contracts.auth import Act, ProvePassword
from contracts.message import Scope
from services.auth import store
from services.auth.buckets import PAIR
from tests.auth.accounts import (
    ELSEWHERE,
    OTHER_PASSWORD,
    StandingClock,
    a_sign_up,
    auth,
    passport_of,
    person_of,
    sign_in,
    sign_up,
)


def guess(service, form, **said):
    with pytest.raises(NotAllowed):
        sign_in(service, form, password=OTHER_PASSWORD, **said)


def test_every_sign_in_has_a_token_of_its_own(stack):
    service = auth(stack)
    form = sign_up(stack, service)

    first, second = sign_in(service, form), sign_in(service, form)

    assert len({first.token, second.token, first.csrf, second.csrf}) == 4


def test_a_sign_in_says_until_when_it_can_last_at_most(stack):
    service = auth(stack, clock=StandingClock())

    signed_in = sign_in(service, sign_up(stack, service))

    assert signed_in.expires_at - service.clock.now() == timedelta(hours=24)


def test_unknown_and_wrong_get_the_same_answer(stack):
    service = auth(stack)
    known, unknown = sign_up(stack, service), a_sign_up()

    told = []
    for form in (known, unknown):
        with pytest.raises(NotAllowed) as refusal:
            sign_in(service, form, password=OTHER_PASSWORD)
        told.append((refusal.value.code, refusal.value.message))

    assert told[0] == told[1]


def test_unknown_and_wrong_take_the_same_work(stack):
    worked = []
    service = auth(stack, offload=lambda work, *args: worked.append(work.__name__) or work(*args))
    known, unknown = sign_up(stack, service), a_sign_up()
    worked.clear()

    guess(service, known)
    guess(service, unknown)

    assert worked == ["checkpw", "checkpw"]


def test_the_sixth_guess_has_to_wait(stack):
    service = auth(stack, clock=StandingClock())
    form = sign_up(stack, service)
    for _ in range(PAIR.free):
        guess(service, form)

    with pytest.raises(TooMany) as refusal:
        sign_in(service, form)

    assert refusal.value.retry_after_s == 1


def test_an_unknown_address_has_to_wait_as_well(stack):
    service = auth(stack, clock=StandingClock())
    form = a_sign_up()
    for _ in range(PAIR.free):
        guess(service, form)

    with pytest.raises(TooMany):
        sign_in(service, form)


def test_whoever_waits_may_try_again(stack):
    clock = StandingClock()
    service = auth(stack, clock=clock)
    form = sign_up(stack, service)
    for _ in range(PAIR.free):
        guess(service, form)

    clock.at += timedelta(seconds=2)

    assert sign_in(service, form).token


def test_a_stranger_who_guesses_does_not_lock_the_owner_out(stack):
    service = auth(stack, clock=StandingClock())
    form = sign_up(stack, service)
    for _ in range(PAIR.free):
        guess(service, form, network=ELSEWHERE)

    with pytest.raises(TooMany):
        sign_in(service, form, network=ELSEWHERE)

    assert sign_in(service, form).token


def test_a_good_password_forgives_the_bad_ones(stack):
    service = auth(stack, clock=StandingClock())
    form = sign_up(stack, service)
    for _ in range(PAIR.free - 1):
        guess(service, form)
    sign_in(service, form)

    for _ in range(PAIR.free - 1):
        guess(service, form)

    assert sign_in(service, form).token


def test_forty_guesses_at_once_do_not_slip_through(stack):
    service = auth(stack, clock=StandingClock())
    form = sign_up(stack, service)
    refused, waited = [], []

    def try_once():
        try:
            sign_in(service, form, password=OTHER_PASSWORD)
        except TooMany:
            waited.append(1)
        except NotAllowed:
            refused.append(1)

    guessers = [threading.Thread(target=try_once) for _ in range(40)]
    for guesser in guessers:
        guesser.start()
    for guesser in guessers:
        guesser.join()

    assert len(refused) == PAIR.free
    assert len(waited) == 40 - PAIR.free


def test_a_hash_of_an_old_cost_is_made_anew(stack):
    form = sign_up(stack, auth(stack, cost=10))
    dearer = auth(stack, cost=11)
    person = person_of(dearer, sign_in(dearer, form))

    with dearer.db.transaction(person) as tx:
        account = store.get_account(tx, person)
    key = dearer.keyring.get(Scope.ACCOUNT, person, person)

    known = store.known(key, account)
    assert not dearer.passwords.is_stale(known.password_hash)
    assert sign_in(dearer, form).token


def test_a_proof_is_for_one_act_and_five_minutes(stack):
    service = auth(stack)
    form = sign_up(stack, service)
    passport = passport_of(stack, service, sign_in(service, form))
    asking = auth(stack, caller=passport)

    proof = asking.prove_password(ProvePassword(password=form.password, act=Act.ERASE_ACCOUNT))

    life = proof.expires_at - asking.clock.now()
    assert timedelta(minutes=4) < life <= timedelta(minutes=5)


def test_no_proof_without_the_password(stack):
    service = auth(stack)
    form = sign_up(stack, service)
    asking = auth(stack, caller=passport_of(stack, service, sign_in(service, form)))

    with pytest.raises(NotAllowed):
        asking.prove_password(ProvePassword(password=OTHER_PASSWORD, act=Act.ERASE_ACCOUNT))


def test_a_stolen_session_cannot_guess_the_password(stack):
    service = auth(stack, clock=StandingClock())
    form = sign_up(stack, service)
    passport = passport_of(stack, service, sign_in(service, form))
    asking = auth(stack, caller=passport, clock=service.clock)
    for _ in range(PAIR.free):
        with pytest.raises(NotAllowed):
            asking.prove_password(ProvePassword(password=OTHER_PASSWORD, act=Act.EXPORT))

    with pytest.raises(TooMany):
        asking.prove_password(ProvePassword(password=form.password, act=Act.EXPORT))
