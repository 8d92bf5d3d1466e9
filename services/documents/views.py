"""What callers see of a row: its sealed columns opened, its progress told."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from chassis.keys import Wanted
from chassis.seal import AnyColumn, Key, Sealed
from contracts.analysis import FitReport, JobAnalysis, ResumeAnalysis
from contracts.corrections import Corrections, JobCorrections
from contracts.documents import (
    Briefing,
    DocumentList,
    FitView,
    JobDescriptionView,
    Original,
    ResumeView,
    WorkState,
)
from contracts.message import FitId, JobDescriptionId, Progress, ResumeId, Scope
from services.documents import tables
from services.documents.domain import Amended, FitSource, Today, not_ready, progress
from services.documents.tables import Correction, Fit, JobCorrection, JobDescription, Resume
from services.documents.work import STEPS, JudgeFit, ReadJob, ReadResume

Keys = Mapping[Wanted, Key]
UNNAMED: Mapping[type, str] = {Resume: "My résumé", JobDescription: "A job description"}
"""What a document is called whose owner gave it no name, and in which none was read."""


def resume_key(resume_id: UUID) -> Wanted:
    return Scope.RESUME, resume_id


def job_key(job_id: UUID) -> Wanted:
    return Scope.JOB_DESCRIPTION, job_id


def given_title(document: Resume | JobDescription, key: Key) -> str:
    """What its owner calls it; empty until it is read, where they gave it no name."""
    return _text(key, type(document).title, document.id, document.title)


def shown_title(document: Resume | JobDescription, key: Key) -> str:
    return given_title(document, key) or UNNAMED[type(document)]


@dataclass(frozen=True)
class Pair:
    """The two documents of a fit with their keys, and the key that only both together make."""

    resume: Resume
    job: JobDescription
    resume_key: Key
    job_key: Key

    @property
    def key(self) -> Key:
        return Key.combined(self.resume_key, self.job_key)


def resume_head(resume: Resume, key: Key, told: Progress | None = None) -> ResumeView:
    """A row of a list, or what waits: no text and no analysis."""
    return ResumeView(
        resume_id=ResumeId(resume.id),
        title=shown_title(resume, key),
        state=resume.state,
        progress=progress(resume.state, told, STEPS[ReadResume.kind]),
        added_at=resume.added_at,
        version=resume.version,
        refusal=resume.refusal,
        refusal_detail=resume.refusal_detail,
    )


@dataclass(frozen=True)
class ResumeAtHand:
    """A résumé with what its owner corrected, and what the work under way told last."""

    resume: Resume
    correction: Correction | None
    told: Progress | None


def resume_whole(at_hand: ResumeAtHand, key: Key, today: Today) -> ResumeView:
    resume, correction = at_hand.resume, at_hand.correction
    head = resume_head(resume, key, at_hand.told)
    if resume.analysis is None or resume.text is None:
        return head
    analysis = resume_analysis(resume, key)
    update: dict[str, object] = {
        "analysis": analysis,
        "text": resume_text(resume, key),
        "is_outdated": today.is_newer_than(analysis.engine),
    }
    if correction is not None:
        update |= {
            "corrections": corrections_of(correction, key),
            "read": read_before(correction, key).analysis,
        }
    return head.model_copy(update=update)


def job_head(job: JobDescription, key: Key, told: Progress | None = None) -> JobDescriptionView:
    """A row of a list, or what waits: no text and no analysis."""
    return JobDescriptionView(
        job_description_id=JobDescriptionId(job.id),
        title=shown_title(job, key),
        state=job.state,
        progress=progress(job.state, told, STEPS[ReadJob.kind]),
        added_at=job.added_at,
        version=job.version,
        refusal=job.refusal,
        refusal_detail=job.refusal_detail,
    )


@dataclass(frozen=True)
class JobAtHand:
    """As for a résumé."""

    job: JobDescription
    correction: JobCorrection | None
    told: Progress | None


def job_whole(at_hand: JobAtHand, key: Key, today: Today) -> JobDescriptionView:
    job, correction = at_hand.job, at_hand.correction
    head = job_head(job, key, at_hand.told)
    if job.analysis is None:
        return head
    analysis = job_analysis(job, key)
    update: dict[str, object] = {
        "analysis": analysis,
        "text": job_text(job, key),
        "is_outdated": today.is_newer_than(analysis.engine),
    }
    if correction is not None:
        update |= {
            "corrections": job_corrections_of(correction, key),
            "read": job_as_read(job, correction, key),
        }
    return head.model_copy(update=update)


def fit_head(fit: Fit, pair: Pair, told: Progress | None = None) -> FitView:
    """A row of a list, or what waits: no report."""
    return FitView(
        fit_id=FitId(fit.id),
        resume_id=ResumeId(fit.resume_id),
        job_description_id=JobDescriptionId(fit.job_description_id),
        resume_title=shown_title(pair.resume, pair.resume_key),
        job_title=shown_title(pair.job, pair.job_key),
        state=fit.state,
        progress=progress(fit.state, told, STEPS[JudgeFit.kind]),
        added_at=fit.added_at,
        version=fit.version,
    )


def fit_whole(fit: Fit, pair: Pair, told: Progress | None) -> FitView:
    """A report that is being made again is not shown: it speaks of what is not there any more."""
    head = fit_head(fit, pair, told)
    if fit.report is None or fit.state is WorkState.WAITING:
        return head
    return head.model_copy(update={"report": report(fit, pair)})


def original(resume: Resume, stored: tables.Original, key: Key) -> Original:
    data = file_of(stored, key)
    return Original(title=shown_title(resume, key), format=stored.format, data=data)


def briefing(fit: Fit, pair: Pair) -> Briefing:
    """Raises Conflict until the fit is judged, and while it is being judged again."""
    if fit.state is WorkState.WAITING:
        raise not_ready()
    return Briefing(
        fit_id=FitId(fit.id),
        resume=resume_analysis(pair.resume, pair.resume_key),
        job=job_analysis(pair.job, pair.job_key),
        fit=report(fit, pair),
    )


def fit_source(fit: Fit, pair: Pair, correction: JobCorrection | None) -> FitSource:
    return FitSource(
        fit_id=FitId(fit.id),
        on=fit.added_at.date(),
        resume=resume_analysis(pair.resume, pair.resume_key),
        resume_text=resume_text(pair.resume, pair.resume_key),
        job=job_analysis(pair.job, pair.job_key),
        job_text=job_text(pair.job, pair.job_key),
        job_corrections=job_corrections_of(correction, pair.job_key),
    )


@dataclass(frozen=True)
class Shelf:
    """Heads of everything that a person keeps, newest first."""

    resumes: list[Resume]
    jobs: list[JobDescription]
    fits: list[Fit]

    @property
    def wanted(self) -> list[Wanted]:
        """The keys that it takes to list them."""
        return [resume_key(r.id) for r in self.resumes] + [job_key(j.id) for j in self.jobs]

    def listed(self, keys: Keys) -> DocumentList:
        """Without what is being deleted: its key is gone before its row is."""
        resumes = {
            r.id: (r, keys[resume_key(r.id)]) for r in self.resumes if resume_key(r.id) in keys
        }
        jobs = {j.id: (j, keys[job_key(j.id)]) for j in self.jobs if job_key(j.id) in keys}
        return DocumentList(
            resumes=tuple(resume_head(*each) for each in resumes.values()),
            job_descriptions=tuple(job_head(*each) for each in jobs.values()),
            fits=tuple(
                fit_head(fit, _pair(resumes[fit.resume_id], jobs[fit.job_description_id]))
                for fit in self.fits
                if fit.resume_id in resumes and fit.job_description_id in jobs
            ),
        )


def file_of(stored: tables.Original, key: Key) -> bytes:
    return key.open(tables.Original.data, stored.resume_id, stored.data)


def resume_text(resume: Resume, key: Key) -> str:
    return _text(key, Resume.text, resume.id, resume.text)


def resume_analysis(resume: Resume, key: Key) -> ResumeAnalysis:
    stored = _text(key, Resume.analysis, resume.id, resume.analysis)
    return ResumeAnalysis.model_validate_json(stored)


def corrections_of(correction: Correction | None, key: Key) -> Corrections:
    if correction is None:
        return Corrections()
    stored = _text(key, Correction.given, correction.resume_id, correction.given)
    return Corrections.model_validate_json(stored)


def read_before(correction: Correction, key: Key) -> Amended:
    """What was read, without what its owner says."""
    row = correction.resume_id
    analysis = _text(key, Correction.analysis, row, correction.analysis)
    text = _text(key, Correction.text, row, correction.text)
    return Amended(text, ResumeAnalysis.model_validate_json(analysis))


def as_read(resume: Resume, correction: Correction | None, key: Key) -> Amended:
    if correction is not None:
        return read_before(correction, key)
    return Amended(resume_text(resume, key), resume_analysis(resume, key))


def job_corrections_of(correction: JobCorrection | None, key: Key) -> JobCorrections:
    if correction is None:
        return JobCorrections()
    row = correction.job_description_id
    return JobCorrections.model_validate_json(
        _text(key, JobCorrection.given, row, correction.given)
    )


def job_as_read(job: JobDescription, correction: JobCorrection | None, key: Key) -> JobAnalysis:
    """What was read, without what its owner says."""
    if correction is None:
        return job_analysis(job, key)
    stored = _text(key, JobCorrection.analysis, job.id, correction.analysis)
    return JobAnalysis.model_validate_json(stored)


def job_text(job: JobDescription, key: Key) -> str:
    return _text(key, JobDescription.text, job.id, job.text)


def job_analysis(job: JobDescription, key: Key) -> JobAnalysis:
    stored = _text(key, JobDescription.analysis, job.id, job.analysis)
    return JobAnalysis.model_validate_json(stored)


def report(fit: Fit, pair: Pair) -> FitReport:
    return FitReport.model_validate_json(_text(pair.key, Fit.report, fit.id, fit.report))


def _pair(resume: tuple[Resume, Key], job: tuple[JobDescription, Key]) -> Pair:
    return Pair(resume[0], job[0], resume[1], job[1])


def _text(key: Key, column: AnyColumn, row_id: UUID, sealed: Sealed | None) -> str:
    if sealed is None:
        raise not_ready()
    return key.open(column, row_id, sealed).decode("utf-8")
