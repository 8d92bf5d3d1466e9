"""How levels move over sessions: only what is comparable is compared, and noise is called noise."""

from collections import Counter
from collections.abc import Sequence
from math import sqrt
from statistics import mean, median_low, stdev

from chassis.hearing.motives import is_motive
from contracts.evidence import Competency, Level, Status
from contracts.feedback import FeedbackReport
from contracts.message import Slug
from contracts.progress import Apart, Group, Line, Point, ProgressView, SessionRow
from services.feedback.rules.progress.again import asked_again, questions_of

FEWEST_CELLS = 3
"""With fewer levels nothing can be told of a change."""

LEAST_SPREAD = 0.5
"""Of levels, at the least: they are whole numbers, so that equal ones are not known exactly."""

WIDTH = 2.0
"""Standard errors to either side: about nineteen in twenty."""

Kind = tuple[object, object, object, object]


def progress(reports: Sequence[FeedbackReport]) -> ProgressView:
    """In groups of what may be compared; `reports` in any order."""
    groups: dict[Kind, list[FeedbackReport]] = {}
    for report in sorted(reports, key=lambda one: one.finished_at, reverse=True):
        groups.setdefault(_kind(report), []).append(report)
    made = [_group(sorted(each, key=lambda one: one.finished_at)) for each in groups.values()]
    return ProgressView(
        groups=tuple(made), apart=tuple(_apart(made[0], other) for other in made[1:])
    )


def _kind(report: FeedbackReport) -> Kind:
    return report.rubric, report.engine.kind, report.transcript.mode, _difficulty(report)


def _apart(one: Group, other: Group) -> Apart:
    return Apart(
        rubric=one.rubric != other.rubric,
        engine=one.engine is not other.engine,
        mode=one.mode is not other.mode,
        level=one.level != other.level,
    )


def _difficulty(report: FeedbackReport) -> Level:
    """The middle of the levels of its questions, the lower of two: as each was asked, and as it was

    planned where it was not reached, so that who finishes early held no other interview.
    """
    planned = {question.id: question.level for question in report.transcript.plan.questions}
    turns = report.transcript.turns
    asked = {turn.question_id: turn.level for turn in turns if turn.level is not None}
    return median_low((planned | asked).values())


def _group(reports: Sequence[FeedbackReport]) -> Group:
    """`reports` are of one kind, oldest first."""
    last = reports[-1]
    asked = dict.fromkeys(
        score.competency for report in reports for score in report.scorecard.competencies
    )
    times = Counter(text for report in reports for text in questions_of(report))
    return Group(
        rubric=last.rubric,
        engine=last.engine.kind,
        mode=last.transcript.mode,
        level=_difficulty(last),
        questions=len(times),
        repeated=sum(count > 1 for count in times.values()),
        again=asked_again(reports),
        sessions=tuple(_session(report) for report in reports),
        lines=tuple(_line(one, reports) for one in asked),
    )


def _session(report: FeedbackReport) -> SessionRow:
    return SessionRow(
        interview_id=report.interview_id,
        title=report.title,
        finished_at=report.finished_at,
        rubric=report.rubric,
        engine=report.engine.kind,
        mode=report.transcript.mode,
        asked=len(questions_of(report)),
        planned=len(report.transcript.plan.questions),
    )


def _line(competency: Competency, reports: Sequence[FeedbackReport]) -> Line:
    points = tuple(_point(competency, report) for report in reports)
    levels = [_levels(competency, report) for report in reports]
    with_value = [each for each in levels if each]
    if len(with_value) < 2:
        says = "one-session" if with_value else "no-session"
        return Line(competency=competency, points=points, says=says)
    half = len(with_value) // 2
    before = [one for each in with_value[:half] for one in each]
    after = [one for each in with_value[half:] for one in each]
    change = round(mean(after) - mean(before), 1)
    return Line(competency=competency, points=points, change=change, says=_says(before, after))


def _says(before: Sequence[int], after: Sequence[int]) -> Slug:
    """What may be read from the levels of the earlier and the later half of the sessions."""
    if min(len(before), len(after)) < FEWEST_CELLS:
        return "too-few"
    gap = mean(after) - mean(before)
    if abs(gap) <= sqrt(_noise(before) ** 2 + _noise(after) ** 2):
        return "within-noise"
    return "up" if gap > 0 else "down"


def _point(competency: Competency, report: FeedbackReport) -> Point:
    levels = _levels(competency, report)
    scores = [one for one in report.scorecard.competencies if one.competency is competency]
    if not scores:
        return Point(
            interview_id=report.interview_id, status=Status.NOT_ASSESSED, value=None, cells=0
        )
    point = Point(
        interview_id=report.interview_id,
        status=scores[0].status,
        value=scores[0].value,
        cells=len(levels),
        wishes=_wishes(competency, report),
    )
    if len(levels) < FEWEST_CELLS or point.value is None:
        return point
    noise = _noise(levels)
    low, high = max(1.0, point.value - noise), min(5.0, point.value + noise)
    return point.model_copy(update={"low": round(low, 1), "high": round(high, 1)})


def _levels(competency: Competency, report: FeedbackReport) -> list[int]:
    return [level for _, level in _asked(competency, report)]


def _wishes(competency: Competency, report: FeedbackReport) -> int:
    """How many of the levels are of questions that ask why somebody wants the work."""
    plan = report.transcript.plan
    wishes = {one.id for one in plan.questions if is_motive(one.kind, one.text)}
    return sum(question_id in wishes for question_id, _ in _asked(competency, report))


def _asked(competency: Competency, report: FeedbackReport) -> list[tuple[Slug, Level]]:
    """The levels of a competency, each with its question."""
    return [
        (cell.question_id, cell.level.value)
        for cell in report.scorecard.cells
        if cell.competency is competency and cell.level.value is not None
    ]


def _noise(levels: Sequence[int]) -> float:
    """Half the width of the band around the mean of `levels`."""
    return WIDTH * max(stdev(levels), LEAST_SPREAD) / sqrt(len(levels))
