"""Work that a bug of ours stopped: its page says so and tries it again, by keyboard, no script."""

import re
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest
from werkzeug.test import TestResponse

from contracts.documents import WorkState
from tests.gateway.client import Browser, Program, a_signed_in_browser
from tests.gateway.life import Life, a_finished_life, last
from tests.gateway.test_exports import asked
from tests.gateway.world import World

FORM = re.compile(r'<form method="post" action="([^"]*)">(.*?)</form>', re.DOTALL)
HIDDEN = re.compile(r'type="hidden" name="([^"]*)" value="([^"]*)"')


@dataclass
class Stopped:
    browser: Browser
    page: str
    text: str
    life: Life

    @property
    def form(self) -> tuple[str, dict[str, str]]:
        """Where the button sends to, and what."""
        ((action, inside),) = (
            found for found in FORM.findall(self.text) if "Try again" in found[1]
        )
        assert '<button class="button" type="submit">Try again</button>' in inside
        return action, dict(HIDDEN.findall(inside))

    def press(self) -> TestResponse:
        action, fields = self.form
        return self.browser.post(action, **fields)


def stop(browser: Browser, kind: str, item: str) -> None:
    person, view = browser.world.things[kind, UUID(item)]
    progress = view.progress.model_copy(update={"stage": "parked"})
    state = view.state if kind == "export" else WorkState.WAITING
    changed = view.model_copy(update={"state": state, "progress": progress})
    browser.world.put(kind, UUID(item), person, changed)


def stopped(kind: str) -> Stopped:
    """The page of one thing whose work is parked."""
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    browser.world.is_slow = True
    page = {
        "resume": life.resume,
        "job_description": life.job,
        "fit": life.fit,
        "report": f"{life.interview}/report",
    }[kind]
    browser.get(page)
    stop(browser, kind, last(life.interview if kind == "report" else page))
    return Stopped(browser, page, browser.get(page).text, life)


KINDS = {
    "resume": "We could not read your résumé",
    "job_description": "We could not read this job description",
    "fit": "We could not compare the two",
    "report": "We could not write your report",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_what_stopped_and_that_nothing_is_lost(kind: str) -> None:
    text = stopped(kind).text

    assert f"<h2>{KINDS[kind]}</h2>" in text
    assert "Nothing is lost" in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_what_stopped_stands_still_under_the_hand(kind: str) -> None:
    text = stopped(kind).text

    assert "hx-trigger" not in text
    assert 'http-equiv="refresh"' not in text


@pytest.mark.parametrize(
    ("kind", "method"),
    [
        ("resume", "documents.read_resume_again"),
        ("job_description", "documents.read_job_description_again"),
        ("fit", "documents.request_fit"),
        ("report", "feedback.try_report_again"),
    ],
)
def test_its_button_has_the_same_thing_tried_again(kind: str, method: str) -> None:
    there = stopped(kind)
    item = last(there.life.interview if kind == "report" else there.page)

    answer = there.press()

    (call,) = there.browser.world.called(method)[-1:]
    assert answer.status_code == 303
    if kind == "fit":
        ids = [last(there.life.resume), last(there.life.job)]
        assert [str(each) for each in vars(call.argument).values()] == ids
    else:
        assert [str(each) for each in vars(call.argument).values()] == [item]
        assert last(answer.headers["Location"].removesuffix("/report")) == item


def test_a_report_tried_again_is_awaited_and_a_second_press_says_that_it_is_under_way() -> None:
    there = stopped("report")
    under_way = there.browser.follow(there.press()).text
    assert 'hx-trigger="every 1s"' in under_way
    assert 'http-equiv="refresh"' in under_way

    second = there.press()

    assert second.status_code == 409
    assert "This report has not stopped." in second.text
    assert "Your answers are being read" in second.text


def test_a_program_has_a_report_tried_again() -> None:
    world = World()
    account = world.open_account()
    browser, program = Browser(world, account), Program(world, account)
    interview = a_finished_life(browser).interview
    world.is_slow = True
    browser.get(f"{interview}/report")
    stop(browser, "report", last(interview))

    first, second = (program.ask("POST", f"{interview}/report/tries") for _ in range(2))
    nothing = program.ask("POST", f"/interviews/{uuid4()}/report/tries")

    assert first.status_code == 202
    assert first.headers["Location"] == f"/api/v1{interview}/report"
    assert first.get_json()["progress"]["stage"] != "parked"
    assert (second.status_code, nothing.status_code) == (409, 404)
    assert second.get_json()["detail"] == "This report has not stopped."


def test_an_archive_that_stopped_can_be_asked_for_anew() -> None:
    browser = a_signed_in_browser()
    browser.world.is_slow = True
    address = asked(browser)
    stop(browser, "export", last(address))

    text = browser.get(address).text

    assert "We could not collect everything" in text
    assert 'href="/settings/export">Ask for it anew' in text
