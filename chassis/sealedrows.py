"""Which keys open a row that hangs on a session and may quote documents of it.

What names a document opens with the keys of both, combined: it is unreadable as soon as either is
destroyed, before any row is touched.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any
from uuid import UUID

from chassis.db import Base
from chassis.errors import Gone
from chassis.keys import Wanted
from chassis.seal import Key, Sealed
from contracts.message import Scope

Keys = Mapping[Wanted, Key]
"""The living keys of sessions and their documents; what is destroyed is not among them."""

Values = Mapping[str, Any]
"""A row, by column."""

Scopes = tuple[Scope, ...]
"""The scopes whose keys open a column together."""

OWN: Scopes = (Scope.SESSION,)
WITH_RESUME: Scopes = (Scope.SESSION, Scope.RESUME)
WITH_JOB: Scopes = (Scope.SESSION, Scope.JOB_DESCRIPTION)
WITH_BOTH: Scopes = (Scope.SESSION, Scope.RESUME, Scope.JOB_DESCRIPTION)


def keys_for(row: Values) -> list[Wanted]:
    """What it takes to open a row of any table: by the ids that stand in it."""
    named = (
        (Scope.SESSION, row.get("interview_id", row.get("id"))),
        (Scope.RESUME, row.get("resume_id")),
        (Scope.JOB_DESCRIPTION, row.get("job_description_id")),
    )
    return [(scope, item) for scope, item in named if item is not None]


def values_of(row: Base) -> Values:
    """The row as its table has it."""
    return {column.key: getattr(row, column.key) for column in row.__table__.columns}


def keys_for_rows(rows: Iterable[Base]) -> list[Wanted]:
    """What it takes to open all of them, each once."""
    return list(dict.fromkeys(key for row in rows for key in keys_for(values_of(row))))


def session_key(keys: Keys, interview_id: UUID) -> Key:
    """The key of what was said itself. Raises Gone where it is destroyed."""
    return _living(keys.get((Scope.SESSION, interview_id)))


@dataclass(frozen=True, slots=True)
class SealedRows:
    """The sealed columns of one owner. `scopes_of` names them with their scopes, for a row."""

    scopes_of: Callable[[type[Base], Values], Mapping[str, Scopes]]

    def opened(self, keys: Keys, row: Base) -> dict[str, bytes]:
        """The sealed columns of a row by name, without the empty and those whose key is gone."""
        return self.opened_values(keys, type(row), values_of(row))

    def opened_values(self, keys: Keys, kind: type[Base], row: Values) -> dict[str, bytes]:
        """The same for a row by column."""
        locks = {column: self._key(keys, kind, column, row) for column in self.scopes_of(kind, row)}
        return {
            column: key.open(getattr(kind, column), row["id"], row[column])
            for column, key in locks.items()
            if key is not None and row[column] is not None
        }

    def sealed_in(self, keys: Keys, row: Base, column: str, content: str | bytes) -> Sealed:
        """`content` for that column of the row. Raises Gone where a key of it is destroyed."""
        return self.sealed(keys, type(row), column, values_of(row), content)

    def sealed(
        self, keys: Keys, kind: type[Base], column: str, row: Values, content: str | bytes
    ) -> Sealed:
        """The same for a row by column."""
        key = _living(self._key(keys, kind, column, row))
        return key.seal(getattr(kind, column), row["id"], content)

    def _key(self, keys: Keys, kind: type[Base], column: str, row: Values) -> Key | None:
        """None where one of its scopes is destroyed, or where the row names none such."""
        living = {scope: keys.get((scope, item)) for scope, item in keys_for(row)}
        parts = [living.get(scope) for scope in self.scopes_of(kind, row)[column]]
        whole = [part for part in parts if part is not None]
        return reduce(Key.combined, whole) if len(whole) == len(parts) else None


def _living(key: Key | None) -> Key:
    if key is None:
        raise Gone("This has been deleted.")
    return key
