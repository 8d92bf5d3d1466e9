"""A duty that speaks of a competency is the reason for the question about it."""

import pytest

from contracts.evidence import Competency
from services.documents.rules.competencies import asked_in
from tests.interview.build import a_briefing, a_plan

C = Competency


@pytest.mark.parametrize(
    ("duty", "competency"),
    [
        ("Plan the rota and set priorities", C.PLANNING),
        ("Set priorities on the ward", C.DECISION_MAKING),
        ("Plan shifts of 40 people", C.PLANNING),
        ("Draw up the timetable of the school", C.PLANNING),
        ("Reduce damage and picking errors", C.PROBLEM_SOLVING),
        ("Cut waste in the kitchen", C.PROBLEM_SOLVING),
        ("Find and fix faults on the line", C.PROBLEM_SOLVING),
        ("Prevent accidents on site", C.PROBLEM_SOLVING),
        ("Own the revenue target of the region", C.OWNERSHIP),
        ("Take charge of the stock", C.OWNERSHIP),
        ("Handle complaints from relatives", C.CUSTOMER_FOCUS),
        ("Train new drivers", C.LEADERSHIP),
        ("Report to the board", C.COMMUNICATION),
        ("Meet the sales goals of the store", C.DELIVERY),
    ],
)
def test_an_everyday_verb_tells_what_a_duty_calls_for(duty: str, competency: C) -> None:
    assert competency in asked_in(duty)


@pytest.mark.parametrize(
    ("line", "competency"),
    [
        ("Reduced hours in winter", C.PROBLEM_SOLVING),
        ("A train ticket is paid", C.LEADERSHIP),
        ("Cut flowers and bind bouquets", C.PROBLEM_SOLVING),
        ("A police report is asked for", C.COMMUNICATION),
    ],
)
def test_a_lookalike_calls_for_nothing(line: str, competency: C) -> None:
    assert competency not in asked_in(line)


def test_what_the_job_names_is_asked_before_what_most_jobs_ask() -> None:
    plan = a_plan(a_briefing(duties=["Plan the rota of the ward"]))

    reasons = [question.because for question in plan.questions]
    assert any("Plan the rota of the ward" in reason for reason in reasons)
