"""Signing up: one answer for everybody, and nothing kept of those who may not."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from chassis.clock import ShiftedClock
from chassis.errors import Invalid, NotAllowed, TooMany
from contracts.auth import ConfirmEmail, NoticeTemplate
from services.auth import domain
from services.auth.tables import Account
from tests.auth.accounts import (
    OTHER_PASSWORD,
    StandingClock,
    a_sign_in,
    a_sign_up,
    auth,
    deliver,
    person_of,
    sign_in,
    sign_up,
)
from tests.support.services import announced
from tests.support.stack import Stack


def accounts(stack: Stack) -> int:
    with stack.admin().connect() as connection:
        return connection.scalar(select(func.count()).select_from(Account)) or 0


def test_a_confirmed_address_can_sign_in(stack):
    service = auth(stack)

    form = sign_up(stack, service)

    assert sign_in(service, form).token


def test_a_new_account_is_announced_with_its_id_alone(stack):
    service = auth(stack)
    form = sign_up(stack, service)

    person = person_of(service, sign_in(service, form))

    (event,) = announced(service, person)
    assert event == {"topic": "auth.signed_up", "person": str(person)}


def test_an_unconfirmed_address_cannot_sign_in(stack):
    service = auth(stack)
    form = a_sign_up()
    service.sign_up(form)

    with pytest.raises(NotAllowed) as refusal:
        sign_in(service, form)

    assert refusal.value.code == "wrong-sign-in"


def test_below_sixteen_nothing_is_kept(stack):
    service = auth(stack)
    form, before = a_sign_up(is_16_or_older=False), accounts(stack)

    with pytest.raises(Invalid) as refusal:
        service.sign_up(form)

    assert refusal.value.code == "age"
    assert accounts(stack) == before
    assert deliver(stack, service).to(form.email) == []


def test_a_known_address_gets_the_same_answer_and_another_mail(stack):
    service = auth(stack)
    known = sign_up(stack, service)
    stranger = a_sign_up()

    answers = [
        service.sign_up(a_sign_up(email=known.email, password=OTHER_PASSWORD)),
        service.sign_up(stranger),
    ]

    box = deliver(stack, service)
    assert answers[0] == answers[1]
    assert [mail.template for mail in box.to(known.email)] == [NoticeTemplate.ALREADY_REGISTERED]
    assert [mail.template for mail in box.to(stranger.email)] == [NoticeTemplate.CONFIRM_EMAIL]


def test_signing_up_again_leaves_the_account_as_it_is(stack):
    service = auth(stack)
    form = sign_up(stack, service)

    service.sign_up(a_sign_up(email=form.email, password=OTHER_PASSWORD))
    deliver(stack, service)

    assert sign_in(service, form).token
    with pytest.raises(NotAllowed):
        sign_in(service, form, password=OTHER_PASSWORD)


def test_an_address_is_the_same_in_capitals(stack):
    service = auth(stack)
    form = sign_up(stack, service)
    shouted = domain.clean_address(form.email.upper())

    service.sign_up(a_sign_up(email=shouted))

    (letter,) = deliver(stack, service).to(shouted)
    assert letter.template is NoticeTemplate.ALREADY_REGISTERED


def test_a_link_confirms_once(stack):
    service = auth(stack)
    form = a_sign_up()
    service.sign_up(form)
    (letter,) = deliver(stack, service).to(form.email)
    service.confirm_email(ConfirmEmail(token=letter.token))

    with pytest.raises(Invalid) as refusal:
        service.confirm_email(ConfirmEmail(token=letter.token))

    assert refusal.value.code == "link-expired"


def test_a_link_confirms_for_a_day(stack):
    service = auth(stack)
    form = a_sign_up()
    service.sign_up(form)
    (letter,) = deliver(stack, service).to(form.email)

    tomorrow = auth(stack, clock=ShiftedClock(timedelta(hours=24)))

    with pytest.raises(Invalid):
        tomorrow.confirm_email(ConfirmEmail(token=letter.token))


def test_of_two_sign_ups_for_one_address_the_first_to_confirm_has_it(stack):
    service = auth(stack)
    first = a_sign_up()
    second = a_sign_up(email=first.email, password=OTHER_PASSWORD)
    service.sign_up(first)
    service.sign_up(second)
    letters = deliver(stack, service).to(first.email)

    service.confirm_email(ConfirmEmail(token=letters[1].token))

    with pytest.raises(Invalid):
        service.confirm_email(ConfirmEmail(token=letters[0].token))
    assert sign_in(service, second).token
    with pytest.raises(NotAllowed):
        sign_in(service, first)


def test_a_mail_sent_again_says_the_same(stack):
    service = auth(stack)
    form = a_sign_up()
    service.sign_up(form)
    (letter,) = deliver(stack, service).to(form.email)
    job = service.tables.job
    with service.db.transaction() as tx:
        tx.execute(job.update().where(job.c.key == str(letter.mail_id)).values(state="waiting"))

    (again,) = deliver(stack, service).to(form.email)

    assert again == letter
    service.confirm_email(ConfirmEmail(token=again.token))


def test_a_stranger_cannot_fill_a_mailbox(stack):
    service = auth(stack, clock=StandingClock())
    form = a_sign_up()
    for _ in range(3):
        service.sign_up(form)

    with pytest.raises(TooMany) as refusal:
        service.sign_up(form)

    assert refusal.value.retry_after_s
    assert len(deliver(stack, service).to(form.email)) == 3


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"password": "fourteen chars"}, "password"),
        ({"password": "Ada Lovelace 1815"}, "password"),
        ({"password": "passwordpassword"}, "password"),
        ({"email": "not an address"}, "email"),
        ({"name": " \n "}, "name"),
    ],
)
def test_what_cannot_be_accepted_is_named_and_not_repeated(stack, said, field):
    service = auth(stack)

    with pytest.raises(Invalid) as refusal:
        service.sign_up(a_sign_up(**said))

    assert refusal.value.field == field
    assert next(iter(said.values())) not in refusal.value.message


def test_the_account_that_gets_no_confirmation_cannot_be_told_by_a_sign_in(stack):
    service = auth(stack)
    waiting = a_sign_up()
    service.sign_up(waiting)
    unknown = a_sign_up()

    told = []
    for form in (waiting, unknown):
        with pytest.raises(NotAllowed) as refusal:
            service.sign_in(a_sign_in(form))
        told.append((refusal.value.code, refusal.value.message, refusal.value.field))

    assert told[0] == told[1]
