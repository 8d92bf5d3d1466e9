"""The decisions of documents: pure, no input or output, no clock."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from contracts.analysis import ExtractionReport, FitReport, JobAnalysis, ResumeAnalysis
from contracts.message import FitId, JobDescriptionId, Message, ResumeId


class Extracted(Message):
    """What came out of a file: the visible text, whole, and the report about it."""

    report: ExtractionReport
    text: str


@dataclass(frozen=True)
class ResumeSource:
    """A résumé to be read. `on` is the day it was added: "present" in it means that day,

    so that reading it again next year gives the same analysis.
    """

    resume_id: ResumeId
    extracted: Extracted
    on: date


@dataclass(frozen=True)
class JobSource:
    job_description_id: JobDescriptionId
    text: str


@dataclass(frozen=True)
class FitSource:
    """Both analyses and the texts that their quotes must stand in.

    `on` is the day the fit was asked for: what is recent is recent then.
    """

    fit_id: FitId
    on: date
    resume: ResumeAnalysis
    resume_text: str
    job: JobAnalysis
    job_text: str


class Analyst(Protocol):
    """Reads documents and judges how two fit.

    Each call is a function of its source alone: no clock, no store, safe to repeat.
    """

    def read_resume(self, source: ResumeSource) -> ResumeAnalysis: ...

    def read_job(self, source: JobSource) -> JobAnalysis: ...

    def judge_fit(self, source: FitSource) -> FitReport: ...
