"""Nobody is asked who they are, and everybody may be asked how they work with others."""

import tomllib
from pathlib import Path

import pytest

from chassis.errors import Invalid
from contracts.evidence import Competency
from contracts.replanning import PlanChange, PlanEdit
from services.interview.rules.plan.bank import templates
from services.interview.rules.plan.editor import RulesEditor
from services.interview.rules.plan.personal import asks_what_is_personal
from tests.interview.build import a_plan

LISTS = tomllib.loads((Path(__file__).parent / "personal.toml").read_text(encoding="utf-8"))


def written(text: str) -> PlanChange:
    return PlanChange(do=PlanEdit.WRITE, competency=Competency.DELIVERY, text=text)


@pytest.mark.parametrize("text", LISTS["forbidden"])
def test_a_question_about_who_somebody_is_is_refused_and_told_the_limit(text: str) -> None:
    with pytest.raises(Invalid, match="about work only") as refused:
        RulesEditor().edited(a_plan(), written(text))

    assert (refused.value.code, refused.value.field) == ("question-personal", "text")


@pytest.mark.parametrize("text", LISTS["allowed"])
def test_a_question_about_work_with_people_of_any_kind_is_asked(text: str) -> None:
    assert RulesEditor().edited(a_plan(), written(text)).questions[-2].text == text


def test_the_bank_asks_nothing_personal() -> None:
    texts = [text for template in templates() for text in template.texts]

    assert [text for text in texts if asks_what_is_personal(text)] == []
