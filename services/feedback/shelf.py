"""Queries of what grows out of reports: drills and stories."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from chassis.db import rows_deleted
from chassis.errors import Conflict, NotFound
from chassis.ids import new_id
from chassis.sealedrows import Keys
from contracts.drills import MAX_OPEN, DrillState
from contracts.message import DrillId, InterviewId, PersonId, ResumeId
from services.feedback.seals import ROWS
from services.feedback.tables import CHASSIS, DrillRow, StoryRow


def open_drills(
    tx: Session, person: PersonId, interview_id: InterviewId, wanted: Sequence[str], at: datetime
) -> list[DrillId]:
    """One for each question of `wanted` that has none, the first before the others, as long as
    there are not too many open ones. Their ids keep that order, as they are opened at one time.
    """
    room = MAX_OPEN - _count_open(tx, person)
    first = wanted[: max(room, 0)]
    ordered = sorted(new_id() for _ in first)
    rows = [
        {
            "id": item,
            "subject_id": person,
            "interview_id": interview_id,
            "question_id": question_id,
            "state": DrillState.OPEN,
            "added_at": at,
            "version": 1,
        }
        for item, question_id in zip(ordered, first, strict=True)
    ]
    if not rows:
        return []
    added = insert(DrillRow).values(rows).on_conflict_do_nothing().returning(DrillRow.id)
    return [DrillId(item) for item in tx.scalars(added)]


def open_drill(
    tx: Session, person: PersonId, interview_id: InterviewId, question_id: str, at: datetime
) -> DrillId:
    """The one on this question, open. Raises Conflict where too many others are."""
    one = select(DrillRow).where(
        DrillRow.subject_id == person,
        DrillRow.interview_id == interview_id,
        DrillRow.question_id == question_id,
    )
    there = tx.scalar(one)
    if there is not None and there.state is DrillState.OPEN:
        return DrillId(there.id)
    if _count_open(tx, person) >= MAX_OPEN:
        raise Conflict(
            f"At most {MAX_OPEN} drills are open at a time. Finish or dismiss one first.",
            code="too-many-drills",
        )
    if there is None:
        return open_drills(tx, person, interview_id, [question_id], at)[0]
    there.state, there.version = DrillState.OPEN, there.version + 1
    tx.flush()
    return DrillId(there.id)


def list_drills(tx: Session, person: PersonId) -> Sequence[DrillRow]:
    """The open ones first, each group newest first; of one time, in the order of their opening."""
    theirs = select(DrillRow).where(DrillRow.subject_id == person)
    is_closed = DrillRow.state != DrillState.OPEN
    return tx.scalars(theirs.order_by(is_closed, DrillRow.added_at.desc(), DrillRow.id)).all()


def get_drill(
    tx: Session, person: PersonId, drill_id: DrillId, *, is_changed: bool = False
) -> DrillRow:
    """Raises NotFound, also for what is another person's. Locked where it is to be changed."""
    one = select(DrillRow).where(DrillRow.id == drill_id, DrillRow.subject_id == person)
    row = tx.scalar(one.with_for_update() if is_changed else one)
    if row is None:
        raise NotFound("There is no such drill.")
    return row


def tell(  # noqa: PLR0913 - one row, all of its parts
    tx: Session,
    keys: Keys,
    person: PersonId,
    interview_id: InterviewId,
    told: str,
    at: datetime,
    *,
    resume_id: ResumeId | None = None,
) -> None:
    """Put one telling into the bank."""
    row = StoryRow(
        id=new_id(),
        subject_id=person,
        interview_id=interview_id,
        resume_id=resume_id,
        added_at=at,
    )
    row.told = ROWS.sealed_in(keys, row, "told", told)
    tx.add(row)


def has_lines(tx: Session, person: PersonId, resume_id: ResumeId) -> bool:
    """Whether the bank has lines of this résumé."""
    one = select(StoryRow.id).where(StoryRow.subject_id == person, StoryRow.resume_id == resume_id)
    return tx.scalar(one.limit(1)) is not None


def list_tellings(tx: Session, person: PersonId) -> Sequence[StoryRow]:
    """Theirs, oldest first."""
    theirs = select(StoryRow).where(StoryRow.subject_id == person)
    return tx.scalars(theirs.order_by(StoryRow.added_at, StoryRow.id)).all()


def name_telling(tx: Session, keys: Keys, row: StoryRow, title: str) -> None:
    sealed = ROWS.sealed_in(keys, row, "title", title) if title else None
    tx.execute(update(StoryRow).where(StoryRow.id == row.id).values(title=sealed))


def drop_tellings(tx: Session, person: PersonId, items: Sequence[UUID]) -> None:
    tx.execute(delete(StoryRow).where(StoryRow.subject_id == person, StoryRow.id.in_(items)))


def contents_of(keys: Keys, row: DrillRow | StoryRow) -> dict[str, bytes]:
    """The sealed columns of a row that can still be read."""
    return ROWS.opened(keys, row)


def delete_growth(tx: Session, person: PersonId, item: UUID | None = None) -> dict[str, int]:
    """Drills and stories of one session, or of all."""
    gone = {}
    for name, kind in (("drill", DrillRow), ("story", StoryRow)):
        rows = delete(kind).where(kind.subject_id == person)
        gone[name] = rows_deleted(
            tx, rows if item is None else rows.where(kind.interview_id == item)
        )
    return gone


def delete_lines(tx: Session, person: PersonId, resume_id: UUID) -> int:
    """What the bank has of a résumé."""
    lines = delete(StoryRow).where(StoryRow.subject_id == person, StoryRow.resume_id == resume_id)
    return rows_deleted(tx, lines)


def _count_open(tx: Session, person: PersonId) -> int:
    """Counted under the person's lock, so that two who open at once do not open too many."""
    one = CHASSIS.subject.c.subject_id
    tx.execute(select(one).where(one == person).with_for_update())
    is_open = (DrillRow.subject_id == person, DrillRow.state == DrillState.OPEN)
    return tx.scalar(select(func.count()).select_from(DrillRow).where(*is_open)) or 0
