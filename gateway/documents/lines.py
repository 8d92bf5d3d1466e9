"""A quote with the line it stands in: one word is evidence only beside its neighbours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from contracts.documents import (
    FindJobDescription,
    FindResume,
    FitView,
    JobDescriptionView,
    ResumeView,
)
from contracts.evidence import Span
from gateway.session import mine

ROOM = 140
"""Characters shown on either side of a quote, at most."""
BULLETS = " \t-–•*·▪◦#>|"


@dataclass(frozen=True)
class Line:
    """`before` and `after` are empty where the document is not at hand."""

    span: Span
    before: str = ""
    after: str = ""


class Lines:
    """Looks quotes up in the documents that it was given, by their ids."""

    def __init__(self, texts: Mapping[UUID, str]) -> None:
        self._texts = texts

    def __call__(self, spans: Iterable[Span]) -> list[Line]:
        """One line for all quotes that stand in it, in the order of the first of each."""
        lines: dict[tuple[UUID, int], Line] = {}
        for span in spans:
            text = self._texts.get(span.document_id, "")
            is_there = text[span.start : span.end] == span.quote
            place = text.rfind("\n", 0, span.start) if is_there else -2 - span.start
            if (span.document_id, place) not in lines:
                line = around(text, span) if is_there else Line(span)
                lines[span.document_id, place] = line
        return list(lines.values())


def around(text: str, span: Span) -> Line:
    """The rest of the line that `span` stands in, shortened at a space."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    before = text[start : span.start].lstrip(BULLETS)
    after = text[span.end : end if end >= 0 else len(text)].rstrip()
    if len(before) > ROOM:
        before = "… " + before[-ROOM:].partition(" ")[2]
    if len(after) > ROOM:
        after = after[:ROOM].rpartition(" ")[0] + " …"
    return Line(span, before, after)


@dataclass(frozen=True)
class Both:
    """The two documents that a fit compares."""

    resume: ResumeView
    job: JobDescriptionView


def both_of(fit: FitView) -> Both | None:
    """None while there is no report."""
    if fit.report is None:
        return None
    ask = mine().documents
    resume = ask.find_resume(FindResume(resume_id=fit.resume_id))
    wanted = FindJobDescription(job_description_id=fit.job_description_id)
    return Both(resume, ask.find_job_description(wanted))


def lines_of(both: Both | None) -> Lines:
    """Lines of both documents that a fit quotes."""
    if both is None:
        return Lines({})
    resume, job = both.resume, both.job
    return Lines({resume.resume_id: resume.text or "", job.job_description_id: job.text or ""})
