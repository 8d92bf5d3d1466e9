"""A sign-in lives for an hour of silence and a day in all, and ends when its owner says so."""

from datetime import timedelta

import pytest

from chassis.clock import ShiftedClock
from chassis.errors import NotAllowed, NotFound
from contracts.auth import (
    ChangeName,
    Enter,
    FindAccount,
    ListSignIns,
    PersonRole,
    RevokeSignIn,
    SignOut,
)
from tests.auth.accounts import auth, passport_of, person_of, sign_in, sign_up
from tests.support.people import a_passport
from tests.support.services import announced


def entered(stack, **said):
    """A service with a clock of ours, and somebody's fresh sign-in."""
    clock = ShiftedClock()
    service = auth(stack, clock=clock)
    form = sign_up(stack, service, **said)
    return service, clock, form, sign_in(service, form)


def is_in(service, signed_in):
    try:
        service.enter(Enter(token=signed_in.token))
    except NotAllowed:
        return False
    return True


def test_entering_gives_a_passport_for_a_minute(stack):
    service, _clock, _form, signed_in = entered(stack, name="Grace Hopper")

    entrance = service.enter(Enter(token=signed_in.token))

    passport = passport_of(stack, service, signed_in)
    assert (entrance.name, entrance.role) == ("Grace Hopper", PersonRole.PERSON)
    assert entrance.csrf == signed_in.csrf
    assert (passport.person, passport.sign_in) == (entrance.person, entrance.sign_in)
    assert passport.expires_at - passport.issued_at == timedelta(seconds=60)


def test_a_token_that_nobody_gave_out_enters_nowhere(stack):
    service = auth(stack)

    with pytest.raises(NotAllowed) as refusal:
        service.enter(Enter(token="A" * 43))

    assert refusal.value.code == "signed-out"


def test_an_hour_of_silence_ends_it(stack):
    service, clock, _, signed_in = entered(stack)

    clock.ahead += timedelta(minutes=61)

    assert not is_in(service, signed_in)


def test_use_keeps_it_alive(stack):
    service, clock, _, signed_in = entered(stack)

    for _ in range(3):
        clock.ahead += timedelta(minutes=59)
        assert is_in(service, signed_in)


def test_a_day_ends_it_however_busy(stack):
    service, clock, _, signed_in = entered(stack)
    for _ in range(47):
        clock.ahead += timedelta(minutes=30)
        assert is_in(service, signed_in)

    clock.ahead += timedelta(minutes=31)

    assert not is_in(service, signed_in)


def test_no_passport_outlives_its_sign_in(stack):
    service, clock, _, signed_in = entered(stack)
    for _ in range(47):
        clock.ahead += timedelta(minutes=30)
        service.enter(Enter(token=signed_in.token))
    clock.ahead += timedelta(minutes=29, seconds=45)

    passport = passport_of(stack, service, signed_in)

    assert passport.expires_at - passport.issued_at < timedelta(seconds=16)


def test_signing_out_ends_it_and_says_so(stack):
    service, _, _, signed_in = entered(stack)
    passport = passport_of(stack, service, signed_in)

    auth(stack, caller=passport).sign_out(SignOut())

    assert not is_in(service, signed_in)
    ended = announced(service, passport.person)[-1]
    assert ended["topic"] == "auth.sign_in_ended"
    assert (ended["sign_in"], ended["why"]) == (str(passport.sign_in), "signed_out")


def test_signing_out_twice_is_signing_out(stack):
    service, _, _, signed_in = entered(stack)
    asking = auth(stack, caller=passport_of(stack, service, signed_in))
    asking.sign_out(SignOut())
    before = announced(service, asking.caller.person)

    asking.sign_out(SignOut())

    assert announced(service, asking.caller.person) == before


def test_a_person_sees_their_sign_ins_newest_first(stack):
    service, clock, form, _ = entered(stack)
    clock.ahead += timedelta(minutes=1)
    second = sign_in(service, form, device="Safari on iPhone")

    asking = auth(stack, caller=passport_of(stack, service, second), clock=clock)
    rows = asking.list_sign_ins(ListSignIns()).sign_ins

    assert [row.device for row in rows] == ["Safari on iPhone", "Firefox on Linux"]
    assert [row.is_this_one for row in rows] == [True, False]


def test_a_sign_in_that_is_too_old_is_not_shown(stack):
    service, clock, form, _ = entered(stack)
    clock.ahead += timedelta(hours=2)
    second = sign_in(service, form, device="Safari on iPhone")

    asking = auth(stack, caller=passport_of(stack, service, second), clock=clock)

    assert len(asking.list_sign_ins(ListSignIns()).sign_ins) == 1


def test_a_person_ends_another_of_their_sign_ins(stack):
    service, _, form, lost = entered(stack)
    kept = sign_in(service, form)
    lost_one = passport_of(stack, service, lost).sign_in

    asking = auth(stack, caller=passport_of(stack, service, kept))
    asking.revoke_sign_in(RevokeSignIn(sign_in=lost_one))

    assert not is_in(service, lost)
    assert is_in(service, kept)


def test_nobody_ends_the_sign_in_of_another(stack):
    service, _, _, theirs = entered(stack)
    victim = passport_of(stack, service, theirs)

    with pytest.raises(NotFound):
        auth(stack, caller=a_passport()).revoke_sign_in(RevokeSignIn(sign_in=victim.sign_in))

    assert is_in(service, theirs)


def test_a_person_finds_their_account(stack):
    service, _, form, signed_in = entered(stack)

    asking = auth(stack, caller=passport_of(stack, service, signed_in))
    account = asking.find_account(FindAccount())

    assert (account.name, account.email, account.version) == (form.name, form.email, 1)


def test_a_new_name_is_shown_at_once(stack):
    service, _, _, signed_in = entered(stack)
    asking = auth(stack, caller=person_of(service, signed_in))

    renamed = asking.change_name(ChangeName(name="  Augusta   King "))

    assert (renamed.name, renamed.version) == ("Augusta King", 2)
    assert service.enter(Enter(token=signed_in.token)).name == "Augusta King"
