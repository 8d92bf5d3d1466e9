"""What two windows do at once: while the interviewer thinks, the other one saves a draft."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from chassis.clock import ShiftedClock
from contracts.interview import InterviewView, Mode
from contracts.room import GRACE_S
from services.interview.domain import Heard, Line, Session
from services.interview.rules.room.interviewer import RulesInterviewer
from services.interview.service import InterviewService
from services.interview.tables import Draft
from tests.interview.candidates import STRONG
from tests.interview.sessions import draft, finish, found, interview, say, start
from tests.support.people import a_person
from tests.support.stack import Stack

WORDS = "In 2023 I was about to"
REQUEST = "Could you repeat the question, please?"


class Interrupted(RulesInterviewer):
    """While it thinks for the first time, something happens."""

    def __init__(self, happens: Callable[[], object]) -> None:
        self._happens = [happens]

    def hear(self, session: Session, said: str, at: datetime) -> Heard:
        self._think()
        return super().hear(session, said, at)

    def time_up(self, session: Session, *, is_whole: bool) -> tuple[Line, ...]:
        self._think()
        return super().time_up(session, is_whole=is_whole)

    def stop(self) -> Line:
        self._think()
        return super().stop()

    def _think(self) -> None:
        while self._happens:
            self._happens.pop()()


def a_room(stack: Stack, saved: str) -> tuple[InterviewService, InterviewView, ShiftedClock]:
    """A live session at whose service `saved` is saved elsewhere while it is thought about."""
    person, clock = a_person(), ShiftedClock()
    elsewhere = interview(stack, person)
    view = start(elsewhere, mode=Mode.LIVE)
    leader = Interrupted(lambda: draft(elsewhere, view, saved))
    return interview(stack, person, clock=clock, interviewer=leader), view, clock


@pytest.mark.parametrize("what", ["time", "finish", "request"])
def test_a_draft_that_is_saved_meanwhile_stays(stack: Stack, what: str) -> None:
    service, view, clock = a_room(stack, WORDS)
    assert view.timing

    if what == "time":
        clock.ahead = timedelta(seconds=view.timing.question_s + GRACE_S + 1)
        after = found(service, view)
    elif what == "finish":
        after = finish(service, view.interview_id)
    else:
        after = say(service, view.interview_id, REQUEST)

    assert [after.draft, *(each.text for each in after.unsent)].count(WORDS) == 1
    assert found(service, view) == after


@pytest.mark.parametrize(("said", "saved"), [(STRONG[0], WORDS), (REQUEST, REQUEST)])
def test_a_draft_of_what_is_being_sent_goes_with_it(stack: Stack, said: str, saved: str) -> None:
    service, view, _ = a_room(stack, saved)

    after = say(service, view.interview_id, said)

    assert (after.draft, after.unsent) == ("", ())
    with service.db.transaction(service.caller.person) as tx:
        assert tx.scalars(select(Draft)).all() == []
