"""Asking for an erasure: once is enough, twice is the same, and only for what is yours."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from chassis.clock import ShiftedClock
from chassis.db import RefusedStatementError
from chassis.errors import Gone, NotAllowed, NotFound, Unavailable
from chassis.ids import new_code, new_id
from chassis.signing import check
from contracts.auth import Act
from contracts.message import Owner, Scope
from contracts.privacy import CaseState, FindCase, ListCases, RequestErasure
from services.privacy.tables import ErasureCase, ErasureOrder
from services.privacy.work import DestroyKeys
from tests.privacy.cases import (
    a_case,
    a_resume,
    about,
    an_account_case,
    complete,
    found,
    hear_all,
    order_of,
    privacy,
)
from tests.support.people import a_passport, a_person
from tests.support.services import announced, owed


class FailingDestroyer:
    """The database of keys fails when something is to be destroyed."""

    def __init__(self, real, error):
        self.knows = real.knows
        self._error = error

    def destroy_all(self, items):
        raise self._error


def orders(service, item):
    its = select(func.count()).select_from(ErasureOrder).join(ErasureCase)
    with service.db.transaction() as tx:
        return tx.scalar(its.where(ErasureCase.item_id == item))


def test_asking_opens_a_case_that_waits_for_every_owner(stack):
    _, case, _ = a_case(stack)

    assert case.state is CaseState.FANNED_OUT
    assert [step.owner for step in case.steps] == list(Owner)
    assert all(step.erased is None for step in case.steps)


def test_a_case_is_due_after_thirty_days(stack):
    _, case, _ = a_case(stack)

    assert case.due_at - case.requested_at == timedelta(days=30)


def test_the_order_is_announced_and_signed(stack):
    person, case, order = a_case(stack)

    (event,) = announced(privacy(stack), person)
    assert event["topic"] == "privacy.erasure_requested"
    assert event["case_id"] == str(case.case_id)
    assert check(order, stack.secrets_of(Owner.AUTH).public_key(Owner.PRIVACY))


def test_the_keys_are_gone_when_the_answer_comes(stack):
    person = a_person()
    item = a_resume(stack, person)

    case = privacy(stack, caller=person).request_erasure(about(item))

    assert case.keys_destroyed_at is not None
    with pytest.raises(Gone):
        stack.keyring(Owner.DOCUMENTS).get(Scope.RESUME, item, person)


def test_an_account_takes_every_key_along(stack):
    person = a_person()
    item = a_resume(stack, person)
    stack.keyring(Owner.AUTH).for_person(person)

    asking = privacy(stack, caller=a_passport(person, act=Act.ERASE_ACCOUNT))
    asking.request_erasure(about(person, Scope.ACCOUNT))

    with pytest.raises(Gone):
        stack.keyring(Owner.AUTH).for_person(person)
    with pytest.raises(Gone):
        stack.keyring(Owner.DOCUMENTS).get(Scope.RESUME, item, person)
    with pytest.raises(Gone):
        stack.keyring(Owner.INTERVIEW).make(Scope.SESSION, new_id(), person)


def test_when_the_keys_cannot_be_reached_they_are_destroyed_later(stack):
    """T18."""
    person = a_person()
    item = a_resume(stack, person)
    real = privacy(stack, caller=person)
    failing = FailingDestroyer(real.destroyer, Unavailable())
    away = privacy(stack, caller=person, destroyer=failing)

    case = away.request_erasure(about(item))

    assert case.keys_destroyed_at is None
    assert owed(real, person) == [DestroyKeys.kind]
    real.destroy_keys([DestroyKeys(case_id=case.case_id)])
    assert found(stack, case).keys_destroyed_at is not None
    with pytest.raises(Gone):
        stack.keyring(Owner.DOCUMENTS).get(Scope.RESUME, item, person)


def test_keys_whose_job_met_a_bug_are_tried_again_with_the_order(stack):
    person = a_person()
    item = a_resume(stack, person)
    real = privacy(stack, caller=person)
    failing = FailingDestroyer(real.destroyer, RefusedStatementError("42501"))
    broken = privacy(stack, caller=person, destroyer=failing)
    case = broken.request_erasure(about(item))
    hear_all(stack, order_of(real, case))
    park(real, person)

    privacy(stack, clock=ShiftedClock(timedelta(seconds=31))).reissue()

    assert case.keys_destroyed_at is None
    assert owed(real, person) == [DestroyKeys.kind]
    real.destroy_keys([DestroyKeys(case_id=case.case_id)])
    assert found(stack, case).state is CaseState.VERIFYING


def park(service, person):
    """As the runner does with a job that met a bug."""
    job = service.tables.job
    with service.db.transaction() as tx:
        tx.execute(update(job).where(job.c.person_id == person).values(state="parked"))


def test_a_double_click_is_one_case_with_one_code(stack):
    person = a_person()
    item = a_resume(stack, person)
    service = privacy(stack, caller=person)

    first, second = service.request_erasure(about(item)), service.request_erasure(about(item))

    assert (second.case_id, second.code) == (first.case_id, first.code)
    assert len(announced(service, person)) == 1


def test_ten_clicks_at_once_are_one_case(stack):
    """T33."""
    person = a_person()
    item = a_resume(stack, person)
    service = privacy(stack, caller=person)
    cases = []

    clicks = [
        threading.Thread(target=lambda: cases.append(service.request_erasure(about(item))))
        for _ in range(10)
    ]
    for click in clicks:
        click.start()
    for click in clicks:
        click.join()

    assert len(cases) == 10
    assert len({(case.case_id, case.code) for case in cases}) == 1
    assert orders(service, item) == 1


def test_asking_after_it_is_done_is_still_the_same_case(stack):
    person, case, order = a_case(stack)
    complete(stack, case, order)

    again = privacy(stack, caller=person).request_erasure(about(order.item_id))

    assert (again.case_id, again.code) == (case.case_id, case.code)
    assert again.state is CaseState.COMPLETED


def test_a_second_click_after_the_account_is_gone_is_still_the_same_case(stack):
    person, case, order = an_account_case(stack)
    privacy(stack).obey(order)

    asking = privacy(stack, caller=a_passport(person, act=Act.ERASE_ACCOUNT))
    again = asking.request_erasure(about(person, Scope.ACCOUNT))
    named_by_the_proof = asking.request_erasure(RequestErasure(scope=Scope.ACCOUNT))

    assert (again.case_id, again.code) == (case.case_id, case.code)
    assert named_by_the_proof == again
    assert orders(asking, person) == 1


def test_a_strangers_item_is_not_found_and_stays_alive(stack):
    owner, stranger = a_person(), a_person()
    item = a_resume(stack, owner)

    with pytest.raises(NotFound) as theirs:
        privacy(stack, caller=stranger).request_erasure(about(item))
    with pytest.raises(NotFound) as nobodys:
        privacy(stack, caller=stranger).request_erasure(about(new_id()))

    assert theirs.value.message == nobodys.value.message
    assert stack.keyring(Owner.DOCUMENTS).get(Scope.RESUME, item, owner)
    assert orders(privacy(stack), item) == 0


def test_a_strangers_attempt_does_not_stop_the_owner(stack):
    owner, stranger = a_person(), a_person()
    item = a_resume(stack, owner)
    with pytest.raises(NotFound):
        privacy(stack, caller=stranger).request_erasure(about(item))

    case = privacy(stack, caller=owner).request_erasure(about(item))

    assert case.keys_destroyed_at is not None


def test_what_was_erased_stays_a_strangers_not_found(stack):
    _, _, order = a_case(stack)

    with pytest.raises(NotFound):
        privacy(stack, caller=a_person()).request_erasure(about(order.item_id))


def test_the_same_id_of_another_kind_is_not_found(stack):
    person = a_person()
    item = a_resume(stack, person)

    with pytest.raises(NotFound):
        privacy(stack, caller=person).request_erasure(about(item, Scope.SESSION))


def test_an_account_needs_a_fresh_password(stack):
    person = a_person()

    with pytest.raises(NotAllowed) as refusal:
        privacy(stack, caller=person).request_erasure(about(person, Scope.ACCOUNT))

    assert refusal.value.code == "proof-needed"


@pytest.mark.parametrize("act", [Act.EXPORT, Act.CHANGE_PASSWORD])
def test_a_proof_for_something_else_does_not_delete_an_account(stack, act):
    person = a_person()

    with pytest.raises(NotAllowed):
        privacy(stack, caller=a_passport(person, act=act)).request_erasure(
            about(person, Scope.ACCOUNT)
        )


def test_nobody_deletes_the_account_of_another(stack):
    victim = a_person()

    with pytest.raises(NotFound):
        privacy(stack, caller=a_passport(act=Act.ERASE_ACCOUNT)).request_erasure(
            about(victim, Scope.ACCOUNT)
        )


def test_a_person_sees_their_cases_newest_first_and_nobody_elses(stack):
    person = a_person()
    service = privacy(stack, caller=person)
    asked = [service.request_erasure(about(a_resume(stack, person))).case_id for _ in range(2)]
    a_case(stack)

    listed = service.list_cases(ListCases()).cases

    assert [case.case_id for case in listed] == asked[::-1]
    assert all(case.code for case in listed)


def test_a_case_is_found_by_its_code_alone(stack):
    _, case, _ = a_case(stack)

    assert found(stack, case).case_id == case.case_id
    with pytest.raises(NotFound):
        privacy(stack).find_case(FindCase(code=new_code()))


def test_the_code_is_not_stored(stack):
    _, case, order = a_case(stack)

    with stack.admin().connect() as connection:
        rows = connection.execute(select(ErasureCase).where(ErasureCase.id == order.case_id)).all()

    assert rows
    assert case.code not in str(rows)
    assert order_of(privacy(stack), case) == order
