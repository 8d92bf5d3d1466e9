"""An invented deletion, as the API's description shows it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from contracts.certificate import Certificate, Clocks, OwnerProof, Retained, Seal, Subject
from contracts.export import ExportList, ExportState, ExportView
from contracts.message import CaseId, ExportId, Owner, PersonId, Progress, Scope
from contracts.privacy import (
    RECEIPTS,
    CaseList,
    CaseState,
    CaseView,
    ErasureRequested,
    OwnerStep,
)
from contracts.proof import Counted, Round
from gateway.auth.examples import PROOF
from gateway.privacy.forms import ErasureWanted, ExportWanted

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
_SIGNED = "A" * 86
_ABOUT: dict[str, Any] = {
    "person": PersonId(UUID("01936f6e-0000-7000-8000-000000000001")),
    "case_id": CASE.case_id,
    "scope": CASE.scope,
    "item_id": ITEM,
    "signature": _SIGNED,
}
_RECEIPT = RECEIPTS[Owner.DOCUMENTS](
    **_ABOUT, owner=Owner.DOCUMENTS, erased={"resume": 1}, remaining={"resume": 0}, erased_at=AT
)
CERTIFICATE = Certificate(
    certificate_id=UUID("01936f6e-0000-7000-8000-000000000031"),
    amends=None,
    case_id=CASE.case_id,
    scope=CASE.scope,
    item_id=ITEM,
    subject=Subject(id=_ABOUT["person"]),
    clocks=Clocks(
        requested_at=AT,
        keys_destroyed_at=AT,
        last_receipt_at=AT,
        verified_zero_at=AT,
        certified_at=AT,
        residue_dead_at=None,
        backup_horizon=None,
        due_at=CASE.due_at,
    ),
    order=ErasureRequested(**_ABOUT, log_seq=7, requested_at=AT),
    owners=(
        OwnerProof(
            owner=Owner.DOCUMENTS,
            manifest_hash=None,
            deleted={"resume": 1},
            remaining_total=0,
            verified_by=("owner", "verifier"),
            receipt=_RECEIPT,
        ),
    ),
    counts=(Counted(**_ABOUT, round=Round.FIRST, rows={"documents.resume": 0}, counted_at=AT),),
    processors=(),
    retained=(Retained(what="receipts", basis="GDPR 5(2)", expires_on=None),),
    refused_late_writes=None,
    log=None,
    public_keys={"privacy": "A" * 43},
    signature=Seal(kid="privacy-0123456789abcdef", alg="Ed25519", value=_SIGNED),
)
WANTED = ErasureWanted(scope=Scope.RESUME, item_id=ITEM)

EXPORT = ExportView(
    export_id=ExportId(UUID("01936f6e-0000-7000-8000-000000000022")),
    state=ExportState.READY,
    progress=Progress(stage="analytics", done=5, total=6),
    asked_at=AT,
    expires_at=AT + timedelta(days=7),
    parts=2,
    size_bytes=1_403_112,
)
EXPORT_COLLECTING = EXPORT.model_copy(
    update={"state": ExportState.COLLECTING, "parts": None, "size_bytes": None}
)
EXPORTS = ExportList(exports=(EXPORT,))
EXPORT_WANTED = ExportWanted(proof=PROOF.passport)
