"""A document with its quotes marked, so that every number leads to the words behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from contracts.analysis import JobAnalysis, ResumeAnalysis
from contracts.evidence import Span


@dataclass(frozen=True)
class Piece:
    """A stretch of a document; `mark` is set where it is quoted, `is_here` where one looks."""

    text: str
    is_quoted: bool = False
    is_here: bool = False


def pieces(text: str, spans: Iterable[Span], here: tuple[int, int] | None) -> list[Piece]:
    """`text` cut at the ends of all spans and of `here` ([start, end) in characters).

    Joined, the pieces are `text` again, whatever the spans say.
    """
    quoted = [(span.start, min(span.end, len(text))) for span in spans]
    if here and not 0 <= here[0] < here[1] <= len(text):
        here = None
    wanted = [*quoted, here] if here else quoted
    cuts = sorted({0, len(text), *(end for pair in wanted for end in pair if end <= len(text))})
    return [
        Piece(
            text=text[start:end],
            is_quoted=any(first <= start and end <= last for first, last in quoted),
            is_here=here is not None and here[0] <= start and end <= here[1],
        )
        for start, end in pairwise(cuts)
    ]


def resume_spans(analysis: ResumeAnalysis) -> list[Span]:
    """What a résumé's analysis rests on: the quotes of its skills and of its scope."""
    skills = [span for skill in analysis.skills for span in skill.evidence]
    return [*skills, *(item.span for item in analysis.listed), *analysis.scope.evidence]


def job_spans(analysis: JobAnalysis | None) -> list[Span]:
    """What a job asks for, and the words that say which job it is."""
    if analysis is None:
        return []
    named = [said.span for said in (analysis.title, analysis.company) if said]
    terms = [span for span in (analysis.terms.place, analysis.terms.pay) if span]
    return [*(item.span for item in analysis.requirements), *named, *terms]
