"""Whether what a report says of a model's part agrees with the rest of the report.

What a model showed cannot be made again; how much of it there is, and how far it agrees with the
rules alone, can be counted.
"""

from collections.abc import Iterator

from contracts.evidence import EngineKind
from contracts.feedback import FeedbackReport, QuestionFeedback


def model_faults(report: FeedbackReport) -> Iterator[str]:
    """In plain words, one for each thing that is wrong."""
    read = {one.question_id: one.sampled for one in report.questions if _was_read(one)}
    for cell in report.scorecard.cells:
        by = EngineKind.MODEL if cell.question_id in read else EngineKind.RULES
        if cell.read_by is not by:
            yield f"question {cell.question_id}: who read it is not who is said to have"
    for one in report.questions:
        yield from _added_faults(report, one)
    dropped = sum(sampled.dropped for sampled in read.values() if sampled)
    yield from _engine_faults(report, dropped, was_asked=bool(read))


def _engine_faults(report: FeedbackReport, dropped: int, *, was_asked: bool) -> Iterator[str]:
    engine, twin = report.engine, report.engine.twin
    if engine.kind is EngineKind.RULES:
        if was_asked or twin or report.alone or engine.model:
            yield "engine: the rules are named, and the report has a model's part"
        return
    if twin is None or report.alone is None or engine.model is None:
        yield "engine: a model is named, and what the rules say alone is missing"
        return
    pairs = list(zip(report.scorecard.cells, report.alone.cells, strict=False))
    same = sum(ours.level == theirs.level for ours, theirs in pairs)
    if pairs and twin.agreement != round(same / len(pairs), 4):
        yield "engine: the model and the rules agree on another share of the levels"
    if twin.dropped != dropped:
        yield "engine: the claims that were dropped are not those of the answers"


def _was_read(one: QuestionFeedback) -> bool:
    return one.sampled is not None and one.sampled.instead is None


def _added_faults(report: FeedbackReport, one: QuestionFeedback) -> Iterator[str]:
    """What only the model showed is among the evidence, and missing where the rules are alone."""
    if one.sampled is None or not one.sampled.added or report.alone is None:
        return
    alone = [cell for cell in report.alone.cells if cell.question_id == one.question_id]
    known = {piece.type for cell in alone for piece in cell.evidence}
    if not known.isdisjoint(one.sampled.added):
        yield f"question {one.question_id}: what only the model showed, the rules show too"
