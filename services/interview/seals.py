"""Which keys open what, and the rows of interview sealed and opened.

What was said opens with the session's key, what names a document with the keys of both.
"""

from collections.abc import Mapping

from chassis.db import Base
from chassis.ids import new_id
from chassis.quoting import hollow, hollow_plan
from chassis.seal import Key, Sealed
from chassis.sealedrows import (
    OWN,
    WITH_BOTH,
    WITH_JOB,
    WITH_RESUME,
    Keys,
    Scopes,
    SealedRows,
    Values,
    session_key,
)
from contracts.evidence import DocumentKind
from contracts.interview import Speaker
from contracts.interview import Turn as Said
from contracts.message import PersonId, TurnId
from services.interview.domain import Session
from services.interview.tables import Draft, Interview, Quote, Suggestion, Turn


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
        row.title = ROWS.sealed_in(keys, row, "title", session.title)
    if session.names is not None:
        names = session.names.model_dump_json()
        row.names = ROWS.sealed_in(keys, row, "names", names)
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
    row.span = ROWS.sealed_in(keys, row, "span", span.model_dump_json())
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
        instead=said.instead,
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
    return ROWS.sealed_in(keys, row, "content", content)


def _scopes(kind: type[Base], row: Values) -> Mapping[str, Scopes]:
    """By whose keys the sealed columns of a row open."""
    if kind is Interview:
        return {"plan": OWN, "title": WITH_JOB, "names": WITH_RESUME}
    if kind in (Turn, Draft):
        return {"text": OWN}
    if kind is Quote:
        return {"span": WITH_JOB if row["resume_id"] is None else WITH_RESUME}
    if kind is Suggestion:
        return {"content": WITH_BOTH}
    return {}


ROWS = SealedRows(_scopes)
