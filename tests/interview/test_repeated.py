"""A finished interview is planned once more: the same questions, worded as they were asked."""

from collections.abc import Sequence
from uuid import UUID

import pytest

from chassis.errors import Conflict, NotFound
from contracts.interview import (
    FindInterview,
    InterviewState,
    InterviewView,
    StartInterview,
    Turn,
    TurnKind,
)
from contracts.message import InterviewId, Scope
from contracts.replanning import RepeatInterview
from services.interview.planning import repeated_session
from services.interview.service import InterviewService
from tests.interview.build import NOON, Rehearsal
from tests.interview.candidates import WEAK, Candidate
from tests.interview.sessions import a_fresh_briefing, an_order, held, interview, plan, say
from tests.support.people import a_person
from tests.support.stack import Stack

AGAIN = InterviewId(UUID(int=77))


def asked(turns: Sequence[Turn]) -> list[tuple[str, int | None]]:
    return [(turn.text, turn.level) for turn in turns if turn.kind is TurnKind.QUESTION]


def weak(turn: int) -> str:
    return WEAK[turn % len(WEAK)]


def held_again(
    service: InterviewService, interview_id: InterviewId, candidate: Candidate
) -> InterviewView:
    view = service.repeat_interview(RepeatInterview(interview_id=interview_id))
    view = service.start_interview(StartInterview(interview_id=view.interview_id))
    turn = 0
    while view.state is not InterviewState.FINISHED:
        is_between = view.asked is not None and view.asked.kind is TurnKind.BETWEEN
        view = say(service, view.interview_id, "next" if is_between else candidate(turn))
        turn += not is_between
    return view


def test_it_asks_the_same_in_the_same_words_however_it_is_answered(stack: Stack) -> None:
    service = interview(stack)
    first = held(service)

    again = held_again(service, first.interview_id, weak)

    assert asked(again.turns) == asked(first.turns)
    assert len({level for _, level in asked(first.turns)}) > 1
    assert again.interview_id != first.interview_id


def test_it_reads_back_with_its_quotes_its_title_and_its_fit(stack: Stack) -> None:
    service = interview(stack)
    first = held(service)

    again = service.repeat_interview(RepeatInterview(interview_id=first.interview_id))

    found = service.find_interview(FindInterview(interview_id=again.interview_id))
    assert found == again
    assert found.state is InterviewState.PLANNED
    assert (found.title, found.fit_id, found.mode) == (first.title, first.fit_id, first.mode)
    assert found.plan.quotes == first.plan.quotes != ()


def test_what_is_not_finished_is_not_repeated(stack: Stack) -> None:
    service = interview(stack)
    planned = plan(service)

    with pytest.raises(Conflict) as refused:
        service.repeat_interview(RepeatInterview(interview_id=planned.interview_id))

    assert refused.value.code == "interview-not-finished"


@pytest.mark.parametrize("scope", [Scope.RESUME, Scope.JOB_DESCRIPTION])
def test_without_one_of_its_documents_it_is_not_repeated(stack: Stack, scope: Scope) -> None:
    person, briefing = a_person(), a_fresh_briefing()
    service = interview(stack, person)
    first = held(service, briefing=briefing)
    item = {
        Scope.RESUME: briefing.resume.resume_id,
        Scope.JOB_DESCRIPTION: briefing.job.job_description_id,
    }[scope]
    service.obey(an_order(stack, person, scope, item))

    with pytest.raises(Conflict) as refused:
        service.repeat_interview(RepeatInterview(interview_id=first.interview_id))

    assert refused.value.code == "documents-deleted"


def test_nobody_repeats_what_is_another_persons(stack: Stack) -> None:
    first = held(interview(stack, a_person()))

    with pytest.raises(NotFound):
        interview(stack, a_person()).repeat_interview(
            RepeatInterview(interview_id=first.interview_id)
        )


def test_a_question_that_was_not_reached_is_asked_as_it_was_planned() -> None:
    session = Rehearsal()
    session.say("skip")
    session.finish()

    again = repeated_session(session.session, AGAIN, NOON)

    unasked = session.plan.questions[-1]
    assert (again.plan.questions[-1].text, again.plan.questions[-1].texts) == (unasked.text, ())
