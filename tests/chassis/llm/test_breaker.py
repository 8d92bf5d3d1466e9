"""A provider that fails again and again is left alone, and tried by one when time has passed."""

from chassis.llm.breaker import FAILURES, REST_S, Breaker


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
    assert breaker.rest_s() == REST_S
    assert closes == []


def test_the_one_that_tries_closes_it_and_says_so_once():
    breaker, time, closes = broken()
    time.now += REST_S
    breaker.rest_s()

    breaker.succeeded()
    breaker.succeeded()

    assert closes == ["closed"]
    assert breaker.rest_s() == 0


def test_the_one_that_tries_opens_it_again():
    breaker, time, closes = broken()
    time.now += REST_S
    breaker.rest_s()

    breaker.failed()

    assert breaker.rest_s() == REST_S
    assert closes == []


def test_a_wait_that_was_asked_for_is_kept_from_the_first_failure_on():
    time = Time()
    breaker = Breaker(lambda: None, time)

    breaker.failed(wait_s=90)

    assert breaker.rest_s() == 90
