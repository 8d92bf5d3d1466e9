"""A row that quotes documents opens with all of their keys together, and with none too few."""

import os

import pytest

from chassis.errors import Gone
from chassis.ids import new_id
from chassis.seal import Key
from chassis.sealedrows import (
    OWN,
    WITH_BOTH,
    WITH_RESUME,
    Keys,
    SealedRows,
    Values,
    keys_for,
    session_key,
)
from contracts.message import Owner, Scope
from tests.chassis.diary import Diary, Page
from tests.support.people import a_person

SCOPES = {Page: {"text": WITH_BOTH, "diary_id": OWN}, Diary: {"title": WITH_RESUME}}
ROWS = SealedRows(lambda kind, _row: SCOPES.get(kind, {}))

NAMED: Values = {
    "id": new_id(),
    "interview_id": new_id(),
    "resume_id": new_id(),
    "job_description_id": new_id(),
}


def some_keys(row: Values) -> Keys:
    person = a_person()
    return {wanted: Key(Owner.INTERVIEW, person, os.urandom(32)) for wanted in keys_for(row)}


def without(keys: Keys, scope: Scope) -> Keys:
    return {wanted: key for wanted, key in keys.items() if wanted[0] is not scope}


def a_page(keys: Keys) -> Values:
    return {
        **NAMED,
        "text": ROWS.sealed(keys, Page, "text", NAMED, "Low tide at seven."),
        "diary_id": ROWS.sealed(keys, Page, "diary_id", NAMED, "Own."),
    }


def test_a_row_opens_with_all_of_its_keys() -> None:
    keys = some_keys(NAMED)

    opened = ROWS.opened_values(keys, Page, a_page(keys))

    assert opened == {"text": b"Low tide at seven.", "diary_id": b"Own."}


@pytest.mark.parametrize("scope", [Scope.RESUME, Scope.JOB_DESCRIPTION])
def test_what_quotes_a_document_is_left_out_as_soon_as_its_key_is_gone(scope: Scope) -> None:
    keys = some_keys(NAMED)
    row = a_page(keys)

    assert ROWS.opened_values(without(keys, scope), Page, row) == {"diary_id": b"Own."}


def test_nothing_of_a_session_opens_without_its_own_key() -> None:
    keys = some_keys(NAMED)
    row = a_page(keys)

    assert ROWS.opened_values(without(keys, Scope.SESSION), Page, row) == {}


def test_what_is_empty_is_left_out() -> None:
    keys = some_keys(NAMED)

    assert "text" not in ROWS.opened_values(keys, Page, {**a_page(keys), "text": None})


def test_a_document_that_the_row_does_not_name_leaves_its_column_closed() -> None:
    row = {**NAMED, "resume_id": None}
    keys = some_keys(row)

    with pytest.raises(Gone):
        ROWS.sealed(keys, Diary, "title", row, "Tides")


@pytest.mark.parametrize("scope", [Scope.SESSION, Scope.RESUME, Scope.JOB_DESCRIPTION])
def test_nothing_is_sealed_for_what_is_gone(scope: Scope) -> None:
    keys = without(some_keys(NAMED), scope)

    with pytest.raises(Gone):
        ROWS.sealed(keys, Page, "text", NAMED, "Low tide at seven.")


def test_a_row_without_a_session_column_is_the_session() -> None:
    session = {"id": new_id(), "resume_id": None, "job_description_id": None}

    assert keys_for(session) == [(Scope.SESSION, session["id"])]
    with pytest.raises(Gone):
        session_key({}, session["id"])
