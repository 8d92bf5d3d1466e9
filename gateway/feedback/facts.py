"""What of a résumé goes along with a transcript, so that answers can be laid beside it."""

from collections.abc import Iterator, Sequence

from chassis.errors import NotFound
from contracts.analysis import Entry, ResumeAnalysis
from contracts.claims import ResumeFacts, RoleFact
from contracts.documents import FindResume
from contracts.evidence import Span
from contracts.message import ResumeId
from gateway.session import mine

LONGEST = 240
"""Characters from the title of an entry to the end of what belongs to it."""

_JOINTS = " \t\r\n,;|•·–—-"


def find_facts(resume_id: ResumeId | None) -> ResumeFacts | None:
    """None where there is no such résumé any more, or nothing was read in it."""
    if resume_id is None:
        return None
    try:
        view = mine().documents.find_resume(FindResume(resume_id=resume_id))
    except NotFound:
        return None
    return None if view.analysis is None else facts_of(view.analysis, view.text or "")


def facts_of(resume: ResumeAnalysis, text: str = "") -> ResumeFacts:
    """Its lines about work, those that stand under a role, its roles with their dates, and the

    lines of schooling, languages and certificates as they stand in its `text`.
    """
    deeds = [bullet.span for role in resume.roles for bullet in role.bullets]
    lines = [*deeds]
    lines += [span for role in resume.roles for span in role.scope.evidence]
    lines += resume.scope.evidence
    if resume.summary is not None:
        lines.append(resume.summary.span)
    lines += _papers(resume, text)
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


def _papers(resume: ResumeAnalysis, text: str) -> Iterator[Span]:
    entries = (*resume.education, *resume.certifications, *resume.languages)
    spans = [list(_spans(entry)) for entry in entries]
    for own in spans:
        others = [each for them in spans if them is not own for each in them]
        yield _line_of(own, others, text)


def _spans(entry: Entry) -> Iterator[Span]:
    yield entry.title.span
    if entry.detail is not None:
        yield entry.detail.span


def _line_of(own: Sequence[Span], others: Sequence[Span], text: str) -> Span:
    """The lines that an entry stands in, as far as no other one does; its title alone where they

    are not at hand or too far apart.
    """
    title = own[0]
    start, end = min(each.start for each in own), max(each.end for each in own)
    if text[title.start : title.end] != title.quote:
        return title
    if end - start > LONGEST or any(start <= one.start < end for one in others if one not in own):
        start, end = title.start, title.end
    stop = text.find("\n", end)
    first = max([text.rfind("\n", 0, start) + 1, *(one.end for one in others if one.end <= start)])
    last = min(
        [stop if stop >= 0 else len(text), *(one.start for one in others if one.start >= end)]
    )
    quote = text[first:last]
    first += len(quote) - len(quote.lstrip(_JOINTS + ")]"))
    quote = quote.lstrip(_JOINTS + ")]").rstrip(_JOINTS)
    return title.model_copy(update={"start": first, "end": first + len(quote), "quote": quote})
