"""Erasure: the request, the order to every owner, each owner's receipt, the case."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Protocol
from uuid import UUID

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from contracts.export import (
    ExportList,
    ExportPart,
    ExportView,
    FindExport,
    FindExportPart,
    ListExports,
    RequestExport,
)
from contracts.message import (
    CaseId,
    Count,
    Event,
    Fingerprint,
    Message,
    Nothing,
    Owner,
    PersonId,
    Scope,
    Signature,
    Slug,
)
from contracts.proof import Checks, CheckView, FindChecks, IssuedCertificate, RecordCounts

CaseCode = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]


class CaseState(StrEnum):
    """`fanned_out` until every owner has answered, `verifying` until somebody else has counted.

    `disputed` when that count was not zero: an incident, which ends when a later count is;
    `completed` when nothing remains anywhere.
    """

    FANNED_OUT = "fanned_out"
    VERIFYING = "verifying"
    DISPUTED = "disputed"
    COMPLETED = "completed"


class RequestErasure(Message):
    """Where the scope is the account, `item_id` is the person's own id, or stays away: the proof
    names the person.
    """

    scope: Scope
    item_id: UUID | None = None


class FindCase(Message):
    """By its secret code: after an account is gone there is nobody left to sign in."""

    code: CaseCode


class ListCases(Message):
    """Open and past cases of the person who asks, newest first."""


class OwnerStep(Message):
    """What one owner has answered; `erased` and `remaining` are None until it has."""

    owner: Owner
    erased: Count | None = None
    remaining: Count | None = None
    answered_at: datetime | None = None


class CaseView(Message):
    """`due_at` is 30 days after the request and nothing restarts it."""

    case_id: CaseId
    code: CaseCode | None = None
    scope: Scope
    state: CaseState
    requested_at: datetime
    keys_destroyed_at: datetime | None
    completed_at: datetime | None
    due_at: datetime
    steps: tuple[OwnerStep, ...]
    checks: tuple[CheckView, ...] = ()


class CaseList(Message):
    cases: tuple[CaseView, ...]


class TombstonesSince(Message):
    """Orders after position `log_seq`, at most `limit` of them, in their order."""

    log_seq: Count
    limit: Annotated[int, Field(ge=1, le=500)] = 200


class ErasureRequested(Event):
    """The order to every owner, signed by privacy over `order_bytes`."""

    topic: ClassVar[str] = "privacy.erasure_requested"

    person: PersonId
    case_id: CaseId
    scope: Scope
    item_id: UUID
    log_seq: Count
    requested_at: datetime
    signature: Signature


class Orders(Message):
    orders: tuple[ErasureRequested, ...]
    head: Count


class OwnerErased(Event):
    """One owner's receipt, signed by that owner: rows gone by table, rows left by table.

    `manifest_hash` names the data map by which it counted. Receipts from before there was one are
    signed without it, so one without is written without it.
    """

    topic: ClassVar[str]

    person: PersonId
    case_id: CaseId
    owner: Owner
    scope: Scope
    item_id: UUID
    erased: dict[Slug, Count]
    remaining: dict[Slug, Count]
    erased_at: datetime
    manifest_hash: Fingerprint | None = None
    signature: Signature

    @model_serializer(mode="wrap")
    def _as_signed(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        fields: dict[str, Any] = written(self)
        if self.manifest_hash is None:
            fields.pop("manifest_hash", None)
        return fields


class AuthErased(OwnerErased):
    topic: ClassVar[str] = "auth.owner_erased"


class DocumentsErased(OwnerErased):
    topic: ClassVar[str] = "documents.owner_erased"


class InterviewErased(OwnerErased):
    topic: ClassVar[str] = "interview.owner_erased"


class FeedbackErased(OwnerErased):
    topic: ClassVar[str] = "feedback.owner_erased"


class PrivacyErased(OwnerErased):
    topic: ClassVar[str] = "privacy.owner_erased"


class AnalyticsErased(OwnerErased):
    topic: ClassVar[str] = "analytics.owner_erased"


RECEIPTS: dict[Owner, type[OwnerErased]] = {
    Owner.AUTH: AuthErased,
    Owner.DOCUMENTS: DocumentsErased,
    Owner.INTERVIEW: InterviewErased,
    Owner.FEEDBACK: FeedbackErased,
    Owner.PRIVACY: PrivacyErased,
    Owner.ANALYTICS: AnalyticsErased,
}


class ErasureCompleted(Event):
    topic: ClassVar[str] = "privacy.erasure_completed"

    person: PersonId
    case_id: CaseId
    scope: Scope


class FindExportPage(Message):
    """Privacy asks one owner for what it holds of `person`, from `cursor` on; None is the start.

    Signed by privacy, so that nobody else can ask; good until `expires_at`.
    """

    person: PersonId
    case_id: CaseId
    owner: Owner
    cursor: str | None
    expires_at: datetime
    signature: Signature


class Withheld(Message):
    """A column about a person that an export leaves out, and why."""

    what: str
    why: str


class ExportPage(Message):
    """One page of what an owner holds: `rows` as JSON text, `cursor` None on the last.

    The first page says what is `withheld`.
    """

    cursor: str | None
    rows: tuple[str, ...]
    withheld: tuple[Withheld, ...] = ()


class Privacy(Protocol):
    """`request_erasure` of the account needs a passport with `act = erase_account`, and
    `request_export` one with `act = export`.

    `find_case` and `find_certificate` need none, they are guarded by the secret code;
    `tombstones_since` and `find_checks` carry ids only and are open to owners, and to the
    verifier, by the broker's permissions; `record_counts` believes the verifier's signatures.
    """

    def request_erasure(self, cmd: RequestErasure) -> CaseView: ...

    def find_case(self, query: FindCase) -> CaseView: ...

    def list_cases(self, query: ListCases) -> CaseList: ...

    def tombstones_since(self, query: TombstonesSince) -> Orders: ...

    def request_export(self, cmd: RequestExport) -> ExportView: ...

    def find_export(self, query: FindExport) -> ExportView: ...

    def list_exports(self, query: ListExports) -> ExportList: ...

    def find_export_part(self, query: FindExportPart) -> ExportPart: ...

    def find_checks(self, query: FindChecks) -> Checks: ...

    def record_counts(self, cmd: RecordCounts) -> Nothing: ...

    def find_certificate(self, query: FindCase) -> IssuedCertificate: ...
