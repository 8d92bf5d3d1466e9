"""What a fit report and the page of a file say: in a picture, in a table, in plain words."""

import re
from typing import Any
from uuid import UUID

import pytest

from contracts.analysis import FitStatus, ScopeComparison
from contracts.extraction import ExtractionState
from gateway.documents import extraction
from tests.gateway.client import Browser, a_signed_in_browser
from tests.gateway.life import RESUME, a_full_life, last


def changed(browser: Browser, kind: str, address: str, **fields: Any) -> None:
    """The thing at `address`, with other fields."""
    key = kind, UUID(last(address))
    person, there = browser.world.things[key]
    browser.world.things[key] = person, there.model_copy(update=fields)


def test_the_picture_and_the_table_say_the_same() -> None:
    browser = a_signed_in_browser()
    page = browser.get(a_full_life(browser).fit).text

    picture = page.split('<figure class="glance"')[1].split("<figcaption>")[0]
    table = page.split('<details class="twin">')[1].split("</details>")[0]

    rows = re.findall(r"<li>.*?</li>", picture, re.DOTALL)
    tiers = [len(re.findall('class="on"', row)) for row in rows]
    words = [re.findall(r'<span class="quiet">([^<]+)</span></li>', row)[0] for row in rows]
    assert (tiers, words) == ([3, 0, 1], ["proven", "not found", "listed"])
    assert re.findall(r"<td[^>]*>(\d) of 3</td>", table) == ["3", "0", "1"]
    assert "10 ÷ (3 × 7) = 48 of 100" in table


def test_what_is_not_clear_is_drawn_and_counted_as_such() -> None:
    browser = a_signed_in_browser()
    fit = a_full_life(browser).fit
    report = browser.world.things["fit", UUID(last(fit))][1].report
    unclear = report.items[1].model_copy(update={"status": FitStatus.UNKNOWN})
    items = (report.items[0], unclear, report.items[2])

    changed(browser, "fit", fit, report=report.model_copy(update={"items": items}))
    page = browser.get(fit).text

    picture = page.split('<figure class="glance"')[1].split("<figcaption>")[0]
    assert picture.count('class="open"') == 3
    assert "10 ÷ (3 × 4)" in page


def test_the_interval_can_be_computed_from_what_is_shown() -> None:
    browser = a_signed_in_browser()
    page = browser.get(a_full_life(browser).fit).text

    table = page.split('<details class="twin">')[1].split("</details>")[0]
    rows = re.findall(r"<tr .*?</tr>", table.split("<tbody ")[1], re.DOTALL)
    cells = [re.findall(r"<td[^>]*>([^<]*)</td>", row) for row in rows if " of 3</td>" in row]
    weights = sum(int(cell[1]) for cell in cells)
    least = sum(int(cell[4]) for cell in cells)
    most = sum(int(cell[1]) * int(cell[3]) for cell in cells)
    low, high = round(100 * least / (3 * weights)), round(100 * most / (3 * weights))

    assert f"{least} ÷ (3 × {weights}) = {low}, and {most} ÷ (3 × {weights}) = {high}" in table
    assert f"Between {low} and {high}" in page


def test_of_things_asked_together_the_mean_is_explained() -> None:
    browser = a_signed_in_browser()
    fit = a_full_life(browser).fit
    report = browser.world.things["fit", UUID(last(fit))][1].report
    both = report.items[0].model_copy(update={"tier": 2, "parts": (3, 0)})

    changed(
        browser, "fit", fit, report=report.model_copy(update={"items": (both, *report.items[1:])})
    )
    page = browser.get(fit).text

    assert "3 and 0 of 3 make 2" in page
    assert '<span class="quiet">in part</span>' in page


def test_a_report_from_before_shows_no_bounds_that_it_does_not_have() -> None:
    browser = a_signed_in_browser()
    fit = a_full_life(browser).fit
    report = browser.world.things["fit", UUID(last(fit))][1].report
    items = tuple(item.model_copy(update={"most": None}) for item in report.items)

    changed(browser, "fit", fit, report=report.model_copy(update={"items": items}))

    assert ", and " not in browser.get(fit).text.split("counts nothing.")[1].split("</p>")[0]


def test_who_comes_from_a_document_finds_it_chosen() -> None:
    browser = a_signed_in_browser()
    life = a_full_life(browser)
    browser.post("/resumes", title="Another", text="Python.")
    browser.post("/job-descriptions", title="Another", text="Python.")

    for address, link in ((life.resume, "resume_id"), (life.job, "job_description_id")):
        assert f"/fits/new?{link}={last(address)}" in browser.get(address).text
        page = browser.get(f"/fits/new?{link}={last(address)}").text
        assert f'value="{last(address)}" selected' in page


def test_no_bar_needs_a_style_of_its_own() -> None:
    browser = a_signed_in_browser()

    page = browser.get(a_full_life(browser).fit)

    assert "style=" not in page.text
    assert "unsafe" not in page.headers["Content-Security-Policy"]


def test_hidden_text_is_told_beside_the_score_that_it_does_not_change() -> None:
    browser = a_signed_in_browser()

    page = browser.get(a_full_life(browser).fit).text

    assert "Score with it: 48. Without it: 48." in page


def test_the_page_of_a_file_says_what_it_was_and_what_was_left_out() -> None:
    browser = a_signed_in_browser()

    page = browser.get(a_full_life(browser).resume).text

    told = re.sub(r"\s+", " ", page.split('id="ignored"')[1].split("</section>")[0])
    assert "<dt>Kind of file</dt><dd>PDF</dd>" in told
    assert "<dt>Characters left out</dt><dd>11</dd>" in told
    assert "every score is the same" in told


@pytest.mark.parametrize("state", [each for each in ExtractionState if each != "ok"])
def test_every_refusal_says_why_and_what_to_do_instead(state: ExtractionState) -> None:
    browser = a_signed_in_browser()
    address = browser.post("/resumes", **RESUME).headers["Location"]
    gone = {"analysis": None, "text": None}

    changed(browser, "resume", address, state="refused", refusal=state, **gone)
    page = browser.get(address).text

    said = extraction.refusal(state, None)
    assert said.why in page
    assert said.instead in page
    assert "paste the text" in page


def test_a_limit_that_was_passed_is_named() -> None:
    told = {
        extraction.refusal(ExtractionState.TOO_LARGE, detail).why
        for detail in ("pages", "bytes", "characters", None)
    }

    assert len(told) == 4
    assert ".doc" in extraction.refusal(ExtractionState.UNSUPPORTED, "legacy_office").why


def test_the_level_of_a_role_is_compared_in_words_of_its_own() -> None:
    browser = a_signed_in_browser()
    fit = a_full_life(browser).fit
    report = browser.world.things["fit", UUID(last(fit))][1].report
    row = ScopeComparison(dimension="level", asked="lead", shown="lead", is_met=True)
    changed(browser, "fit", fit, report=report.model_copy(update={"scope": (row,)}))

    page = browser.get(fit).text

    assert 'scope="row">Level of the role</th>' in page
    assert "At another level" not in page.split('id="scope"')[1].split("</section>")[0]


def test_the_part_that_follows_the_reading_brings_the_title_of_the_tab() -> None:
    browser = a_signed_in_browser()
    life = a_full_life(browser)

    part = browser.get(life.fit, **{"HX-Request": "true"}).text

    assert re.search(r"<title>[^<]+ and [^<]+ · Mira</title>", part)
