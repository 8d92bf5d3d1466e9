"""What a person is shown of a provider: what would be sent of their answers, and what was."""

import re

import pytest

from chassis.errors import NotFound
from contracts.disclosure import SendingPurpose
from contracts.feedback import FindReportSending, RequestReport
from services.feedback.service import FeedbackService
from tests.feedback.advised import a_session, an_adviser, reported
from tests.feedback.reports import feedback
from tests.support.people import a_person
from tests.support.services import worker


def service_of(stack, person, adviser):
    return worker(FeedbackService, stack, caller=person, adviser=adviser)


def test_what_would_be_sent_is_what_is_sent_to_the_letter(stack, fake, adviser):
    person, transcript = a_person(), a_session()
    service = service_of(stack, person, adviser)

    before = service.preview_report(RequestReport(transcript=transcript))
    sent_before = len(fake.received)
    reported(stack, person, adviser, transcript)

    assert sent_before == 0
    assert {each.purpose for each in before.would_send} == {
        SendingPurpose.READ_ANSWER,
        SendingPurpose.WORD_FEEDBACK,
    }
    sent = {each.raw.decode() for each in fake.received}
    patterns = [re.compile(_sent_as(each.body)) for each in before.would_send]
    assert all(any(pattern.fullmatch(body) for pattern in patterns) for body in sent)
    for each, pattern in zip(before.would_send, patterns, strict=True):
        bodies = [body for body in sent if pattern.fullmatch(body)]
        assert bodies
        assert {len(body.encode()) for body in bodies} == {each.bytes}


def _sent_as(body: str) -> str:
    """What is shown, with random letters and a tag in the place of what stands for them."""
    letters = re.escape(body).replace(r"\{boundary\}", "[A-Z]{24}")
    return letters.replace(r"\{tag\}", "[0-9a-f]{32}")


def test_what_was_sent_of_a_session_is_shown_beside_it(stack, fake, adviser):
    person, transcript = a_person(), a_session()
    reported(stack, person, adviser, transcript)

    view = service_of(stack, person, adviser).find_report_sending(
        FindReportSending(interview_id=transcript.interview_id)
    )

    assert len(view.sent) == len(fake.received)
    assert len(view.would_send) == 4
    assert view.provider.model == "sample-1"


def test_without_a_provider_nothing_would_be_sent(stack):
    person = a_person()
    service = service_of(stack, person, an_adviser(stack, None))

    view = service.preview_report(RequestReport(transcript=a_session()))

    assert (view.provider, view.would_send) == (None, ())


def test_somebody_elses_session_is_not_there(stack, adviser):
    transcript = a_session()
    reported(stack, a_person(), adviser, transcript)

    with pytest.raises(NotFound):
        feedback(stack).find_report_sending(FindReportSending(interview_id=transcript.interview_id))
