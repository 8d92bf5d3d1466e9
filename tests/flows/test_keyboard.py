"""The whole way by keyboard alone: from the file to the report, with Tab, Enter and typing."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.journey import PASSWORD
from tests.flows.test_browser import see
from tests.flows.texts import ANSWERS, JOB, RESUME

MOST_STEPS = 120
_FOCUSED = """
() => {
  const at = document.activeElement
  const named = [...(at.labels ?? [])].map(label => label.textContent).join(" ")
  return (named || at.getAttribute("aria-label") || at.textContent).replace(/\\s+/g, " ").trim()
}
"""


def tab_to(page: Page, name: str) -> None:
    """Tab until what is named so has the focus."""
    said = []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        said.append(page.evaluate(_FOCUSED))
        if said[-1].startswith(name):
            return
    raise AssertionError(f"no {name!r} among {said}")


def press(page: Page, name: str) -> None:
    """What leads to another page."""
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page: Page, name: str, text: str) -> None:
    tab_to(page, name)
    page.keyboard.insert_text(text)


def sign_in(page: Page, email: str) -> None:
    page.goto("/")
    press(page, "Sign in")
    write(page, "E-mail address", email)
    write(page, "Password", PASSWORD)
    press(page, "Sign in")


def add_documents(page: Page, folder: Path) -> None:
    file = folder / "resume.txt"
    file.write_text(RESUME)
    press(page, "Add a résumé")
    tab_to(page, "A file")
    page.locator(":focus").set_input_files(file)  # the dialog that chooses one is not ours
    press(page, "Read it")
    see(page, "Nordlys Pay")
    press(page, "Dashboard")
    press(page, "Add a job description")
    write(page, "Pasted text", JOB)
    press(page, "Read it")
    see(page, re.compile("PostgreSQL"))


@pytest.mark.timeout(240)
def test_the_whole_way_goes_by_keyboard_alone(
    browser: Browser, mira: Stack, tmp_path: Path
) -> None:
    person = a_person(mira)
    with browser.new_context(base_url=mira.address) as context:
        page = context.new_page()
        sign_in(page, person.email)

        add_documents(page, tmp_path)
        press(page, "Dashboard")
        press(page, "Compare")
        press(page, "Compare")
        see(page, "At a glance")
        press(page, "Plan the interview")
        press(page, "Start")
        for number in range(3):
            write(page, "Your answer", ANSWERS[number % len(ANSWERS)])
            press(page, "Send")
        tab_to(page, "Finish now")
        page.keyboard.press("Enter")
        press(page, "Finish and get feedback")

        expect(page.get_by_role("heading", name="Question by question")).to_be_visible()
