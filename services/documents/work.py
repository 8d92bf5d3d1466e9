"""The work that documents owes: ids only."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from chassis.jobs import Task
from contracts.message import Count, FitId, JobDescriptionId, ResumeId


class ReadResume(Task):
    kind: ClassVar[str] = "documents.read_resume"
    key: ClassVar[str] = "what"

    resume_id: ResumeId
    version: Count = 0

    @property
    def what(self) -> str:
        return key_of(self.resume_id, self.version)


class ReadJob(Task):
    kind: ClassVar[str] = "documents.read_job"
    key: ClassVar[str] = "what"

    job_description_id: JobDescriptionId
    version: Count = 0

    @property
    def what(self) -> str:
        return key_of(self.job_description_id, self.version)


class AdviseResume(Task):
    """A model is to read it along; it has waited since then."""

    kind: ClassVar[str] = "documents.advise_resume"
    key: ClassVar[str] = "what"

    resume_id: ResumeId
    version: Count
    since: datetime

    @property
    def what(self) -> str:
        return key_of(self.resume_id, self.version)


class AdviseJob(Task):
    kind: ClassVar[str] = "documents.advise_job"
    key: ClassVar[str] = "what"

    job_description_id: JobDescriptionId
    version: Count
    since: datetime

    @property
    def what(self) -> str:
        return key_of(self.job_description_id, self.version)


class JudgeFit(Task):
    kind: ClassVar[str] = "documents.judge_fit"
    key: ClassVar[str] = "what"

    fit_id: FitId
    version: Count = 0

    @property
    def what(self) -> str:
        return key_of(self.fit_id, self.version)


def key_of(item: UUID, version: int) -> str:
    """What one piece of work is about: the item as it waits now.

    A job that is just ending does not stand in the way of the next one for the same item.
    """
    return f"{item}.{version}"


STEPS = {ReadResume.kind: 3, ReadJob.kind: 3, JudgeFit.kind: 2}
"""How many steps a poll is told of, before the work has said so itself."""
