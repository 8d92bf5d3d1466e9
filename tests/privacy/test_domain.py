"""Decisions about cases, without a database."""

from datetime import UTC, datetime, timedelta

import pytest

from chassis.errors import NotAllowed, NotFound
from chassis.ids import new_id
from contracts.auth import Act
from contracts.message import CaseId, Owner, Scope
from contracts.privacy import RECEIPTS, CaseState, OwnerErased, RequestErasure
from services.privacy import domain
from services.privacy.codes import Codes
from services.privacy.domain import Case, Step
from tests.support.people import a_passport, a_person

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def a_receipt(owner: Owner = Owner.AUTH, **remaining: int) -> OwnerErased:
    return RECEIPTS[owner](
        person=a_person(),
        case_id=CaseId(new_id()),
        owner=owner,
        scope=Scope.SESSION,
        item_id=new_id(),
        erased={"thing": 1},
        remaining=remaining,
        erased_at=NOON,
        signature="A" * 86,
    )


def a_case(*steps: Step) -> Case:
    return Case(
        id=CaseId(new_id()),
        scope=Scope.SESSION,
        item_id=new_id(),
        state=CaseState.FANNED_OUT,
        requested_at=NOON,
        due_at=NOON + domain.DUE_AFTER,
        keys_destroyed_at=None,
        completed_at=None,
        steps=steps,
    )


def test_steps_are_shown_in_one_order():
    shown = domain.view(a_case(*(Step(owner) for owner in reversed(Owner)))).steps

    assert [step.owner for step in shown] == list(Owner)


@pytest.mark.parametrize(
    ("issues", "seconds"), [(1, 30), (2, 60), (3, 120), (5, 480), (6, 900), (99, 900)]
)
def test_an_order_is_sent_again_ever_more_rarely(issues, seconds):
    assert domain.reissue_at(issues, NOON) == NOON + timedelta(seconds=seconds)


def test_ones_own_account_needs_a_proof_for_just_that():
    person = a_person()
    cmd = RequestErasure(scope=Scope.ACCOUNT, item_id=person)

    domain.rightly_asked(cmd, a_passport(person, act=Act.ERASE_ACCOUNT))

    for passport in (a_passport(person), a_passport(person, act=Act.EXPORT)):
        with pytest.raises(NotAllowed):
            domain.rightly_asked(cmd, passport)
    with pytest.raises(NotFound):
        domain.rightly_asked(cmd, a_passport(act=Act.ERASE_ACCOUNT))


def test_a_proof_names_the_account_of_whoever_names_none():
    person, cmd = a_person(), RequestErasure(scope=Scope.ACCOUNT)

    item = domain.rightly_asked(cmd, a_passport(person, act=Act.ERASE_ACCOUNT))

    assert item == domain.Item(Scope.ACCOUNT, person)
    for passport in (a_passport(person), a_passport(person, act=Act.EXPORT)):
        with pytest.raises(NotAllowed):
            domain.rightly_asked(cmd, passport)


def test_a_single_thing_must_be_named():
    with pytest.raises(NotFound):
        domain.rightly_asked(RequestErasure(scope=Scope.RESUME), a_passport())


@pytest.mark.parametrize("scope", [Scope.RESUME, Scope.JOB_DESCRIPTION, Scope.SESSION])
def test_a_single_thing_needs_no_proof_and_takes_none(scope):
    cmd = RequestErasure(scope=scope, item_id=new_id())

    domain.rightly_asked(cmd, a_passport())

    with pytest.raises(NotAllowed):
        domain.rightly_asked(cmd, a_passport(act=Act.ERASE_ACCOUNT))


def test_a_case_keeps_its_code_and_shares_it_with_none():
    codes, case = Codes(b"s" * 32), CaseId(new_id())

    assert codes.of(case) == codes.of(case)
    assert codes.of(case) != codes.of(CaseId(new_id()))
    assert codes.of(case) != Codes(b"t" * 32).of(case)
