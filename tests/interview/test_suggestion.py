"""Another plan that a model suggests: out of our bank, about words that stand, to take or leave."""

import re

import pytest

from chassis.errors import Conflict
from contracts.evidence import EngineKind
from contracts.interview import StartInterview
from contracts.replanning import ChangePlan, PlanChange, PlanEdit
from contracts.suggestion import SuggestionState
from services.interview.advice.bank import given_by, places
from services.interview.rules.plan.bank import template_of
from tests.interview.build import CLAIMS
from tests.interview.suggested import Asked, choosing, picks


@pytest.fixture
def asked(stack, adviser):
    return Asked(stack, adviser)


def ids(plan):
    return [question.id for question in plan.questions]


def test_the_plan_of_the_rules_is_there_at_once_and_nothing_leaves_unasked(fake, asked):
    assert asked.first.plan.engine.kind is EngineKind.RULES
    assert asked.found().state is SuggestionState.OPEN
    assert asked.rows() == []
    assert fake.received == []


def test_a_model_suggests_another_plan_out_of_our_bank_about_words_that_stand(fake, asked):
    fake.mind = choosing(picks())

    offered = asked.ask()

    assert offered.state is SuggestionState.OFFERED
    assert asked.view().plan == asked.first.plan
    made = offered.plan
    assert ids(made) == [question for question, *_ in picks()]
    assert f"“{CLAIMS[0]}”" in made.questions[0].text
    assert "“Python”" in made.questions[2].text
    assert "“Kafka”" in made.questions[3].because
    given = {span.quote for span in made.quotes}
    for question in made.questions:
        template = template_of(question.id)
        assert len(question.texts) == len(template.texts)
        assert all(quote in given for quote in re.findall("“([^”]+)”", question.because))
    assert made.engine.label == "sample-1, checked by the rules engine"
    assert made.engine.twin.version == asked.first.plan.engine.version
    assert made.engine.twin.dropped == 0
    both = {*ids(made)} & {*ids(asked.first.plan)}
    assert made.engine.twin.agreement == round(
        len(both) / len({*ids(made), *ids(asked.first.plan)}), 4
    )


def test_every_quote_of_it_stands_in_its_document_at_its_place(fake, asked):
    fake.mind = choosing(picks())

    made = asked.ask().plan

    documents = {span: span.quote for place in places(_grounds(asked)) for span in _spans(place)}
    for span in made.quotes:
        whole = next(
            w
            for w in documents
            if w.document_id == span.document_id and w.start <= span.start and span.end <= w.end
        )
        assert whole.quote[span.start - whole.start : span.end - whole.start] == span.quote


def _grounds(asked):
    return given_by(asked.briefing, ()).grounds


def _spans(place):
    quotes = [span for ground in place.grounds for span in (ground.whole, ground.quote)]
    return [span for span in quotes if span]


def test_who_takes_it_has_it_and_may_go_back_to_the_plan_of_the_rules(fake, asked):
    fake.mind = choosing(picks())
    offered = asked.ask()

    taken = asked.settle()

    assert ids(taken.plan) == ids(offered.plan)
    assert taken.plan.engine.kind is EngineKind.MODEL
    assert [one.id for one in taken.plan.original] == ids(asked.first.plan)
    assert asked.view().plan == taken.plan
    assert asked.found().state is SuggestionState.CLOSED
    assert [row.content for row in asked.rows()] == [None]
    back = asked.service.change_plan(
        ChangePlan(interview_id=asked.id, version=2, change=PlanChange(do=PlanEdit.RESTORE))
    )
    assert back.plan.questions == asked.first.plan.questions
    assert back.plan.engine == asked.first.plan.engine


def test_who_leaves_it_keeps_the_plan_and_nothing_of_it_stays(fake, asked):
    fake.mind = choosing(picks())
    asked.ask()

    left = asked.settle(is_taken=False)

    assert left.plan == asked.first.plan
    assert asked.found().state is SuggestionState.CLOSED
    assert [row.content for row in asked.rows()] == [None]
    with pytest.raises(Conflict):
        asked.settle()


def test_with_the_start_it_lapses(fake, asked):
    fake.mind = choosing(picks())
    asked.ask()

    start_it(asked)

    assert asked.found().state is SuggestionState.CLOSED
    assert [row.content for row in asked.rows()] == [None]
    with pytest.raises(Conflict):
        asked.settle(version=2)
    with pytest.raises(Conflict):
        asked.service.ask_suggestion(asked.wanted)


def start_it(asked):
    return asked.service.start_interview(StartInterview(interview_id=asked.id))


def test_an_answer_that_comes_after_the_start_changes_nothing(fake, asked):
    fake.mind = choosing(picks())
    asked.service.ask_suggestion(asked.wanted)
    start_it(asked)

    asked.work()

    assert fake.received == []
    assert [row.content for row in asked.rows()] == [None]


def test_it_is_not_taken_over_a_plan_that_was_changed_meanwhile(fake, asked):
    fake.mind = choosing(picks())
    asked.ask()
    drop = PlanChange(do=PlanEdit.DROP, question_id=asked.first.plan.questions[0].id)
    asked.service.change_plan(ChangePlan(interview_id=asked.id, version=1, change=drop))

    with pytest.raises(Conflict) as refused:
        asked.settle(version=1)

    assert refused.value.code == "changed-meanwhile"
    assert asked.found().state is SuggestionState.OFFERED
