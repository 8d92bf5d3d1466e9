"""The room at the service: drafts, the clock, and what is chosen before the start."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from chassis.clock import ShiftedClock
from chassis.errors import Conflict
from contracts.interview import (
    InterviewFinished,
    InterviewState,
    InterviewView,
    Mode,
    StartInterview,
    TurnKind,
)
from contracts.message import Scope
from contracts.room import GRACE_S, Difficulty
from services.interview.tables import Draft
from tests.interview.candidates import STRONG
from tests.interview.sessions import (
    an_order,
    at_the_clock,
    draft,
    finish,
    found,
    interview,
    plan,
    say,
    start,
)
from tests.support.people import a_person
from tests.support.services import announced
from tests.support.stack import Stack

WORDS = "In 2023 I was about to"


def past(view: InterviewView, seconds: int = 0) -> timedelta:
    """So long that the time of the open question is over by `seconds`."""
    assert view.timing
    return timedelta(seconds=view.timing.question_s + seconds)


def test_a_draft_is_there_after_a_reload_and_the_last_one_counts(stack: Stack) -> None:
    service = interview(stack)
    view = start(service)

    draft(service, view, "In 2023 I")
    draft(service, view, WORDS)
    draft(service, view, WORDS)

    assert found(service, view).draft == WORDS
    assert found(service, view).version == view.version


def test_an_empty_draft_is_none(stack: Stack) -> None:
    service = interview(stack)
    view = start(service)
    draft(service, view, WORDS)

    draft(service, view, " ")

    assert found(service, view).draft == ""


def test_an_answer_takes_the_place_of_its_draft(stack: Stack) -> None:
    person = a_person()
    service = interview(stack, person)
    view = start(service)
    draft(service, view, WORDS)

    after = say(service, view.interview_id, STRONG[0])

    assert (after.draft, after.unsent) == ("", ())
    with service.db.transaction(person) as tx:
        assert tx.scalars(select(Draft)).all() == []


def test_a_request_leaves_the_draft(stack: Stack) -> None:
    service = interview(stack)
    view = start(service)
    draft(service, view, WORDS)

    after = say(service, view.interview_id, "Could you repeat the question?")

    assert after.draft == WORDS


def test_a_request_that_was_saved_as_it_was_written_is_no_draft(stack: Stack) -> None:
    service, asked = interview(stack), "Could you repeat the question?"
    view = start(service)

    draft(service, view, asked)
    before = say(service, view.interview_id, asked)
    draft(service, view, asked)

    assert before.draft == ""
    assert found(service, view).draft == ""


def test_a_draft_to_what_is_not_open_any_more_is_refused(stack: Stack) -> None:
    service = interview(stack)
    view = start(service)
    say(service, view.interview_id, STRONG[0])

    with pytest.raises(Conflict) as refused:
        draft(service, view, WORDS)

    assert refused.value.code == "question-moved"


def test_a_finished_interview_takes_no_draft_and_keeps_what_was_not_sent(stack: Stack) -> None:
    service = interview(stack)
    view = start(service)
    draft(service, view, WORDS)

    over = finish(service, view.interview_id)
    with pytest.raises(Conflict):
        draft(service, view, "More")

    assert [each.text for each in over.unsent] == [WORDS]


def test_erasing_the_session_erases_its_drafts(stack: Stack) -> None:
    person = a_person()
    service = interview(stack, person)
    view = start(service)
    draft(service, view, WORDS)

    service.obey(an_order(stack, person, Scope.SESSION, view.interview_id))

    with service.db.transaction(person) as tx:
        assert tx.scalars(select(Draft)).all() == []


def test_a_draft_lies_sealed(stack: Stack) -> None:
    person = a_person()
    service = interview(stack, person)
    draft(service, start(service), WORDS)

    with service.db.transaction(person) as tx:
        row = tx.scalars(select(Draft)).one()

    assert WORDS.encode() not in row.text.data


def test_practice_has_no_clock_and_live_counts_down(stack: Stack) -> None:
    service, clock = at_the_clock(stack)
    practice, live = start(service), start(service, mode=Mode.LIVE)

    clock.ahead = timedelta(seconds=60)

    assert practice.timing is None
    assert live.timing
    later = found(service, live).timing
    assert later
    assert later.question_s in range(live.timing.question_s - 62, live.timing.question_s - 59)


def test_an_answer_within_the_grace_is_taken(stack: Stack) -> None:
    service, clock = at_the_clock(stack)
    view = start(service, mode=Mode.LIVE)

    clock.ahead = past(view, GRACE_S - 2)
    after = say(service, view.interview_id, STRONG[0])

    assert after.turns[2].kind is TurnKind.ANSWER


def test_after_the_grace_the_session_moves_on_and_says_so_and_keeps_the_draft(
    stack: Stack,
) -> None:
    service, clock = at_the_clock(stack)
    view = start(service, mode=Mode.LIVE)
    draft(service, view, WORDS)

    clock.ahead = past(view, GRACE_S + 1)
    after, again = found(service, view), found(service, view)

    assert [turn.kind for turn in after.turns[2:]] == [TurnKind.TIME_UP, TurnKind.QUESTION]
    assert "kept, and is not scored" in after.turns[2].text
    assert [each.text for each in after.unsent] == [WORDS]
    assert after.question_number == 2
    assert again.turns == after.turns


def test_when_the_whole_time_is_over_the_session_ends_once_and_says_so(stack: Stack) -> None:
    person, clock = a_person(), ShiftedClock()
    service = interview(stack, person, clock=clock)
    view = start(service, mode=Mode.LIVE)

    clock.ahead = timedelta(minutes=view.plan.minutes, seconds=GRACE_S + 1)
    over, again = found(service, view), found(service, view)

    assert over.state is InterviewState.FINISHED
    assert [turn.kind for turn in over.turns[-2:]] == [TurnKind.TIME_UP, TurnKind.CLOSING]
    assert again == over
    assert [each["topic"] for each in announced(service, person)] == [InterviewFinished.topic]


def test_no_time_runs_in_a_pause(stack: Stack) -> None:
    service, clock = at_the_clock(stack)
    view = start(service, mode=Mode.LIVE)
    paused = say(service, view.interview_id, "Pause, please")

    clock.ahead = timedelta(hours=5)
    after = found(service, view)

    assert paused.timing
    assert paused.timing.is_paused
    assert after.question_number == 1
    assert after.timing == paused.timing
    assert say(service, view.interview_id, "Go on").turns[-1].kind is TurnKind.CLARIFICATION


def test_what_is_chosen_at_the_start_holds(stack: Stack) -> None:
    service = interview(stack)
    planned = plan(service)

    live = service.start_interview(
        StartInterview(
            interview_id=planned.interview_id,
            mode=Mode.LIVE,
            difficulty=Difficulty.ONE,
            pace=3,
        )
    )

    assert (live.mode, live.difficulty, live.pace) == (Mode.LIVE, Difficulty.ONE, 3)
    assert live.timing
    assert live.timing.question_s == 3 * live.plan.questions[0].seconds
    again = found(service, live)
    assert (again.mode, again.difficulty, again.pace) == (Mode.LIVE, Difficulty.ONE, 3)


def test_a_live_interview_goes_from_question_to_question_by_itself(stack: Stack) -> None:
    service = interview(stack)
    view = start(service, mode=Mode.LIVE)

    for text in STRONG:
        if view.state is InterviewState.LIVE:
            view = say(service, view.interview_id, text)

    assert TurnKind.BETWEEN not in {turn.kind for turn in view.turns}
    assert view.question_number > 1
