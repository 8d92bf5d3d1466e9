"""Every page, public and signed in, passes axe-core in five modes."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ops.stack import Stack
from tests.flows.axe import Walker, is_page
from tests.flows.conftest import a_person
from tests.flows.erasing import deleted
from tests.flows.journey import Person, wait_until

ROUTES = Path(__file__).parents[1] / "gateway" / "routes.txt"
_BLANK = re.compile(r"<[^>]*>")
OF_A_MODEL = re.compile("/suggestion")
"""Pages that are there only where an operator has connected a model."""


def kinds_of_pages() -> list[re.Pattern[str]]:
    """Out of the list of all routes; those without a blank first."""
    paths = [line.split(" ")[1] for line in ROUTES.read_text().splitlines() if line[:4] == "GET "]
    pages = sorted((path for path in paths if is_page(path)), key=lambda path: "<" in path)
    return [
        re.compile("[^/]+".join(map(re.escape, _BLANK.split(path))))
        for path in pages
        if not OF_A_MODEL.search(path)
    ]


def a_life(person: Person) -> list[str]:
    """Addresses of all that a person can have, in each of its states."""
    fit = person.a_fit()
    held = person.held(fit)
    planned, begun = person.plan(fit), person.plan(fit)
    person.send(f"/interviews/{begun}/start")
    person.answer(begun, "I asked the porter first.")
    gone = person.add_job("Another job")
    code = deleted(person, f"/job-descriptions/{gone}")
    export = person.request_export()
    wait_until(lambda: person.get(f"/privacy/exports/{export}")["state"] != "waiting")
    return [
        "/dashboard",
        "/interviews",
        *(f"/interviews/{item}" for item in (planned, begun, held)),
        f"/interviews/{held}/report",
        f"/interviews/{held}/transcript",
        f"/erasures/{code}",
        f"/erasures/{code}/certificate",
        f"/settings/export/{export}",
    ]


@pytest.mark.timeout(400)
def test_every_page_passes_axe_in_light_dark_forced_colours_narrow_and_without_script(
    mira: Stack, browser: Browser
) -> None:
    person = a_person(mira)
    walker = Walker(browser, mira, kinds_of_pages())

    walker.walk("/", "/check-mail", "/confirm?token=" + "a" * 43, "/reset/new?token=" + "a" * 43)
    walker.walk("/problems", "/styleguide", "/nowhere")
    walker.sign_in(person)
    walker.walk(*a_life(person))

    assert walker.found == []
    assert walker.unseen() == []
