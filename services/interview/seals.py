"""Which keys open what, and the rows of interview sealed and opened.

What was said opens with the session's key. What names a document opens with the keys of both,
combined: it is unreadable as soon as either is destroyed, before any row is touched.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from chassis.errors import Gone
from chassis.ids import new_id
from chassis.keys import Wanted
from chassis.quoting import hollow, hollow_plan
from chassis.seal import Key, Sealed
from contracts.evidence import DocumentKind
from contracts.interview import Speaker
from contracts.interview import Turn as Said
from contracts.message import PersonId, Scope, TurnId
from services.interview.domain import Session
from services.interview.tables import Base, Draft, Interview, Quote, Suggestion, Turn

Keys = Mapping[Wanted, Key]
"""The living keys of sessions and their documents; what is destroyed is not among them."""

Values = Mapping[str, Any]
"""A row, by column."""


def keys_for(row: Values) -> list[Wanted]:
    """What it takes to open a row of any table: by the ids that stand in it."""
    named = (
        (Scope.SESSION, row.get("interview_id", row.get("id"))),
        (Scope.RESUME, row.get("resume_id")),
        (Scope.JOB_DESCRIPTION, row.get("job_description_id")),
    )
    return [(scope, item) for scope, item in named if item is not None]


def values_of(row: Base) -> Values:
    return {column.key: getattr(row, column.key) for column in row.__table__.columns}


def opened(keys: Keys, kind: type[Base], row: Values) -> dict[str, bytes]:
    """The sealed columns of one row by name, without those that are empty or whose key is gone."""
    return {
        column: key.open(getattr(kind, column), row["id"], row[column])
        for column, key in _locks(keys, kind, row).items()
        if key is not None and row[column] is not None
    }


def session_key(keys: Keys, interview_id: UUID) -> Key:
    """Raises Gone where it is destroyed."""
    return _living(keys.get((Scope.SESSION, interview_id)))


def sealed_interview(keys: Keys, person: PersonId, session: Session) -> Interview:
    """A new session as its row. Its title needs a job description to be called after."""
    key = session_key(keys, session.interview_id)
    row = Interview(
        id=session.interview_id,
        subject_id=person,
        fit_id=session.fit_id,
        resume_id=session.resume_id,
        job_description_id=session.job_description_id,
        state=session.state,
        mode=session.setting.mode,
        difficulty=session.setting.difficulty,
        pace=session.setting.pace,
        planned_at=session.planned_at,
        version=session.version,
    )
    row.plan = sealed_plan(key, session)
    if session.title is not None:
        title_key = _living(_locks(keys, Interview, values_of(row))["title"])
        row.title = title_key.seal(Interview.title, row.id, session.title)
    if session.names is not None:
        names_key = _living(_locks(keys, Interview, values_of(row))["names"])
        row.names = names_key.seal(Interview.names, row.id, session.names.model_dump_json())
    return row


def sealed_plan(key: Key, session: Session) -> Sealed:
    plan = hollow_plan(session.plan, session.quotes).model_dump_json()
    return key.seal(Interview.plan, session.interview_id, plan)


def sealed_quote(keys: Keys, person: PersonId, session: Session, number: int) -> Quote:
    """Raises Gone where the document's key is destroyed."""
    span = session.quotes[number]
    is_resume = span.document is DocumentKind.RESUME
    row = Quote(
        id=new_id(),
        subject_id=person,
        interview_id=session.interview_id,
        number=number,
        resume_id=session.resume_id if is_resume else None,
        job_description_id=None if is_resume else session.job_description_id,
    )
    key = _living(_locks(keys, Quote, values_of(row))["span"])
    row.span = key.seal(Quote.span, row.id, span.model_dump_json())
    return row


def sealed_turn(key: Key, person: PersonId, session: Session, said: Said) -> Turn:
    is_ours = said.speaker is Speaker.INTERVIEWER
    text = hollow(said.text, session.quotes) if is_ours else said.text
    return Turn(
        interview_id=session.interview_id,
        id=said.turn_id,
        subject_id=person,
        number=said.number,
        speaker=said.speaker,
        kind=said.kind,
        question_id=said.question_id,
        level=said.level,
        worded_by=said.worded_by,
        text=key.seal(Turn.text, said.turn_id, text),
        said_at=said.said_at,
    )


def sealed_draft(key: Key, person: PersonId, session: Session, asked: TurnId) -> Draft:
    text = session.drafts[asked]
    return Draft(
        interview_id=session.interview_id,
        id=asked,
        subject_id=person,
        text=key.seal(Draft.text, asked, text),
    )


def sealed_content(keys: Keys, row: Suggestion, content: bytes) -> Sealed:
    """Raises Gone where the session or a document of it is destroyed."""
    key = _living(_locks(keys, Suggestion, values_of(row))["content"])
    return key.seal(Suggestion.content, row.id, content)


def _locks(keys: Keys, kind: type[Base], row: Values) -> dict[str, Key | None]:
    """The key of every sealed column of a row; None where it is destroyed."""
    living = {scope: keys.get((scope, item)) for scope, item in keys_for(row)}
    session = living.get(Scope.SESSION)
    resume, job = living.get(Scope.RESUME), living.get(Scope.JOB_DESCRIPTION)
    if kind is Interview:
        own = {"title": _both(session, job), "names": _both(session, resume)}
        return {"plan": session, **own}
    if kind in (Turn, Draft):
        return {"text": session}
    if kind is Quote:
        return {"span": _both(session, resume or job)}
    if kind is Suggestion:
        return {"content": _both(_both(session, resume), job)}
    return {}


def _both(one: Key | None, other: Key | None) -> Key | None:
    return Key.combined(one, other) if one and other else None


def _living(key: Key | None) -> Key:
    if key is None:
        raise Gone("This has been deleted.")
    return key
