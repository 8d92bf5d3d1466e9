"""The two tables of an owner who asks a model: what was sent, and what was answered.

`disclosed` is the ledger, without content; it outlives the item that it names, because what was
sent was sent. `advice` keeps answers, sealed under the item's key; each hangs on its item by a
foreign key, so that it goes with it. An equal call is the same row in both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy import Enum as SqlEnum
from sqlalchemy.types import TypeEngine

from chassis.db import Category, Keep, Purpose, check_marks, personal, plain, subject
from chassis.seal import SealedType
from contracts.disclosure import Retention, SendingOutcome, SendingPurpose

_AT: TypeEngine[datetime] = DateTime(timezone=True)


@dataclass(frozen=True)
class ModelTables:
    """`subject` is the owner's own table of people."""

    subject: Table
    disclosed: Table
    advice: Table


@dataclass(frozen=True)
class Answers:
    """How kept answers are classified: as the items that they are about."""

    category: Category
    purpose: Purpose


def model_tables(
    metadata: MetaData, subject: Table, answers: Answers, parents: Mapping[str, ForeignKey]
) -> ModelTables:
    """Make both in `metadata`.

    `parents` are keys to the tables whose items may be asked about, by the column of `advice`
    that is to hold them.
    """
    return ModelTables(
        subject=subject,
        disclosed=_disclosed(metadata, subject),
        advice=_advice(metadata, subject, answers, parents),
    )


def _disclosed(metadata: MetaData, people: Table) -> Table:
    return _table(
        metadata,
        "disclosed",
        *_ids(people),
        _plain("the item that it was about: an id, no key to it", "item_id", Uuid),
        _told("input_hash", String(64), hashed=True),
        _told("purpose", _one_of(SendingPurpose)),
        _plain("which parts of the item, in words of ours", "fields", String(200)),
        _told("sent_bytes", Integer),
        _told("tries", Integer),
        _plain("the provider that the operator named", "provider", String(64)),
        _plain("the model that the operator named", "model", String(200)),
        _told("retention", _one_of(Retention)),
        _told("outcome", _one_of(SendingOutcome)),
        _told("at", _AT),
        _plain("until when a call that did not end counts as under way", "lapses_at", _AT),
        UniqueConstraint("item_id", "input_hash"),
    )


def _advice(
    metadata: MetaData, people: Table, answers: Answers, parents: Mapping[str, ForeignKey]
) -> Table:
    sealed = partial(
        personal, category=answers.category, purpose=answers.purpose, keep=Keep.ACCOUNT
    )
    hung = (
        _plain("the item itself, if it is one of these", name, Uuid, key, index=True, nullable=True)
        for name, key in parents.items()
    )
    return _table(
        metadata,
        "advice",
        *_ids(people),
        _plain("the item that it is about", "item_id", Uuid),
        *hung,
        sealed("input_hash", String(64), hashed=True, nullable=False).column,
        sealed("answer", SealedType, nullable=False).column,
        UniqueConstraint("item_id", "input_hash"),
    )


def _ids(people: Table) -> tuple[Column[Any], ...]:
    whose = subject("subject_id", Uuid, ForeignKey(people.c.subject_id))
    return _plain("row id", "id", Uuid, primary_key=True), whose.column


def _table(metadata: MetaData, name: str, *parts: Any) -> Table:
    table = Table(name, metadata, *parts)
    check_marks(name, table.columns)
    return table


def _one_of(kind: type[StrEnum]) -> SqlEnum:
    return SqlEnum(
        kind,
        native_enum=False,
        length=40,
        values_callable=lambda kind: [member.value for member in kind],
    )


def _told(name: str, kind: Any, **options: Any) -> Column[Any]:
    """About what was done with a person's data: theirs to know."""
    return _of_rights(name, kind, nullable=False, **options).column


_of_rights = partial(personal, category=Category.RIGHTS, purpose=Purpose.RIGHTS, keep=Keep.ACCOUNT)


def _plain(why: str, name: str, *kind: Any, **options: Any) -> Column[Any]:
    options.setdefault("nullable", False)
    return plain(why, name, *kind, **options).column
