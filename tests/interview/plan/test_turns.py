"""Which gaps and skills have their turn in a plan, and who is asked about lone work first."""

import pytest

from contracts.analysis import Strength
from contracts.interview import InterviewPlan, QuestionKind
from services.interview.rules.plan.planner import RulesPlanner
from tests.interview.build import INTERVIEW, a_briefing, a_plan


@pytest.mark.parametrize(("met", "gaps"), [([], ["q1", "q0"]), ([0], ["q1", "q2"])])
def test_two_unmet_musts_are_asked_about_whether_a_skill_is_shown_or_not(
    met: list[int], gaps: list[str]
) -> None:
    plan = a_plan(a_briefing(met=met))

    assert gaps_of(plan, QuestionKind.GAP_PROBE) == gaps
    assert len(plan.questions) == 7


def test_a_second_gap_that_is_no_must_takes_no_question() -> None:
    briefing = a_briefing(met=[0])
    items = [
        item.model_copy(
            update={"requirement": item.requirement.model_copy(update={"strength": Strength.NICE})}
        )
        for item in briefing.fit.items
    ]
    fit = briefing.fit.model_copy(update={"items": tuple(items)})

    plan = a_plan(briefing.model_copy(update={"fit": fit}))

    assert gaps_of(plan, QuestionKind.GAP_PROBE) == ["q1"]


def test_the_only_skill_that_is_shown_is_not_asked_about_in_every_plan() -> None:
    ids_before, asked = list[str](), list[bool]()
    for _ in range(4):
        plan = RulesPlanner().plan(INTERVIEW, a_briefing(), ids_before).plan
        ids_before += ids(plan)
        asked.append(bool(gaps_of(plan, QuestionKind.TECHNICAL)))

    assert asked == [True, False, True, False]


def test_skills_that_are_shown_have_their_turns() -> None:
    briefing, ids_before = a_briefing(musts=["Python", "Kafka", "Terraform"], met=[0, 1, 2]), []
    asked = []
    for _ in range(3):
        plan = RulesPlanner().plan(INTERVIEW, briefing, ids_before).plan
        ids_before += ids(plan)
        asked += gaps_of(plan, QuestionKind.TECHNICAL)

    assert asked == ["q0", "q1", "q2"]


@pytest.mark.parametrize(
    ("claim", "done", "level"),
    [
        ("Clean 14 offices each night", 1, 1),
        ("Delivered fuel to farms and garages", 1, 1),
        ("Managed the stock of spare parts", 1, 1),
        ("Worked in a team of six", 1, 1),
        ("Took a train of 40 wagons across the pass", 1, 1),
        ("Led a team of six cleaners", 1, 2),
        ("Trained new drivers on the route", 1, 2),
        ("Supervised two apprentices", 1, 2),
    ],
)
def test_who_has_led_nobody_is_asked_about_work_of_their_own(
    claim: str, done: int, level: int
) -> None:
    plan = a_plan(a_briefing(claims=[claim]))

    levels = {question.kind: question.level for question in plan.questions}
    assert levels[QuestionKind.RESUME_PROBE] == done
    assert {levels[QuestionKind.BEHAVIOURAL], levels[QuestionKind.CLOSING]} == {level}


def ids(plan: InterviewPlan) -> list[str]:
    return [question.id for question in plan.questions]


def gaps_of(plan: InterviewPlan, kind: QuestionKind) -> list[str | None]:
    """The ids of what is asked about in questions of `kind`."""
    return [q.requirement_id for q in plan.questions if q.kind is kind]
