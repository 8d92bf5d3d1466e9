"""Who is asking: only auth can say so, and not for long."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from chassis.errors import NotAllowed
from chassis.passport import PassportCheck, mint, verify
from contracts.auth import PersonRole
from tests.support.people import a_passport

KEY = Ed25519PrivateKey.generate()
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_what_auth_says_is_what_arrives() -> None:
    passport = a_passport(at=NOW)

    assert verify(mint(passport, KEY), KEY.public_key(), NOW) == passport


def test_it_is_good_for_a_minute() -> None:
    signed = mint(a_passport(at=NOW), KEY)

    verify(signed, KEY.public_key(), NOW + 59 * SECOND)
    with pytest.raises(NotAllowed):
        verify(signed, KEY.public_key(), NOW + 60 * SECOND)


def test_nobody_else_can_sign_one() -> None:
    forged = mint(a_passport(at=NOW), Ed25519PrivateKey.generate())

    with pytest.raises(NotAllowed):
        verify(forged, KEY.public_key(), NOW)


def test_nobody_can_change_what_it_says() -> None:
    signed = mint(a_passport(at=NOW), KEY)
    _, _, signature = signed.partition(".")
    said, _, _ = mint(a_passport(at=NOW, role=PersonRole.OPERATOR), KEY).partition(".")

    with pytest.raises(NotAllowed):
        verify(f"{said}.{signature}", KEY.public_key(), NOW)


@pytest.mark.parametrize("nonsense", ["", ".", "a.b", "é.é", "a" * 200, "====.===="])
def test_nonsense_is_refused(nonsense: str) -> None:
    with pytest.raises(NotAllowed):
        verify(nonsense, KEY.public_key(), NOW)


def test_a_passport_that_is_remembered_expires_like_any_other() -> None:
    asked: list[Ed25519PublicKey] = []
    check = PassportCheck(lambda: asked.append(KEY.public_key()) or asked[-1])
    signed = mint(a_passport(at=NOW), KEY)

    found = [check(signed, NOW + each * SECOND) for each in (0, 1, 59)]

    assert len(asked) == 1
    assert len(set(found)) == 1
    with pytest.raises(NotAllowed):
        check(signed, NOW + 60 * SECOND)
