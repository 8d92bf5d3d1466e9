"""Plans changed at the service: kept sealed, only before the start, and never over a newer one."""

import pytest

from chassis.errors import Conflict, NotFound
from contracts.evidence import Competency
from contracts.interview import FindInterview, InterviewView, QuestionKind
from contracts.message import Scope
from contracts.replanning import ChangePlan, PlanChange, PlanEdit
from services.interview.service import InterviewService
from tests.interview.sessions import a_fresh_briefing, destroy_key, interview, plan, start
from tests.support.people import a_person
from tests.support.stack import Stack

DELETED = "“[deleted]”"


def change(
    service: InterviewService, view: InterviewView, do: PlanEdit, question: int = 0, **what: object
) -> InterviewView:
    """An edit of one question, where it is of one."""
    is_of_one = do not in {PlanEdit.WRITE, PlanEdit.RESTORE}
    name = {"question_id": view.plan.questions[question].id} if is_of_one else {}
    wanted = PlanChange.model_validate({"do": do, **name, **what})
    command = ChangePlan(interview_id=view.interview_id, version=view.version, change=wanted)
    return service.change_plan(command)


def test_a_changed_plan_reads_back_as_it_was_changed_and_is_what_is_asked(stack: Stack) -> None:
    service = interview(stack)
    planned = plan(service)

    changed = change(service, planned, PlanEdit.MOVE, 1, place=1)

    found = service.find_interview(FindInterview(interview_id=planned.interview_id))
    assert found.plan == changed.plan
    assert found.plan.questions[0] == planned.plan.questions[1]
    assert found.plan.original == planned.plan.questions
    assert changed.version == planned.version + 1


def test_the_plan_that_mira_made_comes_back_whole(stack: Stack) -> None:
    service = interview(stack)
    planned = plan(service)
    changed = change(service, change(service, planned, PlanEdit.DROP), PlanEdit.SWAP)

    back = change(service, changed, PlanEdit.RESTORE)

    assert back.plan == planned.plan


def test_nothing_is_changed_once_the_interview_has_begun(stack: Stack) -> None:
    service = interview(stack)
    begun = start(service)

    with pytest.raises(Conflict) as refused:
        change(service, begun, PlanEdit.DROP)

    assert refused.value.code == "plan-fixed"
    found = service.find_interview(FindInterview(interview_id=begun.interview_id))
    assert found.plan == begun.plan


def test_a_change_of_an_older_version_overwrites_nothing(stack: Stack) -> None:
    service = interview(stack)
    planned = plan(service)
    changed = change(service, planned, PlanEdit.DROP)

    with pytest.raises(Conflict) as refused:
        change(service, planned, PlanEdit.SWAP, 1)

    assert refused.value.code == "changed-meanwhile"
    found = service.find_interview(FindInterview(interview_id=planned.interview_id))
    assert found.plan == changed.plan


def test_a_change_says_which_version_it_was_made_from(stack: Stack) -> None:
    service = interview(stack)
    planned = plan(service)

    with pytest.raises(Conflict) as refused:
        change(service, planned.model_copy(update={"version": None}), PlanEdit.DROP)

    assert refused.value.code == "version-needed"


def test_nobody_changes_the_plan_of_another(stack: Stack) -> None:
    planned = plan(interview(stack))

    with pytest.raises(NotFound):
        change(interview(stack), planned, PlanEdit.DROP)


def test_no_wording_of_a_changed_plan_keeps_what_an_erased_resume_said(stack: Stack) -> None:
    person, briefing = a_person(), a_fresh_briefing()
    service = interview(stack, person)
    planned = plan(service, briefing)
    changed = change(service, planned, PlanEdit.SWAP, 0)

    destroy_key(stack, Scope.RESUME, briefing.resume.resume_id, person)

    left = service.find_interview(FindInterview(interview_id=planned.interview_id)).plan
    claim = next(bullet.span.quote for bullet in briefing.resume.roles[0].bullets)
    assert changed.plan.questions[0].kind is QuestionKind.RESUME_PROBE
    assert claim in changed.model_dump_json()
    assert claim not in left.model_dump_json()
    assert all(DELETED in text for text in left.questions[0].texts)


def test_what_is_swapped_after_an_erasure_says_deleted_and_brings_nothing_back(
    stack: Stack,
) -> None:
    person, briefing = a_person(), a_fresh_briefing()
    service = interview(stack, person)
    planned = plan(service, briefing)
    destroy_key(stack, Scope.RESUME, briefing.resume.resume_id, person)

    left = service.find_interview(FindInterview(interview_id=planned.interview_id))
    changed = change(service, left, PlanEdit.SWAP, 0)

    assert DELETED in changed.plan.questions[0].text
    assert "{" not in changed.plan.questions[0].text


def test_an_own_question_is_kept_and_asked(stack: Stack) -> None:
    service = interview(stack)
    planned = plan(service)

    changed = change(
        service, planned, PlanEdit.WRITE, competency=Competency.CHANGE, text="What did you alter?"
    )

    assert changed.plan.questions[-2].text == "What did you alter?"


def test_the_next_session_for_the_same_fit_asks_other_questions(stack: Stack) -> None:
    service, briefing = interview(stack), a_fresh_briefing()

    first, second = plan(service, briefing), plan(service, briefing)

    names = [{question.id for question in view.plan.questions} for view in (first, second)]
    assert not names[0] & names[1]
