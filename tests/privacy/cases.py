"""Cases as they come about: something is owned, its owner asks, the others answer."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from chassis.clock import Clock
from chassis.ids import new_id
from chassis.secrets import Secrets
from chassis.signing import UNSIGNED, signed
from contracts.auth import Act, Passport
from contracts.certificate import Certificate
from contracts.message import Owner, PersonId, Scope
from contracts.privacy import (
    RECEIPTS,
    CaseView,
    ErasureRequested,
    FindCase,
    OwnerErased,
    RequestErasure,
)
from contracts.proof import Check, Counted, RecordCounts, Round
from services.privacy import counts, store
from services.privacy.service import PrivacyService
from services.privacy.tables import Incident
from services.verifier.counter import Counter
from tests.support.people import a_passport, a_person
from tests.support.services import worker
from tests.support.stack import Stack

_ALL = 1_000_000


def privacy(
    stack: Stack,
    *,
    caller: PersonId | Passport | None = None,
    clock: Clock | None = None,
    **given: Any,
) -> PrivacyService:
    if clock is not None:
        given["clock"] = clock
    return worker(PrivacyService, stack, caller=caller, **given)


def a_resume(stack: Stack, person: PersonId) -> UUID:
    """The id of a résumé of theirs: documents has a key for it."""
    item = new_id()
    stack.keyring(Owner.DOCUMENTS).make(Scope.RESUME, item, person)
    return item


def about(item: UUID, scope: Scope = Scope.RESUME) -> RequestErasure:
    return RequestErasure(scope=scope, item_id=item)


def a_case(stack: Stack) -> tuple[PersonId, CaseView, ErasureRequested]:
    """A person who has asked for a résumé to be deleted, their case, and its order."""
    person = a_person()
    service = privacy(stack, caller=person)
    case = service.request_erasure(about(a_resume(stack, person)))
    return person, case, order_of(service, case)


def an_account_case(stack: Stack) -> tuple[PersonId, CaseView, ErasureRequested]:
    person = a_person()
    service = privacy(stack, caller=a_passport(person, act=Act.ERASE_ACCOUNT))
    case = service.request_erasure(about(person, Scope.ACCOUNT))
    return person, case, order_of(service, case)


def order_of(service: PrivacyService, case: CaseView) -> ErasureRequested:
    with service.db.transaction() as tx:
        (order,) = store.orders_of(tx, [case.case_id])
    return order


def a_receipt(
    stack: Stack, order: ErasureRequested, owner: Owner, *, signer: Owner | None = None, **said: Any
) -> OwnerErased:
    """What `owner` answers, signed by its own key, or by another's."""
    fields = {
        "person": order.person,
        "case_id": order.case_id,
        "owner": owner,
        "scope": order.scope,
        "item_id": order.item_id,
        "erased": {"thing": 1},
        "remaining": _emptied(order, owner),
        "erased_at": order.requested_at,
        "signature": UNSIGNED,
    }
    receipt = RECEIPTS[owner](**{**fields, **said})
    whose = signer or owner
    return signed(receipt, stack.secrets_of(whose).signing_key(whose))


def _emptied(order: ErasureRequested, owner: Owner) -> dict[str, int]:
    """A table of `owner` that is really there, where it has one for this."""
    if order.scope is Scope.ACCOUNT:
        return {"subject": 0}
    return {"resume": 0} if owner is Owner.DOCUMENTS else {}


def hear(service: PrivacyService, *receipts: OwnerErased) -> None:
    """As the broker brings them: what is due together, of whichever owners."""
    service.hear_receipts(receipts)


def hear_all(stack: Stack, order: ErasureRequested, *but: Owner) -> None:
    """Everybody's receipt, but for those of `but`."""
    service = privacy(stack)
    for owner in Owner:
        if owner not in but:
            hear(service, a_receipt(stack, order, owner))


def owed_checks(stack: Stack, case: CaseView, *, clock: Clock | None = None) -> list[Check]:
    """What the verifier is to count in this case now."""
    service = privacy(stack, clock=clock)
    with service.db.transaction() as tx:
        checks = counts.due(tx, service.clock.now(), _ALL)
    return [check for check in checks if check.case_id == case.case_id]


def a_count(stack: Stack, check: Check, *, signer: str = "verifier", **said: Any) -> Counted:
    """What the verifier says of `check`: nothing left, unless told otherwise."""
    fields = {
        **check.model_dump(),
        "rows": {"documents.resume": 0},
        "counted_at": datetime.now(UTC),
        "signature": UNSIGNED,
        **said,
    }
    key = Secrets(stack.secrets[signer]).signing_key(signer)
    return signed(Counted(**fields), key)


def record(service: PrivacyService, *counts: Counted) -> None:
    """As the verifier tells it."""
    service.record_counts(RecordCounts(counts=counts))


def count_truly(stack: Stack, case: CaseView, *, clock: Clock | None = None) -> None:
    """The verifier counts what is owed in this case, in the real database."""
    role, secrets = stack.verifier()
    counter = Counter(role, secrets.signing_key("verifier"))
    service = privacy(stack, clock=clock)
    record(service, *counter.count(owed_checks(stack, case, clock=clock), service.clock.now()))


def complete(stack: Stack, case: CaseView, order: ErasureRequested) -> None:
    """Everybody answers, and the verifier finds nothing."""
    hear_all(stack, order)
    count_truly(stack, case)


def found(stack: Stack, case: CaseView) -> CaseView:
    """The case as whoever knows its code sees it."""
    assert case.code is not None
    return privacy(stack).find_case(FindCase(code=case.code))


def a_settled_case(stack: Stack) -> tuple[PersonId, CaseView, Check]:
    """All owners have answered; the verifier has not counted yet."""
    person, case, order = a_case(stack)
    hear_all(stack, order)
    (check,) = owed_checks(stack, case)
    return person, case, check


def incidents(stack: Stack, case: CaseView) -> list[tuple[Round, dict[str, Any], bool]]:
    """Of the case, oldest first: in which count, what was left, whether it is open."""
    with privacy(stack).db.transaction() as tx:
        rows = tx.query(Incident).filter_by(case_id=case.case_id).order_by(Incident.opened_at)
        return [(row.round, row.rows, row.closed_at is None) for row in rows]


def newest_certificate(stack: Stack, case: CaseView) -> Certificate:
    assert case.code is not None
    document = privacy(stack).find_certificate(FindCase(code=case.code)).document
    return Certificate.model_validate_json(document)
