"""One edit of a plan by the rules."""

from contracts.interview import InterviewPlan
from contracts.replanning import PlanChange, PlanEdit
from services.interview.rules.plan.editor import RulesEditor


def edited(
    plan: InterviewPlan, do: PlanEdit, question: int | None = None, **what: object
) -> InterviewPlan:
    name = None if question is None else plan.questions[question].id
    return RulesEditor().edited(
        plan, PlanChange.model_validate({"do": do, "question_id": name, **what})
    )
