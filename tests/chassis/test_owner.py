"""What all six owners are, each with its own tables, role and key."""

import importlib

import pytest

from chassis.erasure import is_erased
from chassis.owner import OwnerService
from chassis.signing import check
from contracts.message import Nothing, Owner, PersonId, Scope
from contracts.privacy import RECEIPTS, OwnerErased
from tests.chassis.orders import a_question, an_order
from tests.support.people import a_person
from tests.support.services import announced, worker
from tests.support.stack import Stack

OWNERS = pytest.mark.parametrize("owner", list(Owner))


def service_of(owner: Owner, stack: Stack) -> OwnerService:
    module = importlib.import_module(f"services.{owner}.service")
    service: type[OwnerService] = getattr(module, f"{owner.capitalize()}Service")
    return worker(service, stack)


def receipt_of(service: OwnerService, owner: Owner, person: PersonId) -> OwnerErased:
    (said,) = announced(service, person)
    return RECEIPTS[owner].model_validate(said, strict=False)


@OWNERS
def test_every_owner_answers_for_an_account_table_by_table(owner: Owner, stack: Stack) -> None:
    service, stranger = service_of(owner, stack), a_person()

    service.obey(an_order(stack, stranger))

    receipt = receipt_of(service, owner, stranger)
    held = {table.name for table in service.metadata.tables.values() if "subject_id" in table.c}
    assert receipt.remaining == dict.fromkeys(held, 0)
    assert check(receipt, stack.secrets_of(Owner.PRIVACY).public_key(owner))


@OWNERS
def test_every_owner_answers_for_an_item_that_it_never_had(owner: Owner, stack: Stack) -> None:
    service, ada, session = service_of(owner, stack), a_person(), a_person()

    service.obey(an_order(stack, ada, session=session))

    assert set(receipt_of(service, owner, ada).remaining.values()) <= {0}
    with service.db.transaction() as tx:
        assert is_erased(tx, service.tables, Scope.SESSION, session)


@OWNERS
def test_every_owner_gives_out_nothing_about_a_stranger(owner: Owner, stack: Stack) -> None:
    service = service_of(owner, stack)

    page = service.export_page(a_question(stack, a_person(), owner=owner))

    assert (page.cursor, page.rows) == (None, ())


@OWNERS
def test_every_owner_says_that_it_is_there(owner: Owner, stack: Stack) -> None:
    assert service_of(owner, stack).ping(Nothing()) == Nothing()
