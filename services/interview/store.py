"""Queries of interview on sessions and what was said; of plans that a model suggests see shelf."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session as Tx

from chassis.errors import NotFound
from chassis.keys import Wanted
from chassis.quoting import DELETED, Quotes, filled, filled_plan
from chassis.sealedrows import Keys, keys_for_rows, session_key
from contracts.disclosure import Names
from contracts.evidence import Level, Span
from contracts.interview import InterviewPlan, InterviewRow, Speaker
from contracts.interview import Turn as Said
from contracts.message import (
    FitId,
    InterviewId,
    JobDescriptionId,
    PersonId,
    ResumeId,
    Scope,
    Slug,
    TurnId,
)
from services.interview import shelf
from services.interview.domain import Session, Setting
from services.interview.seals import (
    ROWS,
    sealed_draft,
    sealed_interview,
    sealed_plan,
    sealed_quote,
    sealed_turn,
)
from services.interview.tables import (
    Draft,
    Interview,
    JobDescription,
    Quote,
    Resume,
    Turn,
)
from services.interview.unsent import Drafts

Part = TypeVar("Part", Turn, Quote, Draft)


@dataclass(frozen=True)
class Stored:
    """A session as its rows hold it."""

    interview: Interview
    turns: Sequence[Turn]
    quotes: Sequence[Quote]
    drafts: Sequence[Draft]

    @property
    def keys(self) -> list[Wanted]:
        return keys_for_rows([self.interview])


def add_interview(tx: Tx, keys: Keys, person: PersonId, session: Session) -> None:
    """A planned session. Gone ends the transaction if a document was erased meanwhile."""
    for kind, item in ((Resume, session.resume_id), (JobDescription, session.job_description_id)):
        source = insert(kind).values(id=item, subject_id=person)
        tx.execute(source.on_conflict_do_nothing())
    tx.add(sealed_interview(keys, person, session))
    tx.flush()
    tx.add_all(sealed_quote(keys, person, session, number) for number in session.quotes)
    tx.flush()


def get_interview(tx: Tx, person: PersonId, interview_id: InterviewId) -> Stored:
    """Raises NotFound, also for what is another person's."""
    row = tx.scalar(select(Interview).where(*_is(person, interview_id)))
    if row is None:
        raise NotFound("There is no such interview.")
    return whole(tx, person, [row])[0]


def whole(tx: Tx, person: PersonId, rows: Sequence[Interview]) -> list[Stored]:
    """Sessions of theirs with all that hangs on them, in as many queries for many as for one."""
    ids = [row.id for row in rows]
    turns = select(Turn).where(Turn.interview_id.in_(ids), Turn.subject_id == person)
    quotes = select(Quote).where(Quote.interview_id.in_(ids), Quote.subject_id == person)
    drafts = select(Draft).where(Draft.interview_id.in_(ids), Draft.subject_id == person)
    said = _by_interview(tx.scalars(turns.order_by(Turn.number)))
    quoted = _by_interview(tx.scalars(quotes.order_by(Quote.number)))
    written = _by_interview(tx.scalars(drafts))
    return [Stored(row, said[row.id], quoted[row.id], written[row.id]) for row in rows]


def list_interviews(tx: Tx, person: PersonId) -> Sequence[Interview]:
    """Theirs, newest first."""
    theirs = select(Interview).where(Interview.subject_id == person)
    return tx.scalars(theirs.order_by(Interview.planned_at.desc(), Interview.id.desc())).all()


def session_of(keys: Keys, stored: Stored) -> Session:
    """The session as it reads today. Raises Gone if its key is destroyed."""
    row = stored.interview
    session_key(keys, row.id)
    quotes = _quotes(keys, stored.quotes)
    contents = ROWS.opened(keys, row)
    return Session(
        interview_id=InterviewId(row.id),
        state=row.state,
        setting=Setting(row.mode, row.difficulty, row.pace),
        title=_title(contents),
        plan=filled_plan(InterviewPlan.model_validate_json(contents["plan"]), quotes),
        quotes=quotes,
        turns=tuple(_said(keys, turn, quotes) for turn in stored.turns),
        drafts=_drafts(keys, stored.drafts),
        planned_at=row.planned_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        fit_id=None if row.fit_id is None else FitId(row.fit_id),
        resume_id=None if row.resume_id is None else ResumeId(row.resume_id),
        job_description_id=None
        if row.job_description_id is None
        else JobDescriptionId(row.job_description_id),
        names=Names.model_validate_json(contents["names"]) if "names" in contents else None,
        version=row.version,
    )


def sessions_of(keys: Keys, stored: Sequence[Stored]) -> list[Session]:
    """Those whose session key is not destroyed."""
    return [session_of(keys, each) for each in stored if (Scope.SESSION, each.interview.id) in keys]


def rows_of(keys: Keys, rows: Sequence[Interview]) -> list[InterviewRow]:
    """Lines of a list; those whose session key is destroyed are left out."""
    found = [(row, ROWS.opened(keys, row)) for row in rows]
    return [
        InterviewRow(
            interview_id=InterviewId(row.id),
            state=row.state,
            mode=row.mode,
            title=_title(contents) or DELETED,
            planned_at=row.planned_at,
            finished_at=row.finished_at,
        )
        for row, contents in found
        if "plan" in contents
    ]


def locked(tx: Tx, keys: Keys, person: PersonId, session: Session) -> Session | None:
    """`session` with its drafts as they stand now; None if something was said since it was read.

    Its row stays locked to the end of the transaction: nobody writes between look and write.
    """
    unchanged = (*_is(person, session.interview_id), Interview.version == session.version)
    if tx.scalar(select(Interview.id).where(*unchanged).with_for_update()) is None:
        return None
    mine = Draft.interview_id == session.interview_id, Draft.subject_id == person
    return replace(session, drafts=_drafts(keys, tx.scalars(select(Draft).where(*mine)).all()))


def advance(tx: Tx, keys: Keys, person: PersonId, before: Session, now: Session) -> None:
    """Write down what was said since `before`, which is `locked`."""
    moved = update(Interview).where(*_is(person, before.interview_id))
    moved = moved.values(
        state=now.state,
        mode=now.setting.mode,
        difficulty=now.setting.difficulty,
        pace=now.setting.pace,
        started_at=now.started_at,
        finished_at=now.finished_at,
        version=now.version,
    )
    tx.execute(moved)
    key = session_key(keys, before.interview_id)
    added = now.turns[len(before.turns) :]
    tx.add_all(sealed_turn(key, person, before, said) for said in added)
    tx.flush()
    save_drafts(tx, keys, person, before, now)


def save_drafts(tx: Tx, keys: Keys, person: PersonId, before: Session, now: Session) -> None:
    """Write down how the drafts of `now` differ from those of `before`, which is `locked`."""
    key = session_key(keys, now.interview_id)
    either = before.drafts.keys() | now.drafts.keys()
    changed = [one for one in either if before.drafts.get(one) != now.drafts.get(one)]
    mine = Draft.interview_id == now.interview_id, Draft.subject_id == person
    tx.execute(delete(Draft).where(*mine, Draft.id.in_(changed)))
    tx.add_all(sealed_draft(key, person, now, one) for one in changed if one in now.drafts)
    tx.flush()


def replan(tx: Tx, keys: Keys, person: PersonId, before: Session, now: Session) -> bool:
    """Write down a changed plan; False if somebody was faster, be it with the start."""
    unchanged = (*_is(person, before.interview_id), Interview.version == before.version)
    plan = sealed_plan(session_key(keys, before.interview_id), now)
    changed = update(Interview).where(*unchanged).values(plan=plan, version=now.version)
    return tx.scalar(changed.returning(Interview.id)) is not None


def take_plan(tx: Tx, keys: Keys, person: PersonId, before: Session, now: Session) -> bool:
    """Write down a plan that was taken, with what it quotes; False if somebody was faster."""
    if not replan(tx, keys, person, before, now):
        return False
    new = (number for number in now.quotes if number not in before.quotes)
    tx.add_all(sealed_quote(keys, person, now, number) for number in new)
    tx.flush()
    shelf.settle(tx, person, before.interview_id)
    return True


def asked_before(keys: Keys, rows: Sequence[Interview], fit_id: FitId) -> list[Slug]:
    """The questions of every plan for this fit, oldest first, as far as it can be read."""
    plans = (
        InterviewPlan.model_validate_json(contents["plan"])
        for row in reversed(rows)
        if row.fit_id == fit_id and "plan" in (contents := ROWS.opened(keys, row))
    )
    whole = ((*plan.original, *plan.questions) for plan in plans)
    return [name for questions in whole for name in dict.fromkeys(one.id for one in questions)]


def _by_interview(parts: Iterable[Part]) -> Mapping[UUID, list[Part]]:
    found: defaultdict[UUID, list[Part]] = defaultdict(list)
    for part in parts:
        found[part.interview_id].append(part)
    return found


def _drafts(keys: Keys, rows: Sequence[Draft]) -> Drafts:
    return {TurnId(row.id): ROWS.opened(keys, row)["text"].decode() for row in rows}


def _quotes(keys: Keys, rows: Sequence[Quote]) -> Quotes:
    """Those that still stand, by number."""
    found = ((row.number, ROWS.opened(keys, row)) for row in rows)
    return {
        number: Span.model_validate_json(contents["span"]) for number, contents in found if contents
    }


def _said(keys: Keys, row: Turn, quotes: Quotes) -> Said:
    text = ROWS.opened(keys, row)["text"].decode()
    is_ours = row.speaker is Speaker.INTERVIEWER
    return Said(
        turn_id=TurnId(row.id),
        number=row.number,
        speaker=row.speaker,
        kind=row.kind,
        question_id=row.question_id,
        text=filled(text, quotes) if is_ours else text,
        said_at=row.said_at,
        level=TypeAdapter(Level | None).validate_python(row.level),
        worded_by=row.worded_by,
        instead=row.instead,
    )


def _title(contents: dict[str, bytes]) -> str | None:
    return contents["title"].decode() if "title" in contents else None


def _is(person: PersonId, interview_id: InterviewId) -> tuple[ColumnElement[bool], ...]:
    return Interview.id == interview_id, Interview.subject_id == person
