"""The bank of stories: each says where it comes from, and one source can be looked at alone."""

from uuid import UUID

from chassis.errors import Unavailable
from chassis.ids import new_id
from contracts.message import InterviewId, ResumeId, StoryId
from gateway.feedback import growth_examples
from tests.gateway.client import Browser, a_signed_in_browser
from tests.gateway.life import a_finished_life, last

OURS, OTHERS, TOLD = "Moved 40 services", "Ran a night desk of six", "Mended the pump by hand"


def a_bank() -> tuple[Browser, ResumeId, InterviewId]:
    """Lines of two résumés and a story of one interview; the first résumé and the interview."""
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    other = browser.post("/resumes", title="The other file", text="Night desk, six people.")
    resume, second = (ResumeId(UUID(last(at))) for at in (life.resume, other.headers["Location"]))
    interview = InterviewId(UUID(last(life.interview)))
    person, _ = browser.world.things["session", interview]
    for text, resumes, told in (
        (OURS, (resume,), ()),
        (OTHERS, (second,), ()),
        (TOLD, (), (interview,)),
    ):
        story = growth_examples.STORIES.stories[0].model_copy(
            update={
                "story_id": StoryId(new_id()),
                "title": text,
                "text": text,
                "resume_ids": resumes,
                "told_in": told,
                "times_told": len(told),
                "is_told_often": False,
                "is_from_resume": bool(resumes),
            }
        )
        browser.world.put("story", story.story_id, person, story)
    return browser, resume, interview


def card_of(page: str, title: str) -> str:
    (card,) = (one for one in page.split("<article")[1:] if f">{title}</h2>" in one)
    return card.split("</article>")[0]


def test_each_story_names_the_resume_or_the_interview_that_it_comes_from() -> None:
    browser, resume, interview = a_bank()
    title = browser.world.things["session", interview][1].title

    page = browser.get("/stories").text

    assert f'<a href="/resumes/{resume}">My file</a>' in card_of(page, OURS)
    assert "The other file" in card_of(page, OTHERS)
    assert "My file" not in card_of(page, OTHERS)
    assert f'<a href="/interviews/{interview}/report">{title}</a>' in card_of(page, TOLD)


def test_a_plain_form_shows_the_stories_of_one_source_alone() -> None:
    browser, resume, interview = a_bank()
    form = browser.get("/stories").text.split('<form class="form inline for-screen"')[1]

    of_resume = browser.get(f"/stories?source={resume}").text
    of_interview = browser.get(f"/stories?source={interview}").text

    assert 'method="get" action="/stories"' in form
    assert all(f'<option value="{one}">' in form for one in (resume, interview))
    assert f'<option value="{resume}" selected>' in of_resume
    assert [text in of_resume for text in (OURS, OTHERS, TOLD)] == [True, False, False]
    assert [text in of_interview for text in (OURS, OTHERS, TOLD)] == [False, False, True]


def test_what_is_downloaded_is_what_is_shown() -> None:
    browser, resume, _ = a_bank()
    page = browser.get(f"/stories?source={resume}").text

    for kind in ("md", "json"):
        some, every = f"/stories.{kind}?source={resume}", f"/stories.{kind}"
        assert f'href="{some}"' in page
        assert f'href="{every}"' in browser.get("/stories").text
        found = [
            [text in browser.get(one).text for text in (OURS, OTHERS, TOLD)]
            for one in (some, every)
        ]
        assert found == [[True, False, False], [True, True, True]]


def test_a_file_of_some_stories_says_whose_they_are() -> None:
    browser, resume, _ = a_bank()

    assert browser.get(f"/stories.md?source={resume}").text.startswith("# Stories from My file\n")
    assert browser.get("/stories.md").text.startswith("# Stories\n")


def test_what_is_no_source_filters_nothing() -> None:
    browser, *_ = a_bank()

    for source in ("", "x", str(new_id())):
        page = browser.get(f"/stories?source={source}").text
        assert all(text in page for text in (OURS, OTHERS, TOLD))


def test_the_stories_stand_without_names_while_those_cannot_be_had() -> None:
    browser, *_ = a_bank()
    browser.world.failures |= {
        "documents.list_documents": Unavailable(),
        "interview.list_interviews": Unavailable(),
    }

    page = browser.get("/stories").text

    assert all(text in page for text in (OURS, OTHERS, TOLD))
    assert "My file" not in page
    assert ">report 1</a>" in card_of(page, TOLD)
