"""Which thing a question is about: its title and its day, as its own page says them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.errors import Unavailable
from contracts.documents import FindJobDescription, FindResume
from contracts.interview import FindInterview
from contracts.message import InterviewId, JobDescriptionId, ResumeId, Scope
from gateway.session import mine


@dataclass(frozen=True)
class Named:
    title: str
    at: datetime


def item_named(scope: Scope, item_id: UUID) -> Named | None:
    """None while its service is away: that must not stop a deletion. Raises NotFound."""
    ask = mine()
    try:
        if scope is Scope.RESUME:
            resume = ask.documents.find_resume(FindResume(resume_id=ResumeId(item_id)))
            return Named(resume.title, resume.added_at)
        if scope is Scope.JOB_DESCRIPTION:
            wanted = FindJobDescription(job_description_id=JobDescriptionId(item_id))
            job = ask.documents.find_job_description(wanted)
            return Named(job.title, job.added_at)
        found = ask.interview.find_interview(FindInterview(interview_id=InterviewId(item_id)))
    except Unavailable:
        return None
    return Named(found.title, found.planned_at)
