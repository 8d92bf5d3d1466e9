"""Whoever says that they never did it is asked once for what comes near, and is not pressed."""

import pytest

from contracts.analysis import FitStatus, RequirementKind
from contracts.evidence import Competency
from contracts.interview import QuestionKind, TurnKind
from services.interview.rules.plan.planner import RulesPlanner
from services.interview.rules.room.intents import intent_of, is_distressed
from services.interview.rules.room.interviewer import RulesInterviewer
from services.interview.rules.room.signs import Intent
from tests.interview.build import INTERVIEW, Rehearsal, a_briefing

NEVER = [
    "No.",
    "I haven't done that.",
    "Never done it, but I could learn it in a fortnight.",
    "I have never managed anybody.",
    "I have not led anybody.",
    "The question doesn't apply to me.",
]
TOLD = [
    "I have never led a team. I trained three trainees in 2022 and wrote their plan.",
    "I have never used Kafka, but I built a queue with RabbitMQ for our orders.",
    "I didn't do it alone; I asked the porter to help me lift the bed.",
]
POLITE = [
    "I don't have that certificate, I'm afraid.",
    "We had no budget, I'm afraid.",
    "I'm afraid I can't remember.",
    "That was before my time, I am afraid.",
]
AFRAID = ["I'm afraid.", "I am so afraid I can't think.", "I'm very afraid right now."]


@pytest.mark.parametrize("said", NEVER)
def test_what_was_never_done_is_followed_by_a_question_for_what_comes_near(said: str) -> None:
    session = Rehearsal(interviewer=RulesInterviewer())

    reply = session.say(said)

    assert reply.kind is TurnKind.CLARIFICATION
    assert "comes near" in reply.text


@pytest.mark.parametrize("said", TOLD)
def test_what_is_told_beside_it_is_an_answer(said: str) -> None:
    assert intent_of(said) is Intent.ANSWER


@pytest.mark.parametrize("said", POLITE)
def test_a_polite_fear_is_no_distress(said: str) -> None:
    assert intent_of(said) is not Intent.DISTRESS
    assert not is_distressed(said)


@pytest.mark.parametrize("said", AFRAID)
def test_fear_is_met_with_care(said: str) -> None:
    assert intent_of(said) is Intent.DISTRESS


def test_a_paper_that_opens_a_gate_and_is_missing_is_asked_about_first() -> None:
    briefing = a_briefing(musts=("Python", "Forklift licence", "SQL"), met=(0,))
    items = tuple(
        item.model_copy(
            update={
                "weight": 0,
                "status": FitStatus.MISSING,
                "requirement": item.requirement.model_copy(
                    update={
                        "kind": RequirementKind.CERTIFICATION,
                        "is_gate": True,
                        "competencies": (Competency.TECHNICAL_DEPTH, Competency.LEARNING),
                    }
                ),
            }
        )
        if item.requirement.span.quote == "Forklift licence"
        else item
        for item in briefing.fit.items
    )
    fit = briefing.fit.model_copy(update={"items": items})

    plan = RulesPlanner().plan(INTERVIEW, briefing.model_copy(update={"fit": fit})).plan

    gaps = [one for one in plan.questions if one.kind is QuestionKind.GAP_PROBE]
    assert "Forklift licence" in gaps[0].text
