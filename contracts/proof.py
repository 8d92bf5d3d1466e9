"""Proof of an erasure: the count by somebody else than those who deleted, and the certificate.

The verifier asks what it should count, and answers with a number that only it can sign.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.message import CaseId, Count, Message, PersonId, Scope, Signature, Slug


class Round(StrEnum):
    """When it is counted: as soon as all owners have answered, and three times later."""

    FIRST = "first"
    HOUR = "after_1_hour"
    DAY = "after_24_hours"
    MONTH = "after_31_days"


LATER = {
    Round.HOUR: timedelta(hours=1),
    Round.DAY: timedelta(hours=24),
    Round.MONTH: timedelta(days=31),
}
"""When it is counted again, after the first count; the last is past every backup's end."""

RESIDUE_ROUNDS = (Round.DAY, Round.MONTH)
"""Counts beside which the epoch key must be gone that had wrapped the destroyed keys."""


class FindChecks(Message):
    """What is to be counted now, longest due first, at most `limit` of them."""

    limit: Annotated[int, Field(ge=1, le=1000)] = 100


class Check(Message):
    """One count that is owed: of everything of an item, or of a person where it is the account."""

    case_id: CaseId
    round: Round
    person: PersonId
    scope: Scope
    item_id: UUID


class Checks(Message):
    checks: tuple[Check, ...]


class Counted(Message):
    """What the verifier found: rows by `schema.table`, zeros included; signed by the verifier."""

    case_id: CaseId
    round: Round
    person: PersonId
    scope: Scope
    item_id: UUID
    rows: dict[Slug, Count]
    counted_at: datetime
    signature: Signature


class Uncounted(Message):
    """The verifier could not make this count; signed by the verifier. It says nothing of rows."""

    case_id: CaseId
    round: Round
    tried_at: datetime
    signature: Signature


class RecordCounts(Message):
    """Counts that were made together, and counts that could not be made and are tried later."""

    counts: tuple[Counted, ...] = ()
    failed: tuple[Uncounted, ...] = ()


class CheckView(Message):
    """One count of a case; without a time while it is still to be made.

    `is_key_left`: nothing was left, but the old key that could open remains is not destroyed yet.
    """

    round: Round
    due_at: datetime
    counted_at: datetime | None = None
    is_key_left: bool = False
    tables: Count = 0
    rows: Count = 0


class IssuedCertificate(Message):
    """`document` is JSON exactly as it was signed: any changed byte makes it worthless."""

    document: str
