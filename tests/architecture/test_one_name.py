"""A competency has one name, wherever a person reads of it."""

import pytest

from contracts.evidence import Competency
from contracts.feedback import CompetencyRubric
from gateway.words import label
from services.feedback.rules.rubric import rubric
from services.interview.rules.phrases import phrases


@pytest.mark.parametrize("each", rubric().competencies, ids=lambda each: each.competency)
def test_page_plan_and_rubric_call_a_competency_the_same(each: CompetencyRubric) -> None:
    assert label(each.competency) == each.label
    assert phrases().label[each.competency] == each.label.lower()


def test_the_rubric_has_every_competency() -> None:
    assert {each.competency for each in rubric().competencies} == set(Competency)
