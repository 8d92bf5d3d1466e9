"""SQLAlchemy, with two rules of our own: no column without a privacy mark, no row without a role.

A mapped class with an unmarked column cannot be mapped, nor one with personal columns that does
not say whose they are. `Database.transaction(who)` is the only way to a session; it tells
PostgreSQL for whom it runs, and row-level security refuses everybody else's rows.
"""

import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, cast
from uuid import UUID

import psycopg2
from pydantic import SecretStr
from sqlalchemy import (
    Column,
    CursorResult,
    DateTime,
    Delete,
    LargeBinary,
    MetaData,
    Uuid,
    create_engine,
    event,
    text,
)
from sqlalchemy import Enum as SqlEnum
from sqlalchemy.engine import Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, DisconnectionError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import DeclarativeBase, MappedColumn, Session, mapped_column, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from chassis.config import Settings
from chassis.errors import Gone, Unavailable
from contracts.message import Owner, PersonId

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

ERASED = "MP001"
"""SQLSTATE that our trigger raises when a tombstone stands (`chassis/migrate.py`)."""

SUBJECT = "subject_id"
"""The name of every column that says whose a row is, in every schema."""

_RESTED_S = 1.0
"""How long a connection may lie in the pool before it is asked whether it still lives."""

_FOREIGN_KEY = "23503"
_UNREACHABLE = ("57P01", "57P02", "57P03", "53300")
"""Shutting down, crashed, starting up, too many connections."""
_TOO_SLOW = ("57014", "55P03", "40P01", "40001")
"""A timeout, a lock not had in time, a deadlock, a serialisation failure."""


class Category(StrEnum):
    """What kind of personal data a column holds; the words of the data map."""

    ACCOUNT = "account"
    CREDENTIAL = "credential"
    SECURITY = "security"
    RESUME = "resume"
    JOB_DESCRIPTION = "job_description"
    TRANSCRIPT = "transcript"
    FEEDBACK = "feedback"
    RIGHTS = "rights"
    PREFERENCE = "preference"


class Purpose(StrEnum):
    """Why we may hold it: the words of the privacy page."""

    ACCOUNT = "account"
    SECURITY = "security"
    ANALYSIS = "analysis"
    INTERVIEW = "interview"
    FEEDBACK = "feedback"
    RIGHTS = "rights"
    PREFERENCES = "preferences"


class Keep(StrEnum):
    """For how long; enforced by `chassis/retention.py`."""

    ACCOUNT = "as long as the account"
    DAY = "1 day"
    WEEK = "7 days"
    MONTH = "30 days"
    QUARTER = "90 days"
    CASE = "6 years after the case"


class Base(DeclarativeBase):
    """Mapped classes live in their owner's schema and classify every column."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: DateTime(timezone=True),
        UUID: Uuid,
        PersonId: Uuid,
        bytes: LargeBinary,
        StrEnum: SqlEnum(
            StrEnum,
            native_enum=False,
            length=40,
            values_callable=lambda kind: [member.value for member in kind],
        ),
    }

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        table = cls.__dict__.get("__table__")
        if table is not None:
            check_marks(cls.__name__, table.columns)


def check_marks(name: str, columns: Iterable[Column[Any]]) -> None:
    """Raise TypeError unless every column is marked and personal ones have a `subject_id`."""
    marks = {column.name: column.info.get("privacy") for column in columns}
    if bare := [column for column, mark in marks.items() if mark is None]:
        raise TypeError(f"{name}: say plain(), subject() or personal() for {bare}")
    if "personal" in marks.values() and "subject" not in marks.values():
        raise TypeError(f"{name} is personal: whose is it? It needs a subject()")
    if any(mark == "subject" and column != SUBJECT for column, mark in marks.items()):
        raise TypeError(f"{name}: the subject() is called {SUBJECT}, so that a counter finds it")


def schema_of(owner: Owner) -> MetaData:
    return MetaData(schema=owner.value, naming_convention=_NAMES)


def plain(why: str, *args: Any, **kwargs: Any) -> MappedColumn[Any]:
    """Says nothing about a person; `why` goes into the data map."""
    return mapped_column(*args, info={"privacy": "plain", "why": why}, **kwargs)


def subject(*args: Any, **kwargs: Any) -> MappedColumn[Any]:
    """Whom the row is about: what erasure, export and count search by, and what a row-level
    policy compares. Give it the foreign key to the owner's `subject` table as its argument.
    """
    kwargs.setdefault("nullable", False)
    kwargs.setdefault("index", not kwargs.get("primary_key"))
    return mapped_column(*args, info={"privacy": "subject"}, **kwargs)


def personal(
    *args: Any,
    category: Category,
    purpose: Purpose,
    keep: Keep,
    hashed: bool = False,
    withheld: str = "",
    **kwargs: Any,
) -> MappedColumn[Any]:
    """About a person, held for `purpose`, no longer than `keep`. Sealed if its type is.

    `hashed` says that it is no content but a keyed hash to search by, or a password's hash.
    `withheld` says why it is left out when the person asks for all that we hold.
    """
    mark = {"privacy": "personal", "category": category, "purpose": purpose, "keep": keep}
    if hashed and not withheld:
        withheld = _HASH_WITHHELD
    return mapped_column(*args, info={**mark, "hashed": hashed, "withheld": withheld}, **kwargs)


_HASH_WITHHELD = "a keyed hash that we search by: it can be read by nobody"


class RefusedStatementError(Exception):
    """PostgreSQL refused a statement for a reason that no caller can help: a bug of ours.

    It says the SQLSTATE and never the text, which quotes values: the statement's and a row's.
    """

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__(f"SQLSTATE {sqlstate}")
        self.sqlstate = sqlstate


class Database:
    """Hands out transactions; never a session that outlives one. Safe to share."""

    def __init__(
        self,
        url: SecretStr,
        *,
        pool: int = 10,
        statement_ms: int = 2000,
        rested_s: float = _RESTED_S,
    ) -> None:
        """A connection that lay idle for `rested_s` is asked whether it lives before it is used."""
        self._rested_s = rested_s
        self.engine: Engine = create_engine(
            url.get_secret_value(),
            pool_size=pool,
            max_overflow=0,
            pool_timeout=2,
            pool_recycle=1800,
            hide_parameters=True,
            connect_args={
                "connect_timeout": 2,
                "options": f"-c statement_timeout={statement_ms}"
                " -c lock_timeout=2000 -c idle_in_transaction_session_timeout=60000",
            },
        )
        event.listen(self.engine, "checkin", _note_rest)
        event.listen(self.engine, "checkout", self._ping_rested)
        self._session = sessionmaker(self.engine, expire_on_commit=False)

    @contextmanager
    def transaction(self, who: PersonId | None = None) -> Iterator[Session]:
        """One transaction, for `who` alone; without `who` no content row is visible.

        Raises Unavailable when the database is away or too slow, Gone when PostgreSQL refuses a
        row because its person or its parent has been erased, and else RefusedStatementError.
        """
        try:
            with self._session.begin() as tx:
                if who is not None:
                    speak_for(tx, who)
                yield tx
        except PoolTimeout:
            raise Unavailable from None
        except DBAPIError as error:
            raise _translated(error) from None

    def close(self) -> None:
        self.engine.dispose()

    def _ping_rested(
        self, connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: object
    ) -> None:
        """Replace a connection that died at rest. Asking at each use costs as much as a statement.

        https://docs.sqlalchemy.org/en/21/core/pooling.html
        """
        if time.monotonic() - record.info.get("rests_since", 0.0) < self._rested_s:
            return
        try:
            with closing(connection.cursor()) as cursor:
                cursor.execute("SELECT 1")
            connection.rollback()
        except psycopg2.Error:
            raise DisconnectionError from None


def speak_for(tx: Session, who: PersonId) -> None:
    """From now on, and to its end, `tx` sees the content rows of `who` and of nobody else."""
    tx.execute(_SPEAK_FOR, {"who": str(who)})


def rows_deleted(tx: Session, statement: Delete) -> int:
    """Run it; how many rows it took. Objects that were loaded before are not looked through."""
    done = tx.execute(statement, execution_options={"synchronize_session": False})
    return cast("CursorResult[Any]", done).rowcount


_SPEAK_FOR = text("SELECT set_config('mira.subject', :who, true)")


def _note_rest(_connection: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
    record.info["rests_since"] = time.monotonic()


def database(settings: Settings) -> Database:
    """Builder: the database of the owner whose process this is.

    A connection for each call and job at once, and for the loops beside them.
    """
    if settings.database_url is None:
        raise ValueError("MIRA_DATABASE_URL is missing.")
    return Database(settings.database_url, pool=settings.workers * 3 // 2 + 3)


def _translated(error: DBAPIError) -> Exception:
    """Our error for PostgreSQL's; its own text may quote rows, so it is dropped on the way."""
    code = getattr(error.orig, "pgcode", None)
    if code in (ERASED, _FOREIGN_KEY):
        return Gone("This has been deleted.")
    if code in (*_UNREACHABLE, *_TOO_SLOW) or (
        code is None and isinstance(error, OperationalError)
    ):
        return Unavailable()
    if error.connection_invalidated:
        return Unavailable()
    return RefusedStatementError(code)
