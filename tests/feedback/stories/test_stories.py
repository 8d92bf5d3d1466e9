"""The story bank at the service: told, named, told too often, and gone with its source."""

import pytest

from chassis.errors import NotFound
from chassis.ids import new_id
from contracts.claims import ClaimStatus
from contracts.drills import ListDrills, TryDrill
from contracts.message import PersonId, Scope, StoryId
from contracts.stories import DropStory, ListStories, NameStory, Story
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.stories.bank import StoryEntry, grouped, told_in
from services.feedback.service import FeedbackService
from tests.feedback.advising.test_drills import BETTER
from tests.feedback.build import a_report
from tests.feedback.reports import a_fresh_transcript, feedback, ready
from tests.interview.build import CLAIMS
from tests.interview.candidates import weak
from tests.interview.sessions import an_order
from tests.support.people import a_person
from tests.support.stack import Stack

FOR_ANY_OF_THEM = f"{BETTER} I had learnt Python and Kafka for it."
"""Whatever a question of the plan names, this speaks of it."""


def stories(service: FeedbackService) -> list[Story]:
    return list(service.list_stories(ListStories()).stories)


def told_by(stack: Stack, person: PersonId, times: int = 1) -> FeedbackService:
    for _ in range(times):
        ready(stack, person, a_fresh_transcript(), with_facts=True)
    return feedback(stack, person)


def test_answers_and_lines_with_a_figure_are_stories_with_competencies(stack: Stack) -> None:
    found = stories(told_by(stack, a_person()))

    assert any(one.times_told and one.competencies for one in found)
    assert any(one.is_from_resume for one in found)


def test_a_story_told_in_three_answers_is_told_often(stack: Stack) -> None:
    found = stories(told_by(stack, a_person(), times=3))

    often = [one for one in found if one.is_told_often]
    assert often
    assert all(one.times_told >= 3 for one in often)


def test_an_own_title_stays_and_an_empty_one_takes_the_first_words(stack: Stack) -> None:
    service = told_by(stack, a_person())
    one = stories(service)[0]

    named = service.name_story(NameStory(story_id=one.story_id, title="The night of the invoices"))
    empty = service.name_story(NameStory(story_id=one.story_id, title=""))

    assert "The night of the invoices" in [each.title for each in named.stories]
    assert one.title in [each.title for each in empty.stories]


def test_a_story_that_is_taken_out_is_gone_and_taking_it_out_twice_is_once(stack: Stack) -> None:
    service = told_by(stack, a_person())
    one = stories(service)[0]

    once = service.drop_story(DropStory(story_id=one.story_id))
    again = service.drop_story(DropStory(story_id=one.story_id))

    assert once == again
    assert one.story_id not in [each.story_id for each in once.stories]


def test_a_story_is_nobody_elses(stack: Stack) -> None:
    one = stories(told_by(stack, a_person()))[0]
    other = feedback(stack, a_person())

    for item in (one.story_id, StoryId(new_id())):
        with pytest.raises(NotFound):
            other.name_story(NameStory(story_id=item, title="Mine"))


def test_a_try_of_a_drill_is_told_in_the_bank_and_counts_as_practice(stack: Stack) -> None:
    person = a_person()
    ready(stack, person, a_fresh_transcript(weak))
    service = feedback(stack, person)
    (drill, *_) = service.list_drills(ListDrills()).drills
    cmd = TryDrill(drill_id=drill.drill_id, try_id=new_id(), text=FOR_ANY_OF_THEM)

    for _ in range(2):
        service.try_drill(cmd)

    (told,) = [one for one in stories(service) if one.times_practised]
    assert told.text == FOR_ANY_OF_THEM
    assert (told.times_practised, told.times_told, told.told_in) == (1, 0, ())
    assert not told.is_from_resume


def test_an_interview_takes_its_stories_along(stack: Stack) -> None:
    person = a_person()
    view = ready(stack, person, with_facts=True)
    service = feedback(stack, person)

    service.obey(an_order(stack, person, Scope.SESSION, view.interview_id))

    assert stories(service) == []


def test_a_resume_takes_its_lines_along_and_leaves_what_was_told(stack: Stack) -> None:
    person, transcript = a_person(), a_fresh_transcript()
    ready(stack, person, transcript, with_facts=True)
    service = feedback(stack, person)
    assert transcript.resume_id is not None

    service.obey(an_order(stack, person, Scope.RESUME, PersonId(transcript.resume_id)))

    left = stories(service)
    assert left
    assert not any(one.is_from_resume for one in left)
    assert CLAIMS[1] not in [one.text for one in left]


def test_a_figure_that_was_taken_back_is_told_with_the_story() -> None:
    report = a_report(
        "Last spring I led a team of 12 for the billing move. Sorry, it was 5, not 12. "
        "I wrote the plan and I cut the run from 6 hours to 2 hours because it was late."
    )

    (told,) = told_in(with_claims(report, None))

    assert [one.status for one in told.retracted] == [ClaimStatus.RETRACTED]


def test_the_same_story_in_other_words_is_one_and_another_is_another() -> None:
    told = [
        StoryEntry(
            text="I moved the billing run to batches and it took 40 minutes.", competencies=()
        ),
        StoryEntry(text="The billing run took hours, so I moved it to batches.", competencies=()),
        StoryEntry(text="I calmed an angry customer by calling their accountant.", competencies=()),
    ]

    assert grouped(told) == [[0, 1], [2]]
