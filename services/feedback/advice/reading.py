"""The report with what a model has shown, beside what the rules say alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from contracts.evidence import Engine, EngineKind, Evidence, EvidenceType, Twin
from contracts.feedback import FeedbackReport, QuestionFeedback, Sampled, Scorecard
from contracts.interview import Transcript
from contracts.message import Slug
from services.feedback.advice.asking import Asked
from services.feedback.advice.samples import Reading
from services.feedback.domain import Coach, ModelEvidence, verified

VERSION = "1.2.0"
"""Raised whenever the same answers may give another result."""

Readings = Mapping[Slug, tuple[Asked, Reading]]
"""What became of each question that was put, by the question of the interview."""


def shown_by_model(transcript: Transcript, readings: Readings) -> ModelEvidence:
    """What only the model found, by question."""
    return {one: _added(transcript, *each).evidence for one, each in readings.items()}


@dataclass(frozen=True)
class _Added:
    """What the model shows of one answer that the rules did not find."""

    evidence: tuple[Evidence, ...]
    types: tuple[EvidenceType, ...]


def advised_report(
    coach: Coach, transcript: Transcript, alone: FeedbackReport, model: str, readings: Readings
) -> FeedbackReport:
    """`alone` with what the `readings` show: levels are computed anew by the rules, from both."""
    added = {one: _added(transcript, *each) for one, each in readings.items()}
    by_question = {one: each for one, (_, each) in readings.items() if each.instead is None}
    if not by_question:
        return _done_without(alone, readings)
    report = coach.report(transcript, {one: each.evidence for one, each in added.items()})
    card = _labelled(report.scorecard, by_question)
    return report.model_copy(
        update={
            "scorecard": card,
            "questions": tuple(_sampled(each, readings, added) for each in report.questions),
            "engine": _engine(alone, card, model, readings),
            "alone": alone.scorecard,
        }
    )


def _added(transcript: Transcript, asked: Asked, reading: Reading) -> _Added:
    answer = asked.answer
    new = tuple(
        one
        for one in verified(reading.evidence, transcript)
        if not any(
            piece.turn_id == one.span.document_id and piece.start <= one.span.start < piece.end
            for piece in answer.showing(one.type)
        )
    )
    known = {one.type for one in answer.evidence}
    types = {one.type for one in new} - known
    return _Added(new, tuple(kind for kind in EvidenceType if kind in types))


def _done_without(alone: FeedbackReport, readings: Readings) -> FeedbackReport:
    """The rules' report, which says why no answer was read by the model."""
    reason = next(reading.instead for _, reading in readings.values())
    engine = alone.engine.model_copy(update={"instead": reason})
    questions = tuple(_sampled(each, readings, {}) for each in alone.questions)
    return alone.model_copy(update={"engine": engine, "questions": questions})


def _labelled(card: Scorecard, by_question: Mapping[Slug, Reading]) -> Scorecard:
    """Each cell with who found its evidence, and how many quotes are not in its answer."""
    cells = tuple(
        cell.model_copy(
            update={
                "read_by": EngineKind.MODEL,
                "rejected_quotes": cell.rejected_quotes + by_question[cell.question_id].unfound,
            }
        )
        if cell.question_id in by_question
        else cell
        for cell in card.cells
    )
    return card.model_copy(update={"cells": cells})


def _sampled(
    question: QuestionFeedback, readings: Readings, added: Mapping[Slug, _Added]
) -> QuestionFeedback:
    if question.question_id not in readings:
        return question
    _, reading = readings[question.question_id]
    new = added.get(question.question_id)
    sampled = Sampled(
        samples=reading.samples,
        agreement=reading.agreement,
        added=new.types if new else (),
        dropped=reading.dropped,
        unfound=reading.unfound,
        instead=reading.instead,
    )
    return question.model_copy(update={"sampled": sampled})


def _engine(alone: FeedbackReport, card: Scorecard, model: str, readings: Readings) -> Engine:
    """Made by the model, checked by the rules; with the hash of the transcript that both read."""
    return Engine(
        kind=EngineKind.MODEL,
        version=VERSION,
        input_hash=alone.engine.input_hash,
        model=model,
        twin=Twin(
            version=alone.engine.version,
            agreement=_agreement(card, alone.scorecard),
            dropped=sum(reading.dropped for _, reading in readings.values()),
        ),
    )


def _agreement(ours: Scorecard, theirs: Scorecard) -> float:
    """Of the cells, the share that both give the same level, or none for the same reason."""
    pairs = list(zip(ours.cells, theirs.cells, strict=True))
    same = sum(one.level == other.level for one, other in pairs)
    return round(same / len(pairs), 4) if pairs else 1.0
