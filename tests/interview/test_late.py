"""What comes after its time: kept with what it was to answer, told, and never the next answer."""

from datetime import timedelta
from uuid import UUID

import pytest

from chassis.clock import ShiftedClock
from chassis.errors import Conflict
from chassis.ids import new_id
from contracts.interview import (
    InterviewFinished,
    InterviewState,
    InterviewView,
    Mode,
    TurnKind,
)
from contracts.message import TurnId
from contracts.room import GRACE_S
from services.interview.service import InterviewService
from tests.interview.candidates import STRONG
from tests.interview.sessions import at_the_clock, draft, finish, found, interview, say, start
from tests.support.people import a_person
from tests.support.services import announced
from tests.support.stack import Stack

WORDS = "In 2023 I was about to"


def past_the_grace(view: InterviewView) -> timedelta:
    assert view.timing
    return timedelta(seconds=view.timing.question_s + GRACE_S + 1)


def past_the_whole(view: InterviewView) -> timedelta:
    return timedelta(minutes=view.plan.minutes, seconds=GRACE_S + 1)


def open_id(view: InterviewView) -> TurnId:
    assert view.asked
    return view.asked.turn_id


def refused_say(
    service: InterviewService, view: InterviewView, text: str, turn_id: UUID | None = None
) -> str:
    """Why `text` is not taken as an answer to what is open in `view`."""
    with pytest.raises(Conflict) as refused:
        say(service, view.interview_id, text, turn_id, asked=open_id(view))
    return refused.value.code


def refused_draft(service: InterviewService, view: InterviewView, text: str) -> str:
    with pytest.raises(Conflict) as refused:
        draft(service, view, text)
    return refused.value.code


def unsent(view: InterviewView) -> list[str]:
    return [each.text for each in view.unsent]


def test_what_is_sent_too_late_is_refused_kept_and_not_an_answer(stack: Stack) -> None:
    service, clock = at_the_clock(stack)
    view = start(service, mode=Mode.LIVE)

    clock.ahead = past_the_grace(view)
    refused = refused_say(service, view, STRONG[0])

    after = found(service, view)
    assert refused == "time-up"
    assert unsent(after) == [STRONG[0]]
    assert TurnKind.ANSWER not in {turn.kind for turn in after.turns}


@pytest.mark.parametrize("over", [past_the_grace, past_the_whole])
def test_a_turn_that_came_too_late_is_refused_the_same_however_often_it_is_sent(
    stack: Stack, over
) -> None:
    service, clock = at_the_clock(stack)
    view, turn, other = start(service, mode=Mode.LIVE), new_id(), new_id()
    clock.ahead = over(view)

    refused = [refused_say(service, view, STRONG[0], each) for each in (turn, turn, other, turn)]

    after = found(service, view)
    assert set(refused) == {"time-up"}
    assert unsent(after) == [STRONG[0]]
    assert TurnKind.ANSWER not in {each.kind for each in after.turns}


def test_an_answer_to_what_time_has_closed_meanwhile_is_kept_there(stack: Stack) -> None:
    service, clock = at_the_clock(stack)
    view = start(service, mode=Mode.LIVE)
    clock.ahead = past_the_grace(view)
    moved = found(service, view)

    refused = refused_say(service, view, STRONG[0])

    after = found(service, view)
    assert refused == "time-up"
    assert [(each.question_id, each.text) for each in after.unsent] == [
        (view.plan.questions[0].id, STRONG[0])
    ]
    assert after.turns == moved.turns


def test_a_draft_that_comes_after_the_grace_is_kept_and_that_is_told(stack: Stack) -> None:
    service, clock = at_the_clock(stack)
    view = start(service, mode=Mode.LIVE)
    draft(service, view, "In 2023")

    clock.ahead = past_the_grace(view)
    refused = refused_draft(service, view, WORDS)
    again = refused_draft(service, view, WORDS)

    after = found(service, view)
    assert (refused, again) == ("time-up", "time-up")
    assert unsent(after) == [WORDS]
    assert [turn.kind for turn in after.turns[2:]] == [TurnKind.TIME_UP, TurnKind.QUESTION]


def test_words_that_come_after_the_whole_time_are_kept_and_it_ends_once(stack: Stack) -> None:
    person, clock = a_person(), ShiftedClock()
    service = interview(stack, person, clock=clock)
    view = start(service, mode=Mode.LIVE)

    clock.ahead = past_the_whole(view)
    refused_draft(service, view, "In 2023")
    over = found(service, view)
    clock.ahead += timedelta(seconds=9)
    refused_draft(service, view, WORDS)

    after = found(service, view)
    assert (over.state, unsent(over)) == (InterviewState.FINISHED, ["In 2023"])
    assert (after.finished_at, unsent(after)) == (over.finished_at, [WORDS])
    assert [each["topic"] for each in announced(service, person)] == [InterviewFinished.topic]


def test_what_was_said_in_time_is_no_late_draft(stack: Stack) -> None:
    service, clock = at_the_clock(stack)
    view = start(service, mode=Mode.LIVE)
    say(service, view.interview_id, "Could you repeat the question?")

    clock.ahead = past_the_grace(view)
    refused_draft(service, view, "Could you repeat the question?")

    assert unsent(found(service, view)) == []


def test_words_to_what_an_answer_has_closed_are_not_kept(stack: Stack) -> None:
    service, clock = at_the_clock(stack)
    view = start(service, mode=Mode.LIVE)
    asked = say(service, view.interview_id, "I did what was needed.")
    clock.ahead = past_the_grace(view)
    found(service, view)

    refused = refused_say(service, view, STRONG[0]), refused_draft(service, view, WORDS)

    assert asked.asked
    assert asked.asked.kind is TurnKind.PROBE
    assert refused == ("question-moved", "question-moved")
    assert unsent(found(service, view)) == []


def test_words_that_come_after_somebody_ended_it_are_not_kept(stack: Stack) -> None:
    service = interview(stack)
    view = start(service, mode=Mode.LIVE)
    finish(service, view.interview_id)

    refused = refused_say(service, view, STRONG[0]), refused_draft(service, view, WORDS)

    assert refused == ("interview-finished", "interview-finished")
    assert unsent(found(service, view)) == []
