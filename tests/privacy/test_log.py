"""The log of orders: gapless, in order, and the same to whoever replays it."""

import threading

import pytest
from sqlalchemy import delete, update

from chassis.db import RefusedStatementError
from chassis.signing import check
from contracts.message import Owner
from contracts.privacy import TombstonesSince
from services.privacy.tables import ErasureOrder
from tests.privacy.cases import a_case, a_resume, about, privacy
from tests.support.people import a_person

NOT_ALLOWED = "42501"


def since(stack, log_seq, limit=200):
    return privacy(stack).tombstones_since(TombstonesSince(log_seq=log_seq, limit=limit))


def test_an_order_is_the_head_of_the_log(stack):
    _, _, order = a_case(stack)

    page = since(stack, order.log_seq - 1)

    assert page.orders == (order,)
    assert page.head == order.log_seq


def test_nothing_follows_the_head(stack):
    _, _, order = a_case(stack)

    assert since(stack, order.log_seq).orders == ()


def test_a_page_ends_at_its_limit_and_says_how_far_it_goes(stack):
    first = a_case(stack)[2]
    orders = [first, *(a_case(stack)[2] for _ in range(3))]

    page = since(stack, first.log_seq - 1, limit=2)

    assert list(page.orders) == orders[:2]
    assert page.head == orders[-1].log_seq


def test_every_order_of_the_log_is_signed(stack):
    _, _, order = a_case(stack)

    (logged,) = since(stack, order.log_seq - 1).orders

    assert check(logged, stack.secrets_of(Owner.DOCUMENTS).public_key(Owner.PRIVACY))


def test_orders_that_are_given_at_once_leave_no_gap(stack):
    before = since(stack, 0, limit=1).head
    people = [a_person() for _ in range(12)]
    items = [a_resume(stack, person) for person in people]

    askers = [
        threading.Thread(target=privacy(stack, caller=person).request_erasure, args=(about(item),))
        for person, item in zip(people, items, strict=True)
    ]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()

    logged = [order.log_seq for order in since(stack, before).orders]
    assert logged == list(range(before + 1, before + 13))


@pytest.mark.parametrize("change", [update(ErasureOrder).values(log_seq=0), delete(ErasureOrder)])
def test_the_log_can_only_grow(stack, change):
    a_case(stack)
    service = privacy(stack)

    with pytest.raises(RefusedStatementError, match=NOT_ALLOWED), service.db.transaction() as tx:
        tx.execute(change)
