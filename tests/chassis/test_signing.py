"""Orders and receipts carry signatures that fit them and nothing else."""

from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from chassis.ids import new_id
from chassis.signing import UNSIGNED, check, sign, signed
from contracts.message import CaseId, Owner, Scope
from contracts.privacy import AuthErased, DocumentsErased, ErasureRequested, OwnerErased
from tests.support.people import a_person

KEY = Ed25519PrivateKey.generate()


def an_order() -> ErasureRequested:
    person = a_person()
    return ErasureRequested(
        person=person,
        case_id=CaseId(new_id()),
        scope=Scope.ACCOUNT,
        item_id=person,
        log_seq=7,
        requested_at=datetime.now(UTC),
        signature=UNSIGNED,
    )


def a_receipt(kind: type[OwnerErased] = AuthErased) -> OwnerErased:
    person = a_person()
    return kind(
        person=person,
        case_id=CaseId(new_id()),
        owner=Owner.AUTH,
        scope=Scope.ACCOUNT,
        item_id=person,
        erased={"b": 1, "a": 2},
        remaining={"a": 0},
        erased_at=datetime.now(UTC),
        signature=UNSIGNED,
    )


def test_what_was_signed_is_recognised() -> None:
    assert check(signed(an_order(), KEY), KEY.public_key())


def test_what_was_not_signed_is_not() -> None:
    assert not check(an_order(), KEY.public_key())


def test_another_key_s_signature_is_not() -> None:
    assert not check(signed(an_order(), Ed25519PrivateKey.generate()), KEY.public_key())


@pytest.mark.parametrize(
    "field", ["person", "case_id", "item_id", "log_seq", "requested_at", "scope"]
)
def test_a_changed_field_is_noticed(field: str) -> None:
    order, other = signed(an_order(), KEY), an_order()
    values = {**dict(other), "log_seq": 8, "scope": Scope.SESSION}

    assert not check(order.model_copy(update={field: values[field]}), KEY.public_key())


def test_a_signature_does_not_fit_another_kind_of_message() -> None:
    receipt = signed(a_receipt(AuthErased), KEY)
    other = DocumentsErased.model_validate(receipt.model_dump())

    assert not check(other, KEY.public_key())


def test_a_signature_outlives_the_journey_as_json() -> None:
    receipt = signed(a_receipt(), KEY)

    arrived = AuthErased.model_validate_json(receipt.model_dump_json())

    assert check(arrived, KEY.public_key())


def test_counts_in_another_order_are_the_same_counts() -> None:
    receipt = a_receipt()
    turned = receipt.model_copy(update={"erased": {"a": 2, "b": 1}})

    assert sign(receipt, KEY) == sign(turned, KEY)
