"""The work that feedback owes: ids only."""

from typing import ClassVar

from chassis.jobs import Task
from contracts.message import InterviewId


class EvaluateInterview(Task):
    """Make the report on a session that was handed in."""

    kind: ClassVar[str] = "feedback.evaluate_interview"
    key: ClassVar[str] = "interview_id"

    interview_id: InterviewId
