"""The five tables that every owner has, and who fills them.

`subject` is whom we keep anything about: content hangs on it by foreign keys, and erasure locks
it. `tombstone` is what was erased and may never return. `job` is work that is owed, `outbox` is
what is to be announced, `answered` is what a call with an idempotency key was told.
None of them holds content in clear; see `chassis/owner.py`, `jobs.py` and `bus/` for their use.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

from chassis.db import Category, Keep, Purpose, check_marks, personal, plain, subject
from chassis.seal import SealedType

_AT = DateTime(timezone=True)


@dataclass(frozen=True)
class ChassisTables:
    subject: Table
    tombstone: Table
    job: Table
    outbox: Table
    answered: Table


def chassis_tables(metadata: MetaData) -> ChassisTables:
    """Make the five in `metadata`, every column classified."""
    people = _subject(metadata)
    return ChassisTables(
        subject=people,
        tombstone=_tombstone(metadata),
        job=_job(metadata),
        outbox=_outbox(metadata),
        answered=_answered(metadata, people),
    )


def _subject(metadata: MetaData) -> Table:
    return _table(
        metadata,
        "subject",
        subject("subject_id", Uuid, primary_key=True).column,
        _plain("when we first kept something", "created_at", _AT),
    )


def _tombstone(metadata: MetaData) -> Table:
    """`log_seq` is the order's place in privacy's log; `receipt` what we answered, to say again."""
    return _table(
        metadata,
        "tombstone",
        _plain("what kind of thing was erased", "scope", String(20), primary_key=True),
        _plain("which: kept so that it cannot return", "id", Uuid, primary_key=True),
        _plain("the case that asked for it", "case_id", Uuid),
        _plain("place of the order in the log", "log_seq", BigInteger, index=True),
        _plain("when it was erased here", "at", _AT),
        _plain("our signed receipt: ids and counts", "receipt", JSONB),
    )


def _job(metadata: MetaData) -> Table:
    """One row per piece of work: inbox, retry counter, lease, progress and parking place.

    `message_id` makes hearing a message twice one job; `key` makes one living job per thing.
    """
    return _table(
        metadata,
        "job",
        _plain("row id", "id", Uuid, primary_key=True),
        _plain("which handler", "kind", String(80)),
        _plain("the message, or the job itself", "message_id", Uuid),
        _plain("what it is about, one at a time", "key", String(80), nullable=True),
        _plain("for whom: an id, kept 8 days", "person_id", Uuid, nullable=True),
        _plain("the task: ids only", "body", JSONB),
        _plain("waiting, running, done, refused, parked", "state", String(16)),
        _plain("the step under way", "stage", String(64), nullable=True),
        _plain("steps done", "done", Integer, server_default="0"),
        _plain("steps in all", "total", Integer, server_default="0"),
        _plain("how often it was tried", "tries", Integer, server_default="0"),
        _plain("how often its worker died", "crashes", Integer, server_default="0"),
        _plain("when to try it next", "next_attempt_at", _AT),
        _plain("which run of a worker holds it", "lease", Uuid, nullable=True),
        _plain("until when a worker holds it", "leased_until", _AT, nullable=True),
        _plain("why it was refused or parked: a code", "code", String(64), nullable=True),
        _plain("the trace it belongs to", "trace_id", String(64), nullable=True),
        _plain("when it was added", "added_at", _AT),
        _plain("when it ended", "ended_at", _AT, nullable=True),
        UniqueConstraint("kind", "message_id"),
        Index("uq_job_living", "kind", "key", unique=True, postgresql_where=_LIVING),
        Index("ix_job_due", "next_attempt_at", postgresql_where=_LIVING),
    )


_LIVING = text("state IN ('waiting', 'running')")


def _outbox(metadata: MetaData) -> Table:
    """Rows are kept 7 days after they were published, to be said again if the broker is wiped."""
    return _table(
        metadata,
        "outbox",
        _plain("the message's id", "id", Uuid, primary_key=True),
        _plain("what it says", "topic", String(80)),
        _plain("about whom: an id, kept 7 days", "person_id", Uuid),
        _plain("the event: ids and counts only", "body", JSONB),
        _plain("the trace it belongs to", "trace_id", String(64), nullable=True),
        _plain("when it was announced", "added_at", _AT),
        _plain("when the broker confirmed it", "published_at", _AT, nullable=True),
        Index("ix_outbox_unpublished", "id", postgresql_where=text("published_at IS NULL")),
        Index("ix_outbox_published_at", "published_at"),
    )


def _answered(metadata: MetaData, people: Table) -> Table:
    """Answers to writes, for 24 hours, sealed under the person's own key.

    `answer` is emptied when anything of theirs is erased, because it may quote it.
    """
    answer = personal(
        "answer",
        SealedType,
        category=Category.ACCOUNT,
        purpose=Purpose.ACCOUNT,
        keep=Keep.DAY,
        withheld="what you were answered within a day, for when you ask twice: it stands elsewhere",
        nullable=True,
    )
    table = _table(
        metadata,
        "answered",
        _plain("row id", "id", Uuid, primary_key=True),
        subject("subject_id", Uuid, ForeignKey(people.c.subject_id)).column,
        _plain("hash of the caller's key", "key_hash", LargeBinary),
        _plain("hash of what was asked", "body_hash", LargeBinary),
        answer.column,
        _plain("when it was answered", "answered_at", _AT, index=True),
        UniqueConstraint("subject_id", "key_hash"),
    )
    table.info["kept_from"] = "answered_at"
    return table


def _table(metadata: MetaData, name: str, *parts: Any) -> Table:
    table = Table(name, metadata, *parts, info={"chassis": True})
    check_marks(name, table.columns)
    return table


def _plain(
    why: str, name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]], **options: Any
) -> Column[Any]:
    options.setdefault("nullable", False)
    return plain(why, name, kind, **options).column
