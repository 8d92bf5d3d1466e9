"""A question of one's own stands in a plan as it was written, and once."""

import pytest

from chassis.errors import Conflict, Invalid
from contracts.evidence import Competency
from contracts.interview import QuestionKind
from contracts.replanning import MAX_QUESTION_CHARACTERS, PlanChange, PlanEdit
from services.interview.rules.plan.editor import FEWEST_CHARACTERS
from tests.interview.build import a_plan
from tests.interview.edits import edited


def test_an_own_question_is_asked_as_it_was_written_on_one_line() -> None:
    plan = edited(
        a_plan(), PlanEdit.WRITE, competency=Competency.CHANGE, text=" What did\nyou ⟦3⟧ change? "
    )

    own = plan.questions[-2]
    assert (own.text, own.texts, own.id) == ("What did you 3 change?", (), "own-1")
    assert own.competencies == (Competency.CHANGE,)
    assert own.kind is QuestionKind.OWN
    assert own.expects


@pytest.mark.parametrize("text", ["", "   \n  ", "x" * (FEWEST_CHARACTERS - 1)])
def test_an_own_question_needs_its_fewest_characters(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        edited(a_plan(), PlanEdit.WRITE, competency=Competency.CHANGE, text=text)

    assert refused.value.field == "text"


def test_an_own_question_has_a_length_limit() -> None:
    with pytest.raises(ValueError, match="at most 300 characters"):
        PlanChange(do=PlanEdit.WRITE, text="x" * (MAX_QUESTION_CHARACTERS + 1))


def test_an_own_question_keeps_its_level_and_its_words() -> None:
    plan = edited(
        a_plan(), PlanEdit.WRITE, competency=Competency.CHANGE, text="What did you alter?"
    )

    changed = edited(plan, PlanEdit.SET, level=1)

    assert changed.questions[-2] == plan.questions[-2]


def test_an_own_question_is_asked_once() -> None:
    own = {"competency": Competency.CHANGE, "text": "What did you alter?"}
    plan = edited(edited(a_plan(), PlanEdit.DROP, 0), PlanEdit.WRITE, **own)

    with pytest.raises(Conflict, match="already"):
        edited(plan, PlanEdit.WRITE, **own | {"text": " what did  you ALTER?"})
