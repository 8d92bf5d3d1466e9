"""A forgotten password: the same answer for everybody, a link that works once."""

from datetime import timedelta

import pytest

from chassis.clock import ShiftedClock
from chassis.errors import Invalid, NotAllowed, TooMany
from contracts.auth import Enter, NoticeTemplate, RequestReset, ResetPassword
from tests.auth.accounts import (
    OTHER_PASSWORD,
    StandingClock,
    a_sign_up,
    auth,
    deliver,
    person_of,
    sign_in,
    sign_up,
)
from tests.support.services import announced


def ask(stack, service, form):
    """The link's token out of the mail."""
    service.request_reset(RequestReset(email=form.email))
    (letter,) = deliver(stack, service).to(form.email)
    assert letter.template is NoticeTemplate.RESET_PASSWORD
    return letter.token


def test_the_new_password_signs_in_and_the_old_one_does_not(stack):
    service = auth(stack)
    form = sign_up(stack, service)
    token = ask(stack, service, form)

    service.reset_password(ResetPassword(token=token, password=OTHER_PASSWORD))

    assert sign_in(service, form, password=OTHER_PASSWORD).token
    with pytest.raises(NotAllowed):
        sign_in(service, form)


def test_a_new_password_ends_every_sign_in_and_is_told_by_mail(stack):
    service = auth(stack)
    form = sign_up(stack, service)
    living = [sign_in(service, form) for _ in range(2)]
    person = person_of(service, living[0])
    token = ask(stack, service, form)

    service.reset_password(ResetPassword(token=token, password=OTHER_PASSWORD))

    for signed_in in living:
        with pytest.raises(NotAllowed):
            service.enter(Enter(token=signed_in.token))
    ended = [event for event in announced(service, person) if event.get("why")]
    assert [event["why"] for event in ended] == ["password_changed"] * 2
    (letter,) = deliver(stack, service).to(form.email)
    assert letter.template is NoticeTemplate.PASSWORD_CHANGED


def test_the_link_works_once(stack):
    service = auth(stack)
    form = sign_up(stack, service)
    token = ask(stack, service, form)
    service.reset_password(ResetPassword(token=token, password=OTHER_PASSWORD))

    with pytest.raises(Invalid) as refusal:
        service.reset_password(ResetPassword(token=token, password="four calm grey horses"))

    assert refusal.value.code == "link-expired"


def test_the_link_works_for_twenty_minutes(stack):
    service = auth(stack)
    form = sign_up(stack, service)
    token = ask(stack, service, form)

    late = auth(stack, clock=ShiftedClock(timedelta(minutes=20)))

    with pytest.raises(Invalid):
        late.reset_password(ResetPassword(token=token, password=OTHER_PASSWORD))


def test_another_link_is_dead_once_the_password_has_changed(stack):
    service = auth(stack)
    form = sign_up(stack, service)
    first, second = ask(stack, service, form), ask(stack, service, form)
    service.reset_password(ResetPassword(token=first, password=OTHER_PASSWORD))

    with pytest.raises(Invalid):
        service.reset_password(ResetPassword(token=second, password="four calm grey horses"))

    assert sign_in(service, form, password=OTHER_PASSWORD).token


def test_a_link_to_confirm_does_not_reset(stack):
    service = auth(stack)
    form = a_sign_up()
    service.sign_up(form)
    (letter,) = deliver(stack, service).to(form.email)

    with pytest.raises(Invalid):
        service.reset_password(ResetPassword(token=letter.token, password=OTHER_PASSWORD))


def test_an_unknown_address_gets_the_same_answer_and_no_mail(stack):
    service = auth(stack)
    known, unknown = sign_up(stack, service), a_sign_up()

    answers = [service.request_reset(RequestReset(email=f.email)) for f in (known, unknown)]

    box = deliver(stack, service)
    assert answers[0] == answers[1]
    assert len(box.to(known.email)) == 1
    assert box.to(unknown.email) == []


def test_asking_writes_the_same_for_a_known_and_an_unknown_address(stack):
    service = auth(stack)
    known, unknown = sign_up(stack, service), a_sign_up()
    job = service.tables.job

    def jobs():
        with service.db.transaction() as tx:
            return len(tx.execute(job.select().where(job.c.kind == "auth.send_mail")).all())

    counts = [jobs()]
    for form in (known, unknown):
        service.request_reset(RequestReset(email=form.email))
        counts.append(jobs())

    assert counts == [counts[0], counts[0] + 1, counts[0] + 2]


def test_a_stranger_cannot_fill_a_mailbox_with_resets(stack):
    service = auth(stack, clock=StandingClock())
    form = sign_up(stack, service)
    for _ in range(3):
        service.request_reset(RequestReset(email=form.email))

    with pytest.raises(TooMany):
        service.request_reset(RequestReset(email=form.email))


def test_a_weak_new_password_leaves_the_link_good(stack):
    service = auth(stack)
    form = sign_up(stack, service)
    token = ask(stack, service, form)

    with pytest.raises(Invalid) as refusal:
        service.reset_password(ResetPassword(token=token, password="Ada Lovelace 1815"))

    assert refusal.value.field == "password"
    service.reset_password(ResetPassword(token=token, password=OTHER_PASSWORD))
