"""A count that proves nothing is refused, and one that can not be made is put off."""

from datetime import timedelta

import pytest

from chassis.clock import Clock, ShiftedClock
from chassis.errors import Invalid, NotAllowed
from chassis.secrets import Secrets
from chassis.signing import UNSIGNED, signed
from contracts.message import Owner
from contracts.privacy import CaseState
from contracts.proof import LATER, RecordCounts, Round, Uncounted
from services.privacy import counts
from tests.privacy.cases import (
    a_case,
    a_count,
    a_receipt,
    a_settled_case,
    complete,
    found,
    hear,
    hear_all,
    newest_certificate,
    owed_checks,
    privacy,
    record,
)


def a_failure(stack, check, *, signer="verifier", at=None):
    failed = Uncounted(
        case_id=check.case_id,
        round=check.round,
        tried_at=at or Clock().now(),
        signature=UNSIGNED,
    )
    return signed(failed, Secrets(stack.secrets[signer]).signing_key(signer))


@pytest.mark.parametrize(
    "said",
    [
        {"rows": {}},
        {"rows": {"feedback.report": 0}},
        {"rows": {"resume": 0}},
        {"counted_at": Clock().now() - timedelta(days=30)},
        {"counted_at": Clock().now() + timedelta(days=1)},
    ],
)
def test_a_count_of_too_little_or_of_another_time_is_refused(stack, said):
    _, case, check = a_settled_case(stack)

    with pytest.raises(Invalid):
        record(privacy(stack), a_count(stack, check, **said))

    assert found(stack, case).state is CaseState.VERIFYING


def test_a_count_from_before_the_last_answer_is_refused(stack):
    _, case, order = a_case(stack)
    hear_all(stack, order, Owner.ANALYTICS)
    later = Clock().now() + timedelta(hours=1)
    hear(privacy(stack), a_receipt(stack, order, Owner.ANALYTICS, erased_at=later))
    (check,) = owed_checks(stack, case)

    with pytest.raises(Invalid):
        record(privacy(stack), a_count(stack, check))

    assert found(stack, case).state is CaseState.VERIFYING


def test_a_later_count_that_was_made_before_it_was_owed_is_refused(stack):
    _, case, order = a_case(stack)
    complete(stack, case, order)
    then = ShiftedClock(LATER[Round.HOUR])
    (check,) = owed_checks(stack, case, clock=then)

    with pytest.raises(Invalid):
        record(privacy(stack, clock=then), a_count(stack, check))


def test_one_count_told_twice_gives_one_certificate(stack):
    _, case, check = a_settled_case(stack)
    first = a_count(stack, check)

    record(privacy(stack), first, first)

    assert newest_certificate(stack, case).amends is None


def test_counts_told_together_are_all_certified(stack):
    _, case, order = a_case(stack)
    complete(stack, case, order)
    then = ShiftedClock(LATER[Round.MONTH])
    late = [check for check in owed_checks(stack, case, clock=then) if check.round != Round.DAY]

    record(
        privacy(stack, clock=then),
        *(a_count(stack, check, counted_at=then.now()) for check in late),
    )

    rounds = {count.round for count in newest_certificate(stack, case).counts}
    assert rounds == {Round.FIRST, Round.HOUR, Round.MONTH}


def test_a_count_that_can_not_be_made_is_put_off_and_stays_an_alarm(stack):
    _, case, check = a_settled_case(stack)
    service = privacy(stack)

    service.record_counts(RecordCounts(failed=(a_failure(stack, check),)))

    assert owed_checks(stack, case) == []
    assert owed_checks(stack, case, clock=ShiftedClock(timedelta(seconds=31))) == [check]
    assert found(stack, case).state is CaseState.VERIFYING
    with service.db.transaction() as tx:
        assert counts.overdue(tx, Clock().now() - timedelta(days=1)) > 0


def test_one_failure_told_twice_puts_off_once(stack):
    _, case, check = a_settled_case(stack)
    failed = a_failure(stack, check)

    for _ in range(2):
        privacy(stack).record_counts(RecordCounts(failed=(failed,)))

    assert owed_checks(stack, case, clock=ShiftedClock(timedelta(seconds=31))) == [check]


def test_nobody_puts_a_count_off_in_the_verifier_s_name(stack):
    _, case, check = a_settled_case(stack)

    with pytest.raises(NotAllowed):
        privacy(stack).record_counts(
            RecordCounts(failed=(a_failure(stack, check, signer=Owner.PRIVACY),))
        )

    assert owed_checks(stack, case) == [check]
