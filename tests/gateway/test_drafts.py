"""What is written in the room and not sent, and what was sent too late, is given back."""

from uuid import UUID

from chassis.errors import Conflict
from contracts.room import Unsent
from gateway.interview import examples
from tests.gateway.life import last
from tests.gateway.test_room import a_program_with, a_room, at_the_stop


def test_a_draft_is_in_its_field_and_can_be_saved_without_script() -> None:
    browser, path = a_room(draft="Our bill <b>was")

    answer = browser.post(
        f"{path}/draft",
        turn_id=browser.field("turn_id"),
        asked=browser.field("asked"),
        text="Our bill was growing",
    )

    assert "Our bill &lt;b&gt;was</textarea>" in browser.page
    assert f'formaction="{path}/draft"' in browser.page
    assert "Your draft is saved." in browser.follow(answer).text
    assert "Our bill was growing</textarea>" in browser.page


def test_the_script_gets_a_line_back() -> None:
    browser, path = a_room()
    csrf = browser.field("csrf")

    answer = browser.http.post(
        f"{path}/draft",
        data={"csrf": csrf, "asked": browser.field("asked"), "text": "Our"},
        headers={"Sec-Fetch-Site": "same-origin", "HX-Request": "true"},
    )

    assert (answer.status_code, answer.text.strip()) == (200, "Draft saved.")


def test_a_draft_that_comes_too_late_is_given_back() -> None:
    browser, path = a_room()
    asked = browser.field("asked")
    moved = Conflict("This was written to another question.", code="question-moved")
    browser.world.failures["interview.save_draft"] = moved

    answer = browser.post(f"{path}/draft", asked=asked, text="What I began.")

    assert answer.status_code == 409
    assert "What I began.</textarea>" in answer.text


def test_an_answer_that_another_tab_overtook_is_given_back_at_the_stop() -> None:
    browser, path = a_room()
    turn_id, asked = browser.field("turn_id"), browser.field("asked")
    person, view = browser.world.things["session", UUID(last(path))]
    moved = view.model_copy(update=at_the_stop())
    browser.world.put("session", view.interview_id, person, moved)
    browser.world.failures["interview.answer"] = Conflict("It moved on.", code="answer-taken")

    answer = browser.post(path, turn_id=turn_id, asked=asked, text="What I <i>said</i>.")

    assert answer.status_code == 409
    assert "What I &lt;i&gt;said&lt;/i&gt;." in answer.text


def test_what_was_never_sent_stands_in_the_room_and_after_the_end() -> None:
    unsent = (Unsent(question_id="k1", text="What I <i>began</i>"),)
    browser, path = a_room(unsent=unsent)
    room = browser.page

    browser.post(f"{path}/finish")

    for page in (room, browser.get(path).text):
        assert "What I &lt;i&gt;began&lt;/i&gt;" in page
        assert "not scored" in page


def test_a_program_keeps_a_draft() -> None:
    program, view = a_program_with()
    draft = {"asked": str(examples.NEW_DRAFT.asked), "text": "Our bill"}

    answer = program.ask("PUT", f"/interviews/{view.interview_id}/draft", json=draft)

    assert (answer.status_code, answer.json["draft"]) == (200, "Our bill")
