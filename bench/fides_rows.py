"""The rows that Fides masks, and what it is told of them: a copy of ours, and a dataset of it."""

# ruff: noqa: S608 - names come from our own mapping

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, create_engine, text
from sqlalchemy.pool import NullPool

from bench.peers import tables
from chassis.seal import SealedType
from contracts.message import PersonId

CONTENT = "user.content"
"""Fides's word for what the policy has masked."""

_Named = dict[str, Any]


class FidesRows:
    """Copies in a schema that is named as Fides's role is, so that it finds them unprefixed."""

    def __init__(self, admin_url: str, role: str, password: str) -> None:
        self._admin = create_engine(admin_url, poolclass=NullPool).connect()
        self._role = role
        self._password = password
        self._tables = tables()

    def copy(self, people: list[PersonId]) -> None:
        """Every row of `people`, with the indexes of the original.

        Content may be null, because that is what it will be; and bytes are in base64, because
        Fides cannot take in a row with `bytea`.
        """
        self._make_role()
        self._run(f"CREATE TABLE {self._role}.person (id uuid PRIMARY KEY)")
        self._many(f"INSERT INTO {self._role}.person VALUES (:person)", people)
        for table in self._tables:
            name = f"{self._role}.{_name(table)}"
            self._run(f"CREATE TABLE {name} (LIKE {table} INCLUDING INDEXES)")
            self._many(
                f"INSERT INTO {name} SELECT * FROM {table} WHERE subject_id = :person", people
            )
            for change in _changes(table):
                self._run(f"ALTER TABLE {name} {change}")
        self._run(f"GRANT SELECT, UPDATE ON ALL TABLES IN SCHEMA {self._role} TO {self._role}")
        self._run("ANALYZE")
        self._admin.commit()

    def dataset(self, key: str, left_out: Iterable[str] = ()) -> _Named:
        """As an engineer would write it down, but for the columns `left_out` (table.column)."""
        person = _field("id", primary_key=True, identity="external_id")
        collections = [_collection(table, key, set(left_out)) for table in self._tables]
        return {
            "fides_key": key,
            "name": key,
            "collections": [{"name": "person", "fields": [person]}, *collections],
        }

    def left(self, person: PersonId) -> tuple[int, int]:
        """How many rows of a person are there, and how many values in them can still be read."""
        rows = values = 0
        for table in self._tables:
            content = [f"count({column.name})" for column in table.columns if _is_content(column)]
            count = text(
                f"SELECT count(*), {' + '.join(content) or 0} FROM {self._role}.{_name(table)}"
                " WHERE person_id = :person"
            )
            of_table = self._admin.execute(count, {"person": person}).one()
            rows, values = rows + of_table[0], values + of_table[1]
        self._admin.rollback()
        return rows, values

    def close(self) -> None:
        self._admin.close()

    def _make_role(self) -> None:
        """A role of its own that reads and changes the copies, and nothing else of ours."""
        role = self._role
        known = text("SELECT FROM pg_roles WHERE rolname = :role")
        if self._admin.execute(known, {"role": role}).first() is not None:
            self._run(f"DROP OWNED BY {role}", f"DROP ROLE {role}")
        self._run(
            f"DROP SCHEMA IF EXISTS {role} CASCADE",
            f"CREATE ROLE {role} LOGIN PASSWORD '{self._password}'",
            f"CREATE SCHEMA {role}",
            f"GRANT USAGE ON SCHEMA {role} TO {role}",
            f"GRANT CONNECT ON DATABASE {self._admin.engine.url.database} TO {role}",
        )

    def _run(self, *statements: str) -> None:
        for statement in statements:
            self._admin.execute(text(statement))

    def _many(self, statement: str, people: list[PersonId]) -> None:
        self._admin.execute(text(statement), [{"person": person} for person in people])


def _name(table: Table) -> str:
    return f"{table.schema}_{table.name}"


def _changes(table: Table) -> Iterator[str]:
    yield "RENAME subject_id TO person_id"  # the verifier would find it by its own name
    for column in table.columns:
        if _is_content(column):
            yield f"ALTER {column.name} DROP NOT NULL"
        if isinstance(column.type, LargeBinary | SealedType):
            yield f"ALTER {column.name} TYPE text USING encode({column.name}, 'base64')"


def _is_content(column: Column[Any]) -> bool:
    return isinstance(column.type, SealedType)


def _collection(table: Table, dataset: str, left_out: set[str]) -> _Named:
    whose = {"dataset": dataset, "field": "person.id", "direction": "from"}
    fields = []
    for column in table.columns:
        if f"{table}.{column.name}" in left_out:
            continue
        meta: _Named = {"primary_key": True} if column.primary_key else {}
        if column.name == "subject_id":
            fields.append(_field("person_id", **meta, references=[whose]))
        else:
            fields.append(_field(column.name, is_content=_is_content(column), **meta))
    return {"name": _name(table), "fields": fields}


def _field(name: str, *, is_content: bool = False, **meta: Any) -> _Named:
    category = CONTENT if is_content else "system.operations"
    return {"name": name, "data_categories": [category], "fides_meta": meta or None}
