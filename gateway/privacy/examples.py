"""An invented deletion, as the API's description shows it."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from contracts.message import CaseId, Owner, Scope
from contracts.privacy import CaseList, CaseState, CaseView, OwnerStep
from gateway.privacy.forms import ErasureWanted

AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
CODE = "example-case-code-43-characters-of-base64ur"
ITEM = UUID("01936f6e-0000-7000-8000-000000000011")

CASE = CaseView(
    case_id=CaseId(UUID("01936f6e-0000-7000-8000-000000000021")),
    code=CODE,
    scope=Scope.RESUME,
    state=CaseState.COMPLETED,
    requested_at=AT,
    keys_destroyed_at=AT,
    completed_at=AT + timedelta(seconds=1),
    due_at=AT + timedelta(days=30),
    steps=tuple(
        OwnerStep(owner=owner, erased=1, remaining=0, answered_at=AT + timedelta(seconds=1))
        for owner in Owner
    ),
)
CASES = CaseList(cases=(CASE.model_copy(update={"code": None}),))
WANTED = ErasureWanted(scope=Scope.RESUME, item_id=ITEM)
