"""Another plan that a model suggests: offered beside the plan, shown whole, taken or left."""

from uuid import UUID

import pytest

from contracts.interview import SuggestionView
from contracts.message import InterviewId
from contracts.suggestion import SettleSuggestion, SuggestionState
from gateway.example_interview import ASKED
from gateway.interview.examples import SUGGESTION
from tests.gateway.client import Browser, a_signed_in_browser, a_signed_in_program
from tests.gateway.life import JOB, RESUME, a_full_life, last


def a_planned(
    view: SuggestionView | None = None, *, has_provider: bool = True
) -> tuple[Browser, str]:
    browser = a_signed_in_browser()
    browser.world.has_provider = has_provider
    path = a_full_life(browser).interview
    if view is not None:
        person, _ = browser.world.things["session", UUID(last(path))]
        browser.world.put("suggestion", InterviewId(UUID(last(path))), person, view)
    browser.get(path)
    return browser, path


def test_without_a_model_the_page_of_a_plan_speaks_of_none() -> None:
    browser, path = a_planned(has_provider=False)

    assert "Another plan" not in browser.page
    assert "No other plan can be asked for here." in browser.get(f"{path}/suggestion").text


def test_it_is_shown_what_would_be_sent_before_anything_is_asked() -> None:
    browser, path = a_planned()

    page = browser.get(f"{path}/suggestion/sending").text

    assert "{boundary}" in page
    assert "nothing was sent" in page
    assert SuggestionState.WAITING not in [
        view.state for _, view in browser.world.things.values() if isinstance(view, SuggestionView)
    ]


def test_who_asks_sees_that_a_model_is_choosing_and_need_not_wait() -> None:
    browser, path = a_planned()
    assert "Have one suggested" in browser.page

    answer = browser.post(f"{path}/suggestion")

    assert answer.headers["Location"] == f"{path}/suggestion"
    page = browser.get(f"{path}/suggestion").text
    assert "A model is choosing questions" in page
    assert '<meta http-equiv="refresh"' in page
    assert f'hx-get="{path}/suggestion"' in page
    assert "You need not wait for it." in browser.get(path).text


def test_what_is_offered_is_shown_whole_with_its_reasons_and_who_made_it() -> None:
    browser, path = a_planned(SUGGESTION)

    page = browser.get(f"{path}/suggestion").text

    assert ASKED in page
    assert "your résumé shows one large move" in page
    assert "sample-1, checked by the rules engine" in page
    assert "1 of its claims did not count" in page
    assert "also in your plan" in page


@pytest.mark.parametrize(("is_taken", "notice"), [("true", "taken"), ("false", "left")])
def test_it_is_taken_or_left_by_a_form(is_taken: str, notice: str) -> None:
    browser, path = a_planned(SUGGESTION)
    browser.get(f"{path}/suggestion")

    answer = browser.post(
        f"{path}/suggestion/settle", version=browser.field("version"), is_taken=is_taken
    )

    assert answer.headers["Location"] == f"{path}?notice=suggestion-{notice}"
    command = browser.world.calls[-1].argument
    assert isinstance(command, SettleSuggestion)
    assert command.is_taken is (is_taken == "true")


def test_a_form_made_from_an_older_plan_takes_nothing_and_says_so() -> None:
    browser, path = a_planned(SUGGESTION)
    browser.get(f"{path}/suggestion")

    answer = browser.post(f"{path}/suggestion/settle", version="77", is_taken="true")

    assert answer.status_code == 412
    assert "Take this plan" in answer.text


def test_where_nothing_came_it_is_said_why_and_may_be_asked_again() -> None:
    none = SuggestionView(state=SuggestionState.NONE, instead="no_whole_plan")
    browser, path = a_planned(none)

    page = browser.get(f"{path}/suggestion").text

    assert "what it chose makes no whole plan" in page
    assert "Ask once more" in page


def test_a_program_asks_looks_and_takes() -> None:
    program = a_signed_in_program()
    program.world.has_provider = True
    made = {
        path: program.ask("POST", f"/{path}", body).get_json()
        for path, body in (("resumes", RESUME), ("job-descriptions", JOB))
    }
    ids = {
        "resume_id": made["resumes"]["resume_id"],
        "job_description_id": made["job-descriptions"]["job_description_id"],
    }
    fit = program.ask("POST", "/fits", ids).get_json()["fit_id"]
    planned = program.ask("POST", "/interviews", {"fit_id": fit}).get_json()
    path = f"/interviews/{planned['interview_id']}/suggestion"

    before = program.ask("GET", path).get_json()
    shown = program.ask("GET", f"{path}/sending").get_json()
    asked = program.ask("POST", path)
    after = program.ask("GET", path).get_json()
    blind = program.ask("POST", f"{path}/settle", {"is_taken": True})
    version = {"If-Match": f'"{planned["version"]}"'}
    taken = program.ask("POST", f"{path}/settle", {"is_taken": True}, **version)

    assert (before["state"], after["state"]) == ("open", "waiting")
    assert shown["would_send"]
    assert (asked.status_code, asked.headers["Location"]) == (202, f"/api/v1{path}")
    assert blind.status_code == 428
    assert taken.get_json()["plan"]["engine"]["kind"] == "model"
