"""A question asks for what its line names, and two questions are about two things."""

import re

import pytest

from contracts.interview import QuestionKind
from services.interview.rules.plan.bank import Template, template_of
from services.interview.rules.plan.echoes import answers_to, shares_topic, strays
from tests.interview.build import a_briefing, a_plan


def known(question_id: str) -> Template:
    found = template_of(question_id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("b-communication-writing", "Good written English"),
        ("b-communication-writing", "Write the notes of each visit"),
        ("b-communication-writing", "Write recipes and menus"),
        ("b-learning-quick", "Curiosity about how looms work"),
        ("s-customer-sad", "Compassion for people in grief"),
        ("s-collaboration-delay", "Build relationships with suppliers"),
        ("b-ownership-nobody", "Full accountability for the depot"),
        ("b-ownership-promise", "Reliable and punctual"),
        ("b-leadership-show", "Coach managers before hard talks"),
        ("b-leadership-show", "Mentor student nurses"),
        ("b-leadership-feedback", "Hold appraisals twice a year"),
        ("b-leadership-follow", "Lead French across the school"),
        ("b-leadership-follow", "Lead design for the new ferry"),
        ("b-leadership-delegate", "Share out the work of the shift"),
        ("b-planning-week", "Plan your route so that urgent drops come first"),
    ],
)
def test_a_question_goes_with_a_line_that_names_its_act(question: str, line: str) -> None:
    assert all(answers_to(known(question), level, line) for level in (1, 2, 3))


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("b-communication-writing", "Write code and tests"),
        ("b-communication-badnews", "Good written English"),
        ("s-customer-angry", "Compassion for people in grief"),
        ("s-collaboration-credit", "Build relationships with suppliers"),
        ("b-leadership-show", "Wash the coach after each trip"),
        ("b-leadership-delegate", "Mentor student nurses"),
        ("b-leadership-follow", "Lead a crew of nine on nights"),
        ("b-leadership-follow", "Cut the lead time of orders"),
    ],
)
def test_a_question_goes_with_no_line_of_another_act(question: str, line: str) -> None:
    assert not any(answers_to(known(question), level, line) for level in (1, 2, 3))


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize(
    ("question", "line", "is_strange"),
    [
        ("c-colleague", "Write the minutes of each meeting", True),
        ("b-ownership-promise", "Follow the rules of the yard", True),
        ("b-ownership-mistake", "Reliable and punctual", True),
        ("b-communication-writing", "Explain choices to people who have not studied", True),
        ("b-ownership-promise", "Take charge of a ward", True),
        ("b-communication-writing", "Write the minutes of each meeting", False),
        ("b-ownership-promise", "Reliable and punctual", False),
        ("c-colleague", "Explain bills to tenants", False),
        ("b-collaboration-disagree", "Build relationships with suppliers", False),
    ],
)
def test_a_line_of_an_act_of_its_own_is_no_reason_for_another(
    question: str, line: str, level: int, *, is_strange: bool
) -> None:
    assert strays(known(question), level, line) is is_strange


@pytest.mark.parametrize("title", ["Potter", "Baker", "Joiner"])
def test_no_question_of_a_plan_stands_on_a_line_of_another_act(title: str) -> None:
    duties = ["Follow the rules of the yard", "Write the notes of the yard"]
    plan = a_plan(a_briefing(musts=[], met=[], duties=duties, title=title))

    beyond = [one for one in plan.questions if "usual ways" in one.because]
    assert beyond
    for one in beyond:
        (line,) = re.findall("“(.*)”", one.because)
        assert not strays(known(one.id), one.level, line), one.id


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Experience of large budgets", "Manage a budget of £2m"),
        ("Knowledge of allergens", "Keep the allergen folder up to date"),
        ("Fork lift licence", "Hold a forklift or reach truck licence"),
    ],
)
def test_two_lines_about_one_thing_are_known_as_that(line: str, other: str) -> None:
    assert shares_topic(line, other)


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Experience of managing budgets", "Experience of managing stock"),
        ("Strong knowledge of payroll", "Strong knowledge of pensions"),
        ("Work with patients every day", "Lift and move patients with care"),
        ("Kafka", "Terraform"),
    ],
)
def test_two_lines_that_share_what_all_lines_have_are_about_two_things(
    line: str, other: str
) -> None:
    assert not shares_topic(line, other)


def test_of_two_gaps_about_one_thing_one_is_asked_about() -> None:
    lines = ["Experience of managing budgets", "Strong knowledge of budgets", "Fitting of sails"]
    plan = a_plan(a_briefing(musts=lines, met=[]))

    asked = [one.text for one in plan.questions if one.kind is QuestionKind.GAP_PROBE]
    assert len(asked) == 2
    assert any("sails" in text for text in asked)
    assert sum("budgets" in text for text in asked) == 1


@pytest.mark.parametrize("place", range(6))
def test_a_plan_asks_about_writing_where_the_job_writes(place: int) -> None:
    duty = f"Write letters to the {place + 2} parents of the choir"
    plan = a_plan(a_briefing(claims=[], musts=[], met=[], duties=[duty]))

    asking = [one for one in plan.questions if one.kind is QuestionKind.BEHAVIOURAL]
    assert "b-communication-writing" in [one.id for one in asking if duty in one.because]


def test_a_question_of_safety_goes_with_a_line_of_safety_rules() -> None:
    assert answers_to(known("s-operations-safety"), 2, "Follow safety rules on the quay")
