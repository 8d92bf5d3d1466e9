"""Invented people and the passports that say who is asking."""

from datetime import UTC, datetime, timedelta

from chassis.ids import new_id
from contracts.auth import Act, Passport, PersonRole
from contracts.message import PersonId, SignInId


def a_person() -> PersonId:
    return PersonId(new_id())


def a_passport(
    person: PersonId | None = None,
    *,
    act: Act | None = None,
    role: PersonRole = PersonRole.PERSON,
    at: datetime | None = None,
) -> Passport:
    """As auth mints one; a proof of the password if `act` says for what."""
    issued = at or datetime.now(UTC)
    return Passport(
        person=person or a_person(),
        sign_in=SignInId(new_id()),
        role=role,
        issued_at=issued,
        expires_at=issued + (timedelta(minutes=5) if act else timedelta(seconds=60)),
        act=act,
        proof_id=SignInId(new_id()) if act else None,
    )
