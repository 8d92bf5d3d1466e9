"""What privacy gives out and deletes about a person. It is an owner like the others."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from contracts.message import PersonId, Scope
from services.privacy import exports, store


def export() -> Mapping[str, bytes]:
    """Nothing: what is sealed here are archives, and an archive is not in itself."""
    return {}


def erase(tx: Session, scope: Scope, item_id: UUID, person: PersonId) -> dict[str, int]:
    """Forget one archive, or with the account all of them and which cases were the person's.

    When anything else is erased, archives go with its key, in the request (`exporting.py`).

    The cases of single things stay listed for their person until then. Returns the rows that
    went, by table. Safe to repeat.
    """
    match scope:
        case Scope.ACCOUNT:
            return {**store.delete_claims(tx, person), **exports.delete_all(tx, person)}
        case Scope.EXPORT:
            return exports.delete_one(tx, item_id)
        case _:
            return {}
