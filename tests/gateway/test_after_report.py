"""Where a report leads: to what was never sent, and to what can be done next."""

from uuid import UUID

import pytest

from chassis.errors import Unavailable
from contracts.evidence import Measured, Status
from contracts.interview import InterviewView, Mode
from contracts.room import Unsent
from tests.gateway.client import Browser, a_signed_in_browser
from tests.gateway.life import Life, a_finished_life, last
from tests.gateway.test_growth import with_a_drill


def changed(browser: Browser, life: Life, **update: object) -> None:
    """The interview as it is with `update`."""
    item = UUID(last(life.interview))
    owner, view = browser.world.things["session", item]
    assert isinstance(view, InterviewView)
    browser.world.put("session", item, owner, view.model_copy(update=update))


def test_a_report_shows_what_was_never_sent_to_a_question() -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    browser.get(f"{life.interview}/report")
    asked = browser.world.things["session", UUID(last(life.interview))][1].plan.questions[0].id
    changed(browser, life, unsent=(Unsent(question_id=asked, text="What I <i>began</i>"),))

    page = browser.get(f"{life.interview}/report").text

    assert "What you had not sent" in page
    assert "What I &lt;i&gt;began&lt;/i&gt;" in page


def test_a_report_leads_on() -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)

    page = browser.get(f"{life.interview}/report").text

    assert 'id="next"' in page
    for address in (life.fit, "/drills", "/stories", "/progress", f"{life.interview}/transcript"):
        assert f'href="{address}"' in page


def test_a_report_without_its_fit_leads_on_all_the_same() -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    changed(browser, life, fit_id=None)

    page = browser.get(f"{life.interview}/report").text

    assert f'href="{life.fit}"' not in page
    assert 'href="/fits/new"' in page


def test_a_report_stands_while_the_interview_is_away() -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    browser.get(f"{life.interview}/report")
    browser.world.failures["interview.find_interview"] = Unavailable()

    page = browser.get(f"{life.interview}/report")

    assert page.status_code == 200
    assert 'href="/fits/new"' in page.text


def test_a_drill_of_an_answer_without_a_level_says_so_first() -> None:
    browser, address = with_a_drill()
    item = UUID(last(address))
    owner, drill = browser.world.things["drill", item]
    none = Measured(status=Status.INSUFFICIENT, why="not-what-was-asked")
    before = drill.before.model_copy(update={"level": none})
    named = browser.get(address).text

    browser.world.put("drill", item, owner, drill.model_copy(update={"before": before}))
    page, overview = browser.get(address).text, browser.get("/drills").text

    assert "<h1>Add " in named
    assert "<h1>Get a level for this answer</h1>" in page
    assert "Get a level for this answer</a>" in overview


@pytest.mark.parametrize(
    ("mode", "words"), [(Mode.PRACTICE, "as practice again"), (Mode.LIVE, "live again")]
)
def test_holding_it_once_more_is_offered_in_the_mode_that_can_be_compared(
    mode: Mode, words: str
) -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    changed(browser, life, mode=mode)

    page = browser.get(f"{life.interview}/report").text

    assert f"in the same words, {words}" in page
