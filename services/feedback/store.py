"""Queries of feedback on cases and their reports; of what grows out of them see shelf."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from chassis.db import rows_deleted
from chassis.errors import NotFound
from chassis.llm.ledger import delete_answers, delete_asked
from chassis.quoting import DELETED, Quotes
from chassis.sealedrows import Keys, session_key
from contracts.claims import ResumeFacts
from contracts.disclosure import Names
from contracts.documents import WorkState
from contracts.evidence import Span
from contracts.feedback import FeedbackReport, Overall, ReportRow
from contracts.interview import Transcript
from contracts.message import InterviewId, JobDescriptionId, PersonId, ResumeId, Scope
from services.feedback.domain import (
    CLAIMS_FROM,
    Case,
    filled_report,
    filled_transcript,
)
from services.feedback.seals import ROWS, sealed_case, sealed_quote, sealed_report
from services.feedback.shelf import delete_growth, delete_lines
from services.feedback.tables import MODEL, OF_SESSION, JobDescription, Quote, Report, Resume


@dataclass(frozen=True)
class Stored:
    """A session as its rows hold it."""

    report: Report
    quotes: Sequence[Quote]


def add_case(tx: Session, keys: Keys, person: PersonId, case: Case) -> bool:
    """A session that was handed in; False if it was before.

    Gone ends the transaction if it or a document of it was erased meanwhile.
    """
    for kind, item in ((Resume, case.resume_id), (JobDescription, case.job_description_id)):
        if item is not None:
            source = insert(kind).values(id=item, subject_id=person)
            tx.execute(source.on_conflict_do_nothing())
    row = insert(Report).values(sealed_case(keys, person, case))
    if tx.scalar(row.on_conflict_do_nothing().returning(Report.id)) is None:
        return False
    tx.add_all(sealed_quote(keys, person, case, number) for number in case.quotes)
    tx.flush()
    return True


def get_case(tx: Session, person: PersonId, interview_id: InterviewId) -> Stored:
    """Raises NotFound, also for what is another person's."""
    row = tx.scalar(select(Report).where(*_is(person, interview_id)))
    if row is None:
        raise NotFound("There is no such report.")
    quotes = select(Quote).where(Quote.interview_id == row.id, Quote.subject_id == person)
    return Stored(row, tx.scalars(quotes.order_by(Quote.number)).all())


def list_cases(
    tx: Session, person: PersonId, items: Collection[UUID] | None = None
) -> list[Stored]:
    """Theirs, newest first; of `items` alone where they are named. Two queries, however many."""
    quotes = select(Quote).where(Quote.subject_id == person).order_by(Quote.number)
    if items is not None:
        quotes = quotes.where(Quote.interview_id.in_(items))
    of: dict[UUID, list[Quote]] = defaultdict(list)
    rows = [row for row in list_reports(tx, person) if items is None or row.id in items]
    for quote in tx.scalars(quotes):
        of[quote.interview_id].append(quote)
    return [Stored(row, of[row.id]) for row in rows]


def list_reports(tx: Session, person: PersonId) -> Sequence[Report]:
    """Theirs, newest first."""
    theirs = select(Report).where(Report.subject_id == person)
    return tx.scalars(theirs.order_by(Report.added_at.desc(), Report.id.desc())).all()


def case_of(keys: Keys, stored: Stored) -> Case:
    """The session as it reads today. Raises Gone if its key is destroyed."""
    row = stored.report
    session_key(keys, row.id)
    quotes = _quotes(keys, stored.quotes)
    contents = ROWS.opened(keys, row)
    title = contents["title"].decode() if "title" in contents else None
    transcript = report = None
    if "transcript" in contents:
        said = Transcript.model_validate_json(contents["transcript"])
        transcript = filled_transcript(said, quotes, title)
    if "report" in contents:
        written = FeedbackReport.model_validate_json(contents["report"])
        report = filled_report(written, quotes, title)
    names = Names.model_validate_json(contents["names"]) if "names" in contents else None
    return Case(
        interview_id=InterviewId(row.id),
        state=row.state,
        title=title,
        names=names,
        facts=ResumeFacts.model_validate_json(contents["facts"]) if "facts" in contents else None,
        resume_id=None if row.resume_id is None else ResumeId(row.resume_id),
        job_description_id=None
        if row.job_description_id is None
        else JobDescriptionId(row.job_description_id),
        quotes=quotes,
        added_at=row.added_at,
        transcript=transcript,
        report=report,
        version=row.version,
    )


def rows_of(keys: Keys, rows: Sequence[Report]) -> list[ReportRow]:
    """Lines of a list; those whose session key is destroyed are left out."""
    living = [row for row in rows if (Scope.SESSION, row.id) in keys]
    return [_row(row, ROWS.opened(keys, row)) for row in living]


def save_report(
    tx: Session, keys: Keys, person: PersonId, case: Case, report: FeedbackReport
) -> bool:
    """Put the report in the place of its transcript; False if there is one, or all is erased."""
    waiting = update(Report).where(
        *_is(person, case.interview_id), Report.state == WorkState.WAITING
    )
    done = waiting.values(
        **sealed_report(keys, case, report),
        transcript=None,
        facts=None,
        state=WorkState.DONE,
        version=case.version + 1,
    )
    if tx.scalar(done.returning(Report.id)) is None:
        return False
    beside = (number for number in case.quotes if number >= CLAIMS_FROM)
    tx.add_all(sealed_quote(keys, person, case, number) for number in beside)
    tx.flush()
    return True


def delete_account(tx: Session, person: PersonId) -> dict[str, int]:
    """Delete all rows about `person`, children first. Returns rows by table."""
    jobs = delete(JobDescription).where(JobDescription.subject_id == person)
    return {
        **delete_asked(tx, MODEL, person),
        **delete_growth(tx, person),
        "quote": rows_deleted(tx, delete(Quote).where(Quote.subject_id == person)),
        "report": rows_deleted(tx, delete(Report).where(Report.subject_id == person)),
        "resume": rows_deleted(tx, delete(Resume).where(Resume.subject_id == person)),
        "job_description": rows_deleted(tx, jobs),
    }


def delete_session(tx: Session, person: PersonId, item: UUID) -> dict[str, int]:
    """Delete transcript, scorecard and report of one session, and what a model answered of it.

    Its rows in the ledger stay: what was sent was sent.
    """
    quotes = delete(Quote).where(Quote.interview_id == item, Quote.subject_id == person)
    report = delete(Report).where(*_is(person, InterviewId(item)))
    return {
        "advice": delete_answers(tx, MODEL, person, OF_SESSION, item),
        **delete_growth(tx, person, item),
        "quote": rows_deleted(tx, quotes),
        "report": rows_deleted(tx, report),
    }


def delete_resume(tx: Session, person: PersonId, item: UUID) -> dict[str, int]:
    """Reports stay, without the pointer to the résumé and without what they quote of it."""
    quotes = delete(Quote).where(Quote.resume_id == item, Quote.subject_id == person)
    reports = update(Report).where(Report.resume_id == item, Report.subject_id == person)
    source = delete(Resume).where(Resume.id == item, Resume.subject_id == person)
    gone = {"story": delete_lines(tx, person, item), "quote": rows_deleted(tx, quotes)}
    tx.execute(reports.values(resume_id=None, names=None, facts=None))
    return {**gone, "resume": rows_deleted(tx, source)}


def delete_job_description(tx: Session, person: PersonId, item: UUID) -> dict[str, int]:
    """As for a résumé; the title, which names the job, goes as well."""
    quotes = delete(Quote).where(Quote.job_description_id == item, Quote.subject_id == person)
    reports = update(Report).where(Report.job_description_id == item, Report.subject_id == person)
    source = delete(JobDescription).where(
        JobDescription.id == item, JobDescription.subject_id == person
    )
    gone = {"quote": rows_deleted(tx, quotes)}
    tx.execute(reports.values(job_description_id=None, title=None))
    return {**gone, "job_description": rows_deleted(tx, source)}


def _quotes(keys: Keys, rows: Sequence[Quote]) -> Quotes:
    """Those that still stand, by number."""
    found = ((row.number, ROWS.opened(keys, row)) for row in rows)
    return {
        number: Span.model_validate_json(contents["span"]) for number, contents in found if contents
    }


def _row(row: Report, contents: dict[str, bytes]) -> ReportRow:
    total = contents.get("overall")
    return ReportRow(
        interview_id=InterviewId(row.id),
        title=contents["title"].decode() if "title" in contents else DELETED,
        state=row.state,
        added_at=row.added_at,
        overall=None if total is None else Overall.model_validate_json(total),
    )


def _is(person: PersonId, interview_id: InterviewId) -> tuple[ColumnElement[bool], ...]:
    return Report.id == interview_id, Report.subject_id == person
