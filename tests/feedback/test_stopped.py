"""A report whose writing met a bug: its person has it tried again, and there is one."""

import pytest
from sqlalchemy import update

from chassis.errors import Conflict, NotFound
from contracts.documents import WorkState
from contracts.feedback import ReportView, TryReportAgain
from contracts.message import InterviewId, PersonId
from services.feedback.service import EvaluateInterview, FeedbackService
from tests.feedback.reports import a_fresh_transcript, evaluate, feedback, find, ready, request
from tests.support.people import a_person
from tests.support.services import announced, owed
from tests.support.stack import Stack


def stopped(stack: Stack, person: PersonId) -> InterviewId:
    """A session whose evaluation is parked."""
    service = feedback(stack, person)
    interview_id = request(service, a_fresh_transcript()).interview_id
    job = service.tables.job
    with service.db.transaction() as tx:
        tx.execute(update(job).where(job.c.key == str(interview_id)).values(state="parked"))
    assert find(service, interview_id).progress.stage == "parked"
    return interview_id


def try_again(service: FeedbackService, interview_id: InterviewId) -> ReportView:
    return service.try_report_again(TryReportAgain(interview_id=interview_id))


def test_a_report_that_stopped_is_owed_again_and_written(stack: Stack) -> None:
    person = a_person()
    interview_id, service = stopped(stack, person), feedback(stack, person)

    view = try_again(service, interview_id)
    evaluate(stack, person, interview_id)

    assert (view.state, view.progress.stage) == (WorkState.WAITING, "waiting")
    assert owed(service, person) == [EvaluateInterview.kind]
    assert find(service, interview_id).report is not None
    assert len(announced(service, person)) == 1


def test_trying_twice_is_refused_and_owes_it_once(stack: Stack) -> None:
    person = a_person()
    interview_id, service = stopped(stack, person), feedback(stack, person)
    try_again(service, interview_id)

    with pytest.raises(Conflict) as refused:
        try_again(service, interview_id)

    assert refused.value.code == "not-stopped"
    assert owed(service, person) == [EvaluateInterview.kind]


def test_a_report_that_is_there_is_not_tried_again(stack: Stack) -> None:
    person = a_person()
    done = ready(stack, person)

    with pytest.raises(Conflict):
        try_again(feedback(stack, person), done.interview_id)

    assert find(feedback(stack, person), done.interview_id) == done


def test_nobody_tries_the_report_of_somebody_else(stack: Stack) -> None:
    person = a_person()
    interview_id = stopped(stack, person)

    with pytest.raises(NotFound):
        try_again(feedback(stack), interview_id)

    assert owed(feedback(stack, person), person) == []
