"""A count that fails keeps no other waiting, and nothing ends the watch."""

import io
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from chassis import log
from chassis.clock import Clock
from chassis.db import RefusedStatementError
from chassis.errors import Invalid, Unavailable
from chassis.ids import new_id
from chassis.signing import UNSIGNED, signed
from chassis.signing import check as is_signed
from contracts.message import CaseId, Nothing, Scope
from contracts.proof import Check, Checks, Counted, Round
from services.verifier.catalogue import BlindError
from services.verifier.counter import Counter
from services.verifier.watch import Watch
from tests.support.people import a_person

KEY = Ed25519PrivateKey.generate()


class Bad(Counter):
    """Cannot count some cases; `error` says how that ends. Its database may be away besides."""

    def __init__(self, error, bad, *, is_away=False):
        self._key = KEY
        self.error, self.bad, self.is_away = error, bad, is_away

    def reach(self):
        if self.is_away:
            raise Unavailable

    def count(self, checks, at):
        if self.bad & {check.case_id for check in checks}:
            raise self.error("so")
        return [
            signed(
                Counted(**check.model_dump(), rows={"a.b": 0}, counted_at=at, signature=UNSIGNED),
                KEY,
            )
            for check in checks
        ]


class Owing:
    """Privacy, as the verifier knows it: what is noted is not owed for now."""

    def __init__(self, *owed, refuses=()):
        self.owed = list(owed)
        self.refuses = set(refuses)
        self.counted, self.failed = [], []

    def find_checks(self, query):
        return Checks(checks=tuple(self.owed[: query.limit]))

    def record_counts(self, cmd):
        if self.refuses & {said.case_id for said in cmd.counts}:
            raise Invalid("It is refused.")
        self.counted += [said.case_id for said in cmd.counts]
        self.failed += cmd.failed
        done = {said.case_id for said in (*cmd.counts, *cmd.failed)}
        self.owed = [check for check in self.owed if check.case_id not in done]
        return Nothing()


def a_check():
    person = a_person()
    return Check(
        case_id=CaseId(new_id()),
        round=Round.FIRST,
        person=person,
        scope=Scope.ACCOUNT,
        item_id=person,
    )


def watch(privacy, counter, heard=lambda: None):
    log.configure("verifier", stream=io.StringIO())
    return Watch(privacy=privacy, counter=counter, clock=Clock(), heard=heard)


def turns(many):
    """Stops the watch after so many waits, which take no time."""
    waits = []
    return waits, waits.append, lambda: len(waits) >= many


@pytest.mark.parametrize("error", [Unavailable, BlindError, RefusedStatementError, ValueError])
def test_a_hundred_that_fail_starve_nobody(error):
    failing, last = [a_check() for _ in range(100)], a_check()
    privacy = Owing(*failing, last)
    bad = {check.case_id for check in failing}
    _, wait, is_stopping = turns(2)

    watch(privacy, Bad(error, bad)).run(wait, is_stopping)

    assert privacy.counted == [last.case_id]
    assert {each.case_id for each in privacy.failed} == bad


def test_one_too_slow_keeps_no_other_waiting():
    slow, well = a_check(), a_check()
    privacy = Owing(slow, well)

    watch(privacy, Bad(Unavailable, {slow.case_id})).work()

    assert privacy.counted == [well.case_id]
    (failed,) = privacy.failed
    assert (failed.case_id, is_signed(failed, KEY.public_key())) == (slow.case_id, True)


def test_one_that_privacy_refuses_keeps_no_other_waiting():
    refused, well = a_check(), a_check()
    privacy = Owing(refused, well, refuses=[refused.case_id])

    watch(privacy, Bad(None, set())).work()

    assert privacy.counted == [well.case_id]
    assert [each.case_id for each in privacy.failed] == [refused.case_id]


def test_a_database_that_is_away_is_waited_for_and_puts_nothing_off():
    checks = [a_check(), a_check()]
    privacy = Owing(*checks)
    counter = Bad(Unavailable, {check.case_id for check in checks}, is_away=True)
    waits, wait, is_stopping = turns(3)

    watch(privacy, counter).run(wait, is_stopping)

    assert (len(waits), privacy.failed, privacy.owed) == (3, [], checks)


def test_it_is_heard_of_only_where_something_worked():
    failing, heard = a_check(), []
    privacy = Owing(failing)
    blind = watch(privacy, Bad(BlindError, {failing.case_id}), lambda: heard.append(1))

    blind.work()
    after_failing = len(heard)
    blind.work()

    assert (after_failing, len(heard)) == (0, 1)


class Broken(Owing):
    """Answers with what nobody expects."""

    def find_checks(self, query):
        raise TypeError("a bug")


def test_no_error_ends_the_watch():
    waits, wait, is_stopping = turns(3)

    watch(Broken(), Bad(None, set())).run(wait, is_stopping)

    assert len(waits) == 3
    assert min(waits) > 0


def test_a_count_that_can_not_be_made_is_signed():
    at = datetime(2027, 3, 1, tzinfo=UTC)
    failed = Bad(None, set()).failed(a_check(), at)

    assert is_signed(failed, KEY.public_key())
    assert not is_signed(failed.model_copy(update={"round": Round.DAY}), KEY.public_key())
