"""What privacy gives out and deletes about a person. It is an owner like the others."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from contracts.message import PersonId, Scope
from services.privacy import store


def export() -> Mapping[str, bytes]:
    """Nothing is sealed here: no row holds content."""
    return {}


def erase(tx: Session, scope: Scope, person: PersonId) -> dict[str, int]:
    """Forget which cases were the person's when the account goes; cases themselves name nobody.

    The cases of single things stay listed for their person until then. Returns the rows that
    went, by table. Safe to repeat.
    """
    return store.delete_claims(tx, person) if scope is Scope.ACCOUNT else {}
