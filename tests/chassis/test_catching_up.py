"""The broker may lose an order; privacy's log does not."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from chassis.clock import ShiftedClock
from chassis.erasure import LeftBehindError, is_erased, position
from chassis.errors import Unavailable
from chassis.replay import Replay
from contracts.message import PersonId, Scope
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
    return again(diary)


def again(diary: Stack) -> Reader:
    """As a process that has just started: it remembers nothing, and its clock is ours."""
    return worker(Reader, diary, replay=Replay(), clock=ShiftedClock())


def later(reader: Reader, by: timedelta) -> None:
    reader.clock.ahead += by
    reader.catch_up()


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


class Failing(Reader):
    """Obeys no order of `stubborn`, as if there were a bug; counts how often it was told."""

    stubborn: PersonId
    told = 0

    def obey(self, order: ErasureRequested) -> None:
        if order.person == self.stubborn:
            self.told += 1
            raise LeftBehindError
        super().obey(order)


@pytest.fixture
def failing(reader: Reader, diary: Stack) -> Failing:
    """It has met one order that fails between two that do not."""
    made = worker(Failing, diary, replay=Replay(), clock=ShiftedClock())
    made.stubborn = a_person()
    people = [a_person(), made.stubborn, a_person()]
    made.log = Log(*(an_order(diary, who, log_seq=at) for at, who in enumerate(people, 1)))
    made.catch_up()
    return made


def test_the_log_behind_an_order_that_fails_is_not_read_again(failing: Failing) -> None:
    failing.log.asked.clear()

    later(failing, timedelta(seconds=10))
    later(failing, timedelta(seconds=10))

    assert failing.log.asked == [3, 3]
    assert failing.told == 1


def test_an_order_that_fails_is_tried_again_later_each_time(failing: Failing) -> None:
    for wait in (31, 31, 31, 61):
        later(failing, timedelta(seconds=wait))
    assert failing.told == 3

    for _ in range(20):
        later(failing, timedelta(minutes=15, seconds=1))
    assert failing.told == 23


def test_an_order_that_failed_is_obeyed_when_it_can_be(failing: Failing) -> None:
    failing.stubborn = a_person()

    later(failing, timedelta(seconds=31))

    assert reached(failing) == 3
    assert failing.replay.failed == {}


def test_a_process_that_starts_tries_what_failed_at_once(failing: Failing, diary: Stack) -> None:
    started = again(diary)
    started.log = failing.log

    started.catch_up()

    assert reached(started) == 3


def test_what_is_missing_behind_us_is_found_within_the_hour(reader: Reader, diary: Stack) -> None:
    reader.log = Log(*(an_order(diary, a_person(), log_seq=place) for place in (1, 2, 3)))
    reader.catch_up()
    with diary.admin().begin() as connection:
        connection.execute(text("DELETE FROM analytics.tombstone WHERE log_seq = 2"))

    later(reader, timedelta(hours=1))

    assert reached(reader) == 3


def test_what_a_backup_lost_is_found_at_the_next_tick(reader: Reader, diary: Stack) -> None:
    reader.log = Log(*(an_order(diary, a_person(), log_seq=place) for place in (1, 2, 3)))
    reader.catch_up()
    with diary.admin().begin() as connection:
        connection.execute(text("DELETE FROM analytics.tombstone WHERE log_seq > 1"))

    later(reader, timedelta(seconds=10))

    assert reached(reader) == 3


def test_when_privacy_is_away_the_next_tick_asks_again(reader: Reader) -> None:
    class Away(Log):
        def orders_since(self, query: TombstonesSince) -> Orders:
            raise Unavailable

    reader.log = Away()

    with pytest.raises(Unavailable):
        reader.catch_up()
