"""What a new user sees and clicks, in Chromium; with script and without it."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from ops.stack import Stack
from tests.flows.conftest import a_visitor
from tests.flows.journey import PASSWORD, wait_until
from tests.flows.silence import unanswered
from tests.flows.texts import ANSWERS, JOB, RESUME


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def page(request: pytest.FixtureRequest, browser: Browser, mira: Stack) -> Iterator[Page]:
    """A fresh browser profile; whatever the console complains of fails the test.

    A form that is refused answers with its status, which Chromium counts among the complaints.
    """
    context = browser.new_context(
        base_url=mira.address, java_script_enabled=request.param, accept_downloads=True
    )
    opened = context.new_page()
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        is_refusal = message.location["url"] == opened.url and "Failed to load" in message.text
        if message.type in ("error", "warning") and not is_refusal:
            complaints.append(message.text)

    opened.on("console", hear)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []


def sign_up(page: Page, mira: Stack, email: str) -> None:
    page.goto("/")
    page.get_by_role("link", name="Sign up").first.click()
    page.get_by_label("What should we call you?").fill("Tomke Brandt")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Month").select_option("3")
    page.get_by_label("Year").fill("1991")
    page.get_by_role("button", name="Sign up").click()
    token = a_visitor(mira).mailed_token(email)
    page.goto(f"/confirm?token={token}")
    page.get_by_role("main").get_by_role("button").click()
    sign_in(page, email)


def sign_in(page: Page, email: str) -> None:
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Hello, Tomke Brandt")).to_be_visible()


def see(page: Page, text: str | re.Pattern[str]) -> None:
    """Wait for `text`; a page without script has to be asked again."""

    def seen() -> bool:
        if page.get_by_text(text).filter(visible=True).count():
            return True
        page.wait_for_timeout(300)
        page.reload()
        return False

    wait_until(seen)


def add_documents(page: Page, folder: Path) -> None:
    file = folder / "resume.txt"
    file.write_text(RESUME)
    page.get_by_role("link", name="Add a résumé").click()
    page.get_by_label("A file").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    see(page, "Nordlys Pay")
    page.goto("/dashboard")
    page.get_by_role("link", name="Add a job description").click()
    page.get_by_label("Pasted text").fill(JOB)
    page.get_by_role("button", name="Read it").click()
    see(page, re.compile("PostgreSQL"))


def answer_all(page: Page) -> None:
    for number in range(40):
        box = page.get_by_label("Your answer")
        if not box.is_visible():
            break
        box.fill(ANSWERS[number % len(ANSWERS)])
        with page.expect_navigation():
            page.get_by_role("button", name="Send").click()
    if page.get_by_role("button", name="get feedback").is_visible():
        page.get_by_role("button", name="get feedback").click()


def test_a_new_user_goes_from_sign_up_to_a_deleted_account(
    page: Page, mira: Stack, tmp_path: Path
) -> None:
    email = f"tomke.{tmp_path.name.replace('_', '')}@example.org".lower()[-60:]
    sign_up(page, mira, email)

    add_documents(page, tmp_path)
    page.goto("/fits/new")
    page.get_by_role("button", name="Compare").click()
    see(page, re.compile("rules engine"))
    page.get_by_role("button", name=re.compile("interview", re.IGNORECASE)).first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("button", name="Start").click()
    answer_all(page)
    see(page, re.compile("rules engine"))
    with page.expect_download() as download:
        page.get_by_role("link", name="Markdown").click()
    assert "rules engine" in download.value.path().read_text()

    page.goto("/settings")
    page.get_by_label("Name").fill("Tomke B.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Name")).to_have_value("Tomke B.")
    page.get_by_role("link", name=re.compile("^Delete interview")).first.click()
    page.get_by_role("main").get_by_role("button").first.click()
    see(page, re.compile("Done|Completed|complete", re.IGNORECASE))

    page.goto("/settings")
    page.get_by_role("link", name="Delete my account").click()
    page.get_by_label("Your password, once more").fill(PASSWORD)
    page.get_by_role("button", name="Delete my account for good").click()
    see(page, re.compile("Done|Completed|complete", re.IGNORECASE))
    page.goto("/dashboard")
    expect(page).to_have_url(re.compile("/sign-in"))


def test_who_gets_no_answer_clicks_again_and_sees_the_receipt(
    page: Page, mira: Stack, tmp_path: Path
) -> None:
    sign_up(page, mira, f"tomke.{tmp_path.name.replace('_', '')}@example.org".lower()[-60:])
    me = page.goto("/api/v1/me")
    assert me is not None
    person = UUID(me.json()["person"])
    page.goto("/settings/delete/account")
    page.get_by_label("Your password, once more").fill(PASSWORD)
    delete = page.get_by_role("button", name="Delete my account for good")

    with unanswered(mira, person):
        delete.click()
        expect(page.get_by_text("the account may be gone already")).to_be_visible()
    delete.click()

    expect(page).to_have_url(re.compile("/erasures/"))
    see(page, re.compile("complete", re.IGNORECASE))


def compare(page: Page) -> str:
    """The address of the fit report of the two documents that are there."""
    page.goto("/fits/new")
    page.get_by_role("button", name="Compare").click()
    see(page, "At a glance")
    return page.url


def mend_the_first_role(page: Page) -> None:
    """First with a month that there is not; then by keyboard alone."""
    page.get_by_role("link", name=re.compile("^Change Senior Backend")).click()
    page.get_by_label("From").fill("March 2025")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("This does not have the right form.").last).to_be_visible()
    page.get_by_label("From").fill("2025-01")
    page.get_by_label("What you did there").fill("Kept the lights on")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("corrected by you").first).to_be_visible()


def test_what_was_read_wrong_is_mended_and_stays_mended(
    page: Page, mira: Stack, tmp_path: Path
) -> None:
    sign_up(page, mira, f"mended.{tmp_path.name.replace('_', '')}@example.org".lower()[-60:])
    add_documents(page, tmp_path)
    fit = compare(page)
    before = the_score(page)

    page.goto("/dashboard")
    page.get_by_role("link", name="resume", exact=True).click()
    page.get_by_role("link", name="Correct what was read").click()
    corrections = page.url
    mend_the_first_role(page)
    page.goto(fit)
    see(page, "as you corrected it")
    mended = the_score(page)
    page.goto(corrections)
    page.get_by_role("button", name="Read the file again").click()
    see(page, "Who it is about")
    expect(page.get_by_text("corrected by you").first).to_be_visible()
    page.goto(fit)
    see(page, "as you corrected it")
    kept = the_score(page)
    page.goto(corrections)
    page.get_by_role("button", name=re.compile("^Undo the change of Senior")).click()
    expect(page.get_by_text("Undone: it is as it was read.")).to_be_visible()
    page.goto(fit)
    see(page, "At a glance")

    assert mended < before
    assert kept == mended
    assert the_score(page) == before


def test_what_a_job_asks_is_mended_by_keyboard_and_the_fit_follows(
    page: Page, mira: Stack, tmp_path: Path
) -> None:
    sign_up(page, mira, f"job.{tmp_path.name.replace('_', '')}@example.org".lower()[-60:])
    add_documents(page, tmp_path)
    fit = compare(page)
    before = the_score(page)

    page.get_by_role("link", name=re.compile("^Does the job not ask this")).click()
    corrections = page.url
    not_asked = page.get_by_role("button", name="Not asked Terraform")
    not_asked.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Taken out. You can undo that below.")).to_be_visible()
    page.get_by_role("link", name="Change Kubernetes").click()
    page.get_by_label("What is meant").fill("Python")
    page.get_by_label("How much it is asked").select_option("must")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("corrected by you").first).to_be_visible()
    page.goto(fit)
    see(page, "as you corrected it")
    mended = the_score(page)
    page.goto(corrections)
    page.get_by_role("button", name="Read the text again").click()
    see(page, "Must have")
    expect(page.get_by_text("corrected by you").first).to_be_visible()
    page.goto(corrections)
    page.get_by_text("Undo all corrections").click()
    page.get_by_role("button", name="Undo them all").click()
    expect(page.get_by_text("Undone: it is as it was read.")).to_be_visible()
    page.goto(fit)
    see(page, "At a glance")

    assert mended > before
    assert the_score(page) == before


def the_score(page: Page) -> int:
    """Out of the picture at the top of a fit report."""
    return int(page.locator(".number strong").inner_text())


def test_someone_under_sixteen_is_refused_and_nothing_is_stored(page: Page, mira: Stack) -> None:
    page.goto("/sign-up")
    page.get_by_label("What should we call you?").fill("Kind")
    page.get_by_label("E-mail address").fill("kind@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Month").select_option("3")
    page.get_by_label("Year").fill("2015")
    page.get_by_role("button", name="Sign up").click()

    expect(page.get_by_text(re.compile("16"))).to_be_visible()
    messages = a_visitor(mira).http.get(f"{mira.mailbox_address}/messages").json()
    assert not any("kind@example.org" in message["to"] for message in messages)
