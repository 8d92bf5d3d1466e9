"""Correcting what a job is: its title, employer and terms, on pages without script."""

from uuid import UUID

import pytest

from contracts.analysis import Seniority
from contracts.corrections import OwnFacts, RequirementCorrection
from contracts.work import Remote, WorkTerms
from gateway.documents.examples import job_span
from tests.gateway.client import a_signed_in_browser, a_signed_in_program
from tests.gateway.life import JOB, last
from tests.gateway.test_job_corrections import a_job, given, send, view


def test_the_form_shows_what_was_read() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)

    form = browser.get(f"{address}/corrections/facts").text

    assert f'href="{address}/corrections/facts"' in browser.get(f"{address}/corrections").text
    assert 'value="Backend engineer"' in form
    assert '<option value="senior" selected>' in form
    assert '<option value="hybrid">' in form
    assert 'value="unknown"' not in form


def test_a_fact_leads_to_its_words_which_are_marked_and_the_form_shows_the_text() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)
    person, there = browser.world.things["job_description", UUID(last(address))]
    pay = job_span("PostgreSQL is nice")
    analysis = there.analysis.model_copy(update={"terms": WorkTerms(pay=pay)})
    told = there.model_copy(update={"analysis": analysis})
    browser.world.put("job_description", there.job_description_id, person, told)

    page = browser.get(address).text
    form = browser.get(f"{address}/corrections/facts").text

    assert f'<a href="{address}?start={pay.start}&amp;end={pay.end}#here">{pay.quote}</a>' in page
    assert "<mark>PostgreSQL</mark><mark> is nice</mark>" in page
    assert "Knowledge of PostgreSQL is nice to have.\n" in form


def test_what_is_corrected_is_kept_shown_and_undone_one_by_one() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)
    send(browser, address, "/requirements/q2/remove")

    fields = {"title": "Backend engineer", "mode": "hybrid", "level": "", "pay": ""}
    page = browser.follow(send(browser, address, "/facts", **fields)).text
    kept = view(browser, address).corrections.facts
    shown = browser.get(address).text
    undone = browser.follow(send(browser, address, "/facts/level/undo")).text

    assert kept == OwnFacts(mode=Remote.HYBRID, level=Seniority.UNKNOWN)
    assert "was: Senior" in page
    assert "nothing was read here" in page
    assert shown.count('class="tag mine">corrected by you') == 2
    assert "Undone: it is as it was read." in undone
    assert view(browser, address).corrections.facts == OwnFacts(mode=Remote.HYBRID)
    assert given(browser, address) == (RequirementCorrection(of="q2"),)


def test_a_requirement_that_is_corrected_later_leaves_the_facts() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)
    send(browser, address, "/facts", title="Backend engineer", mode="remote", level="senior")

    send(browser, address, "/requirements/q2/remove")
    send(browser, address, "/requirements/q2/undo")

    assert view(browser, address).corrections.facts == OwnFacts(mode=Remote.REMOTE)


def test_words_of_another_text_are_refused_at_their_field_with_what_was_typed() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)

    refused = send(browser, address, "/facts", title="Backend engineer", employer="Nobody & Co")

    assert refused.status_code == 400
    assert 'id="wrong-employer"' in refused.text
    assert 'value="Nobody &amp; Co"' in refused.text
    assert view(browser, address).corrections.facts == OwnFacts()


@pytest.mark.parametrize("field", [{"mode": "by boat"}, {"level": "god"}, {"title": "x" * 301}])
def test_what_no_job_has_is_refused(field: dict[str, str]) -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)

    refused = send(browser, address, "/facts", **field)

    assert refused.status_code == 400
    assert f'id="wrong-{next(iter(field))}"' in refused.text


def test_there_is_no_other_fact_to_undo() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)

    assert send(browser, address, "/facts/salary/undo").status_code == 404


def test_a_program_corrects_facts_with_requirements() -> None:
    program = a_signed_in_program()
    job = program.ask("POST", "/job-descriptions", JOB).json["job_description_id"]
    path = f"/job-descriptions/{job}/corrections"
    tag = program.ask("GET", path).headers["ETag"]

    body = {"facts": {"mode": "onsite", "pay": ""}}
    answer = program.ask("PUT", path, body, **{"If-Match": tag})

    assert answer.status_code == 200
    assert answer.json["corrections"]["facts"]["mode"] == "onsite"
    assert answer.json["corrections"]["facts"]["title"] is None
