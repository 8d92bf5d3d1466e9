"""The interview room: one question at a time, nothing lost, nothing twice."""

from uuid import UUID

import pytest

from tests.gateway.client import HERE, Browser, a_signed_in_browser
from tests.gateway.life import a_full_life, last


def a_room() -> tuple[Browser, str]:
    browser = a_signed_in_browser()
    path = a_full_life(browser).interview
    browser.post(f"{path}/start")
    browser.get(path)
    return browser, path


def test_the_plan_says_first_that_it_is_an_ai_and_why_each_question_is_asked() -> None:
    browser = a_signed_in_browser()
    path = a_full_life(browser).interview

    page = browser.get(path).text

    assert "an AI recruiter for practice" in page
    assert "The job asks for four years of Python" in page


def test_the_room_asks_one_question_and_shows_the_place() -> None:
    browser, _ = a_room()

    assert "Question 1 of 1" in browser.page
    assert browser.page.count('id="asked"') == 1


def test_an_answer_sent_twice_is_one_answer() -> None:
    browser, path = a_room()
    answer = {name: browser.field(name) for name in ("turn_id", "asked")} | {"text": "I did it."}

    first = browser.post(path, **answer)
    second = browser.post(path, **answer)

    assert (first.status_code, second.status_code) == (303, 303)
    _, view = browser.world.things["session", UUID(last(path))]
    assert len(view.turns) == 3


def test_an_answer_to_another_question_is_given_back_beside_the_open_one() -> None:
    browser, path = a_room()
    turn = browser.field("turn_id")

    answer = browser.post(path, turn_id=turn, asked=turn, text="About the one before.")

    assert answer.status_code == 409
    assert "another question" in answer.text
    assert "About the one before.</textarea>" in answer.text
    assert answer.text.count('id="asked"') == 1


def test_the_forms_of_the_room_say_which_question_they_answer() -> None:
    browser, path = a_room()
    _, view = browser.world.things["session", UUID(last(path))]

    browser.post(path, turn_id=browser.field("turn_id"), asked=browser.field("asked"), text="I.")

    (call,) = browser.world.called("interview.answer")
    assert call.argument.asked == view.asked.turn_id
    assert browser.page.count(f'name="asked" value="{view.asked.turn_id}"') == 3


def test_an_answer_that_was_taken_and_then_changed_is_told_and_given_back() -> None:
    browser, path = a_room()
    _, view = browser.world.things["session", UUID(last(path))]
    turn = str(view.turns[-1].turn_id)

    answer = browser.post(
        path, turn_id=turn, asked=browser.field("asked"), text="What I changed it to."
    )

    assert answer.status_code == 409
    assert "cannot be changed" in answer.text
    assert "What I changed it to.</textarea>" in answer.text
    assert f'name="turn_id" value="{turn}"' not in answer.text


def test_an_empty_answer_keeps_its_turn_and_says_what_is_missing() -> None:
    browser, path = a_room()
    turn = browser.field("turn_id")

    answer = browser.post(path, turn_id=turn, asked=browser.field("asked"), text="")

    assert answer.status_code == 400
    assert 'id="wrong-text"' in answer.text
    assert f'value="{turn}"' in answer.text


def test_an_answer_that_came_too_late_is_given_back_with_the_reason() -> None:
    browser, path = a_room()
    sent = {name: browser.field(name) for name in ("turn_id", "asked")}
    browser.post(f"{path}/finish")

    answer = browser.post(path, **sent, text="What I still <b>wanted</b> to say.")

    assert answer.status_code == 409
    assert 'role="alert"' in answer.text
    assert "Your answer was not taken" in answer.text
    assert "What I still &lt;b&gt;wanted&lt;/b&gt; to say.</textarea>" in answer.text


def test_a_finished_interview_that_nothing_was_sent_to_gives_nothing_back() -> None:
    browser, path = a_room()
    browser.post(f"{path}/finish")

    page = browser.get(path)

    assert page.status_code == 200
    assert "<textarea" not in page.text


def test_skipping_is_saying_so() -> None:
    browser, path = a_room()

    sent = {name: browser.field(name) for name in ("turn_id", "asked")}
    browser.post(path, **sent, text="Please skip this question.")

    (call,) = browser.world.called("interview.answer")
    assert 'value="Please skip this question."' in browser.page
    assert call.argument.text == "Please skip this question."


def test_the_last_answer_leads_to_the_report() -> None:
    browser, path = a_room()
    browser.world.is_over_after_an_answer = True
    sent = {name: browser.field(name) for name in ("turn_id", "asked")}

    answer = browser.post(path, **sent, text="The last words.")

    assert answer.headers["Location"] == f"{path}/report"


def test_finishing_leads_to_the_report_and_twice_is_once() -> None:
    browser, path = a_room()

    first = browser.post(f"{path}/finish")
    second = browser.post(f"{path}/finish")

    assert first.headers["Location"] == second.headers["Location"] == f"{path}/report"
    assert browser.follow(first).status_code == 200


def test_an_answer_after_the_session_ended_is_given_back_with_a_way_to_return() -> None:
    browser, path = a_room()
    browser.app.extensions["mira.entrances"].seconds = 0.0
    browser.world.tokens.clear()

    answer = browser.http.post(
        path,
        data={"turn_id": browser.field("turn_id"), "text": "What I <b>did</b> there."},
        headers={**HERE, "Referer": f"http://localhost{path}?from=mail"},
    )

    assert answer.status_code == 401
    assert "What I &lt;b&gt;did&lt;/b&gt; there.</textarea>" in answer.text
    assert f"/sign-in?next={path}" in answer.text
    assert browser.field("turn_id") not in answer.text


def test_a_password_is_never_given_back() -> None:
    browser, _ = a_room()
    browser.app.extensions["mira.entrances"].seconds = 0.0
    browser.world.tokens.clear()

    answer = browser.post("/settings/delete/account", password="four quiet words here")

    assert answer.status_code == 401
    assert "four quiet words" not in answer.text


@pytest.mark.parametrize(
    "there", ["https://evil.example/x", "http://localhost/job-descriptions", ""]
)
def test_the_way_back_after_signing_in_is_on_this_site(there: str) -> None:
    browser, path = a_room()
    browser.app.extensions["mira.entrances"].seconds = 0.0
    browser.world.tokens.clear()

    answer = browser.http.post(path, data={"text": "I did"}, headers={**HERE, "Referer": there})

    assert "/sign-in?next=/dashboard" in answer.text


def test_the_question_before_a_deletion_names_what_is_deleted() -> None:
    browser = a_signed_in_browser()
    life = a_full_life(browser)
    _, interview = browser.world.things["session", UUID(last(life.interview))]

    page = browser.get(f"/settings/delete/session/{last(life.interview)}").text

    assert f"<strong>{interview.title}</strong>" in page
    assert interview.planned_at.isoformat(timespec="seconds") in page


@pytest.mark.parametrize("early", ["report", "report.md", "transcript", "sending"])
def test_what_an_interview_has_at_its_end_says_that_it_goes_on_and_leads_there(early: str) -> None:
    browser, path = a_room()

    answer = browser.get(f"{path}/{early}")

    assert answer.status_code == 409
    assert "This interview is not finished yet" in answer.text
    assert "Something else came first" not in answer.text
    assert f'href="{path}#now"' in answer.text
