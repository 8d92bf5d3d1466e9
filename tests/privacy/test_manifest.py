"""A certificate names the data map by which each owner counted, in that owner's own words."""

import pytest

from chassis.certificate import faults, published, sealed
from chassis.datamap import fingerprint
from chassis.migrate import mapping_of
from chassis.signing import check
from contracts.certificate import Certificate
from contracts.message import Owner
from contracts.privacy import RECEIPTS, AuthErased, FindCase
from ops.report.verdict import Verdict
from ops.verifying import verify
from tests.privacy.cases import (
    a_case,
    a_receipt,
    count_truly,
    hear,
    privacy,
)

OTHER = "sha256:" + "0" * 64


@pytest.fixture
def document(stack):
    """All have answered as their code does today."""
    _, case, order = a_case(stack)
    for owner in Owner:
        named = fingerprint(mapping_of(owner))
        hear(privacy(stack), a_receipt(stack, order, owner, manifest_hash=named))
    count_truly(stack, case)
    return privacy(stack).find_certificate(FindCase(code=case.code)).document.encode()


def keys(stack):
    return published(stack.secrets_of(Owner.PRIVACY).public_keys())


def told_otherwise(stack, document, **changes):
    """What only a lying privacy could make: one owner's part changed, and signed again."""
    true = Certificate.model_validate_json(document)
    part = true.owners[1].model_copy(update=changes)
    blank = true.signature.model_copy(update={"value": ""})
    owners = (true.owners[0], part, *true.owners[2:])
    lie = true.model_copy(update={"owners": owners, "signature": blank})
    return sealed(lie, stack.secrets_of(Owner.PRIVACY).signing_key(Owner.PRIVACY))


def test_a_certificate_gives_every_owner_s_fingerprint(stack, document):
    told = Certificate.model_validate_json(document)

    named = {part.owner: part.manifest_hash for part in told.owners}

    assert named == {owner: fingerprint(mapping_of(owner)) for owner in Owner}
    assert faults(document, keys(stack)) == []


def test_who_checks_it_is_shown_every_fingerprint(stack, document, tmp_path):
    certificate, public = tmp_path / "certificate.json", tmp_path / "keys.json"
    certificate.write_bytes(document)
    public.write_text(keys(stack).model_dump_json())

    found = verify(certificate, public)

    assert found.verdict is Verdict.VALID
    for owner in Owner:
        assert any(owner in line and fingerprint(mapping_of(owner)) in line for line in found.lines)


@pytest.mark.parametrize("named", [OTHER, None])
def test_privacy_can_not_name_another_data_map(stack, document, named):
    forged = told_otherwise(stack, document, manifest_hash=named)

    assert faults(forged, keys(stack)) == [
        "The data map of documents is not the one that its receipt names."
    ]


@pytest.mark.parametrize("named", [OTHER, None])
def test_privacy_can_not_change_the_receipt_either(stack, document, named):
    true = Certificate.model_validate_json(document).owners[1].receipt
    receipt = true.model_copy(update={"manifest_hash": named})
    forged = told_otherwise(stack, document, manifest_hash=named, receipt=receipt)

    assert faults(forged, keys(stack)) == ["The receipt of documents was not signed by it."]


def test_a_receipt_from_before_there_were_fingerprints_is_still_good(stack):
    _, _, order = a_case(stack)
    old = a_receipt(stack, order, Owner.AUTH)

    read_again = RECEIPTS[Owner.AUTH].model_validate_json(old.model_dump_json())

    assert isinstance(read_again, AuthErased)
    assert "manifest_hash" not in read_again.model_dump(mode="json")
    assert check(read_again, stack.secrets_of(Owner.PRIVACY).public_key(Owner.AUTH))
