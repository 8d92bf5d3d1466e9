"""Whether every level follows from its evidence, and every total from its levels."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from chassis.hearing.cases import is_case
from contracts.evidence import Competency, EvidenceType, Measured, Status
from contracts.feedback import Cell, CompetencyScore, FeedbackReport, Overall, QuestionFeedback
from contracts.interview import Question, QuestionKind, TurnKind
from ops.report.quotes import answers_to
from ops.report.rubrics import Scale, Types

FEWEST_SCORED = 3
"""With fewer scored answers there is no overall level."""

_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def number_faults(report: FeedbackReport, scale: Scale) -> Iterator[str]:
    """In plain words, one for each thing that is wrong."""
    yield from _card_faults(report, scale)
    for question in report.questions:
        yield from _fix_faults(report, question, scale)
        yield from _repeat_faults(report, question)
    yield from _headline_faults(report)
    if report.scorecard.delivery.is_measured:
        yield "delivery: a session in text has none that can be measured"


def alone_faults(report: FeedbackReport, scale: Scale) -> Iterator[str]:
    """Of the scorecard that stands beside that of a model, if there is one."""
    if report.alone is not None:
        yield from _card_faults(report.model_copy(update={"scorecard": report.alone}), scale)


def _card_faults(report: FeedbackReport, scale: Scale) -> Iterator[str]:
    yield from _cells_faults(report, scale)
    card = report.scorecard
    asked = dict.fromkeys(cell.competency for cell in card.cells)
    if [score.competency for score in card.competencies] != list(asked):
        yield "competencies: they are not those of the cells, in their order"
        return
    for score in card.competencies:
        yield from _score_faults(score, card.cells)
    turns = report.transcript.turns
    questions = sum(turn.kind is TurnKind.QUESTION for turn in turns)
    yield from _overall_faults(card.overall, card.cells, card.competencies, questions)


def _cells_faults(report: FeedbackReport, scale: Scale) -> Iterator[str]:
    questions = {one.id: one for one in report.transcript.plan.questions}
    planned = [(one.id, each) for one in questions.values() for each in one.competencies]
    if [(cell.question_id, cell.competency) for cell in report.scorecard.cells] != planned:
        yield "cells: they are not one for each question and competency of the plan, in its order"
        return
    for cell in report.scorecard.cells:
        if cell.competency not in scale.shown_by:
            yield f"{_where(cell)}: the rubric has no such competency"
            continue
        yield from _status_faults(cell, is_answered=bool(answers_to(report, cell.question_id)))
        if cell.level.status is Status.SCORED:
            yield from _level_faults(cell, questions[cell.question_id], scale)


def _status_faults(cell: Cell, *, is_answered: bool) -> Iterator[str]:
    level, where = cell.level, _where(cell)
    if (level.value is not None) != (level.status is Status.SCORED):
        yield f"{where}: a level stands without the status “scored”, or that status without a level"
    if level.status is not Status.SCORED and cell.evidence:
        yield f"{where}: there is evidence beside a level that was not given"
    if not is_answered and level.status is Status.SCORED:
        yield f"{where}: a level is given where nothing was answered"
    if is_answered == (level.status is Status.NOT_ELICITED):
        yield f"{where}: “not elicited” is for what was not answered, and for nothing else"
    if (level.why is None) != (level.status is Status.SCORED):
        yield f"{where}: a reason stands where a level is given, or none where it is not"


def _level_faults(cell: Cell, question: Question, scale: Scale) -> Iterator[str]:
    shown = _shown(cell, question)
    wanted = scale.shown_by[cell.competency]
    level = scale.level(cell.competency, shown)
    if cell.level.value is not None and cell.level.value != level:
        yield f"{_where(cell)}: the level is {cell.level.value}, its evidence gives {level}"
    if not {one.type for one in cell.evidence} <= set(wanted):
        yield f"{_where(cell)}: there is evidence of a type that the rubric does not ask for"
    if cell.missing != tuple(kind for kind in wanted if kind not in shown):
        yield f"{_where(cell)}: what is missing does not follow from the evidence"


def _score_faults(score: CompetencyScore, cells: Sequence[Cell]) -> Iterator[str]:
    own = [cell.level for cell in cells if cell.competency is score.competency]
    values = [level.value for level in own if level.value is not None]
    where = f"competency {score.competency}"
    value = mean(values) if values else None
    if (score.value, score.cells) != (value, len(values)):
        yield f"{where}: the score is {score.value} of {score.cells}, its cells give {value}"
    if score.status is not _status(own):
        yield f"{where}: the status is “{score.status}”, its cells give “{_status(own)}”"


def _status(levels: Sequence[Measured]) -> Status:
    found = {level.status for level in levels}
    order = (Status.SCORED, Status.INSUFFICIENT)
    return next((status for status in order if status in found), Status.NOT_ELICITED)


def _overall_faults(
    total: Overall, cells: Sequence[Cell], scores: Sequence[CompetencyScore], asked: int
) -> Iterator[str]:
    scored = len({cell.question_id for cell in cells if cell.level.value is not None})
    if (total.answers_scored, total.answers_asked) != (scored, asked):
        yield f"overall: the answers counted are not {scored} scored of {asked} asked"
    values = [score.value for score in scores if score.value is not None]
    value = mean(values) if scored >= FEWEST_SCORED else None
    if total.value != value:
        yield f"overall: the level is {total.value}, the competencies give {value}"
    if (total.status is Status.SCORED) != (value is not None):
        yield "overall: the status does not follow from the number of scored answers"


def _fix_faults(report: FeedbackReport, question: QuestionFeedback, scale: Scale) -> Iterator[str]:
    """What the next level asks for, of the competency that the question is asked for first."""
    fix, where = question.one_fix, f"question {question.question_id}, one fix"
    own = [c for c in report.scorecard.cells if c.question_id == question.question_id]
    if fix is None or not own or own[0].competency not in scale.shown_by:
        return
    cell = own[0]
    shown = frozenset(scale.shown_by[cell.competency]) - frozenset(cell.missing)
    needed = scale.next_needed(cell.competency, shown)
    if fix.level_now != cell.level.value:
        yield f"{where}: it starts from another level than the one given"
    if fix.missing not in needed[:1]:
        yield f"{where}: it does not name what the next level asks for"
    then = {scale.level(cell.competency, shown.union(needed))}
    if fix.level_then not in (then if cell.level.value else {*then, None}):
        yield f"{where}: it promises another level than the rubric gives"


def _repeat_faults(report: FeedbackReport, question: QuestionFeedback) -> Iterator[str]:
    """An answer that counts at another question has no level, and the other one has."""
    where = f"question {question.question_id}"
    levelled = {c.question_id for c in report.scorecard.cells if c.level.value is not None}
    if question.counts_at is None:
        return
    if question.question_id in levelled:
        yield f"{where}: it counts at another question, and has levels of its own"
    if question.counts_at not in levelled - {question.question_id}:
        yield f"{where}: it counts at no question that has a level"


def _headline_faults(report: FeedbackReport) -> Iterator[str]:
    total = report.scorecard.overall
    scored = [c for c in report.scorecard.cells if c.level.status is Status.SCORED]
    answered = [c for c in report.scorecard.cells if c.level.status is not Status.NOT_ELICITED]
    counts: set[float | None] = {total.answers_scored, total.answers_asked, total.value, 5}
    counts |= {len(report.transcript.plan.questions), len({c.question_id for c in answered})}
    fixes = {one.question_id: one.one_fix for one in report.questions if one.one_fix}
    own = [fixes[one] for one in {c.question_id for c in scored} if one in fixes]
    for kind in EvidenceType:
        lacking = {c.question_id for c in scored if kind in c.missing}
        counts |= {len(lacking), sum(kind in {fix.missing, *fix.also} for fix in own)}
    if any(float(said) not in counts for said in _FIGURE.findall(report.headline)):
        yield "headline: it has a number that is none of the report's totals"


def _shown(cell: Cell, question: Question) -> Types:
    found = frozenset(one.type for one in cell.evidence)
    return found | {EvidenceType.SITUATION} if _gives_situation(question, cell) else found


def _gives_situation(question: Question, cell: Cell) -> bool:
    """Whether the question itself provides it, so that an answer need not: one that puts a case
    does. Where somebody wrote that themselves, engines before 1.13.0 asked for it all the same.
    """
    is_old = question.kind is QuestionKind.OWN and EvidenceType.SITUATION in cell.missing
    return is_case(question.kind, question.text) and not is_old


def _where(cell: Cell) -> str:
    return f"question {cell.question_id}, {Competency(cell.competency)}"


def mean(values: Sequence[float]) -> float:
    """With one decimal, halves up, in decimals: as the reports count."""
    exact = sum((Decimal(str(value)) for value in values), Decimal(0)) / len(values)
    return float(exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))
