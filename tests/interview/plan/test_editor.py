"""A plan is edited before the start: each edit is checked, and Mira's own plan comes back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chassis.errors import Conflict, Invalid, NotFound
from contracts.analysis import Seniority
from contracts.evidence import Competency
from contracts.interview import InterviewPlan, Question, QuestionKind
from contracts.replanning import (
    MAX_QUESTION_MINUTES,
    MAX_QUESTIONS,
    MIN_QUESTIONS,
    PlanChange,
    PlanEdit,
)
from services.interview.rules.plan.bank import template_of, templates
from services.interview.rules.plan.editor import RulesEditor
from tests.interview.build import a_briefing, a_plan
from tests.interview.edits import edited

PLACES = st.integers(1, MAX_QUESTIONS)
QUESTIONS = st.sampled_from([question.id for question in a_plan().questions]) | st.none()
ABOUT = st.sampled_from(Competency) | st.none()


def changes(do: PlanEdit, **what: st.SearchStrategy[object]) -> st.SearchStrategy[PlanChange]:
    return st.builds(PlanChange, do=st.just(do), **what)


CHANGES = st.one_of(
    changes(PlanEdit.SWAP, question_id=QUESTIONS),
    changes(PlanEdit.DROP, question_id=QUESTIONS),
    changes(PlanEdit.ADD, competency=ABOUT),
    changes(PlanEdit.WRITE, competency=ABOUT, text=st.text(max_size=40)),
    changes(PlanEdit.MOVE, question_id=QUESTIONS, place=PLACES | st.none()),
    changes(
        PlanEdit.SET,
        question_id=QUESTIONS,
        level=st.integers(1, 3) | st.none(),
        minutes=st.integers(1, MAX_QUESTION_MINUTES) | st.none(),
    ),
    changes(PlanEdit.RESTORE),
)


@given(st.lists(CHANGES, max_size=12))
@settings(max_examples=40, deadline=None)
def test_any_edits_leave_a_whole_plan_and_the_way_back(changes: list[PlanChange]) -> None:
    plan = first = a_plan()

    for change in changes:
        try:
            plan = RulesEditor().edited(plan, change)
        except (Conflict, Invalid, NotFound):
            continue

    said = [text for one in plan.questions for text in (one.text, *(p.ask for p in one.probes))]
    assert MIN_QUESTIONS <= len(plan.questions) <= MAX_QUESTIONS
    assert len({question.id for question in plan.questions}) == len(plan.questions)
    assert len(set(said)) == len(said) or any(one.id.startswith("own-") for one in plan.questions)
    assert RulesEditor().edited(plan, PlanChange(do=PlanEdit.RESTORE)) == first


def test_a_question_is_swapped_for_another_of_its_kind_and_competency() -> None:
    plan = a_plan()
    place = place_of(plan, QuestionKind.BEHAVIOURAL)

    new = edited(plan, PlanEdit.SWAP, place).questions[place]

    old = plan.questions[place]
    assert new.id != old.id
    assert (new.kind, new.competencies[0]) == (old.kind, old.competencies[0])
    assert (new.because, new.level, new.seconds) == (old.because, old.level, old.seconds)


@pytest.mark.parametrize(
    "kind", [QuestionKind.RESUME_PROBE, QuestionKind.GAP_PROBE, QuestionKind.TECHNICAL]
)
def test_a_swapped_question_keeps_the_quote_that_it_is_about(kind: QuestionKind) -> None:
    plan = a_plan()
    place = place_of(plan, kind)

    new = edited(plan, PlanEdit.SWAP, place).questions[place]

    quote = next(s.quote for s in plan.quotes if s.quote in plan.questions[place].text)
    assert all(f"“{quote}”" in text for text in new.texts)
    assert new.requirement_id == plan.questions[place].requirement_id
    assert "{" not in new.text


def test_swapping_goes_round_all_the_bank_has_and_returns_to_the_first() -> None:
    plan = a_plan()
    place = place_of(plan, QuestionKind.BEHAVIOURAL)

    seen = [plan.questions[place].id]
    for _ in range(5):
        plan = edited(plan, PlanEdit.SWAP, place)
        seen.append(plan.questions[place].id)

    assert len(set(seen)) == 5
    assert seen[0] == seen[-1]
    assert plan.original == ()


@pytest.mark.parametrize(
    "kind", [QuestionKind.GAP_PROBE, QuestionKind.TECHNICAL, QuestionKind.RESUME_PROBE]
)
def test_swapping_sends_nobody_to_and_fro_between_two(kind: QuestionKind) -> None:
    plan = a_plan()
    place = place_of(plan, kind)

    seen = [plan.questions[place].id]
    for _ in range(4):
        plan = edited(plan, PlanEdit.SWAP, place)
        seen.append(plan.questions[place].id)

    assert len(set(seen)) >= 4


def test_a_question_that_asks_about_something_else_gives_no_old_reason() -> None:
    plan = edited(
        a_plan(), PlanEdit.WRITE, competency=Competency.CHANGE, text="What did you change?"
    )
    place = next(at for at, one in enumerate(plan.questions) if one.id == "own-1")

    new = edited(plan, PlanEdit.SWAP, place).questions[place]

    assert "yourself" not in new.because


def test_three_questions_stay() -> None:
    plan = a_plan()
    while len(plan.questions) > MIN_QUESTIONS:
        plan = edited(plan, PlanEdit.DROP, 0)

    with pytest.raises(Conflict) as refused:
        edited(plan, PlanEdit.DROP, 0)

    assert refused.value.code == "plan-small"


def test_a_question_is_added_before_the_last_word_about_what_was_chosen() -> None:
    plan = edited(a_plan(), PlanEdit.ADD, competency=Competency.LEADERSHIP)

    added = plan.questions[-2]
    assert added.competencies[0] is Competency.LEADERSHIP
    assert added.kind is QuestionKind.BEHAVIOURAL
    assert "leading" in added.because
    assert plan.minutes > a_plan().minutes


@pytest.mark.parametrize(
    ("do", "text"), [(PlanEdit.ADD, ""), (PlanEdit.WRITE, "What have you learnt?")]
)
def test_eight_questions_are_the_most(do: PlanEdit, text: str) -> None:
    plan = a_plan()
    while len(plan.questions) < MAX_QUESTIONS:
        plan = edited(plan, PlanEdit.ADD, competency=Competency.LEARNING)

    with pytest.raises(Conflict) as refused:
        edited(plan, do, competency=Competency.LEARNING, text=text)

    assert refused.value.code == "plan-full"


def test_a_plan_about_no_field_is_offered_no_case_of_one() -> None:
    plan = a_plan(a_briefing(title="Florist", musts=[], met=[], duties=[]))
    place = place_of(plan, QuestionKind.SITUATIONAL)

    for _ in range(12):
        plan = edited(plan, PlanEdit.SWAP, place)

        template = template_of(plan.questions[place].id)
        assert template is not None
        assert template.field is None


def test_a_question_is_moved_and_the_others_keep_their_order() -> None:
    plan = a_plan()
    names = [question.id for question in plan.questions]

    moved = [question.id for question in edited(plan, PlanEdit.MOVE, 0, place=3).questions]

    assert moved == [names[1], names[2], names[0], *names[3:]]


def test_behind_the_last_place_there_is_no_other() -> None:
    plan = a_plan()

    moved = edited(plan, PlanEdit.MOVE, 0, place=MAX_QUESTIONS)

    assert moved.questions[-1].id == plan.questions[0].id


def test_the_level_of_all_questions_changes_their_wording() -> None:
    plan = edited(a_plan(a_briefing(seniority=Seniority.ENTRY)), PlanEdit.SET, level=3)

    assert all(one.level == 3 and one.text == one.texts[2] for one in plan.questions)


def test_the_time_of_one_question_changes_that_of_the_whole() -> None:
    plan = edited(a_plan(), PlanEdit.SET, 0, minutes=9)

    assert plan.questions[0].seconds == 540
    assert plan.questions[1].seconds == a_plan().questions[1].seconds
    assert plan.minutes > a_plan().minutes


def test_the_time_of_a_question_goes_by_half_minutes() -> None:
    plan = edited(a_plan(), PlanEdit.SET, 0, minutes=2.5)

    assert plan.questions[0].seconds == 150


@pytest.mark.parametrize(
    ("do", "field"),
    [
        (PlanEdit.SWAP, "question_id"),
        (PlanEdit.DROP, "question_id"),
        (PlanEdit.MOVE, "question_id"),
        (PlanEdit.ADD, "competency"),
        (PlanEdit.WRITE, "competency"),
        (PlanEdit.SET, "level"),
    ],
)
def test_an_edit_names_what_it_lacks(do: PlanEdit, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        edited(a_plan(), do)

    assert refused.value.field == field


@pytest.mark.parametrize(
    ("do", "given"),
    [
        (PlanEdit.ADD, {"competency": Competency.CHANGE, "text": "What did you alter?"}),
        (PlanEdit.WRITE, {"competency": Competency.CHANGE, "text": "What now?", "level": 3}),
        (PlanEdit.RESTORE, {"minutes": 3}),
        (PlanEdit.DROP, {"question_id": "b-any", "place": 2}),
    ],
)
def test_an_edit_refuses_what_it_has_no_use_for(do: PlanEdit, given: dict[str, object]) -> None:
    with pytest.raises(Invalid) as refused:
        edited(a_plan(), do, **given)

    assert refused.value.field == list(given)[-1]
    assert "alter" not in str(refused.value)


def test_a_question_that_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(NotFound):
        RulesEditor().edited(a_plan(), PlanChange(do=PlanEdit.DROP, question_id="b-nothing"))


def test_every_question_of_the_bank_can_be_swapped_for_one_that_its_quote_fits() -> None:
    plan = a_plan()
    for template in templates():
        question = plan.questions[0].model_copy(
            update={"id": template.id, "kind": template.kind, "competencies": template.competencies,
                    "text": template.texts[1], "texts": template.texts, "level": 2}
        )  # fmt: skip
        other = plan.model_copy(update={"questions": (question, *plan.questions[1:])})

        new: Question = edited(other, PlanEdit.SWAP, 0).questions[0]

        found = template_of(new.id)
        assert found is not None
        assert found.kind is template.kind
        assert found.blank in {None, template.blank}


def place_of(plan: InterviewPlan, kind: QuestionKind) -> int:
    return next(at for at, one in enumerate(plan.questions) if one.kind is kind)
