"""Several cases are locked in the order of their ids, by whoever locks them."""

import threading

import pytest
from sqlalchemy import select, text, update

from services.privacy import store
from services.privacy.tables import ErasureCase
from tests.privacy.cases import a_case, privacy

WAITING = text("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'")
AS_THEY_LIE = text("SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off")


@pytest.fixture
def lying_backwards(stack):
    """Two cases whose rows lie in the table against the order of their ids."""
    low, high = sorted(a_case(stack)[1].case_id for _ in range(2))
    with stack.admin().begin() as connection:
        where = ErasureCase.id == low
        connection.execute(update(ErasureCase).where(where).values(issues=ErasureCase.issues))
    return low, high


def test_marking_keys_as_destroyed_waits_for_the_first_case_holding_none(stack, lying_backwards):
    low, high = lying_backwards
    service = privacy(stack)

    def mark():
        with service.db.transaction() as tx:
            tx.execute(AS_THEY_LIE)
            store.mark_keys_destroyed(tx, [low, high], 1, service.clock.now())

    marker = threading.Thread(target=mark)
    with stack.admin().begin() as holder, stack.admin().begin() as other:
        holder.execute(select(ErasureCase.id).where(ErasureCase.id == low).with_for_update())
        marker.start()
        while not other.scalar(WAITING):
            assert marker.is_alive()
        free = select(ErasureCase.id).where(ErasureCase.id == high)
        is_free = other.scalar(free.with_for_update(skip_locked=True)) == high
    marker.join()

    assert is_free
