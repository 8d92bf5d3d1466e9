"""A provider that fails again and again is left alone, and tried by one when time has passed."""

from chassis.llm.breaker import FAILURES, REST_S, Breaker, Breakers
from contracts.disclosure import SendingPurpose


class Time:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def broken() -> tuple[Breaker, Time, list[str]]:
    closes: list[str] = []
    time = Time()
    breaker = Breaker(lambda: closes.append("closed"), time)
    for _ in range(FAILURES):
        breaker.failed()
    return breaker, time, closes


def test_fewer_failures_in_a_row_leave_it_closed():
    breaker = Breaker(lambda: None, Time())
    for _ in range(FAILURES - 1):
        breaker.failed()
    breaker.succeeded()

    for _ in range(FAILURES - 1):
        breaker.failed()

    assert breaker.rest_s() == 0


def test_it_opens_and_lets_one_try_after_its_rest():
    breaker, time, closes = broken()
    assert breaker.rest_s() == REST_S

    time.now += REST_S

    assert breaker.rest_s() == 0
    assert breaker.begin() == 0
    assert breaker.begin() == REST_S
    assert closes == []


def test_the_one_that_tries_closes_it_and_says_so_once():
    breaker, time, closes = broken()
    time.now += REST_S
    breaker.begin()

    breaker.succeeded()
    breaker.succeeded()

    assert closes == ["closed"]
    assert breaker.rest_s() == 0


def test_the_one_that_tries_opens_it_again():
    breaker, time, closes = broken()
    time.now += REST_S
    breaker.begin()

    breaker.failed()

    assert breaker.rest_s() == REST_S
    assert closes == []


def test_a_wait_that_was_asked_for_is_kept_from_the_first_failure_on():
    time = Time()
    breaker = Breaker(lambda: None, time)

    breaker.failed(wait_s=90)

    assert breaker.rest_s() == 90


def test_looking_whether_it_is_open_takes_nobody_s_turn():
    breaker, time, _ = broken()
    time.now += REST_S

    breaker.rest_s()

    assert breaker.begin() == 0


def test_what_has_little_time_holds_up_nothing_else():
    breakers = Breakers(lambda: None, Time())

    for _ in range(FAILURES):
        breakers.failed(SendingPurpose.WORD_PROBE, 0)

    assert breakers[SendingPurpose.WORD_PROBE].rest_s() == REST_S
    assert breakers[SendingPurpose.PLAN_INTERVIEW].rest_s() == 0


def test_what_a_provider_asks_for_holds_for_all_and_is_never_shortened():
    breakers = Breakers(lambda: None, Time())

    breakers.failed(SendingPurpose.WORD_PROBE, 90)
    breakers.failed(SendingPurpose.READ_ANSWER, 20)

    assert breakers[SendingPurpose.PLAN_INTERVIEW].rest_s() == 90
