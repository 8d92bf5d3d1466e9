"""What documents answers, and what it announces."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Protocol

from pydantic import Field

from contracts.analysis import FitReport, JobAnalysis, ResumeAnalysis
from contracts.corrections import Corrections, JobCorrections
from contracts.disclosure import (
    Disclosing,
    FindJobSending,
    FindResumeSending,
    SendingView,
)
from contracts.extraction import ExtractionState
from contracts.message import (
    Event,
    FitId,
    JobDescriptionId,
    Message,
    PersonId,
    Progress,
    ResumeId,
    Slug,
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
    """Either pasted `text`, or `data`: a file as it is."""

    title: Title = ""
    text: Annotated[str, Field(max_length=MAX_CHARACTERS)] = ""
    data: Annotated[bytes, Field(max_length=MAX_FILE_BYTES)] = b""


class FindResume(Message):
    resume_id: ResumeId


class CorrectResume(Message):
    """All corrections of a résumé at once: those before that are not among them are undone.

    `version` is that of the résumé they were made from.
    """

    resume_id: ResumeId
    version: int | None
    corrections: Corrections


class RenameResume(Message):
    """An empty title takes the name that was read in it."""

    resume_id: ResumeId
    version: int | None
    title: Title


class ReadResumeAgain(Message):
    """Have the same file read by today's engine, or tried again where that stopped; corrections

    stay.
    """

    resume_id: ResumeId


class FindJobDescription(Message):
    job_description_id: JobDescriptionId


class CorrectJobDescription(Message):
    """All corrections of a job description at once, as for a résumé."""

    job_description_id: JobDescriptionId
    version: int | None
    corrections: JobCorrections


class RenameJobDescription(Message):
    """An empty title takes the one that was read in it."""

    job_description_id: JobDescriptionId
    version: int | None
    title: Title


class ReadJobDescriptionAgain(Message):
    """As for a résumé."""

    job_description_id: JobDescriptionId


class RequestFit(Message):
    resume_id: ResumeId
    job_description_id: JobDescriptionId


class FindFit(Message):
    fit_id: FitId


class ListDocuments(Message):
    """Everything of the person who asks, newest first."""


class ResumeView(Message):
    """`refusal` says why the file could not be read, `refusal_detail` which limit it passed or
    what kind of file it is, where that is known; `analysis` is set when the work is done.

    Where there are `corrections`, `analysis` and `text` follow them, and `read` is what was read
    before; the words of the owner stand at the end of the text. `is_outdated` says that a newer
    engine than the one that read it is at hand.
    """

    resume_id: ResumeId
    title: str
    state: WorkState
    progress: Progress
    added_at: datetime
    version: int
    refusal: ExtractionState | None = None
    refusal_detail: Slug | None = None
    analysis: ResumeAnalysis | None = None
    text: str | None = None
    corrections: Corrections = Corrections()
    read: ResumeAnalysis | None = None
    is_outdated: bool = False


class JobDescriptionView(Message):
    """`refusal` and `refusal_detail` are as for a résumé, and so is `is_outdated`.

    Where there are `corrections`, `analysis` follows them, and `read` is what was read before.
    """

    job_description_id: JobDescriptionId
    title: str
    state: WorkState
    progress: Progress
    added_at: datetime
    version: int
    refusal: ExtractionState | None = None
    refusal_detail: Slug | None = None
    analysis: JobAnalysis | None = None
    text: str | None = None
    corrections: JobCorrections = JobCorrections()
    read: JobAnalysis | None = None
    is_outdated: bool = False


class FitView(Message):
    """`report` names requirements and quotes from both documents; it dies with either.

    After a correction, or another reading, the state is waiting again and there is no report.
    """

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


class Documents(Disclosing, Protocol):
    """The calls that the gateway may make, always for the person of the passport."""

    def add_resume(self, cmd: AddResume) -> ResumeView: ...

    def find_resume(self, query: FindResume) -> ResumeView: ...

    def find_original(self, query: FindResume) -> Original: ...

    def correct_resume(self, cmd: CorrectResume) -> ResumeView: ...

    def rename_resume(self, cmd: RenameResume) -> ResumeView: ...

    def read_resume_again(self, cmd: ReadResumeAgain) -> ResumeView: ...

    def add_job_description(self, cmd: AddJobDescription) -> JobDescriptionView: ...

    def find_job_description(self, query: FindJobDescription) -> JobDescriptionView: ...

    def correct_job_description(self, cmd: CorrectJobDescription) -> JobDescriptionView: ...

    def rename_job_description(self, cmd: RenameJobDescription) -> JobDescriptionView: ...

    def read_job_description_again(self, cmd: ReadJobDescriptionAgain) -> JobDescriptionView: ...

    def request_fit(self, cmd: RequestFit) -> FitView: ...

    def find_fit(self, query: FindFit) -> FitView: ...

    def find_briefing(self, query: FindFit) -> Briefing: ...

    def list_documents(self, query: ListDocuments) -> DocumentList: ...

    def preview_resume(self, query: AddResume) -> SendingView: ...

    def preview_job(self, query: AddJobDescription) -> SendingView: ...

    def find_resume_sending(self, query: FindResumeSending) -> SendingView: ...

    def find_job_sending(self, query: FindJobSending) -> SendingView: ...
