"""What auth gives out and deletes about a person."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session

from chassis.keys import Keyring
from contracts.message import PersonId, Scope
from services.auth import store


def export(
    keyring: Keyring, table: Table, row: Mapping[str, Any], person: PersonId
) -> Mapping[str, bytes]:
    """The sealed columns of one row, opened.

    Without the password's hash: it is of no use to its owner, and of some use to a thief.
    """
    return store.opened(keyring.for_person(person), table, row)


def erase(tx: Session, scope: Scope, person: PersonId) -> dict[str, int]:
    """Delete the account with all that hangs on it; nothing for the scopes of other owners.

    Returns the rows that went, by table. Safe to repeat: a second run returns zeros.
    """
    return store.delete_account(tx, person) if scope is Scope.ACCOUNT else {}
