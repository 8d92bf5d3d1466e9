"""The verifier is asked when every owner has counted nothing, signed, and not before."""

import random
import threading
from datetime import timedelta

import pytest

from chassis.clock import ShiftedClock
from chassis.errors import Gone, NotAllowed, NotFound
from chassis.ids import new_id
from chassis.signing import signed
from contracts.auth import SignUpExpired
from contracts.message import CaseId, Owner, Scope
from contracts.privacy import CaseState
from contracts.proof import Round
from services.privacy.tables import IssuedDocument
from services.privacy.work import DestroyKeys
from tests.privacy.cases import (
    a_case,
    a_count,
    a_receipt,
    an_account_case,
    complete,
    found,
    hear,
    hear_all,
    order_of,
    owed_checks,
    privacy,
    record,
)
from tests.support.people import a_person
from tests.support.services import announced, owed


def topics(stack, person):
    return [event["topic"] for event in announced(privacy(stack), person)]


def step(stack, case, owner):
    return next(step for step in found(stack, case).steps if step.owner is owner)


def test_the_last_receipt_asks_the_verifier(stack):
    _, case, order = a_case(stack)
    hear_all(stack, order, Owner.FEEDBACK)
    assert found(stack, case).state is CaseState.FANNED_OUT

    hear(privacy(stack), a_receipt(stack, order, Owner.FEEDBACK))

    asked = found(stack, case)
    assert (asked.state, asked.completed_at) == (CaseState.VERIFYING, None)
    assert [check.round for check in owed_checks(stack, case)] == [Round.FIRST]


def test_receipts_of_several_owners_are_heard_together(stack):
    _, case, order = a_case(stack)

    hear(privacy(stack), *(a_receipt(stack, order, owner) for owner in Owner))

    assert found(stack, case).state is CaseState.VERIFYING
    assert all(each.remaining == 0 for each in found(stack, case).steps)


def test_a_completed_case_destroys_keys_once_more(stack):
    person, case, order = a_case(stack)

    complete(stack, case, order)

    assert owed(privacy(stack), person).count(DestroyKeys.kind) == 1


def test_a_receipt_shows_how_many_rows_went(stack):
    _, case, order = a_case(stack)

    hear(privacy(stack), a_receipt(stack, order, Owner.DOCUMENTS, erased={"resume": 1, "fit": 2}))

    shown = step(stack, case, Owner.DOCUMENTS)
    assert (shown.erased, shown.remaining) == (3, 0)
    assert shown.answered_at == order.requested_at


def test_hearing_twice_completes_once(stack):
    person, case, order = a_case(stack)
    complete(stack, case, order)

    complete(stack, case, order)

    assert topics(stack, person).count("privacy.erasure_completed") == 1


def test_the_first_receipt_that_counts_nothing_is_final(stack):
    _, case, order = a_case(stack)
    service = privacy(stack)
    hear(service, a_receipt(stack, order, Owner.AUTH, erased={"account": 4}))

    hear(service, a_receipt(stack, order, Owner.AUTH, erased={"account": 9}))

    assert step(stack, case, Owner.AUTH).erased == 4


def test_what_remains_keeps_the_case_open(stack):
    _, case, order = a_case(stack)
    hear_all(stack, order, Owner.INTERVIEW)

    hear(privacy(stack), a_receipt(stack, order, Owner.INTERVIEW, remaining={"turn": 3}))

    assert found(stack, case).state is CaseState.FANNED_OUT
    assert step(stack, case, Owner.INTERVIEW).remaining == 3


def test_an_owner_that_finishes_late_asks_the_verifier(stack):
    _, case, order = a_case(stack)
    hear_all(stack, order, Owner.INTERVIEW)
    service = privacy(stack)
    hear(service, a_receipt(stack, order, Owner.INTERVIEW, remaining={"turn": 3}))

    hear(service, a_receipt(stack, order, Owner.INTERVIEW))

    assert found(stack, case).state is CaseState.VERIFYING


@pytest.mark.parametrize("signer", [Owner.AUTH, Owner.PRIVACY])
def test_a_receipt_signed_by_somebody_else_is_ignored(stack, signer):
    _, case, order = a_case(stack)

    with pytest.raises(NotAllowed):
        hear(privacy(stack), a_receipt(stack, order, Owner.DOCUMENTS, signer=signer))

    assert step(stack, case, Owner.DOCUMENTS).erased is None


def test_a_receipt_that_was_altered_is_ignored(stack):
    _, case, order = a_case(stack)
    honest = a_receipt(stack, order, Owner.DOCUMENTS, remaining={"resume": 1})

    with pytest.raises(NotAllowed):
        hear(privacy(stack), honest.model_copy(update={"remaining": {"resume": 0}}))

    assert step(stack, case, Owner.DOCUMENTS).erased is None


def test_an_owner_cannot_answer_for_another(stack):
    _, case, order = a_case(stack)
    claimed = a_receipt(stack, order, Owner.AUTH).model_copy(update={"owner": Owner.FEEDBACK})
    forged = signed(claimed, stack.secrets_of(Owner.FEEDBACK).signing_key(Owner.FEEDBACK))

    with pytest.raises(NotFound):
        privacy(stack).hear_receipts([forged])

    assert step(stack, case, Owner.FEEDBACK).erased is None


def test_a_receipt_for_another_item_is_ignored(stack):
    _, case, order = a_case(stack)

    with pytest.raises(NotFound):
        hear(privacy(stack), a_receipt(stack, order, Owner.AUTH, item_id=new_id()))

    assert step(stack, case, Owner.AUTH).erased is None


def test_a_receipt_without_a_case_is_ignored(stack):
    _, _, order = a_case(stack)

    with pytest.raises(NotFound):
        hear(privacy(stack), a_receipt(stack, order, Owner.AUTH, case_id=CaseId(new_id())))


@pytest.mark.parametrize(
    "_", [*range(5), *(pytest.param(n, marks=pytest.mark.full) for n in range(5, 1000))]
)
def test_receipts_that_commit_together_leave_no_case_hanging(stack, _):
    """T20: four that committed together each saw the others missing, in a third of the cases."""
    _, case, order = a_case(stack)
    service = privacy(stack)
    start = threading.Barrier(len(Owner))

    def answer(owner):
        receipt = a_receipt(stack, order, owner)
        start.wait()
        hear(service, receipt)

    owners = [threading.Thread(target=answer, args=(owner,)) for owner in Owner]
    for owner in owners:
        owner.start()
    for owner in owners:
        owner.join()

    assert found(stack, case).state is CaseState.VERIFYING


@pytest.mark.parametrize(
    "seed", [*range(3), *(pytest.param(seed, marks=pytest.mark.full) for seed in range(3, 100))]
)
def test_what_comes_five_times_and_in_any_order_counts_once(stack, seed):
    """T16."""
    person, case, order = a_case(stack)
    service = privacy(stack)
    receipts = [a_receipt(stack, order, owner) for owner in Owner] * 5
    random.Random(seed).shuffle(receipts)

    for receipt in receipts:
        hear(service, receipt)
    (check,) = owed_checks(stack, case)
    counted = a_count(stack, check)
    for receipt in receipts[:5]:
        record(service, counted)
        hear(service, receipt)

    assert topics(stack, person).count("privacy.erasure_completed") == 1
    assert found(stack, case).state is CaseState.COMPLETED
    with service.db.transaction() as tx:
        assert tx.query(IssuedDocument).filter_by(case_id=case.case_id).count() == 1


def test_an_owner_that_is_away_for_a_day_changes_no_due_date(stack):
    """T13."""
    _, case, order = a_case(stack)
    hear_all(stack, order, Owner.INTERVIEW)

    privacy(stack, clock=ShiftedClock(timedelta(days=1))).reissue()
    late = a_receipt(stack, order, Owner.INTERVIEW)
    hear(privacy(stack, clock=ShiftedClock(timedelta(days=1))), late)

    asked = found(stack, case)
    assert (asked.state, asked.due_at) == (CaseState.VERIFYING, case.due_at)


def test_a_silent_owner_is_asked_again_after_thirty_seconds(stack):
    person, _, order = a_case(stack)
    hear_all(stack, order, Owner.AUTH)

    privacy(stack, clock=ShiftedClock(timedelta(seconds=10))).reissue()
    assert topics(stack, person).count("privacy.erasure_requested") == 1

    privacy(stack, clock=ShiftedClock(timedelta(seconds=31))).reissue()
    assert topics(stack, person).count("privacy.erasure_requested") == 2


@pytest.mark.parametrize(("after_s", "level"), [(31, "warning"), (61, "error")])
def test_an_owner_that_is_silent_for_a_minute_is_an_alarm(stack, capsys, after_s, level):
    """T13."""
    _, case, _ = a_case(stack)

    privacy(stack, clock=ShiftedClock(timedelta(seconds=after_s))).reissue()

    (said,) = (line for line in capsys.readouterr().out.splitlines() if str(case.case_id) in line)
    assert f"[{level}" in said


def test_the_order_that_is_sent_again_is_the_same(stack):
    person, case, order = a_case(stack)

    privacy(stack, clock=ShiftedClock(timedelta(seconds=31))).reissue()

    sent = announced(privacy(stack), person)
    assert sent[0] == sent[1]
    assert order_of(privacy(stack), case) == order


def test_a_completed_case_is_not_sent_again(stack):
    person, case, order = a_case(stack)
    complete(stack, case, order)

    privacy(stack, clock=ShiftedClock(timedelta(days=1))).reissue()

    assert topics(stack, person).count("privacy.erasure_requested") == 1


def test_an_account_case_completes_and_is_found_when_nobody_is_left(stack):
    _, case, order = an_account_case(stack)
    privacy(stack).obey(order)

    complete(stack, case, order)

    assert found(stack, case).state is CaseState.COMPLETED


def test_the_key_of_a_sign_up_that_expired_is_destroyed(stack):
    person = a_person()
    stack.keyring(Owner.AUTH).for_person(person)

    privacy(stack).hear_sign_up_expired(SignUpExpired(person=person))

    with pytest.raises(Gone):
        stack.keyring(Owner.AUTH).get(Scope.ACCOUNT, person, person)
