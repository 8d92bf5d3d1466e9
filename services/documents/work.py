"""The work that documents owes: ids only."""

from typing import ClassVar

from chassis.jobs import Task
from contracts.message import FitId, JobDescriptionId, ResumeId


class ReadResume(Task):
    kind: ClassVar[str] = "documents.read_resume"
    key: ClassVar[str] = "resume_id"

    resume_id: ResumeId


class ReadJob(Task):
    kind: ClassVar[str] = "documents.read_job"
    key: ClassVar[str] = "job_description_id"

    job_description_id: JobDescriptionId


class JudgeFit(Task):
    kind: ClassVar[str] = "documents.judge_fit"
    key: ClassVar[str] = "fit_id"

    fit_id: FitId


STEPS = {ReadResume.kind: 3, ReadJob.kind: 2, JudgeFit.kind: 2}
"""How many steps a poll is told of, before the work has said so itself."""
