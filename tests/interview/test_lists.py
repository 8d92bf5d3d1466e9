"""A list of interviews says how they stand now: left alone, over by the clock, or under way."""

from datetime import timedelta

from contracts.interview import InterviewRow, InterviewState, ListInterviews, Mode
from services.interview.service import InterviewService
from tests.interview.sessions import at_the_clock, say, start
from tests.support.queries import queries
from tests.support.stack import Stack


def the_row(service: InterviewService) -> InterviewRow:
    (row,) = service.list_interviews(ListInterviews()).interviews
    return row


def test_a_live_session_that_was_left_alone_is_over_in_the_list(stack: Stack) -> None:
    service, clock = at_the_clock(stack)
    start(service, mode=Mode.LIVE)

    clock.ahead = timedelta(hours=9)
    row = the_row(service)

    assert row.state is InterviewState.FINISHED
    assert row.finished_at is not None
    assert not row.is_paused
    assert the_row(service) == row


def test_practice_that_was_left_alone_is_paused_and_goes_on_with_the_next_word(
    stack: Stack,
) -> None:
    service, clock = at_the_clock(stack)
    view = start(service)

    clock.ahead = timedelta(hours=9)
    left = the_row(service)
    say(service, view.interview_id, "Could you repeat the question?")
    again = the_row(service)

    assert [left.state, left.is_paused] == [InterviewState.LIVE, True]
    assert [again.state, again.is_paused] == [InterviewState.LIVE, False]


def test_a_live_session_whose_clock_stands_is_paused_however_long(stack: Stack) -> None:
    service, clock = at_the_clock(stack)
    view = start(service, mode=Mode.LIVE)
    say(service, view.interview_id, "Pause, please.")

    soon = the_row(service)
    clock.ahead = timedelta(hours=9)
    late = the_row(service)

    assert [soon.state, soon.is_paused] == [InterviewState.LIVE, True]
    assert late == soon


def test_a_list_of_six_sessions_takes_as_many_queries_as_a_list_of_one(stack: Stack) -> None:
    service, _ = at_the_clock(stack)
    say(service, start(service, mode=Mode.LIVE).interview_id, "Pause, please.")
    with queries() as for_one:
        one = service.list_interviews(ListInterviews()).interviews

    for mode in (Mode.LIVE, Mode.LIVE, Mode.LIVE, Mode.PRACTICE, Mode.PRACTICE):
        start(service, mode=mode)
    with queries() as for_six:
        six = service.list_interviews(ListInterviews()).interviews

    assert [row.is_paused for row in (*six, *one)] == [False] * 5 + [True, True]
    assert len(for_six) == len(for_one)


def test_of_several_sessions_only_those_whose_time_is_over_are_ended(stack: Stack) -> None:
    service, clock = at_the_clock(stack)
    old = [start(service, mode=Mode.LIVE).interview_id for _ in range(2)]
    clock.ahead = timedelta(hours=9)
    new = start(service, mode=Mode.LIVE).interview_id

    rows = {row.interview_id: row for row in service.list_interviews(ListInterviews()).interviews}

    assert [rows[each].state for each in (*old, new)] == [
        InterviewState.FINISHED,
        InterviewState.FINISHED,
        InterviewState.LIVE,
    ]
    assert [rows[each].is_paused for each in (*old, new)] == [False] * 3
