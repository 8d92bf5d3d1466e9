"""How a résumé fits a job: verified evidence in, the same report out, every time.

Gates are shown with their status and never scored; the arithmetic is in `score.py`.
"""

from contracts.analysis import (
    FitItem,
    FitReport,
    FitStatus,
    JobAnalysis,
    Requirement,
    RequirementKind,
)
from contracts.evidence import Engine
from services.documents.domain import FitSource
from services.documents.rules.fit import gaps, gates
from services.documents.rules.fit.comparison import compare_scope
from services.documents.rules.fit.finding import Finding
from services.documents.rules.fit.score import Judged, score_of
from services.documents.rules.fit.shown import Shown, stands
from services.documents.rules.fit.tier import Judge
from services.documents.rules.skills.matching import SkillMatcher


def judge_fit(source: FitSource, matcher: SkillMatcher, engine: Engine) -> FitReport:
    """The fit report. Only quotes that stand in their document count; the rest are counted."""
    shown = Shown(source.resume, source.resume_text, source.on)
    asked = [r for r in source.job.requirements if stands(r.span, source.job_text)]
    judge = Judge(shown, matcher, source.job.seniority)
    judged = [
        Judged(r, judge.find(r, is_title=_is_title(r, source.job))) for r in asked if not r.is_gate
    ]
    scope = compare_scope(source.job.scope, source.resume.scope)
    return FitReport(
        fit_id=source.fit_id,
        resume_id=source.resume.resume_id,
        job_description_id=source.job.job_description_id,
        score=score_of(judged),
        items=tuple(map(_item, judged)),
        gates=tuple(gates.judge_gate(r, shown, matcher) for r in asked if r.is_gate),
        scope=scope,
        gaps=gaps.gaps_of(judged, scope),
        strengths=tuple(j.requirement.id for j in judged if j.finding.tier == 3 and j.weight),
        next_fact=gaps.next_fact(judged),
        rejected_quotes=shown.rejected + len(source.job.requirements) - len(asked),
        engine=engine,
    )


def _is_title(requirement: Requirement, job: JobAnalysis) -> bool:
    return (
        requirement.kind is RequirementKind.EXPERIENCE
        and job.title is not None
        and requirement.span == job.title.span
    )


def _item(judged: Judged) -> FitItem:
    finding = judged.finding
    return FitItem(
        requirement=judged.requirement,
        tier=finding.tier,
        most=finding.most,
        parts=finding.parts,
        weight=judged.weight,
        status=_status(finding),
        reason=finding.reason,
        evidence=finding.evidence,
    )


def _status(finding: Finding) -> FitStatus:
    if not finding.is_known:
        return FitStatus.UNKNOWN
    if finding.tier == 3:
        return FitStatus.MET
    return FitStatus.PARTIAL if finding.tier else FitStatus.MISSING
