"""What an owner does when privacy orders it to erase."""

import pytest
from sqlalchemy import select, text

from chassis.datamap import count_remaining, fingerprint
from chassis.erasure import LeftBehindError
from chassis.errors import Gone, NotAllowed
from chassis.ids import new_id
from chassis.signing import check
from contracts.message import Owner, PersonId, Scope
from contracts.privacy import AnalyticsErased
from tests.chassis.diary import (
    CHASSIS,
    Base,
    Diary,
    DiaryService,
    Mood,
    a_diary,
    a_full_life,
    a_page,
)
from tests.chassis.orders import an_order
from tests.support.people import a_person
from tests.support.services import announced, worker
from tests.support.stack import Stack


def receipts(diaries: DiaryService, person: PersonId) -> list[AnalyticsErased]:
    said = announced(diaries, person)
    return [
        AnalyticsErased.model_validate(event, strict=False)
        for event in said
        if event["topic"] == AnalyticsErased.topic
    ]


def held(diaries: DiaryService, person: PersonId) -> dict[str, int]:
    with diaries.db.transaction(person) as tx:
        return count_remaining(tx, Base.metadata, person)


def test_an_erased_account_leaves_no_row_in_any_table(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    a_full_life(diaries, ada)

    diaries.obey(an_order(diary, ada))

    assert set(held(diaries, ada).values()) == {0}


def test_a_full_life_leaves_no_table_out(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()

    a_full_life(diaries, ada)

    lived = {table for table, rows in held(diaries, ada).items() if rows}
    assert lived == {"subject", "diary", "page", "mood", "lock"}


def test_erasing_one_person_leaves_everyone_else_alone(diary: Stack) -> None:
    diaries, ada, grace = worker(DiaryService, diary), a_person(), a_person()
    a_full_life(diaries, ada)
    a_full_life(diaries, grace)
    before = held(diaries, grace)

    diaries.obey(an_order(diary, ada))

    assert held(diaries, grace) == before


def test_the_receipt_counts_what_went_and_what_is_left_and_is_signed(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    a_full_life(diaries, ada)

    diaries.obey(an_order(diary, ada))

    (receipt,) = receipts(diaries, ada)
    gone = {"subject": 1, "diary": 1, "page": 1, "mood": 1, "lock": 1, "answered": 0}
    assert receipt.erased == gone
    assert receipt.remaining == dict.fromkeys(gone, 0)
    assert check(receipt, diary.secrets_of(Owner.PRIVACY).public_key(Owner.ANALYTICS))


def test_the_receipt_names_the_data_map_that_it_was_counted_by(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    a_full_life(diaries, ada)

    diaries.obey(an_order(diary, ada))

    assert [each.manifest_hash for each in receipts(diaries, ada)] == [fingerprint(Base.metadata)]


def test_hearing_an_order_again_sends_the_same_receipt_and_changes_nothing(diary: Stack) -> None:
    """T15, T16."""
    diaries, ada = worker(DiaryService, diary), a_person()
    a_full_life(diaries, ada)
    order = an_order(diary, ada)

    diaries.obey(order)
    diaries.obey(order)

    first, second = receipts(diaries, ada)
    assert first == second


def test_somebody_we_never_met_is_erased_too_and_can_not_begin_later(diary: Stack) -> None:
    diaries, stranger = worker(DiaryService, diary), a_person()

    diaries.obey(an_order(diary, stranger))

    with pytest.raises(Gone), diaries.db.transaction(stranger) as tx:
        diaries.ensure_subject(tx, stranger)
    assert len(receipts(diaries, stranger)) == 1


def test_an_order_that_privacy_did_not_sign_erases_nothing(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    a_full_life(diaries, ada)
    before = held(diaries, ada)

    with pytest.raises(NotAllowed):
        diaries.obey(an_order(diary, ada, signer=Owner.DOCUMENTS))

    assert held(diaries, ada) == before


def test_an_order_that_was_altered_on_its_way_erases_nothing(diary: Stack) -> None:
    diaries, ada, grace = worker(DiaryService, diary), a_person(), a_person()
    a_full_life(diaries, grace)
    order = an_order(diary, ada).model_copy(update={"person": grace, "item_id": grace})

    with pytest.raises(NotAllowed):
        diaries.obey(order)

    assert held(diaries, grace)["diary"] == 1


def test_erasing_a_session_takes_what_hangs_on_it_and_nothing_else(diary: Stack) -> None:
    """T01."""
    diaries, ada = worker(DiaryService, diary), a_person()
    book = a_full_life(diaries, ada)

    diaries.obey(an_order(diary, ada, session=book.id))

    kept = {"subject": 1, "mood": 1, "lock": 1, "diary": 0, "page": 0, "answered": 0}
    assert held(diaries, ada) == kept
    (receipt,) = receipts(diaries, ada)
    assert receipt.erased == receipt.remaining | {"diary": 1, "page": 1}


def test_an_erased_session_can_not_be_written_again(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    book = a_full_life(diaries, ada)
    late_page = a_page(diaries.keyring, book)
    late_book = a_diary(diaries.keyring, ada)
    late_book.id = book.id

    diaries.obey(an_order(diary, ada, session=book.id))

    for late in (late_page, late_book):
        with pytest.raises(Gone), diaries.db.transaction(ada) as tx:
            tx.add(late)


def test_a_session_erased_before_it_reached_us_can_not_arrive_later(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    book = a_diary(diaries.keyring, ada)
    diaries.obey(an_order(diary, ada, session=book.id))
    with diaries.db.transaction(ada) as tx:
        diaries.ensure_subject(tx, ada)

    with pytest.raises(Gone), diaries.db.transaction(ada) as tx:
        tx.add(book)


def test_erasing_a_session_leaves_no_trace_of_somebody_we_never_met(diary: Stack) -> None:
    diaries, stranger = worker(DiaryService, diary), a_person()

    diaries.obey(an_order(diary, stranger, session=new_id()))

    assert set(held(diaries, stranger).values()) == {0}


def test_an_order_heard_again_leaves_no_trace_of_somebody_we_never_met(diary: Stack) -> None:
    diaries, stranger = worker(DiaryService, diary), a_person()
    order = an_order(diary, stranger, session=new_id())

    for _ in range(2):
        diaries.obey(order)

    assert set(held(diaries, stranger).values()) == {0}
    assert len(receipts(diaries, stranger)) == 2


@pytest.mark.parametrize("scope", [Scope.ACCOUNT, Scope.SESSION])
def test_rows_that_came_back_behind_our_walls_go_when_the_order_is_heard_again(
    diary: Stack, scope: Scope
) -> None:
    """T32: as after somebody restored a table by hand."""
    diaries, ada = worker(DiaryService, diary), a_person()
    book = a_full_life(diaries, ada)
    order = an_order(diary, ada, session=book.id if scope is Scope.SESSION else None)
    with diary.admin().connect() as connection:
        mine = select(Diary.__table__).where(Diary.subject_id == ada)
        old = dict(connection.execute(mine).mappings().one())
    diaries.obey(order)
    with diary.admin().begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(Diary.__table__.insert().values(old))

    diaries.obey(order)

    assert held(diaries, ada)["diary"] == 0
    first, second = receipts(diaries, ada)
    assert first == second


def test_a_session_of_an_erased_account_still_gets_its_receipt(diary: Stack) -> None:
    diaries, ada = worker(DiaryService, diary), a_person()
    book = a_full_life(diaries, ada)

    diaries.obey(an_order(diary, ada))
    diaries.obey(an_order(diary, ada, session=book.id))

    assert [receipt.scope for receipt in receipts(diaries, ada)] == [Scope.ACCOUNT, Scope.SESSION]


def test_another_person_s_session_is_not_erased_with_a_well_signed_order(diary: Stack) -> None:
    diaries, ada, grace = worker(DiaryService, diary), a_person(), a_person()
    book = a_full_life(diaries, grace)

    diaries.obey(an_order(diary, ada, session=book.id))

    assert held(diaries, grace)["page"] == 1


class ForgetfulService(DiaryService):
    """An owner whose `erase` was not told of a new table."""

    def erase(self, tx, scope, item_id, person):  # type: ignore[no-untyped-def]  # the types of what it replaces
        tx.execute(Mood.__table__.delete().where(Mood.subject_id == person))
        return {"mood": 1}


def test_an_erase_that_forgets_a_table_is_found_out_and_rolled_back(diary: Stack) -> None:
    diaries, ada = worker(ForgetfulService, diary), a_person()
    a_full_life(diaries, ada)

    with pytest.raises(LeftBehindError, match=r"diary.*lock.*page"):
        diaries.obey(an_order(diary, ada))

    assert held(diaries, ada)["mood"] == 1
    assert receipts(diaries, ada) == []


def test_answers_given_before_are_emptied_because_they_may_quote(diary: Stack) -> None:
    ada = a_person()
    diaries = worker(DiaryService, diary, caller=ada)
    book = a_full_life(diaries, ada)
    row_id = new_id()
    answered = {"id": row_id, "subject_id": ada, "key_hash": b"k", "body_hash": b"b"}
    with diaries.db.transaction(ada) as tx:
        sealed = diaries.keyring.for_person(ada).seal(CHASSIS.answered.c.answer, row_id, "title")
        tx.execute(
            CHASSIS.answered.insert().values(
                **answered, answer=sealed, answered_at=diaries.clock.now()
            )
        )

    diaries.obey(an_order(diary, ada, session=book.id))

    with diaries.db.transaction(ada) as tx:
        left = tx.execute(select(CHASSIS.answered.c.answer).filter_by(id=row_id)).one()
    assert left.answer is None
