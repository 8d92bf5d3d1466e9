"""The questions of one plan stand apart: no line, act or competency is asked about again."""

import pytest

from contracts.evidence import Competency
from contracts.interview import InterviewPlan, QuestionKind
from services.interview.rules.plan.bank import template_of, templates
from services.interview.rules.plan.echoes import echoes
from services.interview.rules.plan.planner import RulesPlanner
from tests.interview.build import CLAIMS, DUTIES, INTERVIEW, MUSTS, a_briefing, a_plan

OPEN = (QuestionKind.BEHAVIOURAL, QuestionKind.SITUATIONAL, QuestionKind.MOTIVATION)
TRADES = (
    "Billing Engineer",
    "Florist",
    "Tanker driver",
    "Care assistant",
    "Solicitor",
    "Welder",
    "Sous chef",
    "Librarian",
    "Land surveyor",
    "Cleaner",
    "Midwife",
    "Joiner",
)


def plan_of(trade: str) -> InterviewPlan:
    return a_plan(a_briefing(title=trade, musts=[*MUSTS, "Terraform"]))


@pytest.mark.parametrize(
    "duty",
    [
        "Plan the rota and lead the evening team",
        "Solve problems and communicate with customers",
        "Improve how we schedule and prioritise orders",
        "Take ownership of deadlines and work with stakeholders",
        "Make decisions on budgets and mentor juniors",
    ],
)
def test_one_line_is_the_reason_of_one_question(duty: str) -> None:
    plan = a_plan(a_briefing(musts=["Kafka"], met=[], duties=[duty]))

    assert sum(duty in question.because for question in plan.questions) == 1


@pytest.mark.parametrize(("duty", "is_asked"), [("Lead the crew", True), (DUTIES[1], False)])
def test_only_a_job_that_leads_is_asked_about_leading(duty: str, *, is_asked: bool) -> None:
    leading = Competency.LEADERSHIP
    before = [one.id for one in templates() if one.competencies[0] is not leading]

    plan = RulesPlanner().plan(INTERVIEW, a_briefing(duties=[duty]), before).plan

    asked = [one.competencies[0] for one in plan.questions if one.kind in OPEN]
    assert (leading in asked) is is_asked


@pytest.mark.parametrize("trade", TRADES)
def test_no_question_of_a_plan_asks_in_other_words_for_what_another_asks(trade: str) -> None:
    briefing = a_briefing(
        title=trade, musts=["Leading a team of 6"], met=[], duties=["Lead a crew"]
    )

    questions = a_plan(briefing).questions

    for at, one in enumerate(questions):
        template = template_of(one.id)
        assert template is not None
        assert not echoes(template, questions[:at])


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Tell me about a choice that you had to make.", "Which decision did you take?", True),
        ("Tell me about a problem that you solved.", "Which puzzle was hardest?", True),
        ("Whom did you calm?", "Tell me about an unhappy guest.", True),
        ("Describe a deadline that moved.", "What did you do when you ran out of time?", True),
        ("Who learnt from you? Whom have you taught?", "Tell me what they learnt from you.", True),
        ("Tell me about a choice that you had to make.", "Tell me about an unhappy guest.", False),
        ("Tell me about a problem that you solved.", "Whom have you taught?", False),
        ("Take me through one day.", "Take me through it from the beginning.", False),
        ("Whom did you calm?", "Your résumé says “Answered angry guests”. Who helped?", False),
    ],
)
def test_the_same_act_is_known_in_other_words(one: str, other: str, *, is_same: bool) -> None:
    asked = a_plan().questions[0].model_copy(update={"text": other, "level": 1})
    template = templates()[0].model_copy(update={"texts": (one, one, one)})

    assert echoes(template, [asked]) is is_same


@pytest.mark.parametrize("trade", TRADES)
def test_the_last_question_is_about_another_competency_than_the_open_ones(trade: str) -> None:
    *others, last = plan_of(trade).questions

    asked = {one.competencies[0] for one in others if one.kind in OPEN}
    assert len(others) == 6
    assert last.competencies[0] not in asked


def test_the_strongest_claim_stays_the_first_question() -> None:
    assert all(CLAIMS[0] in plan_of(trade).questions[0].text for trade in TRADES)
