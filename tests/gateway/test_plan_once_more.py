"""The page of a plan whose questions have one wording each, as those of an interview once more."""

from contracts.interview import InterviewPlan
from tests.gateway.test_plan import a_planned
from tests.interview.build import a_plan

CHOICES = ("Make all of them", 'name="difficulty"', "Ask this<", "not asked again while")
WHY = "Each of these questions has one wording"


def once_more(fixed: int | None = None) -> InterviewPlan:
    """The first `fixed` questions, or all, as they were asked."""
    plan = a_plan()
    asked = tuple(q.model_copy(update={"texts": ()}) for q in plan.questions[:fixed])
    return plan.model_copy(update={"questions": (*asked, *plan.questions[len(asked) :])})


def test_it_offers_no_difficulty_and_says_why() -> None:
    browser, _ = a_planned(once_more())

    assert [each for each in CHOICES if each in browser.page] == []
    assert WHY in browser.page
    assert 'name="pace"' in browser.page
    assert "Another in its place" in browser.page


def test_one_question_at_three_levels_brings_the_choice_back() -> None:
    browser, _ = a_planned(once_more(fixed=6))

    assert [each for each in CHOICES if each not in browser.page] == []
    assert WHY not in browser.page
    assert "one wording stays as it is" in browser.page


def test_a_plan_of_the_bank_says_nothing_of_one_wording() -> None:
    browser, _ = a_planned()

    assert "one wording" not in browser.page
