"""Interviews at the service: planned, held, finished once, and nobody else's."""

from threading import Thread

import pytest

from chassis.errors import Conflict, Invalid, NotFound
from chassis.ids import new_id
from contracts.interview import (
    FindInterview,
    InterviewFinished,
    InterviewState,
    ListInterviews,
    StartInterview,
    TurnKind,
)
from contracts.message import InterviewId
from services.interview.rules.plan.planner import RulesPlanner
from tests.interview.build import INTERVIEW
from tests.interview.candidates import STRONG
from tests.interview.sessions import (
    a_fresh_briefing,
    finish,
    held,
    interview,
    plan,
    say,
    start,
)
from tests.support.people import a_person
from tests.support.services import announced
from tests.support.stack import Stack


def test_a_planned_interview_reads_back_as_it_was_planned(stack: Stack) -> None:
    service, briefing = interview(stack), a_fresh_briefing()

    planned = plan(service, briefing)

    found = service.find_interview(FindInterview(interview_id=planned.interview_id))
    assert found == planned
    assert found.title == "Billing Engineer"
    assert found.plan.questions == RulesPlanner().plan(INTERVIEW, briefing).plan.questions


def test_a_started_interview_opens_with_the_disclosure_and_the_first_question(
    stack: Stack,
) -> None:
    view = start(interview(stack))

    assert [turn.kind for turn in view.turns] == [TurnKind.DISCLOSURE, TurnKind.QUESTION]
    assert view.state is InterviewState.LIVE
    assert view.asked == view.turns[1]
    assert view.question_number == 1


def test_starting_twice_is_one_start(stack: Stack) -> None:
    service = interview(stack)
    first = start(service)

    again = service.start_interview(StartInterview(interview_id=first.interview_id))

    assert again == first


def test_an_interview_is_over_after_its_last_question(stack: Stack) -> None:
    service = interview(stack)

    view = held(service)

    assert view.state is InterviewState.FINISHED
    assert view.turns[-1].kind is TurnKind.CLOSING
    assert view.asked is None
    assert service.find_interview(FindInterview(interview_id=view.interview_id)) == view


def test_the_same_turn_twice_is_one_turn(stack: Stack) -> None:
    service = interview(stack)
    view, turn = start(service), new_id()

    once = say(service, view.interview_id, STRONG[0], turn)
    twice = say(service, view.interview_id, STRONG[0], turn)

    assert twice == once
    assert sum(said.turn_id == turn for said in twice.turns) == 1


def test_the_same_turn_at_once_is_one_turn(stack: Stack) -> None:
    service = interview(stack)
    view, turn = start(service), new_id()
    both = [Thread(target=say, args=(service, view.interview_id, "fine", turn)) for _ in range(4)]

    for thread in both:
        thread.start()
    for thread in both:
        thread.join()

    found = service.find_interview(FindInterview(interview_id=view.interview_id))
    assert [said.number for said in found.turns] == [0, 1, 2, 3]


def test_a_turn_id_of_somebody_else_is_free_to_use(stack: Stack) -> None:
    mine, theirs, turn = interview(stack), interview(stack), new_id()
    say(theirs, start(theirs).interview_id, STRONG[0], turn)

    view = say(mine, start(mine).interview_id, STRONG[1], turn)

    assert [said.text for said in view.turns if said.turn_id == turn] == [STRONG[1]]


def test_finishing_twice_is_one_finish_and_one_event(stack: Stack) -> None:
    person = a_person()
    service = interview(stack, person)
    view = start(service)

    once = finish(service, view.interview_id)
    twice = finish(service, view.interview_id)

    assert once == twice
    (event,) = announced(service, person)
    assert event["topic"] == InterviewFinished.topic
    assert event["interview_id"] == str(view.interview_id)


def test_answering_to_the_end_announces_once(stack: Stack) -> None:
    person = a_person()
    service = interview(stack, person)

    finish(service, held(service).interview_id)

    assert len(announced(service, person)) == 1


def test_a_finished_interview_takes_no_answer(stack: Stack) -> None:
    service = interview(stack)
    over = finish(service, start(service).interview_id)

    with pytest.raises(Conflict) as refused:
        say(service, over.interview_id, STRONG[0])

    assert refused.value.code == "interview-finished"


def test_an_interview_that_has_not_started_takes_no_answer_and_no_finish(stack: Stack) -> None:
    service = interview(stack)
    planned = plan(service)

    with pytest.raises(Conflict):
        say(service, planned.interview_id, STRONG[0])
    with pytest.raises(Conflict):
        finish(service, planned.interview_id)


def test_an_answer_of_blanks_is_refused_and_names_the_field(stack: Stack) -> None:
    service = interview(stack)
    view = start(service)

    with pytest.raises(Invalid) as refused:
        say(service, view.interview_id, " \n ")

    assert refused.value.field == "text"


def test_there_is_a_transcript_only_of_what_is_finished(stack: Stack) -> None:
    service = interview(stack)
    live = start(service)
    with pytest.raises(Conflict):
        service.find_transcript(FindInterview(interview_id=live.interview_id))

    finish(service, live.interview_id)

    transcript = service.find_transcript(FindInterview(interview_id=live.interview_id))
    assert transcript.plan == live.plan
    assert transcript.turns[-1].kind is TurnKind.CLOSING
    assert transcript.resume_id is not None


def test_the_list_has_the_newest_first_and_nobody_elses(stack: Stack) -> None:
    service, other = interview(stack), interview(stack)
    plan(other)
    first, second = plan(service), held(service)

    rows = service.list_interviews(ListInterviews()).interviews

    assert [row.interview_id for row in rows] == [second.interview_id, first.interview_id]
    assert [row.state for row in rows] == [InterviewState.FINISHED, InterviewState.PLANNED]
    assert {row.title for row in rows} == {"Billing Engineer"}


@pytest.mark.parametrize("call", ["find", "start", "say", "finish", "transcript"])
def test_somebody_elses_interview_and_none_at_all_are_the_same(stack: Stack, call: str) -> None:
    theirs = held(interview(stack)).interview_id
    mine = interview(stack)
    calls = {
        "find": lambda item: mine.find_interview(FindInterview(interview_id=item)),
        "start": lambda item: mine.start_interview(StartInterview(interview_id=item)),
        "say": lambda item: say(mine, item, "Hello"),
        "finish": lambda item: finish(mine, item),
        "transcript": lambda item: mine.find_transcript(FindInterview(interview_id=item)),
    }

    refusals = []
    for item in (theirs, InterviewId(new_id())):
        with pytest.raises(NotFound) as refused:
            calls[call](item)
        refusals.append((refused.value.code, refused.value.message))

    assert refusals[0] == refusals[1]
    assert refusals[0][0] == "not-found"
