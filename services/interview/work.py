"""The work that interview owes: ids only."""

from datetime import datetime
from typing import ClassVar

from chassis.jobs import Task
from contracts.message import Count, InterviewId


class SuggestPlan(Task):
    """A model is to suggest another plan; its person has waited since then."""

    kind: ClassVar[str] = "interview.suggest_plan"
    key: ClassVar[str] = "what"

    interview_id: InterviewId
    asked: Count
    since: datetime

    @property
    def what(self) -> str:
        """A job that is just ending does not stand in the way of the next one."""
        return f"{self.interview_id}.{self.asked}"
