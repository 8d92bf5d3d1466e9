"""How far a person has come: what the dashboard says to do next."""

from dataclasses import dataclass
from typing import Self

from contracts.documents import DocumentList, WorkState
from contracts.interview import InterviewRow


@dataclass(frozen=True)
class Steps:
    """Three steps, in order: a résumé, a job description, an interview about both."""

    has_resume: bool
    has_job_description: bool
    has_interview: bool

    @classmethod
    def of(cls, documents: DocumentList, interviews: tuple[InterviewRow, ...]) -> Self:
        return cls(
            has_resume=any(each.state is not WorkState.REFUSED for each in documents.resumes),
            has_job_description=bool(documents.job_descriptions),
            has_interview=bool(interviews),
        )

    @property
    def next(self) -> int:
        """1 to 3, or 0 when all is done."""
        done = (self.has_resume, self.has_job_description, self.has_interview)
        return next((number for number, is_done in enumerate(done, 1) if not is_done), 0)
