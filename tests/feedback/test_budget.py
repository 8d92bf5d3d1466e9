"""A report is there in time, whatever its provider does: what was not read is the rules' alone."""

import itertools

from chassis.config import Settings
from contracts.disclosure import SendingPurpose
from services.feedback.rules.coach import RulesCoach
from tests.feedback.advised import PLAIN, a_session, an_adviser, bare, reported, told
from tests.support.people import a_person
from tests.support.provider import Fault


def levels(card):
    return [cell.level.value for cell in card.cells]


def test_a_slow_provider_is_cut_off_at_the_budget(stack, fake, model):
    person, transcript = a_person(), a_session(PLAIN)
    fake.script.append(Fault.SLOW)
    fake.released.clear()

    report = reported(stack, person, an_adviser(stack, model, budget_s=1.2), transcript)

    fake.released.set()
    assert report.questions[0].sampled.instead == "timed_out"
    assert levels(report.scorecard) == levels(RulesCoach().report(bare(transcript)).scorecard)


def test_what_is_not_answered_within_the_budget_is_the_rules(stack, fake, model):
    person, transcript = a_person(), a_session()
    tick = itertools.count(0, 20)

    adviser = an_adviser(stack, model, clock_s=lambda: next(tick))
    report = reported(stack, person, adviser, transcript)

    assert len(fake.received) == 2
    assert {each.sampled.instead for each in report.questions} == {"out_of_time"}


def test_a_breaker_that_is_open_leaves_the_rules_and_asks_nothing(stack, fake, model):
    person, transcript = a_person(), a_session()
    model.breakers.failed(SendingPurpose.READ_ANSWER, 60)

    report = reported(stack, person, an_adviser(stack, model), transcript)

    assert fake.received == []
    assert report.engine.instead == "unreachable"
    assert told(stack, person) == ()


def test_a_provider_that_is_down_is_asked_once_and_the_rest_is_the_rules(stack, fake, model):
    person, transcript = a_person(), a_session()
    fake.script.append(Fault.BROKEN)

    report = reported(stack, person, an_adviser(stack, model), transcript)

    assert len(fake.received) == 1
    reasons = [each.sampled.instead for each in report.questions]
    assert reasons == ["server_error", "unreachable"]
    assert report.scorecard == RulesCoach().report(bare(transcript)).scorecard


def test_a_report_has_three_samples_and_45_seconds_unless_the_operator_says_otherwise(tmp_path):
    told = Settings(process="feedback", secrets=tmp_path, amqp_url="amqp://nobody@localhost")

    assert (told.model_samples, told.model_report_s) == (3, 45)
