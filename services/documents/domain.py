"""The decisions of documents: pure, no input or output, no clock."""

import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeVar

from chassis.errors import Conflict, NotFound
from contracts.analysis import FitReport, JobAnalysis, ResumeAnalysis, Text
from contracts.corrections import Corrections, JobCorrections
from contracts.disclosure import ProviderView
from contracts.documents import WorkState
from contracts.evidence import Engine, EngineKind
from contracts.extraction import ExtractionReport
from contracts.message import FitId, JobDescriptionId, Message, Progress, ResumeId

MAX_RESUMES = 50
MAX_JOB_DESCRIPTIONS = 50
"""How many of each a person may keep at a time."""
MAX_READ_NAME = 80
"""Characters of a name that was read; what is longer is a sentence."""
UNLIKE_A_RESUME = "unlike_a_resume"


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
    """`employer` is what its owner calls them: no part of a reading, and told to nobody."""

    job_description_id: JobDescriptionId
    text: str
    employer: str = ""


@dataclass(frozen=True)
class FitSource:
    """Both analyses and the texts that their quotes must stand in.

    `on` is the day the fit was asked for: what is recent is recent then. The corrections are in
    the analysis of the job already; whoever reads it once more needs them.
    """

    fit_id: FitId
    on: date
    resume: ResumeAnalysis
    resume_text: str
    job: JobAnalysis
    job_text: str
    job_corrections: JobCorrections = field(default_factory=JobCorrections)


@dataclass(frozen=True)
class Amendment:
    """What was read in a résumé, the text it was read in, and what its owner says instead."""

    read: ResumeAnalysis
    text: str
    corrections: Corrections
    on: date


@dataclass(frozen=True)
class Amended:
    """The text with the owner's words at its end, and the analysis that quotes both."""

    text: str
    analysis: ResumeAnalysis


@dataclass(frozen=True)
class Reading:
    """What was read in a résumé, and what is kept of it once its owner has corrected it.

    Where nothing is corrected both are the same.
    """

    read: Amended
    kept: Amended
    corrections: Corrections
    at: datetime


@dataclass(frozen=True)
class JobAmendment:
    """As for a résumé; the text stays as it is."""

    read: JobAnalysis
    text: str
    corrections: JobCorrections


@dataclass(frozen=True)
class JobReading:
    """As for a résumé."""

    read: JobAnalysis
    kept: JobAnalysis
    corrections: JobCorrections
    at: datetime


class Analyst(Protocol):
    """Reads documents and judges how two fit.

    Each call is a function of its source alone: no clock, no store, safe to repeat. `version`
    names the engine: another one may read the same file differently.
    """

    @property
    def version(self) -> str: ...

    def prepare(self) -> None:
        """Be ready: documents are about to come. Safe to repeat."""
        ...

    def read_resume(self, source: ResumeSource) -> ResumeAnalysis: ...

    def read_job(self, source: JobSource) -> JobAnalysis: ...

    def judge_fit(self, source: FitSource) -> FitReport: ...


class Editor(Protocol):
    """Sets what an owner says in place of what was read, whichever engine read it."""

    def amend(self, source: Amendment) -> Amended: ...


class JobEditor(Protocol):
    """The same for a job description."""

    def amend(self, source: JobAmendment) -> JobAnalysis: ...


class Reader(Protocol):
    """Reads a stranger's file where it can do no harm; never raises for what is in it."""

    def prepare(self) -> None:
        """Be ready: a file is about to come. Safe to repeat."""
        ...

    def read(self, data: bytes) -> Extracted: ...


def cleaned_title(title: str) -> str:
    """Without control characters and marks that turn text around; empty where nothing is left."""
    shown = (char for char in title if char.isspace() or unicodedata.category(char)[0] != "C")
    return " ".join("".join(shown).split())


def resume_name(own: str, analysis: ResumeAnalysis) -> str:
    """The name that its owner gave, else what the person calls themselves in it."""
    if own or not _looks_like_a_resume(analysis):
        return own
    return _name(analysis.headline) or _name(analysis.contact.name)


def job_name(own: str, analysis: JobAnalysis) -> str:
    """The name that its owner gave, else the title that was read, with the company if known."""
    title = _name(analysis.title)
    if own or not title:
        return own
    return ", ".join(filter(None, (title, _name(analysis.company))))


def job_renamed(own: str, before: JobAnalysis, now: JobAnalysis) -> str:
    """The name that its owner gave; one that was read follows what is read now."""
    return own if own != job_name("", before) else job_name("", now)


@dataclass(frozen=True)
class Today:
    """The versions of what reads today: the rules engine, and what checks a model."""

    rules: str
    model: str

    def is_newer_than(self, made_by: Engine) -> bool:
        """Whether reading again may give something else; a model only where one had a part."""
        is_advised = made_by.kind is EngineKind.MODEL
        return made_by.rules_version != self.rules or (is_advised and made_by.version != self.model)


A = TypeVar("A", ResumeAnalysis, JobAnalysis)


def awaiting(alone: A, provider: ProviderView | None) -> A:
    """What the rules read, and which model is to read along; as it is, where there is none."""
    if provider is None:
        return alone
    engine = alone.engine.model_copy(update={"awaits": provider.model})
    return alone.model_copy(update={"engine": engine})


def doubted(analysis: ResumeAnalysis) -> ResumeAnalysis:
    """With a warning where nothing in it speaks for a résumé; it is kept all the same."""
    if _looks_like_a_resume(analysis):
        return analysis
    warnings = (*analysis.extraction.warnings, UNLIKE_A_RESUME)
    report = analysis.extraction.model_copy(update={"warnings": warnings})
    return analysis.model_copy(update={"extraction": report})


def _looks_like_a_resume(analysis: ResumeAnalysis) -> bool:
    """A way to reach somebody, a role, or an education with its years.

    A job description has none of these, though its first line can pass for a name and the degree
    that it asks for for an education.
    """
    contact = analysis.contact
    is_reachable = contact.email or contact.phone or contact.location or contact.links
    is_schooled = any(entry.start or entry.end for entry in analysis.education)
    return bool(is_reachable or analysis.roles or is_schooled)


def _name(read: Text | None) -> str:
    name = cleaned_title(read.value) if read else ""
    return name if len(name) <= MAX_READ_NAME else f"{name[: MAX_READ_NAME - 1].rstrip()}…"


def check_room(kept: int, most: int, what: str) -> None:
    """Raises Conflict, naming the limit, where a person keeps as many as we let them."""
    if kept >= most:
        raise Conflict(
            f"You have {kept} {what}, and we keep at most {most}. Please delete one first.",
            code="too-many-kept",
        )


def check_readable(state: WorkState) -> None:
    """Raises Conflict for a document of which nothing could be read."""
    if state is WorkState.REFUSED:
        raise Conflict(
            "This could not be read, so there is nothing to change. Add it once more instead.",
            code="resume-refused",
        )


def may_be_judged(resume: WorkState, job: WorkState) -> bool:
    """Whether both are read. Raises Conflict where one of them could not be."""
    for state, what, code in (
        (resume, "résumé", "resume-refused"),
        (job, "job description", "job-refused"),
    ):
        if state is WorkState.REFUSED:
            said = f"This {what} could not be read, so nothing can be compared with it."
            raise Conflict(said, code=code)
    return resume is WorkState.DONE and job is WorkState.DONE


def progress(state: WorkState, told: Progress | None, steps: int) -> Progress:
    """What a poll sees: what the work under way told last, or that it waits, or is over."""
    if state is WorkState.WAITING:
        return told or Progress(stage="waiting", done=0, total=steps)
    return Progress(stage=state.value, done=steps, total=steps)


def no_such() -> NotFound:
    """The same for what is not there and for what is not theirs."""
    return NotFound("There is no such document.")


def not_ready() -> Conflict:
    return Conflict("This is still being worked on.", code="not-ready", retry_after_s=1)
