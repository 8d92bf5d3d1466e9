"""The same rows, deleted the usual ways on the same PostgreSQL: a cascade, and masking."""

# ruff: noqa: S608 - names come from our own mapping

import time

from sqlalchemy import Connection, Table, text

from chassis.migrate import mapping_of
from chassis.seal import SealedType
from chassis.walls import is_content
from contracts.message import Owner, PersonId


def tables() -> list[Table]:
    """Every table of every owner with rows about people."""
    return [
        table
        for owner in Owner
        for table in mapping_of(owner).sorted_tables
        if is_content(table) or "lookup" in table.info
    ]


class Peers:
    """Copies of people's rows in two schemas of one database each, all hanging on one table."""

    def __init__(self, admin: Connection) -> None:
        self._admin = admin
        self._tables = tables()
        self._people: list[PersonId] = []

    def copy(self, people: list[PersonId]) -> None:
        """Both peers get every row of `people`, with the indexes that the original has."""
        self._people = people
        for schema in ("cascade", "masking"):
            self._run(f"DROP SCHEMA IF EXISTS {schema} CASCADE", f"CREATE SCHEMA {schema}")
            self._run(f"CREATE TABLE {schema}.person (id uuid PRIMARY KEY)")
            self._many(f"INSERT INTO {schema}.person VALUES (:person)")
            for table in self._tables:
                name = f"{schema}.{table.schema}_{table.name}"
                self._run(f"CREATE TABLE {name} (LIKE {table} INCLUDING INDEXES)")
                # By its own name the verifier would find it, and rightly not certify anything.
                self._run(f"ALTER TABLE {name} RENAME subject_id TO person_id")
                self._many(f"INSERT INTO {name} SELECT * FROM {table} WHERE subject_id = :person")
                if schema == "cascade":
                    self._run(
                        f"ALTER TABLE {name} ADD FOREIGN KEY (person_id)"
                        f" REFERENCES {schema}.person ON DELETE CASCADE"
                    )
        self._admin.commit()
        self._run("ANALYZE")
        self._admin.commit()

    def cascade(self) -> list[float]:
        """Seconds per person for one DELETE and its commit."""
        delete = "DELETE FROM cascade.person WHERE id = :person"
        return [self._timed(delete, person) for person in self._people]

    def mask(self) -> list[float]:
        """Seconds per person: every row is read, then changed by its own UPDATE; one commit."""
        return [self._masked(person) for person in self._people]

    def _masked(self, person: PersonId) -> float:
        begun = time.perf_counter()
        for table in self._tables:
            name = f"masking.{table.schema}_{table.name}"
            sealed = [c.name for c in table.columns if isinstance(c.type, SealedType)]
            blank = ", ".join(f"{column} = '*'" for column in sealed) or "person_id = person_id"
            found = self._admin.execute(
                text(f"SELECT ctid::text FROM {name} WHERE person_id = :person"),
                {"person": person},
            )
            for (place,) in found.all():
                change = text(f"UPDATE {name} SET {blank} WHERE ctid = CAST(:place AS tid)")
                self._admin.execute(change, {"place": place})
        self._admin.commit()
        return time.perf_counter() - begun

    def _timed(self, statement: str, person: PersonId) -> float:
        begun = time.perf_counter()
        self._admin.execute(text(statement), {"person": person})
        self._admin.commit()
        return time.perf_counter() - begun

    def _run(self, *statements: str) -> None:
        for statement in statements:
            self._admin.execute(text(statement))

    def _many(self, statement: str) -> None:
        self._admin.execute(text(statement), [{"person": person} for person in self._people])
