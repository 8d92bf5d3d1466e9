"""Every column says what it holds; every content table says whose it is."""

import importlib
from datetime import UTC, datetime

import pytest
from sqlalchemy import JSON, LargeBinary, MetaData, String, Table, Text
from sqlalchemy.dialects.postgresql import JSONB

from chassis.db import Keep
from chassis.export import exported_columns, withheld
from chassis.retention import overdue
from chassis.seal import SealedType
from contracts.message import Owner

OPEN_TEXT = (String, Text, JSON, JSONB, LargeBinary)


def schema(owner: Owner) -> MetaData:
    metadata: MetaData = importlib.import_module(f"services.{owner}.tables").Base.metadata
    return metadata


TABLES = [table for owner in Owner for table in schema(owner).sorted_tables]


def mark(table: Table, kind: str) -> list[str]:
    return [column.name for column in table.columns if column.info.get("privacy") == kind]


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_column_is_classified(table: Table) -> None:
    assert {column.info.get("privacy") for column in table.columns} <= {
        "plain",
        "subject",
        "personal",
    }


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_a_plain_column_says_why_it_is_plain(table: Table) -> None:
    assert all(table.columns[name].info["why"] for name in mark(table, "plain"))


@pytest.mark.parametrize("table", [table for table in TABLES if mark(table, "personal")], ids=str)
def test_a_table_with_personal_data_has_one_subject_that_is_indexed(table: Table) -> None:
    (name,) = mark(table, "subject")
    column = table.columns[name]

    assert column.primary_key or any(next(iter(index.columns)) is column for index in table.indexes)


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_what_is_personal_is_exported_or_says_why_it_is_withheld(table: Table) -> None:
    exported = {column.name for column in exported_columns(table)}
    held_back = {column.name for column in table.columns if column.info.get("withheld")}

    assert set(mark(table, "personal")) <= exported | held_back
    assert not exported & held_back


@pytest.mark.parametrize("owner", Owner)
def test_what_is_withheld_is_told_with_the_reason(owner: Owner) -> None:
    told = {each.what: each.why for each in withheld(schema(owner))}

    assert told[f"{owner}.answered.answer"]
    assert all(len(why) > 20 for why in told.values())


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_free_text_and_bytes_about_a_person_are_sealed(table: Table) -> None:
    open_columns = [
        column.name
        for column in table.columns
        if column.info.get("privacy") == "personal"
        and isinstance(column.type, OPEN_TEXT)
        and not isinstance(column.type, SealedType)
        and not getattr(column.type, "enums", None)
        and not column.info.get("hashed")
    ]

    assert open_columns == []


@pytest.mark.parametrize("owner", Owner)
def test_what_is_kept_for_a_while_says_from_when(owner: Owner) -> None:
    enforced = {each.table.name for each in overdue(schema(owner), datetime.now(UTC))}

    promised = {
        table.name
        for table in schema(owner).sorted_tables
        if {column.info.get("keep") for column in table.columns} - {None, Keep.ACCOUNT}
    }
    assert enforced == promised
    assert "answered" in promised


@pytest.mark.parametrize("owner", list(Owner))
def test_no_foreign_key_leaves_its_schema(owner: Owner) -> None:
    metadata = schema(owner)

    assert metadata.schema == owner
    for table in metadata.sorted_tables:
        assert {key.column.table.schema for key in table.foreign_keys} <= {owner}
