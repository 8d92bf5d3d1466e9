"""What an owner gives out about one person: all of it, opened, in pages."""

import json
from datetime import timedelta

import pytest

from chassis.errors import NotAllowed
from chassis.export import PAGE_BYTES
from contracts.message import Owner, PersonId
from contracts.privacy import ExportPage
from tests.chassis.diary import Diary, DiaryService, a_full_life, a_page
from tests.chassis.orders import a_question
from tests.support.people import a_person
from tests.support.services import worker
from tests.support.stack import Stack


def pages(stack: Stack, diaries: DiaryService, person: PersonId) -> list[ExportPage]:
    found = [diaries.export_page(a_question(stack, person))]
    while found[-1].cursor is not None:
        found.append(diaries.export_page(a_question(stack, person, cursor=found[-1].cursor)))
    return found


def rows(found: list[ExportPage]) -> list[dict[str, object]]:
    return [json.loads(row) for page in found for row in page.rows]


def test_everything_of_a_person_is_given_out_with_sealed_columns_opened(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    book = a_full_life(diaries, ada)

    given = rows(pages(diary, diaries, ada))

    assert [row["table"] for row in given] == ["diary", "lock", "mood", "page"]
    shown = {str(row["table"]): row["row"] for row in given}
    assert shown["diary"]["title"] == "Harbour notes"
    assert shown["diary"]["id"] == str(book.id)
    assert shown["page"]["text"] == "Low tide at seven."
    assert shown["mood"] == {"subject_id": str(ada), "level": 4}


def test_the_first_page_says_what_is_withheld_and_why(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    book = a_full_life(diaries, ada)
    more = [a_page(diaries.keyring, book, text="ebb " * 200_000) for _ in range(3)]
    with diaries.db.transaction(ada) as tx:
        tx.add_all(more)

    first, *others = pages(diary, diaries, ada)

    told = {each.what: each.why for each in first.withheld}
    assert set(told) == {"analytics.answered.answer", "analytics.lock.key_hash"}
    assert "hash" in told["analytics.lock.key_hash"]
    assert others
    assert not any(page.withheld for page in others)


def test_hashes_are_not_given_out(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    a_full_life(diaries, ada)

    (lock,) = (row["row"] for row in rows(pages(diary, diaries, ada)) if row["table"] == "lock")

    assert set(lock) == {"id", "subject_id"}


def test_nothing_of_another_person_is_given_out(diary: Stack) -> None:
    diaries, ada, grace = worker(DiaryService, diary), a_person(), a_person()
    a_full_life(diaries, ada)
    a_full_life(diaries, grace)

    given = rows(pages(diary, diaries, ada))

    assert {row["row"]["subject_id"] for row in given} == {str(ada)}


def test_much_comes_in_pages_and_no_row_twice_or_never(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    book = a_full_life(diaries, ada)
    more = [a_page(diaries.keyring, book, text=f"{n} " * 60_000) for n in range(20)]
    with diaries.db.transaction(ada) as tx:
        tx.add_all(more)

    found = pages(diary, diaries, ada)

    ids = [row["row"]["id"] for row in rows(found) if row["table"] == "page"]
    assert len(ids) == len(set(ids)) == 21
    assert len(found) > 2
    assert all(sum(map(len, page.rows[:-1])) < PAGE_BYTES for page in found)


def test_bytes_that_are_no_text_are_given_out_in_base64(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    book = a_full_life(diaries, ada)
    page = a_page(diaries.keyring, book)
    key = diaries.keyring.get(*_key_of(book), ada)
    page.text = key.seal(type(page).text, page.id, b"\xff\xfe\x00")
    with diaries.db.transaction(ada) as tx:
        tx.add(page)

    told = {row["row"].get("text"): row["base64"] for row in rows(pages(diary, diaries, ada))}

    assert told["//4A"] == ["text"]
    assert told["Low tide at seven."] == []


def test_a_person_we_never_met_has_one_empty_page(diary: Stack) -> None:
    diaries = worker(DiaryService, diary)

    (page,) = pages(diary, diaries, a_person())

    assert (page.cursor, page.rows) == (None, ())


@pytest.mark.parametrize(
    "wrong",
    [{"signer": Owner.DOCUMENTS}, {"owner": Owner.DOCUMENTS}, {"age": timedelta(minutes=2)}],
    ids=["not signed by privacy", "meant for another owner", "too old"],
)
def test_a_question_is_refused_that_is(wrong: dict[str, object], diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()

    with pytest.raises(NotAllowed):
        diaries.export_page(a_question(diary, ada, **wrong))  # type: ignore[arg-type]  # wrong on purpose


def _key_of(book: Diary) -> tuple[object, object]:
    return Diary.__table__.info["scope"], book.id
