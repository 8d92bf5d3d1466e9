"""Progress: only what is comparable is compared, and too little is called too little."""

from collections.abc import Sequence
from datetime import timedelta
from typing import get_args

import pytest

from contracts.evidence import Competency, EngineKind, Level, Measured, Status
from contracts.feedback import Cell, FeedbackReport
from contracts.interview import Mode, QuestionKind, TurnKind
from contracts.progress import Again, FindProgress
from services.feedback.domain import competency_scores
from services.feedback.rules.progress.course import progress
from tests.feedback.build import a_question, a_report
from tests.feedback.reports import feedback, ready
from tests.interview.build import NOON
from tests.interview.candidates import STRONG
from tests.support.people import a_person
from tests.support.stack import Stack

LEVELS: dict[int, Level] = {level: level for level in get_args(Level)}


def a_session(
    *levels: int,
    day: int = 0,
    rubric: str = "mira-bars 1.1.0",
    mode: Mode | None = Mode.LIVE,
    engine: EngineKind = EngineKind.RULES,
    asked_at: Level = 2,
    question: str = "Tell me about something you had to finish by a fixed date.",
) -> FeedbackReport:
    """A report with those levels of delivering results, and no others."""
    report = a_report("Hello there.", questions=[a_question(text=question)])
    turns = tuple(
        turn.model_copy(update={"level": asked_at}) if turn.kind is TurnKind.QUESTION else turn
        for turn in report.transcript.turns
    )
    cells = tuple(
        Cell(
            question_id=f"k{number}",
            competency=Competency.DELIVERY,
            level=Measured(status=Status.SCORED, value=LEVELS[level]),
        )
        for number, level in enumerate(levels, 1)
    )
    card = {"cells": cells, "competencies": competency_scores(cells)}
    return report.model_copy(
        update={
            "scorecard": report.scorecard.model_copy(update=card),
            "finished_at": NOON + timedelta(days=day),
            "rubric": rubric,
            "engine": report.engine.model_copy(update={"kind": engine}),
            "transcript": report.transcript.model_copy(update={"mode": mode, "turns": turns}),
        }
    )


def says(*sessions: Sequence[int]) -> str:
    reports = [a_session(*levels, day=day) for day, levels in enumerate(sessions)]
    return progress(reports).groups[0].lines[0].says


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ({"rubric": "mira-bars 1.0.0"}, "rubric"),
        ({"mode": Mode.PRACTICE}, "mode"),
        ({"engine": EngineKind.MODEL}, "engine"),
        ({"asked_at": 3}, "level"),
    ],
)
def test_what_is_not_comparable_stands_apart_and_says_why(other: dict[str, str], what: str) -> None:
    view = progress([a_session(3, 3, 3, day=1), a_session(2, 2, 2, **other)])  # type: ignore[arg-type]  # of all kinds

    assert len(view.groups) == 2
    assert [name for name, is_so in view.apart[0] if is_so] == [what]


def test_it_is_told_how_many_questions_were_asked_again() -> None:
    other = "Tell me about a promise that was hard to keep."
    sessions = [a_session(3, day=1), a_session(3, day=2), a_session(3, day=3, question=other)]

    (group,) = progress(sessions).groups

    assert (group.level, group.questions, group.repeated) == (2, 2, 1)


def asked_again(*pairs: tuple[int, int]) -> Again | None:
    """What is told of two sessions of as many questions, with those levels before and after."""
    questions = [a_question(n, text=f"Question {n}?") for n, _ in enumerate(pairs, 1)]
    reports = []
    for day in (0, 1):
        report = a_report(*["Hello there."] * len(pairs), questions=questions)
        cells = tuple(
            Cell(
                question_id=f"k{n}",
                competency=Competency.DELIVERY,
                level=Measured(status=Status.SCORED, value=LEVELS[pair[day]])
                if pair[day]
                else Measured(status=Status.INSUFFICIENT),
            )
            for n, pair in enumerate(pairs, 1)
        )
        card = report.scorecard.model_copy(update={"cells": cells})
        new = {"scorecard": card, "finished_at": NOON + timedelta(days=day)}
        reports.append(report.model_copy(update=new))
    return progress(reports).groups[0].again


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        ([(2, 3)] * 5 + [(3, 3)], "too-few"),
        ([(2, 3)] * 6, "up"),
        ([(4, 3)] * 6 + [(3, 3)], "down"),
        ([(2, 3)] * 4 + [(4, 3)] * 3, "within-noise"),
        ([(2, 3)] * 8 + [(4, 3)], "up"),
        ([(2, 3)] * 7 + [(4, 3)], "within-noise"),
    ],
)
def test_levels_of_the_same_question_stand_beside_each_other(
    pairs: list[tuple[int, int]], says: str
) -> None:
    told = asked_again(*pairs)

    assert told is not None
    moved = (sum(b > a for a, b in pairs), sum(b == a for a, b in pairs))
    assert (told.questions, told.higher, told.same, told.says) == (len(pairs), *moved, says)
    assert told.higher + told.same + told.lower == len(pairs)


def test_a_question_without_two_levels_is_not_laid_beside_itself() -> None:
    assert asked_again((3, 0), (0, 3)) is None
    told = asked_again((3, 0), (2, 3))
    assert told is not None
    assert told.questions == 1


def test_the_latest_group_comes_first_and_its_sessions_are_in_order() -> None:
    reports = [a_session(3, day=day, mode=mode) for day, mode in enumerate(Mode)]

    view = progress([*reversed(reports), a_session(4, day=9, mode=reports[0].transcript.mode)])

    assert view.groups[0].mode is reports[0].transcript.mode
    times = [one.finished_at for one in view.groups[0].sessions]
    assert times == sorted(times)


@pytest.mark.parametrize(
    ("sessions", "what"),
    [
        ([(3, 3, 3)], "one-session"),
        ([(2, 2), (5, 5, 5)], "too-few"),
        ([(1,), (5,)], "too-few"),
        ([(2, 3, 4), (3, 3, 4)], "within-noise"),
        ([(2, 2, 2), (4, 5, 4)], "up"),
        ([(5, 5, 5), (2, 2, 2)], "down"),
        ([(2,), (2,), (2,), (5,), (5,), (4,)], "up"),
    ],
)
def test_a_change_is_told_only_where_it_can_be(sessions: list[tuple[int, ...]], what: str) -> None:
    assert says(*sessions) == what


@pytest.mark.parametrize(
    ("levels", "has_band"), [((3,), False), ((3, 4), False), ((3, 4, 3), True)]
)
def test_one_or_two_answers_have_no_band(levels: tuple[int, ...], *, has_band: bool) -> None:
    (point,) = progress([a_session(*levels)]).groups[0].lines[0].points

    assert (point.low is not None) is has_band
    if point.low is not None and point.high is not None and point.value is not None:
        assert 1 <= point.low <= point.value <= point.high <= 5


def test_nothing_is_nothing() -> None:
    assert progress([]).groups == ()


def test_the_service_has_the_sessions_of_one_person(stack: Stack) -> None:
    person = a_person()
    ready(stack, a_person())
    views = [ready(stack, person), ready(stack, person)]

    view = feedback(stack, person).find_progress(FindProgress())

    shown = {one.interview_id for group in view.groups for one in group.sessions}
    assert shown == {one.interview_id for one in views}


def test_where_nothing_could_be_scored_there_is_no_session_to_compare_with() -> None:
    (line,) = progress([a_report("fine")]).groups[0].lines

    assert [line.says, line.change] == ["no-session", None]


def held(*levels: Level, at: Sequence[Level], day: int) -> FeedbackReport:
    """A session of a plan with questions `at` those levels, finished after as many as `levels`."""
    planned = [a_question(n, text=f"Question {n}?", level=level) for n, level in enumerate(at, 1)]
    asked = planned[: len(levels)]
    report = a_report(*["Hello there."] * len(asked), questions=asked)
    of = {question.id: question.level for question in asked}
    turns = tuple(
        turn.model_copy(update={"level": of[turn.question_id]})
        if turn.kind is TurnKind.QUESTION and turn.question_id
        else turn
        for turn in report.transcript.turns
    )
    cells = tuple(
        Cell(
            question_id=question.id,
            competency=Competency.DELIVERY,
            level=Measured(status=Status.SCORED, value=level),
        )
        for question, level in zip(asked, levels, strict=True)
    )
    plan = report.transcript.plan.model_copy(update={"questions": tuple(planned)})
    card = {"cells": cells, "competencies": competency_scores(cells)}
    return report.model_copy(
        update={
            "scorecard": report.scorecard.model_copy(update=card),
            "finished_at": NOON + timedelta(days=day),
            "transcript": report.transcript.model_copy(update={"plan": plan, "turns": turns}),
        }
    )


def test_what_was_asked_before_an_early_end_stands_beside_the_first_time() -> None:
    whole = held(3, 3, 3, 3, at=(1, 2, 2, 2), day=0)
    early = held(4, at=(1, 2, 2, 2), day=1)

    (group,) = progress([whole, early]).groups

    assert group.again is not None
    assert (group.again.questions, group.again.higher) == (1, 1)
    assert [(one.asked, one.planned) for one in group.sessions] == [(4, 4), (1, 4)]
    assert [line.says for line in group.lines] == ["too-few"]


def test_an_early_end_does_not_hide_that_the_questions_were_harder() -> None:
    whole = held(3, 3, 3, 3, at=(1, 1, 1, 1), day=0)
    early = held(4, 4, at=(3, 3, 3, 3), day=1)

    view = progress([whole, early])

    assert [group.level for group in view.groups] == [3, 1]
    assert view.apart[0].level


def test_a_point_says_how_many_of_its_levels_are_of_a_wish() -> None:
    asked = [
        a_question(1, text="Why do you want this job?", kind=QuestionKind.OWN),
        a_question(2),
    ]

    (group,) = progress([a_report(STRONG[0], STRONG[2], questions=asked)]).groups

    (point,) = group.lines[0].points
    assert (point.cells, point.wishes) == (2, 1)
