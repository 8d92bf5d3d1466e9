"""A certificate convinces whoever has the public keys, and nobody once a byte was changed."""

import json
import random
from datetime import timedelta

import pytest

from chassis.certificate import canonical, faults, published, sealed
from chassis.clock import ShiftedClock
from chassis.errors import NotFound
from chassis.signing import signed
from contracts.certificate import Certificate
from contracts.message import Owner
from contracts.privacy import RECEIPTS, FindCase
from contracts.proof import Round
from tests.privacy.cases import (
    a_case,
    a_receipt,
    an_account_case,
    complete,
    count_truly,
    hear,
    hear_all,
    privacy,
)


def issued(stack, case):
    query = FindCase(code=case.code)
    return privacy(stack).find_certificate(query).document.encode()


def a_certificate(stack):
    _, case, order = a_case(stack)
    complete(stack, case, order)
    return issued(stack, case)


def keys(stack):
    return published(stack.secrets_of(Owner.PRIVACY).public_keys())


def resigned(stack, document, **changes):
    """Signed by privacy's true key again: what only a lying privacy could make."""
    certificate = Certificate.model_validate_json(document).model_copy(update=changes)
    blank = certificate.signature.model_copy(update={"value": ""})
    key = stack.secrets_of(Owner.PRIVACY).signing_key(Owner.PRIVACY)
    return sealed(certificate.model_copy(update={"signature": blank}), key)


def test_a_certificate_is_checked_with_public_keys_alone(stack):
    """T36."""
    assert faults(a_certificate(stack), keys(stack)) == []


def test_any_changed_byte_fails(stack):
    """T36: a seeded slice here, every byte under `--full`."""
    document, public = a_certificate(stack), keys(stack)
    places = random.Random(36).sample(range(len(document)), 150)

    believed = [place for place in places if not faults(_flipped(document, place), public)]

    assert believed == []


@pytest.mark.full
def test_every_changed_byte_fails(stack):
    """T36."""
    document, public = a_certificate(stack), keys(stack)

    believed = [at for at in range(len(document)) if not faults(_flipped(document, at), public)]

    assert believed == []


def _flipped(document, place):
    return document[:place] + bytes([document[place] ^ 1]) + document[place + 1 :]


@pytest.mark.parametrize("end", [b"\n", b" "])
def test_an_added_byte_fails(stack, end):
    assert faults(a_certificate(stack) + end, keys(stack))


def test_the_same_said_with_other_spaces_fails(stack):
    document = a_certificate(stack)

    assert faults(json.dumps(json.loads(document)).encode(), keys(stack))


def test_a_second_spelling_of_the_signature_fails(stack):
    """The last letter of 64 bytes in base64 has four bits that mean nothing."""
    told = json.loads(a_certificate(stack))
    value = told["signature"]["value"]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    told["signature"]["value"] = value[:-1] + alphabet[alphabet.index(value[-1]) ^ 1]
    spelled = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    assert faults(spelled.encode(), keys(stack))


def test_another_installation_s_keys_do_not_fit(stack):
    others = keys(stack).keys | {"privacy": keys(stack).keys["auth"]}

    assert faults(a_certificate(stack), keys(stack).model_copy(update={"keys": others}))


def test_privacy_alone_can_not_certify_without_a_count(stack):
    forged = resigned(stack, a_certificate(stack), counts=())

    assert faults(forged, keys(stack)) == ["Nobody but the owners has counted."]


def test_privacy_alone_can_not_invent_a_receipt(stack):
    document = a_certificate(stack)
    true = Certificate.model_validate_json(document)
    part = true.owners[1]
    lie = RECEIPTS[part.owner].model_validate(
        part.receipt.model_dump() | {"erased": {"resume": 99}}
    )
    key = stack.secrets_of(Owner.PRIVACY).signing_key(Owner.PRIVACY)
    invented = part.model_copy(update={"receipt": signed(lie, key), "deleted": {"resume": 99}})
    forged = resigned(stack, document, owners=(true.owners[0], invented, *true.owners[2:]))

    assert faults(forged, keys(stack)) == ["The receipt of documents was not signed by it."]


def test_receipts_of_another_case_do_not_serve(stack):
    one = Certificate.model_validate_json(a_certificate(stack))
    forged = resigned(stack, a_certificate(stack), owners=one.owners, counts=one.counts)

    found = faults(forged, keys(stack))

    assert len(found) == len(Owner) + 1
    assert all("about something else" in fault for fault in found)


def test_a_certificate_gives_only_keys_that_are_published(stack):
    true = a_certificate(stack)
    public = dict(Certificate.model_validate_json(true).public_keys)
    forged = resigned(stack, true, public_keys=public | {"verifier": public["privacy"]})

    found = faults(forged, keys(stack))

    assert "The key that it gives for verifier is not the published one." in found
    assert "Two of its signers share one key." in found


def test_there_is_no_certificate_before_the_count(stack):
    _, case, order = a_case(stack)
    hear_all(stack, order)

    with pytest.raises(NotFound):
        issued(stack, case)


def test_a_certificate_of_an_account_names_every_owner(stack):
    _, case, order = an_account_case(stack)
    privacy(stack).obey(order)
    complete(stack, case, order)

    told = Certificate.model_validate_json(issued(stack, case))

    assert [part.owner for part in told.owners] == list(Owner)
    assert told.clocks.requested_at <= told.clocks.keys_destroyed_at
    assert told.clocks.verified_zero_at <= told.clocks.certified_at
    assert (told.log, told.subject.commitment, told.clocks.backup_horizon) == (None, None, None)


def test_a_later_count_is_certified_by_a_certificate_that_names_the_first(stack):
    _, case, order = a_case(stack)
    complete(stack, case, order)
    first = Certificate.model_validate_json(issued(stack, case))

    count_truly(stack, case, clock=ShiftedClock(timedelta(hours=1)))

    second = Certificate.model_validate_json(issued(stack, case))
    assert second.amends == first.certificate_id
    assert [count.round for count in second.counts] == [Round.FIRST, Round.HOUR]
    assert faults(canonical(second), keys(stack)) == []


def test_a_late_receipt_changes_no_certificate(stack):
    _, case, order = a_case(stack)
    complete(stack, case, order)
    before = issued(stack, case)

    hear(privacy(stack), a_receipt(stack, order, Owner.AUTH, erased={"account": 77}))

    assert issued(stack, case) == before
