"""A question of one's own stands in a plan as it was written, and once."""

import pytest

from chassis.errors import Conflict, Invalid
from contracts.evidence import Competency
from contracts.interview import InterviewPlan, QuestionKind
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

    for again in (" what did  you ALTER?", "What did you alter", "“What did you alter?!”"):
        with pytest.raises(Conflict, match="already"):
            edited(plan, PlanEdit.WRITE, **own | {"text": again})


def as_asked(plan: InterviewPlan) -> InterviewPlan:
    """Each question in one wording, as in an interview once more."""
    questions = tuple(one.model_copy(update={"texts": ()}) for one in plan.questions)
    return plan.model_copy(update={"questions": questions})


@pytest.mark.parametrize("question", [None, 0])
@pytest.mark.parametrize("what", [{"level": 3}, {"level": 3, "minutes": 2}])
def test_no_level_is_set_where_every_question_has_one_wording(
    question: int | None, what: dict[str, int]
) -> None:
    with pytest.raises(Conflict, match="one wording") as refused:
        edited(as_asked(a_plan()), PlanEdit.SET, question, **what)

    assert refused.value.code == "one-wording"


def test_its_time_is_set_all_the_same() -> None:
    changed = edited(as_asked(a_plan()), PlanEdit.SET, minutes=2)

    assert {one.seconds for one in changed.questions} == {120}


def test_another_in_the_place_of_one_has_its_levels() -> None:
    swapped = edited(as_asked(a_plan()), PlanEdit.SWAP, 1)

    assert edited(swapped, PlanEdit.SET, level=3).questions[1].level == 3
