"""A report as one reads it: every level beside the words it rests on, every quote in its turn."""

from dataclasses import dataclass

from contracts.evidence import Competency, Evidence
from contracts.feedback import Cell, CompetencyScore, FeedbackReport, QuestionFeedback
from contracts.interview import Speaker, Transcript, Turn


@dataclass(frozen=True)
class Row:
    """One competency: its score, and the cells that it is the mean of."""

    score: CompetencyScore
    cells: tuple[Cell, ...]

    @property
    def best(self) -> Evidence | None:
        """The longest quote of the highest cell: what shows this competency most."""
        scored = [cell for cell in self.cells if cell.level.value is not None and cell.evidence]
        if not scored:
            return None
        strongest = max(scored, key=lambda cell: cell.level.value or 0)
        return max(strongest.evidence, key=lambda evidence: len(evidence.span.quote))


@dataclass(frozen=True)
class Card:
    """One question: what was said about the answer, and its cells."""

    feedback: QuestionFeedback
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Reading:
    report: FeedbackReport
    rows: tuple[Row, ...]
    cards: tuple[Card, ...]

    def turn_of(self, evidence: Evidence, question_id: str | None = None) -> Turn | None:
        """The candidate's turn that says the quote, so that a click leads to it."""
        return find_turn(self.report.transcript, evidence.span.quote, question_id)


def read_report(report: FeedbackReport) -> Reading:
    cells = report.scorecard.cells
    return Reading(
        report=report,
        rows=tuple(
            Row(score, _of_competency(cells, score.competency))
            for score in report.scorecard.competencies
        ),
        cards=tuple(
            Card(feedback, tuple(c for c in cells if c.question_id == feedback.question_id))
            for feedback in report.questions
        ),
    )


def find_turn(transcript: Transcript, quote: str, question_id: str | None) -> Turn | None:
    """The first turn of the candidate that holds `quote`, one about `question_id` preferred."""
    saying = [
        turn
        for turn in transcript.turns
        if turn.speaker is Speaker.CANDIDATE and quote in turn.text
    ]
    about = [turn for turn in saying if turn.question_id == question_id]
    return next(iter((*about, *saying)), None)


def _of_competency(cells: tuple[Cell, ...], competency: Competency) -> tuple[Cell, ...]:
    return tuple(cell for cell in cells if cell.competency is competency)
