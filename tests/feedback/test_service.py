"""Reports at the service: asked for twice and made once, and nobody else's."""

import json

import pytest

from chassis.certificate import published
from chassis.errors import NotFound
from chassis.ids import new_id
from chassis.reportseal import SIGNER, is_untouched
from contracts.certificate import PublicKeys, Seal
from contracts.documents import WorkState
from contracts.feedback import FeedbackReport, FindRubric, ListReports, ReportReady, ReportView
from contracts.message import InterviewId, Owner, Scope
from ops.report.examine import examine
from ops.report.signature import Keys
from ops.report.verdict import Verdict
from services.feedback.rules.coach import RulesCoach
from services.feedback.rules.rubric import rubric
from services.feedback.service import EvaluateInterview
from tests.feedback.reports import (
    a_fresh_transcript,
    evaluate,
    feedback,
    find,
    ready,
    request,
)
from tests.interview.candidates import junk
from tests.interview.sessions import an_order
from tests.support.people import a_person
from tests.support.services import announced, owed
from tests.support.stack import Stack


def given(view: ReportView) -> FeedbackReport:
    assert view.report is not None
    return view.report


def unsigned(view: ReportView) -> FeedbackReport:
    return given(view).model_copy(update={"signature": None})


def public_keys(stack: Stack) -> PublicKeys:
    return published(stack.secrets_of(Owner.FEEDBACK).public_keys())


def keys_of(stack: Stack) -> Keys:
    return Keys(public_keys(stack), are_given=True)


def test_a_report_that_was_asked_for_is_owed_and_waits(stack: Stack) -> None:
    person = a_person()
    service, transcript = feedback(stack, person), a_fresh_transcript()

    view = request(service, transcript)

    assert [view.state, view.report, view.title] == [WorkState.WAITING, None, "Billing Engineer"]
    assert owed(service, person) == [EvaluateInterview.kind]


def test_the_report_is_what_the_coach_says_of_the_transcript(stack: Stack) -> None:
    person, transcript = a_person(), a_fresh_transcript()

    view = ready(stack, person, transcript)

    assert view.state is WorkState.DONE
    assert unsigned(view) == RulesCoach().report(transcript)


def test_asking_twice_is_one_report(stack: Stack) -> None:
    person = a_person()
    service, transcript = feedback(stack, person), a_fresh_transcript()
    request(service, transcript)

    again = request(service, transcript)

    assert again == find(service, transcript.interview_id)
    assert len(owed(service, person)) == 1


def test_asking_again_when_it_is_done_gives_the_report(stack: Stack) -> None:
    person, transcript = a_person(), a_fresh_transcript()
    done = ready(stack, person, transcript)

    assert request(feedback(stack, person), transcript) == done


def test_evaluating_twice_announces_once(stack: Stack) -> None:
    person, transcript = a_person(), a_fresh_transcript()
    once = ready(stack, person, transcript)

    evaluate(stack, person, transcript.interview_id)

    service = feedback(stack, person)
    assert find(service, transcript.interview_id) == once
    (event,) = announced(service, person)
    assert event["topic"] == ReportReady.topic
    assert event["interview_id"] == str(transcript.interview_id)


def test_the_list_has_the_newest_first_and_nobody_elses(stack: Stack) -> None:
    person = a_person()
    ready(stack, a_person())
    first = ready(stack, person)
    second = ready(stack, person, a_fresh_transcript(junk))

    rows = feedback(stack, person).list_reports(ListReports()).reports

    assert [row.interview_id for row in rows] == [second.interview_id, first.interview_id]
    assert [row.overall.value if row.overall else 0 for row in rows] == [None, 5.0]


def test_somebody_elses_report_and_none_at_all_are_the_same(stack: Stack) -> None:
    theirs = ready(stack, a_person()).interview_id
    mine = feedback(stack)

    refusals = []
    for item in (theirs, InterviewId(new_id())):
        with pytest.raises(NotFound) as refused:
            find(mine, item)
        refusals.append((refused.value.code, refused.value.message))

    assert refusals[0] == refusals[1]
    assert refusals[0][0] == "not-found"


def test_nobody_takes_over_the_session_of_somebody_else(stack: Stack) -> None:
    transcript = a_fresh_transcript()
    owner = a_person()
    done = ready(stack, owner, transcript)

    with pytest.raises(NotFound):
        request(feedback(stack), transcript)

    assert find(feedback(stack, owner), transcript.interview_id) == done


def test_the_rubric_is_there_for_everybody(stack: Stack) -> None:
    assert feedback(stack).find_rubric(FindRubric()) == rubric()


def test_a_report_is_signed_as_it_is_given_out(stack: Stack) -> None:
    document = json.loads(given(ready(stack, a_person())).model_dump_json())
    seal = Seal.model_validate(document["signature"])
    public = public_keys(stack).keys[SIGNER]

    assert is_untouched(document, seal, public)
    assert not is_untouched(document | {"headline": "Hired."}, seal, public)


@pytest.mark.parametrize("scope", [Scope.RESUME, Scope.JOB_DESCRIPTION])
def test_a_report_is_signed_anew_when_a_document_is_gone(stack: Stack, scope: Scope) -> None:
    person, transcript = a_person(), a_fresh_transcript()
    service, before = feedback(stack, person), given(ready(stack, person, transcript))
    item = transcript.resume_id if scope is Scope.RESUME else transcript.job_description_id
    assert item is not None

    service.obey(an_order(stack, person, scope, item))

    after = given(find(service, transcript.interview_id))
    then, now = (
        examine(each.model_dump_json().encode(), keys_of(stack)) for each in (before, after)
    )
    assert "[deleted]" in after.model_dump_json()
    assert then.verdict is Verdict.VALID, then.text
    assert now.verdict is Verdict.PARTLY_CHECKED, now.text
    assert "gave out this report so" in now.text
