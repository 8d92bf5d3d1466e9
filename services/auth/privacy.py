"""What auth gives out and deletes about a person."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from chassis.seal import Key
from contracts.message import PersonId, Scope
from services.auth import store


def export(tx: Session, key: Key, person: PersonId) -> Iterator[dict[str, Any]]:
    """The account and its living sign-ins. The password's hash is left out: it opens nothing for
    its owner, and everything for a thief."""
    account = store.get_account(tx, person)
    address = store.get_address(tx, person)
    profile = store.profile(key, account)
    yield {
        "kind": "account",
        "name": profile.name,
        "email": profile.email,
        "role": account.role,
        "created_at": profile.created_at.isoformat(),
        "confirmed_at": address.confirmed_at.isoformat() if address.confirmed_at else None,
    }
    for sign_in, device in store.sign_ins_of(tx, key, person):
        yield {
            "kind": "sign_in",
            "device": device,
            "signed_in_at": sign_in.signed_in_at.isoformat(),
            "last_seen_at": sign_in.last_seen_at.isoformat(),
        }


def erase(tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
    """Delete the account with all that hangs on it; nothing for the scopes of other owners.

    Returns the rows that went, by table. Safe to repeat: a second run returns zeros.
    """
    return store.delete_account(tx, person) if scope is Scope.ACCOUNT else {}
