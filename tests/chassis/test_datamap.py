"""The map of what is held: complete, current, and the same as the live database."""

import os
import subprocess
import sys

import pytest
from sqlalchemy import MetaData, text

from chassis import datamap
from chassis.datamap import PAGE, data_map, differences, fingerprint, render
from chassis.migrate import mapping_of
from contracts.message import Owner
from tests.chassis.diary import Base
from tests.support.stack import Stack


def test_a_column_is_on_the_map_with_its_category_purpose_and_time() -> None:
    (title,) = (held for held in data_map(Base.metadata) if held.column == "title")

    assert (title.owner, title.table, title.mark) == ("analytics", "diary", "personal")
    assert (title.category, title.purpose) == ("transcript", "interview")
    assert title.keep == "as long as the account"
    assert title.is_sealed


def test_every_column_is_on_the_page() -> None:
    page = render([Base.metadata])

    for held in data_map(Base.metadata):
        told = page.count(f"| `{held.table}.{held.column}` |")
        assert told == (0 if held.mark == "subject" else 1), held


def test_the_map_says_nothing_twice() -> None:
    names = [(held.table, held.column) for held in data_map(Base.metadata)]

    assert len(names) == len(set(names))


def test_the_page_in_the_docs_is_current() -> None:
    assert datamap.main(["--check"]) == 0


def test_the_live_schema_is_what_the_mapping_says(diary: Stack) -> None:
    with diary.admin().connect() as connection:
        assert differences(connection, Base.metadata) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("ALTER TABLE analytics.mood ADD note text", "only in the database: mood.note"),
        ("CREATE VIEW analytics.peek AS SELECT level FROM analytics.mood", "peek.level"),
        ("ALTER TABLE analytics.mood DROP level", "only in the mapping: mood.level"),
    ],
)
def test_what_is_on_one_side_only_is_found(change: str, found: str, diary: Stack) -> None:
    with diary.admin().connect() as connection:
        connection.execute(text(change))

        (difference,) = differences(connection, Base.metadata)

        assert found in difference


@pytest.mark.parametrize("owner", list(Owner))
def test_every_owner_s_live_schema_is_what_its_mapping_says(owner: Owner, stack: Stack) -> None:
    with stack.admin().connect() as connection:
        assert differences(connection, mapping_of(owner)) == []


def a_map(**changed: object) -> MetaData:
    """The diary's mapping once more, one mark of one column different."""
    copy = MetaData(schema=Base.metadata.schema)
    for table in Base.metadata.sorted_tables:
        table.to_metadata(copy)
    name = f"{Base.metadata.schema}.page"
    column = copy.tables[name].columns["text"]
    column.info = {**column.info, **changed}
    return copy


def test_a_data_map_has_another_fingerprint_when_any_mark_differs() -> None:
    changes: list[dict[str, object]] = [{"keep": "7 days"}, {"purpose": "x"}, {"privacy": "plain"}]

    found = {fingerprint(a_map(**change)) for change in changes}

    assert fingerprint(a_map()) == fingerprint(Base.metadata)
    assert len(found - {fingerprint(Base.metadata)}) == len(changes)


def test_another_process_finds_the_same_fingerprints() -> None:
    program = (
        "from chassis.datamap import fingerprint; from chassis.migrate import mapping_of;"
        "from contracts.message import Owner; print(*(fingerprint(mapping_of(o)) for o in Owner))"
    )
    env = {**os.environ, "PYTHONHASHSEED": "17"}

    told = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True
    )

    assert told.stdout.split() == [fingerprint(mapping_of(owner)) for owner in Owner]
    assert all(each in PAGE.read_text() for each in told.stdout.split())
