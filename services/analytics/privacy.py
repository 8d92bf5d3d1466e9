"""What analytics gives out and deletes about a person."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from contracts.message import PersonId, Scope
from services.analytics import store


def export() -> Mapping[str, bytes]:
    """Nothing is sealed here: no row holds content."""
    return {}


def erase(tx: Session, scope: Scope, person: PersonId) -> dict[str, int]:
    """Delete the person's choice with the account. Returns the rows that went, by table.

    Safe to repeat: a second run returns zeros.
    """
    return store.delete_choice(tx, person) if scope is Scope.ACCOUNT else {}
