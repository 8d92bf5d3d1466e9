"""Every query about archives, and the sealing of their pieces."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from chassis.db import rows_deleted, speak_for
from chassis.errors import Conflict, NotFound, Unavailable
from chassis.ids import new_id
from chassis.seal import Key
from contracts.export import ExportState, ExportView
from contracts.message import ExportId, PersonId, Progress, Scope
from services.privacy.tables import Claim, ErasureCase, Export, ExportPiece

KEPT = timedelta(days=7)


@dataclass(frozen=True)
class Pieces:
    """Writes the pieces of one archive, each in a transaction of its own."""

    key: Key
    person: PersonId
    export_id: ExportId

    def write(self, tx: Session, number: int, data: bytes) -> None:
        """Raises Gone, by way of the database, when the archive was dropped meanwhile."""
        row_id = new_id()
        piece = ExportPiece(
            id=row_id,
            export_id=self.export_id,
            subject_id=self.person,
            number=number,
            data=self.key.seal(ExportPiece.data, row_id, data),
        )
        tx.add(piece)
        tx.flush()


def add(tx: Session, export_id: ExportId, person: PersonId, at: datetime) -> None:
    tx.add(Export(id=export_id, subject_id=person, asked_at=at, expires_at=at + KEPT))
    tx.flush()


def get(tx: Session, export_id: ExportId, person: PersonId, at: datetime) -> Export:
    """Raises NotFound for what never was, is another's, was dropped, or is too old."""
    mine = select(Export).where(
        Export.id == export_id, Export.subject_id == person, Export.expires_at > at
    )
    row = tx.scalar(mine)
    if row is None:
        raise NotFound("There is no such archive.")
    return row


def all_of(tx: Session, person: PersonId, at: datetime) -> list[Export]:
    """Those that can still be had, newest first."""
    mine = select(Export).where(Export.subject_id == person, Export.expires_at > at)
    return list(tx.scalars(mine.order_by(Export.asked_at.desc())))


def held_by(tx: Session, person: PersonId, until: datetime) -> list[ExportId]:
    """Those that were asked for up to then, also if they have just expired.

    From now on `tx` speaks for `person`.
    """
    speak_for(tx, person)
    mine = select(Export.id).where(Export.subject_id == person, Export.asked_at <= until)
    return [ExportId(each) for each in tx.scalars(mine)]


def demand_settled(tx: Session, person: PersonId) -> None:
    """Raises Unavailable while something of theirs is being deleted and may still be somewhere.

    A copy made meanwhile could hold it, and nobody would take it out again. An archive that is
    deleted itself is in no other.
    """
    is_open = exists().where(
        Claim.subject_id == person,
        ErasureCase.id == Claim.case_id,
        ErasureCase.completed_at.is_(None),
        ErasureCase.scope != Scope.EXPORT,
    )
    if tx.scalar(select(is_open)):
        raise Unavailable(
            "Something of yours is being deleted. Please ask again when that is completed, "
            "as a rule within a minute.",
            code="deletion-open",
            retry_after_s=60,
        )


def find_piece(tx: Session, export: Export, number: int) -> ExportPiece:
    """Raises Conflict while the archive is not whole, NotFound behind its end."""
    if export.parts is None:
        raise Conflict("The archive is still being written.", code="not-ready", retry_after_s=1)
    mine = select(ExportPiece).where(
        ExportPiece.export_id == export.id, ExportPiece.number == number
    )
    piece = tx.scalar(mine)
    if piece is None:
        raise NotFound("There is no such piece.")
    return piece


def finish(tx: Session, export_id: ExportId, parts: int, size_bytes: int) -> None:
    done = update(Export).where(Export.id == export_id)
    tx.execute(done.values(parts=parts, size_bytes=size_bytes))


def delete_pieces(tx: Session, export_id: UUID) -> int:
    return rows_deleted(tx, delete(ExportPiece).where(ExportPiece.export_id == export_id))


def delete_one(tx: Session, export_id: UUID) -> dict[str, int]:
    """Safe to repeat. Returns rows by table."""
    pieces = delete_pieces(tx, export_id)
    gone = delete(Export).where(Export.id == export_id)
    return {"export_piece": pieces, "export": rows_deleted(tx, gone)}


def delete_all(tx: Session, person: PersonId) -> dict[str, int]:
    """Safe to repeat. Returns rows by table."""
    pieces = delete(ExportPiece).where(ExportPiece.subject_id == person)
    exports = delete(Export).where(Export.subject_id == person)
    return {
        "export_piece": rows_deleted(tx, pieces),
        "export": rows_deleted(tx, exports),
    }


def view(export: Export, progress: Progress | None) -> ExportView:
    return ExportView(
        export_id=ExportId(export.id),
        state=ExportState.COLLECTING if export.parts is None else ExportState.READY,
        progress=progress or Progress(stage="waiting", done=0, total=0),
        asked_at=export.asked_at,
        expires_at=export.expires_at,
        parts=export.parts,
        size_bytes=export.size_bytes,
    )
