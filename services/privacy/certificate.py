"""What a certificate of erasure says, from what the case has gathered."""

from datetime import datetime
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from chassis.certificate import VERIFIER, encoded, sealed, unsealed
from contracts.certificate import Certificate, Clocks, OwnerProof, Retained, Subject
from contracts.privacy import ErasureRequested, OwnerErased
from contracts.proof import Counted
from services.privacy.domain import Case

RETAINED = (
    Retained(what="orders", basis="Restoring a backup must not undo it.", expires_on=None),
    Retained(what="receipts", basis="GDPR 5(2): we must be able to show it.", expires_on=None),
    Retained(what="tombstones", basis="What was deleted may not return.", expires_on=None),
)
"""Ids, counts and times, in rows that name nobody once the account is gone."""


class Issuer:
    """Writes and signs certificates with privacy's key."""

    def __init__(self, key: Ed25519PrivateKey, public_keys: dict[str, bytes]) -> None:
        self._key = key
        self._public = {name: encoded(raw) for name, raw in public_keys.items()}

    def issue(
        self,
        certificate_id: UUID,
        amends: UUID | None,
        case: Case,
        order: ErasureRequested,
        clocks: Clocks,
    ) -> bytes:
        """The signed document of a case that was counted at least once."""
        written = Certificate(
            certificate_id=certificate_id,
            amends=amends,
            case_id=case.id,
            scope=case.scope,
            item_id=case.item_id,
            subject=Subject(id=order.person),
            clocks=clocks,
            order=order,
            owners=tuple(_part(receipt) for receipt in case.receipts),
            counts=tuple(_counts(case)),
            processors=(),
            retained=RETAINED,
            refused_late_writes=None,
            log=None,
            public_keys=self._public,
            signature=unsealed(self._key),
        )
        return sealed(written, self._key)


def clocks(case: Case, *, residue_dead_at: datetime | None, at: datetime) -> Clocks:
    """The times of a case that was counted. Raises ValueError where it was not."""
    counts = _counts(case)
    if not counts or case.keys_destroyed_at is None:
        raise ValueError("Nothing to certify yet.")
    return Clocks(
        requested_at=case.requested_at,
        keys_destroyed_at=case.keys_destroyed_at,
        last_receipt_at=max(receipt.erased_at for receipt in case.receipts),
        verified_zero_at=counts[0].counted_at,
        certified_at=at,
        residue_dead_at=residue_dead_at,
        backup_horizon=None,
        due_at=case.due_at,
    )


def _part(receipt: OwnerErased) -> OwnerProof:
    return OwnerProof(
        owner=receipt.owner,
        manifest_hash=receipt.manifest_hash,
        deleted=receipt.erased,
        remaining_total=sum(receipt.remaining.values()),
        verified_by=("owner", VERIFIER),
        receipt=receipt,
    )


def _counts(case: Case) -> list[Counted]:
    """Oldest first."""
    made = [owed.counted for owed in case.counts if owed.counted is not None]
    return sorted(made, key=lambda counted: counted.counted_at)
