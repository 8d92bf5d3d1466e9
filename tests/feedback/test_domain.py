"""What is counted, what is believed, and text that gives back what it was filled with."""

from uuid import UUID

import pytest

from contracts.evidence import (
    Competency,
    DocumentKind,
    Evidence,
    EvidenceType,
    Level,
    Measured,
    Span,
    Status,
)
from contracts.feedback import Cell
from services.feedback import domain
from tests.feedback.build import a_report, a_transcript, report_on
from tests.interview.build import a_span
from tests.interview.candidates import STRONG, rehearse, strong


def a_cell(question: str, level: Level | None, why: str | None = None) -> Cell:
    status = Status.SCORED if level else Status.INSUFFICIENT
    measured = Measured(status=status, value=level, why=why)
    return Cell(question_id=question, competency=Competency.DELIVERY, level=measured)


def a_claim(turn: UUID, start: int, quote: str) -> Evidence:
    span = Span(
        document=DocumentKind.TRANSCRIPT,
        document_id=turn,
        start=start,
        end=start + len(quote),
        quote=quote,
    )
    return Evidence(type=EvidenceType.RESULT, span=span)


@pytest.mark.parametrize(
    ("values", "mean"),
    [([3.0], 3.0), ([1.0, 2.0], 1.5), ([4.0, 4.0, 5.0], 4.3), ([2.2, 2.3], 2.3), ([1.1, 1.2], 1.2)],
)
def test_a_mean_has_one_decimal_and_rounds_halves_up(values: list[float], mean: float) -> None:
    assert domain.mean(values) == mean


def test_only_scored_cells_are_counted() -> None:
    cells = [a_cell("k1", 4), a_cell("k2", None, "answer-too-short"), a_cell("k3", 3)]

    (score,) = domain.competency_scores(cells)

    assert [score.status, score.value, score.cells] == [Status.SCORED, 3.5, 2]


def test_without_a_scored_cell_there_is_no_number() -> None:
    (score,) = domain.competency_scores([a_cell("k1", None)])

    assert [score.status, score.value] == [Status.INSUFFICIENT, None]


def test_a_quote_that_does_not_stand_where_it_says_is_dropped() -> None:
    transcript = a_transcript("I cut the costs by 30%.")
    question, answer = (turn.turn_id for turn in transcript.turns)
    told = a_claim(answer, 0, "I cut the costs")

    claimed = [
        told,
        a_claim(answer, 1, "I cut the costs"),
        a_claim(answer, 0, "I cut all costs"),
        a_claim(answer, 0, ""),
        a_claim(question, 0, "Tell me"),
        a_claim(UUID(int=7), 0, "I cut the costs"),
    ]

    assert domain.verified(claimed, transcript) == (told,)


def test_a_report_comes_back_as_it_was() -> None:
    report = report_on(rehearse(strong))
    quotes = dict(enumerate(report.transcript.plan.quotes))

    bare = domain.hollow_report(report, quotes)

    assert domain.filled_report(bare, quotes, report.title) == report
    assert not any(span.quote in bare.model_dump_json() for span in quotes.values())


def test_own_words_stay_even_where_they_repeat_a_quote() -> None:
    transcript = a_transcript("The line “led a team” is mine, and I led a team of six.")
    quotes = {0: a_span(DocumentKind.RESUME, "led a team")}

    bare = domain.hollow_transcript(transcript, quotes)

    assert bare.turns == transcript.turns


def test_the_overall_is_the_mean_over_competencies_and_not_over_cells() -> None:
    card = a_report(*STRONG[:3]).scorecard

    assert card.overall.value == domain.mean([s.value for s in card.competencies if s.value])
