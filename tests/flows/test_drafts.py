"""What is written in the room and not sent is on the server, however it is written or left."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page

from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.journey import PASSWORD, Person, wait_until

WORDS = "When the cold store failed in August I moved every pallet to the second hall by hand. "


@pytest.fixture(scope="module")
def person(mira: Stack) -> Person:
    return a_person(mira)


@pytest.fixture
def interview(person: Person) -> UUID:
    planned = person.plan(person.a_fit())
    person.send(f"/interviews/{planned}/start")
    return planned


@pytest.fixture
def room(browser: Browser, mira: Stack, person: Person, interview: UUID) -> Iterator[Page]:
    context = browser.new_context(base_url=mira.address)
    page = context.new_page()
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/dashboard")
    page.goto(f"/interviews/{interview}")
    yield page
    context.close()


def kept(person: Person, interview: UUID) -> str:
    draft: str = person.get(f"/interviews/{interview}")["draft"]
    return draft


def test_it_is_saved_while_the_keys_still_go(room: Page, person: Person, interview: UUID) -> None:
    box = room.get_by_label("Your answer")
    seen: list[str] = []

    for _ in range(3):
        box.press_sequentially(WORDS, delay=25)
        seen.append(kept(person, interview))

    assert len(seen[-1]) > len(WORDS)


def test_it_is_saved_when_the_page_is_left(room: Page, person: Person, interview: UUID) -> None:
    room.get_by_label("Your answer").fill(WORDS)

    room.goto("/progress")

    wait_until(lambda: kept(person, interview) == WORDS)


def test_it_is_saved_when_the_page_is_hidden(room: Page, person: Person, interview: UUID) -> None:
    room.get_by_label("Your answer").fill(WORDS)

    room.evaluate(
        "Object.defineProperty(document, 'hidden', { value: true });"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )

    wait_until(lambda: kept(person, interview) == WORDS)


def test_words_over_an_older_draft_are_there_after_a_reload_that_outran_their_saving(
    room: Page, person: Person, interview: UUID
) -> None:
    box = room.get_by_label("Your answer")
    box.fill(WORDS)
    wait_until(lambda: kept(person, interview) == WORDS)
    room.reload()
    room.evaluate("navigator.sendBeacon = () => false")

    box.fill(f"{WORDS}All of it.")
    room.reload()

    assert box.input_value() == f"{WORDS}All of it."
    wait_until(lambda: kept(person, interview) == f"{WORDS}All of it.")


def test_a_draft_from_elsewhere_is_not_replaced(
    room: Page, person: Person, interview: UUID
) -> None:
    box = room.get_by_label("Your answer")
    room.evaluate("navigator.sendBeacon = () => false")
    box.fill("What I began here.")
    asked = person.get(f"/interviews/{interview}")["asked"]["turn_id"]

    draft = {"asked": asked, "text": WORDS}
    person.http.put(f"/interviews/{interview}/draft", json=draft).raise_for_status()
    room.reload()

    assert box.input_value() == WORDS


def test_what_is_sent_is_an_answer_and_no_draft(
    room: Page, person: Person, interview: UUID
) -> None:
    room.get_by_label("Your answer").fill(WORDS)

    with room.expect_navigation():
        room.get_by_role("button", name="Send").click()
    room.goto("/progress")

    view = person.get(f"/interviews/{interview}")
    assert view["draft"] == ""
    assert WORDS in [turn["text"] for turn in view["turns"]]
