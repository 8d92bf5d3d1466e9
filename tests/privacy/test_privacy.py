"""Privacy is an owner like the others: what it keeps of a person goes with the account."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from chassis.datamap import count_remaining
from chassis.retention import enforce, enforce_for_each
from chassis.walls import is_about_someone
from contracts.message import Scope
from contracts.privacy import ListCases
from services.privacy.tables import CHASSIS as TABLES
from services.privacy.tables import Base, Claim, ErasureCase
from tests.privacy.archives import an_archive
from tests.privacy.cases import a_case, an_account_case, complete, found, privacy
from tests.support.services import announced

CHASSIS = {"subject", "answered"}


def remaining(service, person):
    with service.db.transaction(person) as tx:
        return {
            table: rows
            for table, rows in count_remaining(tx, Base.metadata, person).items()
            if table not in CHASSIS
        }


def test_a_full_life_leaves_no_table_out(stack):
    person, case, order = a_case(stack)
    complete(stack, case, order)
    an_archive(stack, person)

    about = {table.name for table in Base.metadata.sorted_tables if is_about_someone(table)}

    counted = remaining(privacy(stack), person)
    assert set(counted) == about - CHASSIS
    assert all(rows > 0 for rows in counted.values())


def test_obeying_an_account_order_leaves_nothing_about_its_person(stack):
    person, _, order = an_account_case(stack)
    service = privacy(stack)

    service.obey(order)

    assert not any(remaining(service, person).values())
    receipt = announced(service, person)[-1]
    assert receipt["topic"] == "privacy.owner_erased"
    assert receipt["erased"]["claim"] == 1


def test_the_case_stays_and_names_nobody(stack):
    _, case, order = an_account_case(stack)

    privacy(stack).obey(order)

    with stack.admin().connect() as connection:
        assert connection.execute(select(Claim).where(Claim.case_id == case.case_id)).all() == []
        assert connection.execute(select(ErasureCase).where(ErasureCase.id == case.case_id)).one()
    assert found(stack, case).case_id == case.case_id


def test_the_cases_of_single_things_stay_listed_while_there_is_an_account(stack):
    person, case, order = a_case(stack)
    service = privacy(stack, caller=person)

    service.obey(order)

    assert [each.case_id for each in service.list_cases(ListCases()).cases] == [case.case_id]


def test_erasing_leaves_everyone_else_alone(stack):
    other, _, _ = a_case(stack)
    person, _, _ = a_case(stack)
    service = privacy(stack)

    with service.db.transaction(person) as tx:
        erased = service.erase(tx, Scope.ACCOUNT, person, person)

    assert erased == {"claim": 1, "export": 0, "export_piece": 0}
    assert remaining(service, other) == {"claim": 1, "export": 0, "export_piece": 0}


def test_privacy_reads_its_own_log_without_the_broker(stack):
    person, _, _ = an_account_case(stack)
    service = privacy(stack)

    service.catch_up()

    assert not any(remaining(service, person).values())


def test_a_claim_is_exported_and_nothing_of_it_is_sealed(stack):
    person, _, _ = a_case(stack)
    service = privacy(stack)
    with service.db.transaction(person) as tx:
        table = Claim.__table__
        row = tx.execute(select(table).where(table.c.subject_id == person)).mappings().one()

    assert service.export(table, row, person) == {}


@pytest.mark.parametrize(("days", "is_left"), [(6, True), (8, False), (5 * 365, False)])
def test_an_archive_is_kept_for_a_week_and_whose_a_case_is_as_long_as_the_account(
    stack, days, is_left
):
    person, case, order = a_case(stack)
    complete(stack, case, order)
    an_archive(stack, person)
    service, at = privacy(stack), datetime.now(UTC) + timedelta(days=days)

    enforce(service.db, Base.metadata, at)
    enforce_for_each(service.db, Base.metadata, TABLES, at)

    left = remaining(service, person)
    assert left["claim"] == 1
    assert {bool(left["export"]), bool(left["export_piece"])} == {is_left}
