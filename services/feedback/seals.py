"""Which keys open what, and the rows of feedback sealed and opened.

What was said and what we say of it opens with the session's key, what names a document with the
keys of both.
"""

from collections.abc import Mapping
from typing import Any

from chassis.db import Base
from chassis.ids import new_id
from chassis.seal import Sealed
from chassis.sealedrows import OWN, WITH_JOB, WITH_RESUME, Keys, Scopes, SealedRows, Values
from contracts.evidence import DocumentKind
from contracts.feedback import FeedbackReport
from contracts.message import PersonId
from services.feedback.domain import Case, hollow_report, hollow_transcript
from services.feedback.tables import DrillRow, Quote, Report, StoryRow


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
    given = {
        "transcript": case.transcript and hollow_transcript(case.transcript, case.quotes),
        "names": case.names,
        "facts": case.facts,
    }
    texts = {column: part.model_dump_json() for column, part in given.items() if part is not None}
    if case.title is not None:
        texts["title"] = case.title
    sealed = {
        column: ROWS.sealed(keys, Report, column, row, text) for column, text in texts.items()
    }
    return {**row, **sealed}


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
    row.span = ROWS.sealed_in(keys, row, "span", span.model_dump_json())
    return row


def sealed_report(keys: Keys, case: Case, report: FeedbackReport) -> dict[str, Sealed]:
    """What a report puts into its row."""
    bare = hollow_report(report, case.quotes).model_dump_json()
    total = report.scorecard.overall.model_dump_json()
    row = {"id": case.interview_id}
    return {
        "report": ROWS.sealed(keys, Report, "report", row, bare),
        "overall": ROWS.sealed(keys, Report, "overall", row, total),
    }


def _scopes(kind: type[Base], row: Values) -> Mapping[str, Scopes]:
    """By whose keys the sealed columns of a row open."""
    if kind is Report:
        own = dict.fromkeys(("transcript", "report", "overall"), OWN)
        return {**own, **dict.fromkeys(("names", "facts"), WITH_RESUME), "title": WITH_JOB}
    if kind is Quote:
        return {"span": WITH_JOB if row["resume_id"] is None else WITH_RESUME}
    if kind is DrillRow:
        return {"tries": OWN}
    if kind is StoryRow:
        is_own = row["resume_id"] is None
        return dict.fromkeys(("told", "title"), OWN if is_own else WITH_RESUME)
    return {}


ROWS = SealedRows(_scopes)
