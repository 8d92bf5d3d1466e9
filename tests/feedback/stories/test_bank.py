"""What goes into the bank of stories from answers and from a résumé."""

from datetime import UTC, datetime

from chassis.ids import new_id
from contracts.evidence import Competency
from contracts.message import ResumeId
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.stories.bank import StoryEntry, grouped, lines_of, told_in
from services.feedback.tables import StoryRow
from services.feedback.tellings import OpenedEntry, story_of
from tests.feedback.build import a_report
from tests.feedback.claimed.test_beside import facts
from tests.interview.candidates import STRONG


def test_a_line_of_a_resume_is_one_line_wherever_its_page_was_broken() -> None:
    (told,) = lines_of(facts("Cut the waiting time\nfrom 74 to 41 minutes"))

    assert told.text == "Cut the waiting time from 74 to 41 minutes"


def test_a_story_is_told_in_every_answer_that_tells_it_wherever_it_counts() -> None:
    report = a_report(STRONG[0], STRONG[0], STRONG[0])

    told = list(told_in(report))

    assert len(told) == 3
    assert len(grouped(told)) == 1
    assert sum(bool(each.competencies) for each in told) == 1


def test_an_answer_without_a_level_that_is_no_repeat_is_no_story() -> None:
    assert list(told_in(a_report("fine"))) == []


def test_what_somebody_says_of_themselves_above_their_roles_is_no_story() -> None:
    given = facts("Nurse with nine years in wards of 30 beds", "Cut waiting from 74 to 41 minutes")
    (of_themselves, deed) = given.lines

    told = lines_of(given.model_copy(update={"deeds": (deed,)}))

    assert [one.text for one in told] == [deed.quote]
    assert of_themselves in given.lines


def a_telling(told: StoryEntry, resume_id: ResumeId | None = None) -> OpenedEntry:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    row = StoryRow(id=new_id(), interview_id=new_id(), resume_id=resume_id, added_at=at)
    return OpenedEntry(row, told, None)


def test_a_story_that_was_told_keeps_its_tags_when_its_line_of_a_resume_is_gone() -> None:
    said = a_telling(StoryEntry(text="I led the move", competencies=(Competency.LEADERSHIP,)))
    read = a_telling(
        StoryEntry(text="Led the move", competencies=(Competency.LEARNING,)), ResumeId(new_id())
    )

    assert story_of([read, said]).competencies == story_of([said]).competencies
    assert story_of([read]).competencies == (Competency.LEARNING,)


def test_a_story_says_what_reads_differently_without_the_line_of_the_resume() -> None:
    report = a_report(
        "Last spring I led a team of 12 engineers through the billing move. I wrote the plan and I"
        " cut the run from 6 hours to 2 hours because it was late."
    )
    beside = with_claims(report, facts("Led a team of 5 engineers through the billing move"))

    (told,) = told_in(beside)

    assert [(one.text, one.resume) for one in told.differing] == [("12 engineers", None)]
    assert story_of([a_telling(told), a_telling(told)]).differing == told.differing


def test_a_story_names_every_resume_that_has_its_line_once() -> None:
    one, other = ResumeId(new_id()), ResumeId(new_id())
    line = StoryEntry(text="Led the move", competencies=(Competency.LEARNING,))

    story = story_of([a_telling(line, one), a_telling(line), a_telling(line, other)])

    assert story.resume_ids == (one, other)
    assert story_of([a_telling(line)]).resume_ids == ()
