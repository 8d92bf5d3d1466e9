"""Judges a fit by the rules and, where a model had a part in the reading, without it as well.

Both scores are shown with how far they agree; they are never mixed.
"""

from dataclasses import replace

from contracts.analysis import FitReport, JobAnalysis, ResumeAnalysis
from contracts.evidence import Engine, EngineKind, Twin
from services.documents import corrections
from services.documents.domain import (
    Analyst,
    Extracted,
    FitSource,
    JobAmendment,
    JobEditor,
    JobSource,
    ResumeSource,
)


class TwinnedAnalyst:
    """The rules engine, which says of a fit also what it would say alone. Safe to share."""

    def __init__(self, rules: Analyst, editor: JobEditor) -> None:
        self._rules = rules
        self._editor = editor

    @property
    def version(self) -> str:
        return self._rules.version

    def prepare(self) -> None:
        self._rules.prepare()

    def read_resume(self, source: ResumeSource) -> ResumeAnalysis:
        return self._rules.read_resume(source)

    def read_job(self, source: JobSource) -> JobAnalysis:
        return self._rules.read_job(source)

    def judge_fit(self, source: FitSource) -> FitReport:
        report = self._rules.judge_fit(source)
        advised = [
            each.engine
            for each in (source.resume, source.job)
            if each.engine.kind is EngineKind.MODEL and each.engine.twin is not None
        ]
        if not advised:
            return report
        alone = self._rules.judge_fit(self._without_model(source))
        return report.model_copy(update={"engine": _engine(report, alone, advised)})

    def _without_model(self, source: FitSource) -> FitSource:
        """Skills and requirements as the rules alone read them and their owner corrects them."""
        resume, job = source.resume, source.job
        if (twin := resume.engine.twin) and twin.on:
            extracted = Extracted(report=resume.extraction, text=source.resume_text)
            read = self._rules.read_resume(ResumeSource(resume.resume_id, extracted, twin.on))
            resume = resume.model_copy(update={"skills": read.skills})
        if job.engine.twin:
            again = self._rules.read_job(JobSource(job.job_description_id, source.job_text))
            given = corrections.found_again_job(source.job_corrections, again)
            alone = self._editor.amend(JobAmendment(again, source.job_text, given))
            job = job.model_copy(update={"requirements": alone.requirements})
        return replace(source, resume=resume, job=job)


def _engine(report: FitReport, alone: FitReport, advised: list[Engine]) -> Engine:
    twins = [engine.twin for engine in advised if engine.twin]
    twin = Twin(
        version=report.engine.version,
        agreement=_agreement(report, alone),
        score=alone.score.value if alone.score else None,
        added=tuple(dict.fromkeys(skill for twin in twins for skill in twin.added)),
        shown=tuple(dict.fromkeys(name for twin in twins for name in twin.shown)),
        dropped=sum(twin.dropped for twin in twins),
    )
    return report.engine.model_copy(
        update={"kind": EngineKind.MODEL, "model": advised[0].model, "twin": twin}
    )


def _agreement(report: FitReport, alone: FitReport) -> float:
    """Of the requirements that either has, the share that both give the same tier."""
    ours, theirs = _tiers(report), _tiers(alone)
    places = ours.keys() | theirs.keys()
    same = sum(ours.get(place) == theirs.get(place) for place in places)
    return round(same / len(places), 4) if places else 1.0


def _tiers(report: FitReport) -> dict[tuple[int, int], tuple[int, str]]:
    return {
        (item.requirement.span.start, item.requirement.span.end): (item.tier, item.status)
        for item in report.items
    }
