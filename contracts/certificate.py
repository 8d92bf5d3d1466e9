"""The certificate of an erasure: what a sceptic checks offline, with public keys only.

It holds the signed order, every owner's signed receipt and the verifier's signed counts, and is
itself signed by privacy. Fields that are None say what Mira does not do yet.
"""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from contracts.message import CaseId, Count, Fingerprint, Message, Owner, PersonId, Scope, Slug
from contracts.privacy import ErasureRequested, OwnerErased
from contracts.proof import Counted

PublicKey = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]
"""An Ed25519 public key (32 bytes) in base64url without padding."""


class PublicKeys(Message):
    """What an installation publishes: a key for privacy, each owner and the verifier."""

    format: Literal["mira.privacy/public-keys/1"] = "mira.privacy/public-keys/1"
    keys: dict[Slug, PublicKey]


class Subject(Message):
    """Whom it is about. `commitment` and `salt` will open the audit log's entries.

    They are None while there is no log: a commitment to nothing would open nothing.
    """

    id: PersonId
    commitment: str | None = None
    salt: str | None = None


class Clocks(Message):
    """`residue_dead_at`: when the epoch key that had wrapped the destroyed keys was seen gone.

    `backup_horizon` is None as long as no backups are made.
    """

    requested_at: datetime
    keys_destroyed_at: datetime
    last_receipt_at: datetime
    verified_zero_at: datetime
    certified_at: datetime
    residue_dead_at: datetime | None
    backup_horizon: date | None
    due_at: datetime


class OwnerProof(Message):
    """One owner's part; `manifest_hash` fingerprints what the data map says that it keeps.

    `python -m chassis.datamap` writes the same fingerprint off the code.
    """

    owner: Owner
    manifest_hash: Fingerprint | None
    deleted: dict[Slug, Count]
    remaining_total: Count
    verified_by: tuple[Slug, ...]
    receipt: OwnerErased


class Retained(Message):
    """What stays after an erasure, why, and until when; None is for as long as Mira runs."""

    what: Slug
    basis: str
    expires_on: date | None


class LogProof(Message):
    """Where the audit log tells of this case; the log is not there yet."""

    checkpoint: str
    index: Count
    inclusion: tuple[str, ...]


class Seal(Message):
    """`value` signs the canonical JSON of everything else; empty while it is computed."""

    kid: Slug
    alg: Literal["Ed25519"]
    value: str


class Certificate(Message):
    """`amends` names the certificate of the same case that this one follows.

    `refused_late_writes` is None: a refusal undoes its transaction, so nobody keeps count of it.
    """

    format: Literal["mira.privacy/erasure-certificate/1"] = "mira.privacy/erasure-certificate/1"
    certificate_id: UUID
    amends: UUID | None
    case_id: CaseId
    scope: Scope
    item_id: UUID
    subject: Subject
    clocks: Clocks
    order: ErasureRequested
    owners: tuple[OwnerProof, ...]
    counts: tuple[Counted, ...]
    processors: tuple[Slug, ...]
    retained: tuple[Retained, ...]
    refused_late_writes: Count | None
    log: LogProof | None
    public_keys: dict[Slug, PublicKey]
    signature: Seal
