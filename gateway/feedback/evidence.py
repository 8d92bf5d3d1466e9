"""A report as one reads it: every level beside the words it rests on, every quote in its turn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chassis.hearing.motives import is_motive
from contracts.claims import Claim
from contracts.evidence import Competency, Evidence, EvidenceType, Span
from contracts.feedback import Cell, CompetencyScore, FeedbackReport, Landed, QuestionFeedback
from contracts.interview import QuestionKind
from gateway.feedback.places import Places, places_in
from gateway.feedback.reasons import counts_at, is_recited, reason, reasons, unanswered

_OF_ONESELF = re.compile(r"\bI\b")
_SAYS_WHEN = re.compile(r"(?:and |but )?(?:when|while|after|before|since|once|as)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One competency: its score, the cells that it is the mean of, or why there is no number."""

    score: CompetencyScore
    cells: tuple[Cell, ...]
    best: Evidence | None
    why: tuple[str, ...]
    is_wish: bool = False
    """Whether only questions about a wish are scored as it."""


@dataclass(frozen=True)
class Quoted:
    """One quote of an answer and everything that it was good for."""

    evidence: Evidence
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """One question: what was said about the answer, and its cells."""

    feedback: QuestionFeedback
    cells: tuple[Cell, ...]
    landed: tuple[Quoted, ...]
    kind: QuestionKind | None = None
    """What sort of question it is, as its plan says; None where no plan has it."""

    counts_at: int | None = None
    """The number of the question at which the same answer counts."""

    is_recited: bool = False
    """Whether sentences of its answer were left out because they stand in the résumé."""

    def why(self, cell: Cell) -> str | None:
        """Why `cell` has no number."""
        return reason(cell, self.feedback, self.counts_at)

    @property
    def is_wish(self) -> bool:
        """Whether it asks for a wish, which has the levels of something else."""
        return is_motive(self.kind, self.feedback.question)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What kept its cells from a number, each once."""
        return tuple(dict.fromkeys(why for cell in self.cells if (why := self.why(cell))))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Each once, however often it was said, where it stands first."""
        once = {(one.text, one.status, one.resume): one for one in reversed(self.feedback.claims)}
        return tuple(one for one in self.feedback.claims if one in once.values())

    @property
    def unanswered(self) -> str | None:
        """Why there is nothing to read; None where there is an answer."""
        return None if self.feedback.answer else unanswered(self.cells)


@dataclass(frozen=True)
class Beside:
    """One competency as a model's help makes it, and as the rules say it alone."""

    competency: Competency
    ours: float | None
    alone: float | None


@dataclass(frozen=True)
class Reading:
    report: FeedbackReport
    rows: tuple[Row, ...]
    cards: tuple[Card, ...]
    places: Places

    def number_of(self, question_id: str) -> int:
        """How a question is counted on the page, from 1."""
        return [one.question_id for one in self.report.questions].index(question_id) + 1

    def has(self, question_id: str | None) -> bool:
        """Whether a question has a card on the page."""
        return any(one.question_id == question_id for one in self.report.questions)

    @property
    def alone(self) -> tuple[Beside, ...]:
        """The scores beside those of the rules alone; none where no model had a part."""
        if self.report.alone is None:
            return ()
        theirs = {score.competency: score.value for score in self.report.alone.competencies}
        return tuple(
            Beside(row.score.competency, row.score.value, theirs.get(row.score.competency))
            for row in self.rows
        )


def read_report(report: FeedbackReport) -> Reading:
    cells = report.scorecard.cells
    kinds = _question_kinds(report)
    return Reading(
        report=report,
        rows=tuple(_rows(report)),
        cards=tuple(
            Card(
                feedback=feedback,
                cells=tuple(cell for cell in cells if cell.question_id == feedback.question_id),
                landed=_grouped(feedback.what_landed),
                kind=kinds.get(feedback.question_id),
                counts_at=counts_at(feedback, report.questions),
                is_recited=is_recited(feedback.question_id, report),
            )
            for feedback in report.questions
        ),
        places=places_in(report, tuple(_beside(report))),
    )


def _question_kinds(report: FeedbackReport) -> dict[str, QuestionKind]:
    return {question.id: question.kind for question in report.transcript.plan.questions}


def _beside(report: FeedbackReport) -> Iterator[Span]:
    """What the candidate said of what stands beside the résumé, and what a fix takes up."""
    for question in report.questions:
        if question.one_fix and question.one_fix.about:
            yield question.one_fix.about
        for claim in question.claims:
            yield claim.said
            if claim.corrected:
                yield claim.corrected


def _rows(report: FeedbackReport) -> Iterator[Row]:
    """No quote stands for two competencies as long as there is another one."""
    shown: set[str] = set()
    kinds = _question_kinds(report)
    wishes = {
        one.question_id
        for one in report.questions
        if is_motive(kinds.get(one.question_id), one.question)
    }
    for score in report.scorecard.competencies:
        cells = tuple(c for c in report.scorecard.cells if c.competency is score.competency)
        best = _best(cells, shown)
        if best is not None:
            shown.add(best.span.quote)
        why = reasons(cells, report.questions) if score.value is None else ()
        scored = [c for c in cells if c.level.value is not None] or cells
        is_wish = bool(scored) and all(c.question_id in wishes for c in scored)
        yield Row(score, cells, best, why, is_wish)


def _best(cells: tuple[Cell, ...], shown: set[str]) -> Evidence | None:
    """What shows a competency most: of the highest cells first, new before shown, what was done
    or came of it before what only sets the scene, one's own deed and a figure before what "we" did,
    long before short.
    """
    found = [
        (
            quote not in shown,
            cell.level.value,
            quote not in _scenes(cell),
            _strength(quote, cell),
            len(quote),
            evidence,
        )
        for cell in cells
        if cell.level.value is not None
        for evidence in cell.evidence
        for quote in (evidence.span.quote,)
    ]
    return max(found, key=lambda each: each[:5])[5] if found else None


def _strength(quote: str, cell: Cell) -> int:
    """How many of these it tells: what somebody did themselves, and a figure."""
    kinds = _kinds(quote, cell)
    is_own = EvidenceType.OWN_ACTION in kinds and _OF_ONESELF.search(quote) is not None
    return is_own + (EvidenceType.MEASURE in kinds)


def _scenes(cell: Cell) -> set[str]:
    """What only sets the scene, and what was done then where it only says when."""
    return {
        one.span.quote
        for one in cell.evidence
        if one.type is EvidenceType.SITUATION
        and (_SAYS_WHEN.match(one.span.quote) or _kinds(one.span.quote, cell) == {one.type})
    }


def _kinds(quote: str, cell: Cell) -> set[EvidenceType]:
    return {one.type for one in cell.evidence if one.span.quote == quote}


def _grouped(landed: tuple[Landed, ...]) -> tuple[Quoted, ...]:
    by_quote: dict[str, list[Landed]] = {}
    for each in landed:
        by_quote.setdefault(each.evidence.span.quote, []).append(each)
    return tuple(
        Quoted(group[0].evidence, tuple(each.text for each in group)) for group in by_quote.values()
    )
