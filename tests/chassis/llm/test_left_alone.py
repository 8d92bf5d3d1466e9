"""A provider that fails is tried again a little later, and then left alone until it is back."""

import time

from chassis.llm.breaker import REST_S
from contracts.disclosure import SendingOutcome, SendingPurpose
from tests.chassis.llm.asking import MIND, a_model, a_question
from tests.support.permits import a_permit
from tests.support.provider import Fault, fake_provider


def test_a_provider_that_must_be_left_alone_is_sent_nothing():
    with (
        fake_provider(MIND, Fault.RATE_LIMITED, retry_after="90") as fake,
        a_model(fake) as model,
    ):
        model.ask(a_question(), a_permit(model.provider))
        told = model.ask(a_question(), a_permit(model.provider, SendingPurpose.READ_JOB))

    assert (told.outcome, told.requests, told.sent_bytes) == (SendingOutcome.UNREACHABLE, 0, 0)
    assert 80 < told.wait_s <= 90
    assert len(fake.received) == 1


def test_what_may_pass_is_tried_again_after_as_long_as_it_was_asked_for():
    with (
        fake_provider(MIND, Fault.RATE_LIMITED, Fault.BROKEN, retry_after="4") as fake,
        a_model(fake) as model,
    ):
        told = model.ask(a_question(), a_permit(model.provider))

    assert told.outcome is SendingOutcome.ANSWERED
    assert told.requests == 3
    assert all(waited >= 4 for waited in model.waits)


def test_a_long_wait_is_left_to_the_work_that_asked():
    with (
        fake_provider(MIND, Fault.RATE_LIMITED, retry_after="90") as fake,
        a_model(fake) as model,
    ):
        told = model.ask(a_question(), a_permit(model.provider))
        rest_s = model.rest_s(SendingPurpose.READ_RESUME)

    assert (told.outcome, told.requests, told.wait_s) == (SendingOutcome.RATE_LIMITED, 1, 90)
    assert 80 < rest_s <= 90


def test_after_five_failures_it_is_left_alone_and_whoever_waits_hears_of_its_return():
    closes, slept = [], []
    with (
        fake_provider(MIND, *[Fault.BROKEN] * 15, retry_after="0") as fake,
        a_model(fake, closes=closes, clock=lambda: time.monotonic() + sum(slept)) as model,
    ):
        for _ in range(5):
            model.ask(a_question(), a_permit(model.provider))
        assert model.rest_s(SendingPurpose.READ_RESUME) > 0
        slept.append(REST_S)

        told = model.ask(a_question(), a_permit(model.provider))

        assert told.outcome is SendingOutcome.ANSWERED
        assert (closes, model.rest_s(SendingPurpose.READ_RESUME)) == ([1], 0)
