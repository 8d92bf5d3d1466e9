"""People whose orders are obeyed in one transaction: each as if alone."""

import pytest

from chassis.errors import NotAllowed
from contracts.message import Owner
from tests.chassis.diary import DiaryService, a_full_life
from tests.chassis.orders import an_order
from tests.chassis.test_erasure import held, receipts
from tests.support.people import a_person
from tests.support.services import worker
from tests.support.stack import Stack


def test_people_who_are_erased_together_each_get_their_receipt(diary: Stack) -> None:
    diaries, people, bystander = worker(DiaryService, diary), [a_person(), a_person()], a_person()
    for person in (*people, bystander):
        a_full_life(diaries, person)
    before = held(diaries, bystander)

    diaries.hear_erasure([an_order(diary, person) for person in people])

    assert [set(held(diaries, person).values()) for person in people] == [{0}, {0}]
    said = [each for person in people for each in receipts(diaries, person)]
    assert [each.person for each in said] == people
    assert all(each.erased["diary"] == 1 for each in said)
    assert held(diaries, bystander) == before


def test_an_order_that_nobody_signed_holds_up_what_came_with_it(diary: Stack) -> None:
    """They are obeyed alone then: `chassis/bus/entrypoints.py`."""
    diaries, ada, grace = worker(DiaryService, diary), a_person(), a_person()
    a_full_life(diaries, ada)
    orders = [an_order(diary, ada), an_order(diary, grace, signer=Owner.DOCUMENTS)]

    with pytest.raises(NotAllowed):
        diaries.hear_erasure(orders)

    assert held(diaries, ada)["diary"] == 1
    assert receipts(diaries, ada) == []
