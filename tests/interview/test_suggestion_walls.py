"""The walls around a suggested plan: what does not stand, what goes wrong, what may not leave."""

import json
import re

import pytest
from sqlalchemy import select

from chassis.errors import Conflict, NotFound, Unavailable
from contracts.disclosure import SendingOutcome, SendingPurpose
from contracts.interview import FindInterview
from contracts.message import Scope
from contracts.suggestion import AskSuggestion, SuggestionState
from services.interview.tables import Suggestion
from tests.interview.advised import an_adviser
from tests.interview.build import CLAIMS
from tests.interview.sessions import a_fresh_briefing, an_order, interview
from tests.interview.suggested import Asked, a_named_briefing, choosing, picks
from tests.support.people import a_person
from tests.support.provider import Fault


@pytest.fixture
def asked(stack, adviser):
    return Asked(stack, adviser)


def ids(plan):
    return [question.id for question in plan.questions]


def test_where_no_whole_plan_is_left_that_of_the_rules_stays_and_it_is_said(fake, asked):
    fake.mind = choosing(picks()[:2])

    found = asked.ask()

    assert (found.state, found.instead) == (SuggestionState.NONE, "no_whole_plan")
    assert asked.view().plan == asked.first.plan
    assert [row.content for row in asked.rows()] == [None]


@pytest.mark.parametrize(
    ("fault", "times", "outcome"),
    [
        (Fault.REFUSAL, 1, SendingOutcome.REFUSED),
        (Fault.TRUNCATED, 2, SendingOutcome.TRUNCATED),
        (Fault.NOT_JSON, 2, SendingOutcome.NOT_JSON),
        (Fault.OTHER_SHAPE, 2, SendingOutcome.NOT_OUR_SHAPE),
        (Fault.KEY_REFUSED, 1, SendingOutcome.KEY_REFUSED),
        (Fault.RATE_LIMITED, 1, SendingOutcome.RATE_LIMITED),
        (Fault.BROKEN, 1, SendingOutcome.SERVER_ERROR),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_whatever_goes_wrong_the_plan_of_the_rules_stays_and_it_is_said(
    fake, asked, fault, times, outcome
):
    fake.mind = choosing(picks())
    fake.script.extend([fault] * times)

    found = asked.ask()

    assert (found.state, found.instead) == (SuggestionState.NONE, outcome.value)
    assert asked.view().plan == asked.first.plan
    assert [row.outcome for row in asked.told()] == [outcome]


def test_a_provider_that_is_back_soon_is_waited_for(fake, asked):
    fake.mind = choosing(picks())
    fake.retry_after = "10"
    fake.script.append(Fault.RATE_LIMITED)
    asked.service.ask_suggestion(asked.wanted)

    with pytest.raises(Unavailable) as waits:
        asked.work()

    assert waits.value.code == "model-rate-limited"
    assert waits.value.retry_after_s == 10
    assert asked.found().state is SuggestionState.WAITING


def test_a_slow_provider_is_given_up(stack, fake, model):
    fake.script.append(Fault.SLOW)
    fake.released.clear()

    found = Asked(stack, an_adviser(stack, model, plan_s=1)).ask()

    fake.released.set()
    assert (found.state, found.instead) == (SuggestionState.NONE, "timed_out")


def test_an_open_breaker_asks_nothing_and_is_said(stack, fake, model):
    model.breakers.failed(SendingPurpose.READ_ANSWER, 60)

    asked = Asked(stack, an_adviser(stack, model))
    found = asked.ask()

    assert (found.state, found.instead) == (SuggestionState.NONE, "unreachable")
    assert fake.received == []


def test_where_nothing_came_it_may_be_asked_again(fake, asked):
    fake.script.append(Fault.REFUSAL)
    asked.ask()
    fake.mind = choosing(picks())

    asked.service.ask_suggestion(asked.wanted)
    found = asked.work(asked=2)

    assert found.state is SuggestionState.OFFERED


def test_asking_twice_is_asking_once(fake, asked):
    fake.mind = choosing(picks())
    asked.ask()
    asked.service.ask_suggestion(asked.wanted)
    asked.work()

    assert len(fake.received) == 1
    assert len(asked.rows()) == 1


def test_what_would_be_sent_is_what_is_sent_byte_for_byte(fake, asked):
    fake.mind = choosing(picks())

    (shown,) = asked.service.preview_suggestion(asked.wanted).would_send
    before = len(fake.received)
    asked.ask()

    (sent,) = fake.received
    assert before == 0
    assert shown.purpose is SendingPurpose.PLAN_INTERVIEW
    assert len(sent.raw) == shown.bytes
    pattern = re.escape(shown.body).replace(r"\{boundary\}", "[A-Z]{24}")
    assert re.fullmatch(pattern.replace(r"\{tag\}", "[0-9a-f]{32}"), sent.raw.decode())


def test_names_stay_here_and_without_them_nothing_can_be_asked(stack, fake, adviser):
    fake.mind = choosing(picks())
    briefing = a_named_briefing()
    text = briefing.model_dump_json().replace("with two other teams", "with Ada Example")
    Asked(stack, adviser, type(briefing).model_validate_json(text)).ask()
    sent = fake.received[0].prompt
    fake.received.clear()

    nameless = Asked(stack, adviser, a_fresh_briefing())

    assert "Ada" not in sent
    assert "[[PERSON_1]]" in sent
    assert nameless.found().state is SuggestionState.CLOSED
    with pytest.raises(Conflict):
        nameless.service.ask_suggestion(nameless.wanted)
    assert fake.received == []


def test_without_a_model_nothing_can_be_asked(stack):
    asked = Asked(stack, an_adviser(stack, None))

    assert asked.found().state is SuggestionState.CLOSED
    assert asked.service.preview_suggestion(asked.wanted).would_send == ()
    with pytest.raises(Conflict):
        asked.service.ask_suggestion(asked.wanted)


def test_a_briefing_of_other_documents_is_refused(asked):
    other = AskSuggestion(interview_id=asked.id, briefing=a_named_briefing())

    with pytest.raises(NotFound):
        asked.service.ask_suggestion(other)


@pytest.mark.parametrize("scope", [Scope.RESUME, Scope.JOB_DESCRIPTION, Scope.SESSION])
def test_it_goes_with_the_session_and_with_either_document(stack, fake, asked, scope):
    fake.mind = choosing(picks())
    asked.ask()
    briefing = asked.briefing
    item = {
        Scope.RESUME: briefing.resume.resume_id,
        Scope.JOB_DESCRIPTION: briefing.job.job_description_id,
        Scope.SESSION: asked.id,
    }[scope]

    asked.service.obey(an_order(stack, asked.person, scope, item))

    assert asked.rows() == []


def test_what_was_taken_loses_what_it_quotes_with_the_document(stack, fake, asked):
    fake.mind = choosing(picks())
    asked.ask()
    asked.settle()

    order = an_order(stack, asked.person, Scope.RESUME, asked.briefing.resume.resume_id)
    asked.service.obey(order)

    assert "“[deleted]”" in asked.view().plan.questions[0].text
    assert CLAIMS[0] not in asked.view().plan.model_dump_json()


def test_what_is_offered_is_given_out_to_its_person(fake, asked):
    fake.mind = choosing(picks())
    asked.ask()

    with asked.service.db.transaction(asked.person) as tx:
        (row,) = tx.execute(select(Suggestion.__table__)).mappings()
        given = asked.service.export(Suggestion.__table__, dict(row), asked.person)

    assert json.loads(given["content"])["questions"]


def test_nobody_else_finds_it(stack, fake, adviser, asked):
    stranger = interview(stack, a_person(), adviser=adviser)

    with pytest.raises(NotFound):
        stranger.find_suggestion(FindInterview(interview_id=asked.id))
    with pytest.raises(NotFound):
        stranger.ask_suggestion(asked.wanted)
