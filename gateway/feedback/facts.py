"""What of a résumé goes along with a transcript, so that answers can be laid beside it."""

from chassis.errors import NotFound
from contracts.analysis import ResumeAnalysis
from contracts.claims import ResumeFacts, RoleFact
from contracts.documents import FindResume
from contracts.message import ResumeId
from gateway.session import mine


def find_facts(resume_id: ResumeId | None) -> ResumeFacts | None:
    """None where there is no such résumé any more, or nothing was read in it."""
    if resume_id is None:
        return None
    try:
        view = mine().documents.find_resume(FindResume(resume_id=resume_id))
    except NotFound:
        return None
    return None if view.analysis is None else facts_of(view.analysis)


def facts_of(resume: ResumeAnalysis) -> ResumeFacts:
    """Its lines about work, those that stand under a role, and its roles with their dates."""
    deeds = [bullet.span for role in resume.roles for bullet in role.bullets]
    lines = [*deeds]
    lines += [span for role in resume.roles for span in role.scope.evidence]
    lines += resume.scope.evidence
    if resume.summary is not None:
        lines.append(resume.summary.span)
    roles = tuple(
        RoleFact(
            title=role.title.span,
            employer=role.employer.span if role.employer else None,
            start=role.start,
            end=role.end,
            is_current=role.is_current,
            dates=role.dates,
        )
        for role in resume.roles
    )
    return ResumeFacts(
        lines=tuple(dict.fromkeys(lines)), deeds=tuple(dict.fromkeys(deeds)), roles=roles
    )
