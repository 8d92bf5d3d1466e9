"""Drills at the service: at most three open, tried again, and the difference in evidence."""

import pytest

from chassis.errors import Conflict, NotFound
from chassis.ids import new_id
from contracts.drills import (
    MAX_OPEN,
    CloseDrill,
    Drill,
    DrillState,
    FindDrill,
    ListDrills,
    OpenDrill,
    TryDrill,
)
from contracts.evidence import EvidenceType
from contracts.message import PersonId
from services.feedback.rules.advising.drill import weakest
from services.feedback.service import FeedbackService
from tests.feedback.reports import a_fresh_transcript, feedback, ready
from tests.interview.candidates import weak
from tests.support.people import a_person
from tests.support.stack import Stack

BETTER = (
    "Last year I led the move of our billing to a new release train at a parcel company. "
    "I wrote the plan, split the work and moved every service myself because nobody had the time. "
    "As a result the release went from 6 hours to 40 minutes. Looking back, I learned to start "
    "with the smallest service."
)


def drills(service: FeedbackService) -> list[Drill]:
    return list(service.list_drills(ListDrills()).drills)


def with_drills(stack: Stack) -> tuple[PersonId, FeedbackService]:
    person = a_person()
    ready(stack, person, a_fresh_transcript(weak))
    return person, feedback(stack, person)


def test_a_report_opens_at_most_three_drills_from_its_weakest_answers(stack: Stack) -> None:
    person, service = with_drills(stack)
    ready(stack, person, a_fresh_transcript(weak))

    found = drills(service)

    assert len(found) == MAX_OPEN
    assert all(one.state is DrillState.OPEN and one.task for one in found)


def test_drills_opened_together_stand_in_the_order_of_their_need(stack: Stack) -> None:
    person = a_person()
    report = ready(stack, person, a_fresh_transcript(weak)).report

    found = [one.question_id for one in drills(feedback(stack, person))]

    assert report is not None
    assert found == [one.question_id for one in weakest(report)[:MAX_OPEN]]


def test_a_fourth_drill_is_refused_by_the_limit(stack: Stack) -> None:
    person, service = with_drills(stack)
    other = ready(stack, person, a_fresh_transcript(weak))
    assert other.report is not None
    lacking = next(one for one in other.report.questions if one.one_fix)
    cmd = OpenDrill(interview_id=other.interview_id, question_id=lacking.question_id)

    with pytest.raises(Conflict, match="At most 3 drills") as refused:
        service.open_drill(cmd)

    assert refused.value.code == "too-many-drills"


def test_what_was_skipped_can_be_practised(stack: Stack) -> None:
    person = a_person()
    given = a_fresh_transcript(weak)
    (first, *_) = given.plan.questions
    turns = [turn for turn in given.turns if turn.question_id != first.id or turn.level]
    numbered = (turn.model_copy(update={"number": at}) for at, turn in enumerate(turns))
    report = ready(stack, person, given.model_copy(update={"turns": tuple(numbered)}))
    service = feedback(stack, person)
    service.close_drill(CloseDrill(drill_id=drills(service)[0].drill_id, is_done=True))

    opened = service.open_drill(OpenDrill(interview_id=report.interview_id, question_id=first.id))

    assert opened.before is None
    assert opened.task.startswith("There is no answer to this question yet")
    tried = service.try_drill(TryDrill(drill_id=opened.drill_id, try_id=new_id(), text=BETTER))
    assert tried.tries[0].text == BETTER


def test_trying_again_shows_what_is_new(stack: Stack) -> None:
    _, service = with_drills(stack)
    one = drills(service)[0]

    tried = service.try_drill(TryDrill(drill_id=one.drill_id, try_id=new_id(), text=BETTER))

    assert len(tried.tries) == 1
    assert tried.tries[0].text == BETTER
    before = set(tried.before.shown) if tried.before else set()
    assert set(tried.gained) == set(tried.tries[0].shown) - before
    assert set(tried.lost) == before - set(tried.tries[0].shown)


def test_some_drill_gains_its_own_action(stack: Stack) -> None:
    _, service = with_drills(stack)

    gained = [
        service.try_drill(TryDrill(drill_id=one.drill_id, try_id=new_id(), text=BETTER)).gained
        for one in drills(service)
    ]

    assert any(EvidenceType.OWN_ACTION in each for each in gained)


@pytest.mark.parametrize("text", ["fine", "Lorem ipsum dolor sit amet, consectetur adipiscing."])
def test_a_try_that_is_no_answer_says_why_and_takes_nothing_away(stack: Stack, text: str) -> None:
    _, service = with_drills(stack)
    one = drills(service)[0]
    service.try_drill(TryDrill(drill_id=one.drill_id, try_id=new_id(), text=BETTER))

    tried = service.try_drill(TryDrill(drill_id=one.drill_id, try_id=new_id(), text=text))

    assert tried.tries[-1].level.value is None
    assert tried.tries[-1].level.why
    assert (tried.gained, tried.lost) == ((), ())


def test_the_same_try_twice_is_one_try(stack: Stack) -> None:
    _, service = with_drills(stack)
    cmd = TryDrill(drill_id=drills(service)[0].drill_id, try_id=new_id(), text=BETTER)

    assert service.try_drill(cmd) == service.try_drill(cmd)


def test_closing_twice_is_closing_once_and_makes_room(stack: Stack) -> None:
    _, service = with_drills(stack)
    one = drills(service)[0]
    done = CloseDrill(drill_id=one.drill_id, is_done=True)

    first, again = service.close_drill(done), service.close_drill(done)

    assert first == again
    assert first.state is DrillState.DONE
    with pytest.raises(Conflict):
        service.try_drill(TryDrill(drill_id=one.drill_id, try_id=new_id(), text=BETTER))
    opened = service.open_drill(
        OpenDrill(interview_id=one.interview_id, question_id=one.question_id)
    )
    assert (opened.drill_id, opened.state) == (one.drill_id, DrillState.OPEN)


def test_a_drill_is_nobody_elses(stack: Stack) -> None:
    _, service = with_drills(stack)
    one = drills(service)[0]

    with pytest.raises(NotFound):
        feedback(stack, a_person()).find_drill(FindDrill(drill_id=one.drill_id))
