"""Correcting what a job asks for, on pages without script and through the API."""

from typing import Any
from uuid import UUID

import pytest

from contracts.analysis import Strength
from contracts.corrections import JobCorrections, OwnRequirement, RequirementCorrection
from contracts.documents import JobDescriptionView
from contracts.evidence import DocumentKind, Span
from tests.gateway.client import Browser, Program, a_signed_in_browser, a_signed_in_program
from tests.gateway.life import JOB, last

ASKED = {"quote": "You must know Kubernetes", "strength": "nice", "looked_for": "Kubernetes"}


def a_job(browser: Browser) -> str:
    return browser.post("/job-descriptions", **JOB).headers["Location"]


def view(browser: Browser, address: str) -> JobDescriptionView:
    found: JobDescriptionView = browser.world.things["job_description", UUID(last(address))][1]
    return found


def send(browser: Browser, address: str, path: str, **fields: Any) -> Any:
    """A form of the corrections of this job, made from what is there now."""
    version = fields.pop("version", None) or view(browser, address).version
    return browser.post(f"{address}/corrections{path}", version=version, **fields)


def given(browser: Browser, address: str) -> tuple[RequirementCorrection, ...]:
    return view(browser, address).corrections.requirements


def test_the_page_of_a_job_leads_to_its_corrections() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)

    overview = browser.get(f"{address}/corrections").text
    form = browser.get(f"{address}/corrections/requirements/q1").text

    assert f'href="{address}/corrections"' in browser.get(address).text
    assert overview.count('class="row-title"') == 3
    assert "four years of Python" in form
    assert 'value="4"' in form
    assert '<option value="must" selected>' in form
    assert 'name="version" value="2"' in form


def test_how_much_is_asked_is_corrected_and_undone() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)

    saved = send(browser, address, "/requirements/q2", **ASKED, min_years="2.5")
    page = browser.follow(saved).text
    (kept,) = given(browser, address)
    undone = browser.follow(send(browser, address, "/requirements/q2/undo")).text

    assert "corrected by you" in page
    assert "was: must have; Kubernetes" in page
    assert kept.of == "q2"
    assert kept.now == OwnRequirement(
        quote="You must know Kubernetes",
        strength=Strength.NICE,
        min_years=2.5,
        looked_for=("Kubernetes",),
    )
    assert "Undone: it is as it was read." in undone
    assert given(browser, address) == ()


def test_what_is_not_asked_is_taken_out_and_comes_back() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)

    page = browser.follow(send(browser, address, "/requirements/q2/remove")).text
    kept = given(browser, address)
    send(browser, address, "/undo")

    assert "<del>You must know Kubernetes</del>" in page
    assert kept == (RequirementCorrection(of="q2"),)
    assert given(browser, address) == ()


def test_a_line_that_was_missed_is_added_from_the_list_of_unread_ones() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)
    person, there = browser.world.things["job_description", UUID(last(address))]
    start = there.text.index("Backend engineer")
    span = Span(
        document=DocumentKind.JOB_DESCRIPTION,
        document_id=there.job_description_id,
        start=start,
        end=start + 16,
        quote="Backend engineer",
    )
    analysis = there.analysis.model_copy(update={"unread": (span,)})
    missed = there.model_copy(update={"analysis": analysis})
    browser.world.put("job_description", there.job_description_id, person, missed)

    overview = browser.get(f"{address}/corrections").text
    form = browser.get(
        f"{address}/corrections/requirements/new?start={start}&end={start + 16}"
    ).text
    added = {"quote": "Backend engineer", "strength": "must", "is_gate": "true"}
    page = browser.follow(send(browser, address, "/requirements/new", **added)).text

    assert f"new?start={start}&amp;end={start + 16}" in overview
    assert "Backend engineer</textarea>" in form
    (kept,) = given(browser, address)
    assert kept.now == OwnRequirement(quote="Backend engineer", is_gate=True, looked_for=None)
    assert "added by you" in page


def test_what_was_added_is_changed_and_deleted_for_good() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)
    send(browser, address, "/requirements/new", **ASKED)

    send(browser, address, "/requirements/own-1", **{**ASKED, "looked_for": ""})
    (kept,) = given(browser, address)
    page = browser.follow(send(browser, address, "/requirements/own-1/remove")).text

    assert kept.now is not None
    assert kept.now.looked_for is None
    assert "Deleted. It was yours alone" in page
    assert given(browser, address) == ()


def test_of_what_was_read_nothing_in_particular_may_be_meant() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)

    send(browser, address, "/requirements/q2", **{**ASKED, "looked_for": ""})

    (kept,) = given(browser, address)
    assert kept.now is not None
    assert kept.now.looked_for == ()


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"quote": "Nobody wrote this"}, "quote", "does not stand in the text"),
        ({"quote": ""}, "quote", "This is needed."),
        ({"min_years": "many"}, "min_years", "Write a number, such as 3 or 2.5."),
        ({"min_years": "99"}, "min_years", "60"),
        ({"strength": "huge"}, "strength", "not one of the choices"),
    ],
)
def test_what_is_wrong_stands_next_to_its_field_and_what_was_typed_stays(
    fields: dict[str, str], field: str, said: str
) -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)

    answer = send(
        browser, address, "/requirements/q2", **{**ASKED, "looked_for": "Typed", **fields}
    )

    assert answer.status_code == 400
    assert said in answer.text.split(f'id="wrong-{field}">')[1].split("</p>")[0]
    assert "Typed</textarea>" in answer.text
    assert given(browser, address) == ()


def test_a_change_of_something_older_is_refused_and_shown_again_with_the_newest_version() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)
    send(browser, address, "/requirements/q1/remove")

    late = send(browser, address, "/requirements/q2", **ASKED, version=2)

    assert late.status_code == 412
    assert 'name="version" value="3"' in late.text
    assert [each.of for each in given(browser, address)] == ["q1"]


@pytest.mark.parametrize("key", ["q9", "own-1", "%00"])
def test_what_is_not_there_cannot_be_corrected(key: str) -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)
    path = f"/requirements/{key}"

    answers = [
        browser.get(f"{address}/corrections{path}"),
        send(browser, address, path, **ASKED),
        send(browser, address, f"{path}/remove"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_what_is_being_read_again_is_shown_and_not_corrected_meanwhile() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)
    browser.post(f"{address}/readings")

    pages = [browser.get(f"{address}/corrections{path}") for path in ("", "/requirements/q1")]

    assert [page.headers["Location"] for page in pages] == [address] * 2


def test_a_form_that_is_saved_as_it_was_confirms_what_was_read() -> None:
    browser = a_signed_in_browser()
    address = a_job(browser)

    same = {**ASKED, "strength": "must"}
    page = browser.follow(send(browser, address, "/requirements/q2", **same)).text

    assert "confirmed by you" in page
    assert "confirmed by you" in browser.get(address).text
    assert "corrected by you" not in page


def test_the_page_of_the_job_and_of_its_fit_say_what_its_owner_corrected() -> None:
    browser = a_signed_in_browser()
    resume = browser.post("/resumes", title="Mine", text="Python.").headers["Location"]
    address = a_job(browser)
    ids = {"resume_id": last(resume), "job_description_id": last(address)}
    fit = browser.post("/fits", **ids).headers["Location"]

    send(browser, address, "/requirements/q2", **ASKED)

    assert "corrected by you" in browser.get(address).text
    assert "as you corrected it" in browser.get(fit).text


def a_job_of(program: Program) -> str:
    given_job = program.ask("POST", "/job-descriptions", JOB).json
    return f"/job-descriptions/{given_job['job_description_id']}"


def test_the_api_takes_all_corrections_with_the_version_they_were_made_from() -> None:
    program = a_signed_in_program()
    path = a_job_of(program)
    body = {"requirements": [{"of": "q2"}]}

    before = program.ask("GET", f"{path}/corrections")
    saved = program.ask("PUT", f"{path}/corrections", body, If_Match=before.headers["ETag"])
    after = program.ask("GET", f"{path}/corrections")
    late = program.ask("PUT", f"{path}/corrections", body, If_Match=before.headers["ETag"])

    assert (before.headers["ETag"], saved.status_code) == ('"2"', 200)
    assert saved.headers["ETag"] == after.headers["ETag"] == '"3"'
    assert JobCorrections.model_validate_json(after.data) == JobCorrections(
        requirements=(RequirementCorrection(of="q2"),)
    )
    assert len(saved.json["read"]["requirements"]) == 3
    assert (late.status_code, late.json["code"]) == (412, "changed-meanwhile")
