"""Every deletion of interview: rows go with what they belong to, children first."""

from uuid import UUID

from sqlalchemy import ColumnElement, delete, update
from sqlalchemy.orm import Session as Tx

from chassis.db import rows_deleted
from chassis.llm.ledger import delete_answers, delete_asked
from contracts.message import PersonId
from services.interview.tables import (
    MODEL,
    OF_SESSION,
    Draft,
    Interview,
    JobDescription,
    Quote,
    Resume,
    Suggestion,
    Turn,
)


def delete_account(tx: Tx, person: PersonId) -> dict[str, int]:
    """Delete all rows about `person`, children first. Returns rows by table."""
    return {
        **delete_asked(tx, MODEL, person),
        "suggestion": rows_deleted(tx, delete(Suggestion).where(Suggestion.subject_id == person)),
        "draft": rows_deleted(tx, delete(Draft).where(Draft.subject_id == person)),
        "turn": rows_deleted(tx, delete(Turn).where(Turn.subject_id == person)),
        "quote": rows_deleted(tx, delete(Quote).where(Quote.subject_id == person)),
        "interview": rows_deleted(tx, delete(Interview).where(Interview.subject_id == person)),
        "resume": rows_deleted(tx, delete(Resume).where(Resume.subject_id == person)),
        "job_description": rows_deleted(
            tx, delete(JobDescription).where(JobDescription.subject_id == person)
        ),
    }


def delete_session(tx: Tx, person: PersonId, item: UUID) -> dict[str, int]:
    """Delete one session with all that was planned and said, and what a model answered of it.

    Its rows in the ledger stay: what was sent was sent.
    """
    drafts = delete(Draft).where(Draft.interview_id == item, Draft.subject_id == person)
    turns = delete(Turn).where(Turn.interview_id == item, Turn.subject_id == person)
    quotes = delete(Quote).where(Quote.interview_id == item, Quote.subject_id == person)
    session = delete(Interview).where(Interview.id == item, Interview.subject_id == person)
    return {
        "advice": delete_answers(tx, MODEL, person, OF_SESSION, item),
        "suggestion": _suggestions(tx, person, Suggestion.interview_id == item),
        "draft": rows_deleted(tx, drafts),
        "turn": rows_deleted(tx, turns),
        "quote": rows_deleted(tx, quotes),
        "interview": rows_deleted(tx, session),
    }


def delete_resume(tx: Tx, person: PersonId, item: UUID) -> dict[str, int]:
    """Sessions stay, without the pointer to the résumé and without what they quote of it."""
    quotes = delete(Quote).where(Quote.resume_id == item, Quote.subject_id == person)
    sessions = update(Interview).where(Interview.resume_id == item, Interview.subject_id == person)
    source = delete(Resume).where(Resume.id == item, Resume.subject_id == person)
    gone = {
        "suggestion": _suggestions(tx, person, Suggestion.resume_id == item),
        "quote": rows_deleted(tx, quotes),
    }
    tx.execute(sessions.values(resume_id=None, fit_id=None, names=None))
    return {**gone, "resume": rows_deleted(tx, source)}


def delete_job_description(tx: Tx, person: PersonId, item: UUID) -> dict[str, int]:
    """As for a résumé; the title, which names the job, goes as well."""
    quotes = delete(Quote).where(Quote.job_description_id == item, Quote.subject_id == person)
    sessions = update(Interview).where(
        Interview.job_description_id == item, Interview.subject_id == person
    )
    source = delete(JobDescription).where(
        JobDescription.id == item, JobDescription.subject_id == person
    )
    gone = {
        "suggestion": _suggestions(tx, person, Suggestion.job_description_id == item),
        "quote": rows_deleted(tx, quotes),
    }
    tx.execute(sessions.values(job_description_id=None, fit_id=None, title=None))
    return {**gone, "job_description": rows_deleted(tx, source)}


def _suggestions(tx: Tx, person: PersonId, which: ColumnElement[bool]) -> int:
    return rows_deleted(tx, delete(Suggestion).where(Suggestion.subject_id == person, which))
