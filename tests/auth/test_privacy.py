"""What auth deletes, and that it forgets nothing and nobody else."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from chassis.clock import ShiftedClock
from chassis.datamap import count_remaining
from chassis.errors import Gone, NotAllowed
from chassis.ids import new_code, new_id
from chassis.retention import enforce, enforce_for_each
from chassis.signing import UNSIGNED, signed
from chassis.walls import is_about_someone
from contracts.auth import Enter, RequestReset
from contracts.message import CaseId, Owner, PersonId, Scope
from contracts.privacy import ErasureRequested
from services.auth import store, tables
from services.auth.tables import Account, Address, Base, Bucket, Device, Link, SignIn
from tests.auth.accounts import a_sign_up, auth, deliver, person_of, sign_in, sign_up
from tests.support.people import a_person
from tests.support.services import announced
from tests.support.stack import Stack

CHASSIS = {"subject", "answered"}


def lived(stack: Stack, service) -> tuple[PersonId, object]:
    """Somebody about whom there is something in every table: a new one must join in here."""
    form = sign_up(stack, service)
    person = person_of(service, sign_in(service, form))
    service.request_reset(RequestReset(email=form.email))
    deliver(stack, service)
    return person, form


def remaining(service, person):
    with service.db.transaction(person) as tx:
        return {
            table: rows
            for table, rows in count_remaining(tx, Base.metadata, person).items()
            if table not in CHASSIS
        }


def test_a_full_life_leaves_no_table_out(stack):
    service = auth(stack)
    person, _ = lived(stack, service)

    about = {table.name for table in Base.metadata.sorted_tables if is_about_someone(table)}

    counted = remaining(service, person)
    assert set(counted) == about - CHASSIS
    assert all(rows > 0 for rows in counted.values())


def test_erasing_the_account_leaves_nothing(stack):
    service = auth(stack)
    person, _ = lived(stack, service)

    with service.db.transaction(person) as tx:
        erased = service.erase(tx, Scope.ACCOUNT, person, person)

    assert not any(remaining(service, person).values())
    told = {Account, Address, Device, Link, SignIn}
    assert all(erased[table.__tablename__] == 1 for table in told)


@pytest.mark.parametrize(("hours", "left"), [(0.3, 1), (25, 0), (5 * 365 * 24, 0)])
def test_sign_ins_and_links_end_within_a_day_and_the_account_never_does(stack, hours, left):
    service = auth(stack)
    person, _ = lived(stack, service)
    at = datetime.now(UTC) + timedelta(hours=hours)

    enforce_for_each(service.db, Base.metadata, tables.CHASSIS, at)
    enforce(service.db, Base.metadata, at)

    short = {"sign_in": left, "device": left, "link": left}
    assert remaining(service, person) == {"account": 1, "address": 1, **short}


def test_erasing_takes_the_counted_tries_at_the_address_along(stack):
    service = auth(stack)
    person, form = lived(stack, service)
    index = service.tokens.email_index(form.email)
    with service.db.transaction() as tx:
        assert tx.scalars(select(Bucket).where(Bucket.email_index == index)).all()

    with service.db.transaction(person) as tx:
        service.erase(tx, Scope.ACCOUNT, person, person)

    with service.db.transaction() as tx:
        assert tx.scalars(select(Bucket).where(Bucket.email_index == index)).all() == []


def test_erasing_twice_erases_nothing_more(stack):
    service = auth(stack)
    person, _ = lived(stack, service)

    with service.db.transaction(person) as tx:
        service.erase(tx, Scope.ACCOUNT, person, person)
        again = service.erase(tx, Scope.ACCOUNT, person, person)

    assert not any(again.values())


def test_erasing_leaves_everyone_else_alone(stack):
    service = auth(stack)
    person, _ = lived(stack, service)
    other, _ = lived(stack, service)
    before = remaining(service, other)

    with service.db.transaction(person) as tx:
        service.erase(tx, Scope.ACCOUNT, person, person)

    assert remaining(service, other) == before


@pytest.mark.parametrize("scope", [Scope.RESUME, Scope.JOB_DESCRIPTION, Scope.SESSION])
def test_an_account_survives_the_deletion_of_a_single_thing(stack, scope):
    service = auth(stack)
    person, _ = lived(stack, service)
    before = remaining(service, person)

    with service.db.transaction(person) as tx:
        erased = service.erase(tx, scope, new_id(), person)

    assert erased == {}
    assert remaining(service, person) == before


def test_signing_up_again_after_an_erasure_gives_another_account(stack):
    service = auth(stack)
    old, form = lived(stack, service)
    with service.db.transaction(old) as tx:
        service.erase(tx, Scope.ACCOUNT, old, old)

    again = sign_up(stack, service, email=form.email, name="Somebody Else")

    signed_in = sign_in(service, again)
    assert person_of(service, signed_in) != old
    assert service.enter(Enter(token=signed_in.token)).name == "Somebody Else"


def test_a_row_is_opened_for_its_owner_without_the_password(stack):
    service = auth(stack)
    person, form = lived(stack, service)
    with service.db.transaction(person) as tx:
        table = Account.__table__
        row = tx.execute(select(table).where(table.c.subject_id == person)).mappings().one()

    opened = service.export(table, row, person)

    assert opened == {"name": form.name.encode(), "email": form.email.encode()}


def test_the_device_is_opened_for_its_owner(stack):
    service = auth(stack)
    person, _ = lived(stack, service)
    with service.db.transaction(person) as tx:
        table = Device.__table__
        row = tx.execute(select(table).where(table.c.subject_id == person)).mappings().one()

    assert service.export(table, row, person) == {"label": b"Firefox on Linux"}


def test_nothing_that_was_typed_lies_in_clear(stack):
    service = auth(stack)
    _person, form = lived(stack, service)

    with stack.admin().connect() as connection:
        rows = [
            str(row)
            for table in Base.metadata.sorted_tables
            for row in connection.execute(select(table))
        ]

    for typed in (form.name, form.email, form.password, "Firefox", "2001:db8"):
        assert not any(typed in row for row in rows)


def test_an_order_ends_every_sign_in_and_admits_no_late_one(stack):
    service = auth(stack)
    person, form = lived(stack, service)
    late = sign_in(service, form)
    known = service._proved(person, form.password)  # noqa: SLF001 - a sign-in that is half done

    service.obey(an_order(stack, person))

    with pytest.raises(NotAllowed):
        service.enter(Enter(token=late.token))
    with pytest.raises(Gone), service.db.transaction(person) as tx:
        store.add_sign_in(tx, known, new_code(), "Firefox on Linux", service.clock.now())
    receipt = announced(service, person)[-1]
    assert receipt["topic"] == "auth.owner_erased"
    assert not any(receipt["remaining"].values())


def test_without_a_name_nobody_sees_an_account(stack):
    service = auth(stack)
    _person, _ = lived(stack, service)

    with service.db.transaction(a_person()) as tx:
        assert tx.scalars(select(Account)).all() == []
        assert tx.scalars(select(Device)).all() == []


def test_a_sign_up_that_nobody_confirms_is_forgotten_after_a_week(stack):
    service = auth(stack)
    form = a_sign_up()
    service.sign_up(form)
    person = waiting_for(service, form)

    auth(stack, clock=ShiftedClock(timedelta(days=7, minutes=1))).forget_expired()

    with service.db.transaction(person) as tx:
        assert not any(count_remaining(tx, Base.metadata, person).values())
    assert [event["topic"] for event in announced(service, person)] == ["auth.sign_up_expired"]


def test_a_sign_up_may_wait_for_its_confirmation(stack):
    service = auth(stack)
    form = a_sign_up()
    service.sign_up(form)

    auth(stack, clock=ShiftedClock(timedelta(days=6))).forget_expired()

    assert waiting_for(service, form)


def test_what_is_too_old_is_swept(stack):
    service = auth(stack)
    person, _ = lived(stack, service)

    auth(stack, clock=ShiftedClock(timedelta(days=2))).forget_expired()

    left = remaining(service, person)
    assert (left["sign_in"], left["device"], left["link"]) == (0, 0, 0)
    assert (left["account"], left["address"]) == (1, 1)


def test_a_destroyed_key_signs_nobody_in(stack, destroyer):
    service = auth(stack)
    form = sign_up(stack, service)
    signed_in = sign_in(service, form)
    person = person_of(service, signed_in)

    destroyer.destroy(Scope.ACCOUNT, person, person)

    with pytest.raises(NotAllowed):
        sign_in(service, form)
    with pytest.raises(Gone):
        service.enter(Enter(token=signed_in.token))


def an_order(stack, person):
    order = ErasureRequested(
        person=person,
        case_id=CaseId(new_id()),
        scope=Scope.ACCOUNT,
        item_id=person,
        log_seq=1,
        requested_at=datetime.now(UTC),
        signature=UNSIGNED,
    )
    return signed(order, stack.secrets_of(Owner.PRIVACY).signing_key(Owner.PRIVACY))


def waiting_for(service, form):
    """Whose sign-up waits at this address."""
    index = service.tokens.email_index(form.email)
    with service.db.transaction() as tx:
        return tx.scalar(select(Address.subject_id).where(Address.email_index == index))
