"""Work that a bug of ours stopped: its person reads so, tries again, and has it once."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.journey import Person, wait_until
from tests.flows.rows import changed, scalar
from tests.flows.test_browser import see
from tests.flows.test_keyboard import press, sign_in

JOBS = "SELECT count(*) FROM feedback.job WHERE kind = 'feedback.evaluate_interview' AND key = :it"
TOLD = (
    "SELECT count(*) FROM feedback.outbox WHERE topic = 'feedback.report_ready'"
    " AND body->>'interview_id' = :it"
)


@contextmanager
def unwritable(mira: Stack, interview: UUID) -> Iterator[None]:
    """A bug: that report is refused by the database, which had to take it."""
    never = f"CHECK (report IS NULL OR id <> '{interview}') NOT VALID"
    changed(mira, f"ALTER TABLE feedback.report ADD CONSTRAINT a_bug {never}")
    try:
        yield
    finally:
        changed(mira, "ALTER TABLE feedback.report DROP CONSTRAINT a_bug")


def stopped(mira: Stack, person: Person) -> UUID:
    """A finished interview whose report could not be written."""
    interview = person.plan(person.a_fit())
    person.hold(interview)

    def is_parked() -> bool:
        found: str = person.get(f"/interviews/{interview}/report")["progress"]["stage"]
        return found == "parked"

    with unwritable(mira, interview):
        wait_until(is_parked)
    return interview


def test_a_report_that_stopped_is_written_once_however_often_it_is_tried(mira: Stack) -> None:
    imke, other = a_person(mira), a_person(mira)
    interview = stopped(mira, imke)
    tries, key = f"/interviews/{interview}/report/tries", str(uuid4())
    assert other.send(tries).status_code == 404

    first = imke.send(tries, key=key)
    same, second = imke.send(tries, key=key), imke.send(tries)

    assert (first.status_code, second.status_code) == (202, 409)
    assert (same.status_code, same.json()) == (202, first.json())
    assert imke.report(interview)["state"] == "done"
    assert imke.send(tries).status_code == 409
    assert [scalar(mira, query, it=str(interview)) for query in (JOBS, TOLD)] == [1, 1]


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_its_page_tries_again_by_keyboard(
    mira: Stack, browser: Browser, *, has_script: bool
) -> None:
    imke = a_person(mira)
    interview = stopped(mira, imke)
    context = browser.new_context(
        base_url=mira.address,
        java_script_enabled=has_script,
        viewport={"width": 320, "height": 640},
    )
    with context:
        page: Page = context.new_page()
        sign_in(page, imke.email)
        page.goto(f"/interviews/{interview}/report")
        expect(page.get_by_role("alert")).to_contain_text("We could not write your report")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

        press(page, "Try again")

        see(page, "Your levels")
        assert scalar(mira, JOBS, it=str(interview)) == 1
