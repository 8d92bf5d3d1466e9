"""What documents answers, and what it announces."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Protocol

from pydantic import Field

from contracts.analysis import ExtractionState, FitReport, JobAnalysis, ResumeAnalysis
from contracts.disclosure import (
    Disclosures,
    FindDisclosures,
    FindJobSending,
    FindResumeSending,
    SendingView,
)
from contracts.message import (
    Event,
    FitId,
    JobDescriptionId,
    Message,
    PersonId,
    Progress,
    ResumeId,
)

MAX_FILE_BYTES = 5 * 1024 * 1024
MAX_CHARACTERS = 200_000
MAX_PAGES = 30

Title = Annotated[str, Field(max_length=200)]
"""What its owner calls a document. Empty: it takes the name that is read in it."""


class WorkState(StrEnum):
    """Where a piece of long work stands."""

    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"


class Media(StrEnum):
    """What a person says they send; the bytes decide."""

    FILE = "file"
    TEXT = "text"


class AddResume(Message):
    """A file as uploaded, or pasted text in UTF-8 as `data`. `title` names it for its owner."""

    title: Title = ""
    media: Media
    data: Annotated[bytes, Field(max_length=MAX_FILE_BYTES)]


class AddJobDescription(Message):
    title: Title = ""
    text: Annotated[str, Field(min_length=1, max_length=MAX_CHARACTERS)]


class FindResume(Message):
    resume_id: ResumeId


class FindJobDescription(Message):
    job_description_id: JobDescriptionId


class RequestFit(Message):
    resume_id: ResumeId
    job_description_id: JobDescriptionId


class FindFit(Message):
    fit_id: FitId


class ListDocuments(Message):
    """Everything of the person who asks, newest first."""


class ResumeView(Message):
    """`refusal` says why the file could not be read; `analysis` is set when the work is done."""

    resume_id: ResumeId
    title: str
    state: WorkState
    progress: Progress
    added_at: datetime
    version: int
    refusal: ExtractionState | None = None
    analysis: ResumeAnalysis | None = None
    text: str | None = None


class JobDescriptionView(Message):
    job_description_id: JobDescriptionId
    title: str
    state: WorkState
    progress: Progress
    added_at: datetime
    version: int
    analysis: JobAnalysis | None = None
    text: str | None = None


class FitView(Message):
    """`report` names requirements and quotes from both documents; it dies with either."""

    fit_id: FitId
    resume_id: ResumeId
    job_description_id: JobDescriptionId
    resume_title: str
    job_title: str
    state: WorkState
    progress: Progress
    added_at: datetime
    version: int
    report: FitReport | None = None


class DocumentList(Message):
    """Rows for a dashboard: no analysis, no text, no report in them."""

    resumes: tuple[ResumeView, ...]
    job_descriptions: tuple[JobDescriptionView, ...]
    fits: tuple[FitView, ...]


class Original(Message):
    """The file as it was uploaded. `format` is what its bytes say: pdf, docx, text and so on."""

    title: str
    format: str
    data: bytes


class Briefing(Message):
    """What an interview needs to know of a fit, and no more; the gateway carries it there."""

    fit_id: FitId
    resume: ResumeAnalysis
    job: JobAnalysis
    fit: FitReport


class ResumeAnalysed(Event):
    """A résumé has been read, or refused for good."""

    topic: ClassVar[str] = "documents.resume_analysed"

    person: PersonId
    resume_id: ResumeId
    state: WorkState


class FitReportReady(Event):
    topic: ClassVar[str] = "documents.fit_report_ready"

    person: PersonId
    fit_id: FitId


class Documents(Protocol):
    """The calls that the gateway may make, always for the person of the passport."""

    def add_resume(self, cmd: AddResume) -> ResumeView: ...

    def find_resume(self, query: FindResume) -> ResumeView: ...

    def find_original(self, query: FindResume) -> Original: ...

    def add_job_description(self, cmd: AddJobDescription) -> JobDescriptionView: ...

    def find_job_description(self, query: FindJobDescription) -> JobDescriptionView: ...

    def request_fit(self, cmd: RequestFit) -> FitView: ...

    def find_fit(self, query: FindFit) -> FitView: ...

    def find_briefing(self, query: FindFit) -> Briefing: ...

    def list_documents(self, query: ListDocuments) -> DocumentList: ...

    def preview_resume(self, query: AddResume) -> SendingView: ...

    def preview_job(self, query: AddJobDescription) -> SendingView: ...

    def find_resume_sending(self, query: FindResumeSending) -> SendingView: ...

    def find_job_sending(self, query: FindJobSending) -> SendingView: ...

    def find_disclosures(self, query: FindDisclosures) -> Disclosures: ...
