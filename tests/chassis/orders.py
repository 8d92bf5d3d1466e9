"""Orders of erasure and questions for an export, as privacy signs them."""

from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID

from chassis.ids import new_id
from chassis.signing import UNSIGNED, signed
from contracts.message import CaseId, Owner, PersonId, Scope
from contracts.privacy import ErasureRequested, FindExportPage
from tests.support.stack import Stack

_PLACES = count(1_000_000)


def an_order(
    stack: Stack,
    person: PersonId,
    *,
    session: UUID | None = None,
    log_seq: int | None = None,
    signer: Owner = Owner.PRIVACY,
) -> ErasureRequested:
    """To erase the account of `person`, or one of their sessions."""
    order = ErasureRequested(
        person=person,
        case_id=CaseId(new_id()),
        scope=Scope.ACCOUNT if session is None else Scope.SESSION,
        item_id=session or person,
        log_seq=log_seq or next(_PLACES),
        requested_at=datetime.now(UTC),
        signature=UNSIGNED,
    )
    return signed(order, stack.secrets_of(signer).signing_key(signer))


def a_question(
    stack: Stack,
    person: PersonId,
    *,
    cursor: str | None = None,
    owner: Owner = Owner.ANALYTICS,
    age: timedelta = timedelta(0),
    signer: Owner = Owner.PRIVACY,
) -> FindExportPage:
    question = FindExportPage(
        person=person,
        case_id=CaseId(new_id()),
        owner=owner,
        cursor=cursor,
        expires_at=datetime.now(UTC) + timedelta(minutes=1) - age,
        signature=UNSIGNED,
    )
    return signed(question, stack.secrets_of(signer).signing_key(signer))
