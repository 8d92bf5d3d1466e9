"""What a lying privacy could sign with its own key is belied by what others have signed."""

from datetime import timedelta

import pytest

from chassis.certificate import faults
from chassis.ids import new_id
from contracts.certificate import Certificate
from contracts.message import Scope
from contracts.proof import Round
from tests.privacy.cases import a_count, a_receipt
from tests.privacy.test_certificate import a_certificate, keys, resigned

LEFT_OUT = "The count first leaves out a table that its owner named."
YEAR, SECOND = timedelta(days=365), timedelta(seconds=1)


@pytest.mark.parametrize(
    ("clock", "moved", "fault"),
    [
        ("requested_at", -YEAR, "It was not asked for when it says."),
        ("last_receipt_at", SECOND, "The last receipt is not of when it says."),
        ("verified_zero_at", -SECOND, "The first count is not of when it says."),
        ("certified_at", -YEAR, "It was signed before its last count."),
        *(
            ("keys_destroyed_at", moved, f"Its keys were not destroyed {between}.")
            for between in ["between the order and the first count"]
            for moved in (-YEAR, YEAR)
        ),
    ],
)
def test_privacy_alone_can_not_move_a_time(stack, clock, moved, fault):
    document = a_certificate(stack)
    true = Certificate.model_validate_json(document).clocks
    lie = true.model_copy(update={clock: getattr(true, clock) + moved})

    assert faults(resigned(stack, document, clocks=lie), keys(stack)) == [fault]


def test_old_keys_are_called_dead_only_beside_a_count_of_a_day_later(stack):
    document = a_certificate(stack)
    true = Certificate.model_validate_json(document).clocks
    lie = true.model_copy(update={"residue_dead_at": true.certified_at})

    found = faults(resigned(stack, document, clocks=lie), keys(stack))

    assert found == ["No count of a day later bears out that its old keys are dead."]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"person": new_id()}, "The count first is about something else."),
        ({"round": Round.MONTH}, "The first count is missing."),
        ({"rows": {"documents.irrelevant": 0}}, LEFT_OUT),
        ({"rows": {"resume": 0}}, LEFT_OUT),
    ],
)
def test_a_count_of_something_else_proves_nothing(stack, said, fault):
    document = a_certificate(stack)
    (true,) = Certificate.model_validate_json(document).counts
    other = a_count(stack, true, counted_at=true.counted_at, **said)

    assert faults(resigned(stack, document, counts=(other,)), keys(stack)) == [fault]


def test_a_count_from_before_the_order_proves_nothing(stack):
    document = a_certificate(stack)
    true = Certificate.model_validate_json(document)
    (count,) = true.counts
    old = a_count(stack, count, counted_at=count.counted_at - timedelta(days=30))
    clocks = true.clocks.model_copy(update={"verified_zero_at": old.counted_at})

    found = faults(resigned(stack, document, counts=(old,), clocks=clocks), keys(stack))

    assert "The first count is older than a receipt." in found


def test_a_receipt_from_before_the_order_proves_nothing(stack):
    document = a_certificate(stack)
    true = Certificate.model_validate_json(document)
    part, *others = true.owners
    old = a_receipt(
        stack, true.order, part.owner, erased_at=true.order.requested_at - timedelta(days=1)
    )
    owners = (part.model_copy(update={"receipt": old}), *others)

    assert faults(resigned(stack, document, owners=owners), keys(stack)) == [
        "A receipt is older than the order."
    ]


def test_a_later_count_that_was_made_at_once_proves_nothing(stack):
    document = a_certificate(stack)
    (first,) = Certificate.model_validate_json(document).counts
    hasty = a_count(stack, first, round=Round.MONTH, counted_at=first.counted_at)

    found = faults(resigned(stack, document, counts=(first, hasty)), keys(stack))

    assert found == ["A later count was made too early."]


def test_one_count_does_not_serve_twice(stack):
    document = a_certificate(stack)
    (first,) = Certificate.model_validate_json(document).counts

    found = faults(resigned(stack, document, counts=(first, first)), keys(stack))

    assert found == ["One count is there twice."]


def test_an_account_is_its_person_s(stack):
    """Signed by all: only a lie that every one of them tells is left to find."""
    document = a_certificate(stack)

    found = faults(resigned(stack, document, scope=Scope.ACCOUNT), keys(stack))

    assert "The account is not the one of its person." in found
