"""A case is complete when somebody who cannot delete has counted nothing, and not before."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from chassis.clock import ShiftedClock
from chassis.errors import NotAllowed, NotFound
from chassis.ids import new_id
from contracts.message import Owner
from contracts.privacy import CaseState, ErasureRequested
from contracts.proof import LATER, Round
from services.documents.tables import Resume
from tests.documents.desk import a_pasted_resume, documents
from tests.privacy.cases import (
    a_case,
    a_count,
    a_settled_case,
    about,
    an_account_case,
    complete,
    count_truly,
    found,
    hear_all,
    incidents,
    order_of,
    owed_checks,
    privacy,
    record,
)
from tests.support.people import a_person
from tests.support.services import announced

LEFT = {"documents.resume": 2, "documents.fit": 0}


def test_a_count_of_nothing_completes_the_case(stack):
    person, case, check = a_settled_case(stack)

    record(privacy(stack), a_count(stack, check))

    done = found(stack, case)
    assert (done.state, done.completed_at is None) == (CaseState.COMPLETED, False)
    assert announced(privacy(stack), person)[-1]["topic"] == "privacy.erasure_completed"


def test_nothing_is_counted_before_the_last_owner_has_answered(stack):
    _, case, order = a_case(stack)

    hear_all(stack, order, Owner.ANALYTICS)

    assert owed_checks(stack, case) == []


def test_a_count_that_is_not_nothing_is_an_incident_and_completes_nothing(stack):
    """T22: an owner that answers and does not delete."""
    person, case, check = a_settled_case(stack)

    record(privacy(stack), a_count(stack, check, rows=LEFT))

    assert found(stack, case).state is CaseState.DISPUTED
    assert incidents(stack, case) == [(Round.FIRST, {"documents.resume": 2}, True)]
    assert "privacy.erasure_completed" not in str(announced(privacy(stack), person))


def test_an_owner_that_answers_and_does_not_delete_is_found_by_who_counts(stack):
    """T22: a row that is there, a receipt that denies it; the process: tests/flows/test_liar.py."""
    person = a_person()
    resume = documents(stack, person).add_resume(a_pasted_resume())
    case = privacy(stack, caller=person).request_erasure(about(resume.resume_id))
    order = order_of(privacy(stack), case)
    hear_all(stack, order)

    count_truly(stack, case)
    disputed = found(stack, case)
    documents(stack, None).obey(order)
    count_truly(stack, case, clock=ShiftedClock(timedelta(seconds=31)))

    assert (disputed.state, disputed.completed_at) == (CaseState.DISPUTED, None)
    left = {"documents.resume": 1, "documents.original": 1}
    assert incidents(stack, case) == [(Round.FIRST, left, False)]
    assert found(stack, case).state is CaseState.COMPLETED


def test_a_disputed_case_is_counted_again_and_opens_no_second_incident(stack):
    _, case, check = a_settled_case(stack)
    record(privacy(stack), a_count(stack, check, rows=LEFT))
    assert owed_checks(stack, case) == []
    soon = ShiftedClock(timedelta(seconds=31))

    (again,) = owed_checks(stack, case, clock=soon)
    again_left = a_count(stack, again, rows=LEFT, counted_at=soon.now())
    record(privacy(stack, clock=soon), again_left)

    assert len(incidents(stack, case)) == 1


def test_a_disputed_case_completes_when_nothing_is_left_after_all(stack):
    _, case, check = a_settled_case(stack)
    record(privacy(stack), a_count(stack, check, rows=LEFT))
    soon = ShiftedClock(timedelta(seconds=31))

    record(privacy(stack, clock=soon), a_count(stack, check, counted_at=soon.now()))

    assert found(stack, case).state is CaseState.COMPLETED
    assert [is_open for _, _, is_open in incidents(stack, case)] == [False]


@pytest.mark.parametrize("signer", [Owner.PRIVACY, Owner.DOCUMENTS])
def test_nobody_counts_in_the_verifier_s_name(stack, signer):
    _, case, check = a_settled_case(stack)

    with pytest.raises(NotAllowed):
        record(privacy(stack), a_count(stack, check, signer=signer))

    assert found(stack, case).state is CaseState.VERIFYING


def test_a_count_that_was_altered_is_refused(stack):
    _, case, check = a_settled_case(stack)
    honest = a_count(stack, check, rows=LEFT)

    with pytest.raises(NotAllowed):
        record(privacy(stack), honest.model_copy(update={"rows": {"documents.resume": 0}}))

    assert found(stack, case).state is CaseState.VERIFYING


def test_a_count_of_another_item_completes_nothing(stack):
    _, case, check = a_settled_case(stack)

    with pytest.raises(NotFound):
        record(privacy(stack), a_count(stack, check, item_id=new_id()))

    assert found(stack, case).state is CaseState.VERIFYING


def test_a_count_replayed_in_another_round_is_refused(stack):
    _, _, check = a_settled_case(stack)
    first = a_count(stack, check)
    record(privacy(stack), first)

    with pytest.raises(NotAllowed):
        record(privacy(stack), first.model_copy(update={"round": Round.MONTH}))


@pytest.mark.parametrize("late", [Round.HOUR, Round.MONTH])
def test_it_is_counted_again_later(stack, late):
    """T44: after an hour and after 31 days; the count after a day also needs the old keys dead."""
    _, case, order = a_case(stack)
    complete(stack, case, order)

    just_before = ShiftedClock(LATER[late] - timedelta(seconds=5))
    then = ShiftedClock(LATER[late])

    assert late not in {check.round for check in owed_checks(stack, case, clock=just_before)}
    count_truly(stack, case, clock=then)
    counted = {check.round for check in found(stack, case).checks if check.counted_at}
    assert {Round.FIRST, late} <= counted


def test_a_row_that_comes_back_later_reopens_the_case(stack):
    _, case, order = a_case(stack)
    complete(stack, case, order)
    then = ShiftedClock(LATER[Round.HOUR])
    (check,) = owed_checks(stack, case, clock=then)

    back = a_count(stack, check, rows=LEFT, counted_at=then.now())
    record(privacy(stack, clock=then), back)

    assert found(stack, case).state is CaseState.DISPUTED
    assert incidents(stack, case) == [(Round.HOUR, {"documents.resume": 2}, True)]


def test_a_row_that_somebody_puts_back_is_found_and_deleted_again(stack):
    """T32."""
    person = a_person()
    resume = documents(stack, person).add_resume(a_pasted_resume()).resume_id
    with stack.admin().connect() as connection:
        mine = select(Resume.__table__).where(Resume.id == resume)
        old = dict(connection.execute(mine).mappings().one())
    case = privacy(stack, caller=person).request_erasure(about(resume))
    order = order_of(privacy(stack), case)
    documents(stack, None).obey(order)
    complete(stack, case, order)
    with stack.admin().begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(Resume.__table__.insert().values(old))

    count_truly(stack, case, clock=ShiftedClock(LATER[Round.HOUR]))
    assert incidents(stack, case) == [(Round.HOUR, {"documents.resume": 1}, True)]
    *_, said_again = announced(privacy(stack), person)
    documents(stack, None).obey(ErasureRequested.model_validate(said_again, strict=False))
    count_truly(stack, case, clock=ShiftedClock(LATER[Round.HOUR] + timedelta(seconds=31)))

    assert found(stack, case).state is CaseState.COMPLETED
    assert [is_open for _, _, is_open in incidents(stack, case)] == [False]


def test_an_account_is_counted_in_every_schema(stack):
    _, case, order = an_account_case(stack)
    privacy(stack).obey(order)
    hear_all(stack, order)

    count_truly(stack, case)

    done = found(stack, case)
    assert done.state is CaseState.COMPLETED
    assert done.checks[0].tables > 20
