"""Usage is not counted until somebody says so, and their word goes with the account."""

from datetime import timedelta

from sqlalchemy import select

from chassis.clock import ShiftedClock
from chassis.datamap import count_remaining
from chassis.ids import new_id
from chassis.walls import is_about_someone
from contracts.analytics import FindConsent, SetConsent
from contracts.message import Scope
from services.analytics.service import AnalyticsService
from services.analytics.tables import Base, Consent
from tests.support.people import a_person
from tests.support.services import worker

CHASSIS = {"subject", "answered"}


def analytics(stack, person, **given):
    return worker(AnalyticsService, stack, caller=person, **given)


def lived(stack):
    """Somebody about whom there is something in every table: a new one must join in here."""
    person = a_person()
    analytics(stack, person).set_consent(SetConsent(is_granted=True))
    return person


def remaining(stack, person):
    service = analytics(stack, person)
    with service.db.transaction(person) as tx:
        counted = count_remaining(tx, Base.metadata, person)
    return {table: rows for table, rows in counted.items() if table not in CHASSIS}


def test_silence_is_a_no(stack):
    consent = analytics(stack, a_person()).find_consent(FindConsent())

    assert (consent.is_granted, consent.changed_at) == (False, None)


def test_a_yes_is_kept_with_its_time(stack):
    person = a_person()

    said = analytics(stack, person).set_consent(SetConsent(is_granted=True))

    assert said.is_granted
    assert analytics(stack, person).find_consent(FindConsent()) == said


def test_the_last_word_counts(stack):
    person = lived(stack)
    later = analytics(stack, person, clock=ShiftedClock(timedelta(minutes=1)))

    withdrawn = later.set_consent(SetConsent(is_granted=False))

    assert analytics(stack, person).find_consent(FindConsent()) == withdrawn


def test_nobody_sees_the_choice_of_another(stack):
    lived(stack)

    assert not analytics(stack, a_person()).find_consent(FindConsent()).is_granted


def test_a_full_life_leaves_no_table_out(stack):
    counted = remaining(stack, lived(stack))

    about = {table.name for table in Base.metadata.sorted_tables if is_about_someone(table)}
    assert set(counted) == about - CHASSIS
    assert all(rows > 0 for rows in counted.values())


def test_erasing_the_account_leaves_nothing_of_it_and_everything_of_others(stack):
    person, other = lived(stack), lived(stack)
    service = analytics(stack, person)

    with service.db.transaction(person) as tx:
        erased = service.erase(tx, Scope.ACCOUNT, person, person)

    assert erased == {"consent": 1}
    assert remaining(stack, person) == {"consent": 0}
    assert remaining(stack, other) == {"consent": 1}


def test_a_single_thing_takes_no_consent_along(stack):
    person = lived(stack)
    service = analytics(stack, person)

    with service.db.transaction(person) as tx:
        assert service.erase(tx, Scope.SESSION, new_id(), person) == {}

    assert remaining(stack, person) == {"consent": 1}


def test_nothing_of_a_choice_is_sealed(stack):
    person = lived(stack)
    service = analytics(stack, person)
    with service.db.transaction(person) as tx:
        table = Consent.__table__
        row = tx.execute(select(table).where(table.c.subject_id == person)).mappings().one()

    assert service.export(table, row, person) == {}
