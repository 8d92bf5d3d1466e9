"""The broker may lose an order; privacy's log does not."""

import pytest
from sqlalchemy import text

from chassis.erasure import is_erased, position
from chassis.errors import Unavailable
from contracts.message import Scope
from contracts.privacy import ErasureRequested, Orders, TombstonesSince
from tests.chassis.diary import CHASSIS, DiaryService
from tests.chassis.orders import an_order
from tests.support.people import a_person
from tests.support.services import announced, worker
from tests.support.stack import Stack


class Log:
    """Privacy's log as its RPC shows it: `limit` orders after a place, and where it ends."""

    def __init__(self, *orders: ErasureRequested, most: int = 2) -> None:
        self.orders = sorted(orders, key=lambda order: order.log_seq)
        self.most = most
        self.asked: list[int] = []

    def orders_since(self, query: TombstonesSince) -> Orders:
        self.asked.append(query.log_seq)
        later = [order for order in self.orders if order.log_seq > query.log_seq]
        head = self.orders[-1].log_seq if self.orders else 0
        return Orders(orders=tuple(later[: self.most]), head=head)


class Reader(DiaryService):
    """The diary, that reads the log it is given."""

    log: Log

    def orders_since(self, query: TombstonesSince) -> Orders:
        return self.log.orders_since(query)


@pytest.fixture
def reader(diary: Stack) -> Reader:
    """A diary without any tombstone, so that places of the log begin at 1."""
    with diary.admin().begin() as connection:
        connection.execute(text("DELETE FROM analytics.tombstone"))
    return worker(Reader, diary)


def reached(reader: Reader) -> int:
    with reader.db.transaction() as tx:
        return position(tx, CHASSIS)


def test_every_order_that_was_not_heard_is_obeyed_page_by_page(
    reader: Reader, diary: Stack
) -> None:
    """T21: a new owner, or one from a backup, replays the log."""
    people = [a_person() for _ in range(5)]
    orders = [an_order(diary, who, log_seq=place) for place, who in enumerate(people, 1)]
    reader.log = Log(*orders)

    reader.catch_up()

    assert reached(reader) == 5
    assert [len(announced(reader, who)) for who in people] == [1] * 5


def test_an_order_that_was_heard_is_not_answered_again(reader: Reader, diary: Stack) -> None:
    ada = a_person()
    order = an_order(diary, ada, log_seq=1)
    reader.obey(order)
    reader.log = Log(order)

    reader.catch_up()

    assert len(announced(reader, ada)) == 1


def test_an_order_lost_between_two_heard_ones_is_found(reader: Reader, diary: Stack) -> None:
    first, lost, third = (an_order(diary, a_person(), log_seq=place) for place in (1, 2, 3))
    reader.obey(first)
    reader.obey(third)
    assert reached(reader) == 1
    reader.log = Log(first, lost, third)

    reader.catch_up()

    assert reader.log.asked[0] == 1
    assert reached(reader) == 3


def test_one_order_that_fails_does_not_hold_up_the_next(reader: Reader, diary: Stack) -> None:
    forged = an_order(diary, a_person(), log_seq=1).model_copy(update={"log_seq": 2})
    good = an_order(diary, a_person(), log_seq=3)
    reader.log = Log(forged, good)

    reader.catch_up()

    with reader.db.transaction() as tx:
        assert is_erased(tx, CHASSIS, Scope.ACCOUNT, good.person)
        assert not is_erased(tx, CHASSIS, Scope.ACCOUNT, forged.person)
    assert reached(reader) == 0


def test_when_privacy_is_away_the_next_tick_asks_again(reader: Reader) -> None:
    class Away(Log):
        def orders_since(self, query: TombstonesSince) -> Orders:
            raise Unavailable

    reader.log = Away()

    with pytest.raises(Unavailable):
        reader.catch_up()
