"""What is made of all reports reads them at once, and goes on without one that is being erased."""

from collections.abc import Callable
from typing import Any

import pytest

from contracts.drills import ListDrills
from contracts.message import Scope
from contracts.progress import FindProgress
from contracts.stories import ListStories
from services.feedback.service import FeedbackService
from tests.feedback.reports import a_fresh_transcript, feedback, ready
from tests.interview.candidates import strong, weak
from tests.interview.sessions import destroy_key
from tests.support.people import a_person
from tests.support.queries import queries
from tests.support.stack import Stack


def mixed(turn: int) -> str:
    """Some answers that tell a story, and some with much to practise."""
    return strong(turn) if turn % 2 else weak(turn)


LISTS: dict[str, Callable[[FeedbackService], Any]] = {
    "progress": lambda service: [
        row for group in service.find_progress(FindProgress()).groups for row in group.sessions
    ],
    "drills": lambda service: service.list_drills(ListDrills()).drills,
    "stories": lambda service: service.list_stories(ListStories()).stories,
}


@pytest.mark.parametrize("kind", LISTS)
def test_three_reports_take_as_many_queries_as_one(stack: Stack, kind: str) -> None:
    person = a_person()
    service = feedback(stack, person)
    ready(stack, person, a_fresh_transcript(mixed))
    with queries() as for_one:
        assert LISTS[kind](service)

    for _ in range(2):
        ready(stack, person, a_fresh_transcript(mixed))
    with queries() as for_three:
        LISTS[kind](service)

    assert len(for_three) == len(for_one)


def test_a_session_that_is_being_erased_is_left_out_of_all_of_them(stack: Stack) -> None:
    person = a_person()
    service = feedback(stack, person)
    ready(stack, person, a_fresh_transcript(mixed))
    alone = {kind: len(ask(service)) for kind, ask in LISTS.items()}
    gone = ready(stack, person, a_fresh_transcript(mixed)).interview_id
    assert len(LISTS["progress"](service)) > alone["progress"]

    destroy_key(stack, Scope.SESSION, gone, person)

    assert {kind: len(ask(service)) for kind, ask in LISTS.items()} == alone
