"""Which keys open what, and the rows of feedback sealed and opened.

What was said and what we say of it opens with the session's key. What names a document opens
with the keys of both, combined: it is unreadable as soon as either is destroyed, before any row
is touched.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from chassis.errors import Gone
from chassis.ids import new_id
from chassis.keys import Wanted
from chassis.seal import Key, Sealed
from contracts.evidence import DocumentKind
from contracts.feedback import FeedbackReport
from contracts.message import PersonId, Scope
from services.feedback.domain import Case, hollow_report, hollow_transcript
from services.feedback.tables import Base, DrillRow, Quote, Report, StoryRow

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


def sealed_case(keys: Keys, person: PersonId, case: Case) -> dict[str, Any]:
    """A session that was handed in, as the values of its row."""
    row: dict[str, Any] = {
        "id": case.interview_id,
        "subject_id": person,
        "resume_id": case.resume_id,
        "job_description_id": case.job_description_id,
        "state": case.state,
        "added_at": case.added_at,
        "version": case.version,
    }
    if case.transcript is not None:
        bare = hollow_transcript(case.transcript, case.quotes).model_dump_json()
        key = session_key(keys, case.interview_id)
        row["transcript"] = key.seal(Report.transcript, case.interview_id, bare)
    if case.title is not None:
        key = _living(_locks(keys, Report, row)["title"])
        row["title"] = key.seal(Report.title, case.interview_id, case.title)
    if case.names is not None:
        key = _living(_locks(keys, Report, row)["names"])
        row["names"] = key.seal(Report.names, case.interview_id, case.names.model_dump_json())
    if case.facts is not None:
        key = _living(_locks(keys, Report, row)["facts"])
        row["facts"] = key.seal(Report.facts, case.interview_id, case.facts.model_dump_json())
    return row


def sealed_quote(keys: Keys, person: PersonId, case: Case, number: int) -> Quote:
    """Raises Gone where the document's key is destroyed."""
    span = case.quotes[number]
    is_resume = span.document is DocumentKind.RESUME
    row = Quote(
        id=new_id(),
        subject_id=person,
        interview_id=case.interview_id,
        number=number,
        resume_id=case.resume_id if is_resume else None,
        job_description_id=None if is_resume else case.job_description_id,
    )
    key = _living(_locks(keys, Quote, values_of(row))["span"])
    row.span = key.seal(Quote.span, row.id, span.model_dump_json())
    return row


def sealed_report(keys: Keys, case: Case, report: FeedbackReport) -> dict[str, Sealed]:
    """What a report puts into its row."""
    key = session_key(keys, case.interview_id)
    bare = hollow_report(report, case.quotes).model_dump_json()
    total = report.scorecard.overall.model_dump_json()
    return {
        "report": key.seal(Report.report, case.interview_id, bare),
        "overall": key.seal(Report.overall, case.interview_id, total),
    }


def sealed_in(keys: Keys, column: str, row: Base, text: str) -> Sealed:
    """`text` for that column of `row`. Raises Gone where a key is destroyed."""
    key = _living(_locks(keys, type(row), values_of(row))[column])
    return key.seal(getattr(type(row), column), values_of(row)["id"], text)


def _locks(keys: Keys, kind: type[Base], row: Values) -> dict[str, Key | None]:
    """The key of every sealed column of a row; None where it is destroyed."""
    living = {scope: keys.get((scope, item)) for scope, item in keys_for(row)}
    session = living.get(Scope.SESSION)
    resume, job = living.get(Scope.RESUME), living.get(Scope.JOB_DESCRIPTION)
    if kind is Report:
        own = dict.fromkeys(("transcript", "report", "overall"), session)
        ours = dict.fromkeys(("names", "facts"), _both(session, resume))
        return {**own, **ours, "title": _both(session, job)}
    if kind is Quote:
        return {"span": _both(session, resume or job)}
    if kind is DrillRow:
        return {"tries": session}
    if kind is StoryRow:
        is_own = row.get("resume_id") is None
        return dict.fromkeys(("told", "title"), session if is_own else _both(session, resume))
    return {}


def _both(one: Key | None, other: Key | None) -> Key | None:
    return Key.combined(one, other) if one and other else None


def _living(key: Key | None) -> Key:
    if key is None:
        raise Gone("This has been deleted.")
    return key
