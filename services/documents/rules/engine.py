"""The rules engine behind the Analyst protocol: says its name and version on all that it makes."""

import hashlib
from uuid import UUID

from contracts.analysis import FitReport, JobAnalysis, ResumeAnalysis
from contracts.evidence import Engine, EngineKind
from contracts.extraction import ExtractionReport, ExtractionState
from contracts.message import FitId, JobDescriptionId, ResumeId
from services.documents.domain import Extracted, FitSource, JobSource, ResumeSource
from services.documents.rules.fit.judging import judge_fit
from services.documents.rules.job.reading import read_job
from services.documents.rules.rehearsal import JOB, REHEARSED_ON, RESUME
from services.documents.rules.resume.reading import read_resume
from services.documents.rules.skills.matching import matcher

VERSION = "1.17.0"
"""Raised whenever the same input may give another result."""


class RulesAnalyst:
    """Deterministic, without a model; safe to share and to ask twice."""

    def __init__(self) -> None:
        self._matcher = matcher()

    @property
    def version(self) -> str:
        return VERSION

    def prepare(self) -> None:
        """Have all lists read and compiled: the first document takes no longer than the next."""
        on, nobody = REHEARSED_ON, UUID(int=0)
        kind = ExtractionState.OK
        report = ExtractionReport(state=kind, format="text", pages=1, columns=1, characters=0)
        extracted = Extracted(report=report, text=RESUME)
        resume = self.read_resume(ResumeSource(ResumeId(nobody), extracted, on))
        job = self.read_job(JobSource(JobDescriptionId(nobody), JOB))
        self.judge_fit(FitSource(FitId(nobody), on, resume, RESUME, job, JOB))

    def read_resume(self, source: ResumeSource) -> ResumeAnalysis:
        engine = _engine(source.on.isoformat(), source.extracted.model_dump_json())
        return read_resume(source, self._matcher, engine)

    def read_job(self, source: JobSource) -> JobAnalysis:
        return read_job(source, self._matcher, _engine(source.text))

    def judge_fit(self, source: FitSource) -> FitReport:
        engine = _engine(
            source.on.isoformat(),
            source.resume.model_dump_json(),
            source.resume_text,
            source.job.model_dump_json(),
            source.job_text,
        )
        return judge_fit(source, self._matcher, engine)


def _engine(*given: str) -> Engine:
    """Rules with the hash of all that was given, each part with its length before it."""
    digest = hashlib.sha256()
    for part in given:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return Engine(kind=EngineKind.RULES, version=VERSION, input_hash=digest.hexdigest())
