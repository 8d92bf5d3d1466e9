"""A quote with the sentence it stands in: one word is evidence only beside its neighbours."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from contracts.analysis import ResumeAnalysis
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
RUNS_ON = 2
_SPACE = re.compile(r"\s+")
BULLETS = " \t-–•*·▪◦#>|"


@dataclass(frozen=True)
class Line:
    """`before` and `after` are empty where the document is not at hand."""

    span: Span
    before: str = ""
    after: str = ""


class Lines:
    """Looks quotes up in the documents that it was given, by their ids.

    `wholes` are stretches of them that belong together, such as bullets of several lines.
    """

    def __init__(self, texts: Mapping[UUID, str], wholes: Iterable[Span] = ()) -> None:
        self._texts = texts
        self._wholes = tuple(wholes)

    def __call__(self, spans: Iterable[Span]) -> list[Line]:
        """One line for all quotes that stand in it, in the order of the first of each."""
        lines: dict[tuple[UUID, int], Line] = {}
        for span in spans:
            text = self._texts.get(span.document_id, "")
            is_there = text[span.start : span.end] == span.quote
            start, end = self._around(text, span) if is_there else (-2 - span.start, 0)
            if (span.document_id, start) not in lines:
                line = _line(text, span, start, end) if is_there else Line(span)
                lines[span.document_id, start] = line
        return list(lines.values())

    def _around(self, text: str, span: Span) -> tuple[int, int]:
        for whole in self._wholes:
            is_same = whole.document_id == span.document_id
            if is_same and whole.start <= span.start and span.end <= whole.end:
                return whole.start, whole.end
        return line_around(text, span.start, span.end)


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The line that `[start, end)` of `text` stands in, with those that run on from or into it.

    A line runs on where a comma ends it or a small letter begins the next one; at most `RUNS_ON`
    lines either way.
    """
    first = text.rfind("\n", 0, start) + 1
    for _ in range(RUNS_ON):
        before = text.rfind("\n", 0, max(first - 1, 0)) + 1
        if first == 0 or not _runs_on(text[before : first - 1], text[first:end]):
            break
        first = before
    last = _end_of_line(text, end)
    for _ in range(RUNS_ON):
        begin = text.rfind("\n", 0, last) + 1
        if last == len(text) or not _runs_on(text[begin:last], text[last + 1 : last + ROOM]):
            break
        last = _end_of_line(text, last + 1)
    return first, last


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _runs_on(line: str, rest: str) -> bool:
    return bool(line.strip()) and (line.rstrip().endswith(",") or rest.lstrip(" \t")[:1].islower())


def _line(text: str, span: Span, start: int, end: int) -> Line:
    """`span` with what stands around it in `[start, end)`, shortened at a space."""
    before = _SPACE.sub(" ", text[start : span.start]).lstrip(BULLETS)
    after = _SPACE.sub(" ", text[span.end : end]).rstrip()
    if len(before) > ROOM:
        before = "… " + before[-ROOM:].partition(" ")[2]
    if len(after) > ROOM:
        after = after[:ROOM].rpartition(" ")[0] + " …"
    return Line(span, before, after)


def bullets_of(analysis: ResumeAnalysis | None) -> list[Span]:
    """What a résumé tells in its roles and entries, each whole."""
    if analysis is None:
        return []
    entries = (*analysis.projects, *analysis.volunteering, *analysis.education)
    told = [bullet.span for role in analysis.roles for bullet in role.bullets]
    return [*told, *(line for entry in entries for line in entry.lines)]


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
    texts = {resume.resume_id: resume.text or "", job.job_description_id: job.text or ""}
    return Lines(texts, bullets_of(resume.analysis))
