"""Decisions about accounts and sign-ins."""

from datetime import UTC, datetime, timedelta

import pytest

from chassis.errors import Invalid, NotAllowed
from chassis.ids import new_id
from contracts.auth import Act, NoticeTemplate, PersonRole
from contracts.message import SignInId
from services.auth import domain
from services.auth.domain import Entered
from tests.support.people import a_passport, a_person

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def a_sign_in(*, at: datetime = NOON, seen: datetime = NOON) -> Entered:
    return Entered(SignInId(new_id()), a_person(), at, seen)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Ada@Example.ORG", "Ada@example.org"),
        ("ada+jobs@example.org", "ada+jobs@example.org"),
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
    ],
)
def test_an_address_is_kept_as_it_is_written_to(said, kept):
    assert domain.clean_address(said) == kept


@pytest.mark.parametrize(
    "said", ["ada", "ada@", "@example.org", "a b@example.org", "ada@localhost", "ädä@example.org"]
)
def test_what_is_no_address_is_refused_without_repeating_it(said):
    with pytest.raises(Invalid) as refusal:
        domain.clean_address(said)

    assert refusal.value.field == "email"
    assert said not in refusal.value.message


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("  Ada \n Lovelace ", "Ada Lovelace"),
        ("Zoë\x00", "Zoë"),
        ("李 小龍", "李 小龍"),
        ("Ro\u202ebin", "Robin"),
    ],
)
def test_a_name_loses_only_what_cannot_be_seen(said, kept):
    assert domain.clean_name(said) == kept


@pytest.mark.parametrize("said", [" ", "\n\t", "\x00\u2028"])
def test_an_empty_name_is_refused(said):
    with pytest.raises(Invalid):
        domain.clean_name(said)


def test_a_sign_in_ends_an_hour_after_it_was_seen():
    assert a_sign_in(seen=NOON + timedelta(hours=3)).ends_at == NOON + timedelta(hours=4)


def test_a_sign_in_ends_a_day_after_it_began():
    seen = NOON + timedelta(hours=23, minutes=30)

    assert a_sign_in(seen=seen).ends_at == NOON + timedelta(hours=24)


def test_a_sign_in_is_over_at_the_very_moment_it_ends():
    sign_in = a_sign_in()

    assert domain.living(sign_in, NOON + timedelta(minutes=59, seconds=59)) is sign_in
    with pytest.raises(NotAllowed):
        domain.living(sign_in, NOON + timedelta(hours=1))


def test_no_sign_in_is_not_living():
    with pytest.raises(NotAllowed):
        domain.living(None, NOON)


def test_use_is_written_down_once_a_minute():
    sign_in = a_sign_in()

    assert not sign_in.is_seen_late(NOON + timedelta(seconds=59))
    assert sign_in.is_seen_late(NOON + timedelta(seconds=60))


def test_a_passport_is_short_and_says_no_act():
    sign_in = a_sign_in()

    passport = domain.passport(sign_in, PersonRole.COMPLIANCE, NOON)

    assert (passport.person, passport.sign_in) == (sign_in.person, sign_in.id)
    assert passport.role is PersonRole.COMPLIANCE
    assert passport.expires_at == NOON + timedelta(seconds=60)
    assert (passport.act, passport.proof_id) == (None, None)


def test_a_proof_is_of_the_same_person_and_says_for_what():
    caller, proof_id = a_passport(), SignInId(new_id())

    proof = domain.proof(caller, Act.ERASE_ACCOUNT, proof_id, NOON)

    assert (proof.person, proof.sign_in, proof.role) == (
        caller.person,
        caller.sign_in,
        caller.role,
    )
    assert (proof.act, proof.proof_id) == (Act.ERASE_ACCOUNT, proof_id)
    assert proof.expires_at == NOON + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("wanted", "whose", "due"),
    [
        (NoticeTemplate.CONFIRM_EMAIL, None, NoticeTemplate.CONFIRM_EMAIL),
        (NoticeTemplate.CONFIRM_EMAIL, "theirs", None),
        (NoticeTemplate.CONFIRM_EMAIL, "another's", NoticeTemplate.ALREADY_REGISTERED),
        (NoticeTemplate.RESET_PASSWORD, "theirs", NoticeTemplate.RESET_PASSWORD),
        (NoticeTemplate.RESET_PASSWORD, "another's", None),
        (NoticeTemplate.RESET_PASSWORD, None, None),
        (NoticeTemplate.PASSWORD_CHANGED, "theirs", NoticeTemplate.PASSWORD_CHANGED),
    ],
)
def test_the_mail_depends_on_whose_the_address_is_by_now(wanted, whose, due):
    person = a_person()
    owner = {"theirs": person, "another's": a_person(), None: None}[whose]

    assert domain.template_due(wanted, whose=owner, person=person) == due
