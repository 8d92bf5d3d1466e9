"""Correcting what was read, on pages without script."""

from typing import Any
from uuid import UUID

import pytest

from contracts.corrections import Corrections, EntryCorrection, OwnEntry, OwnRole, RoleCorrection
from contracts.documents import ResumeView
from tests.gateway.client import Browser, a_signed_in_browser
from tests.gateway.life import RESUME, last

ROLE = {"title": "Backend engineer", "employer": "Harbour Light", "start": "2020-01"}


def a_resume(browser: Browser) -> str:
    return browser.post("/resumes", **RESUME).headers["Location"]


def view(browser: Browser, address: str) -> ResumeView:
    found: ResumeView = browser.world.things["resume", UUID(last(address))][1]
    return found


def send(browser: Browser, address: str, path: str, **fields: Any) -> Any:
    """A form of the corrections of this résumé, made from what is there now."""
    version = fields.pop("version", None) or view(browser, address).version
    return browser.post(f"{address}/corrections{path}", version=version, **fields)


def given(browser: Browser, address: str) -> Corrections:
    return view(browser, address).corrections


def test_every_page_of_corrections_opens_and_shows_what_is_there() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    overview = browser.get(f"{address}/corrections").text
    forms = [
        browser.get(f"{address}/corrections/{path}").text
        for path in ("values", "roles/r1", "roles/new", "languages/new", "education/new")
    ]

    assert "Backend engineer, Harbour Light" in overview
    assert "Robin Sample" in forms[0]
    assert 'value="Harbour Light"' in forms[1]
    assert all('name="version" value="2"' in form for form in forms)


def test_a_role_is_corrected_and_undone() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    saved = send(
        browser, address, "/roles/r1", **ROLE, end="2021", bullets="- Moved it\n\n• Led 5 people"
    )
    page = browser.follow(saved).text
    (role,) = given(browser, address).roles
    undone = browser.follow(send(browser, address, "/roles/r1/undo")).text

    assert role.of == "r1"
    assert role.now == OwnRole(**ROLE, end="2021", bullets=("Moved it", "Led 5 people"))
    assert "corrected by you" in page
    assert "It says what you wrote" in page
    assert given(browser, address).is_empty
    assert "corrected by you" not in undone


def test_something_is_added_changed_and_taken_out_again() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    send(browser, address, "/languages/new", title="Finnish", detail="basic")
    send(browser, address, "/languages/new", title="Estonian")
    send(browser, address, "/languages/own-1", title="Finnish", detail="fluent")
    page = browser.get(f"{address}/corrections").text
    after = [each.now for each in given(browser, address).languages]
    send(browser, address, "/languages/own-1/remove")

    assert after == [OwnEntry(title="Finnish", detail="fluent"), OwnEntry(title="Estonian")]
    assert "added by you" in page
    assert [each.now.title for each in given(browser, address).languages if each.now] == [
        "Estonian"
    ]


def test_what_was_read_is_taken_out_and_comes_back() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    page = browser.follow(send(browser, address, "/roles/r1/remove")).text
    taken = given(browser, address).roles
    send(browser, address, "/roles/r1/undo")

    assert taken == (RoleCorrection(of="r1"),)
    assert "taken out by you" in page
    assert given(browser, address).is_empty


def test_who_it_is_about_is_corrected_value_by_value() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    send(browser, address, "/values", name="Quince Ferrand", links="https://a.example\nb.example")
    after = given(browser, address)
    page = browser.get(f"{address}/corrections").text
    send(browser, address, "/values/name/undo")

    assert (after.name, after.email) == ("Quince Ferrand", "")
    assert after.links == ("https://a.example", "b.example")
    assert "was: Robin Sample" in page
    assert given(browser, address).name is None


def test_skills_are_added_and_taken_out() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    send(browser, address, "/skills", skill="Kubernetes")
    send(browser, address, "/skills/python/remove")
    after = given(browser, address)
    send(browser, address, "/skills/python/undo")
    send(browser, address, "/skills/own-1/remove")

    assert (after.skills_added, after.skills_removed) == (("Kubernetes",), ("python",))
    assert given(browser, address).is_empty


def test_all_corrections_are_undone_at_once() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)
    send(browser, address, "/skills", skill="Kubernetes")

    page = browser.follow(send(browser, address, "/undo")).text

    assert given(browser, address).is_empty
    assert "Undo all corrections" not in page


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"title": ""}, "title", "This is needed."),
        ({"start": "March 2020"}, "start", "right form"),
        ({"end": "2019"}, "end", "The end is before the start."),
        ({"bullets": "x" * 1001}, "bullets", "1,000 characters"),
        ({"bullets": "\n".join("abc" for _ in range(51))}, "bullets", "50 lines"),
    ],
)
def test_what_is_wrong_stands_next_to_its_field_and_what_was_typed_stays(
    fields: dict[str, str], field: str, said: str
) -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    answer = send(browser, address, "/roles/r1", **{**ROLE, "employer": "Typed", **fields})

    assert answer.status_code == 400
    wrong = answer.text.split(f'id="wrong-{field}">')[1].split("</p>")[0]
    assert said in wrong
    assert 'value="Typed"' in answer.text
    assert given(browser, address).is_empty


def test_a_change_of_something_older_is_refused_and_shown_again_with_the_newest_version() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)
    send(browser, address, "/skills", skill="Kubernetes")

    late = send(browser, address, "/roles/r1", **{**ROLE, "employer": "Typed"}, version=2)

    assert late.status_code == 412
    assert 'value="Typed"' in late.text
    assert 'name="version" value="3"' in late.text
    assert given(browser, address).roles == ()


@pytest.mark.parametrize(
    "path", ["/roles/r9", "/roles/own-1", "/cats/new", "/roles/%00", "/languages/e1"]
)
def test_what_is_not_there_cannot_be_corrected(path: str) -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    answers = [
        browser.get(f"{address}/corrections{path}"),
        send(browser, address, path, title="x"),
        send(browser, address, f"{path}/remove"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert send(browser, address, "/skills/nothing/remove").status_code == 404


def test_documents_are_renamed_and_read_again() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)
    job = browser.post("/job-descriptions", title="Job", text="Python.").headers["Location"]

    send(browser, address, "/title", title="For banks")
    browser.post(f"{job}/title", version=2, title="The bank")
    names = browser.get(address).text, browser.get(job).text
    again = browser.follow(browser.post(f"{address}/readings")).text
    browser.post(f"{job}/readings")

    assert "For banks" in names[0]
    assert "The bank" in names[1]
    assert "Your résumé is being read" in again
    assert "is being read" in browser.get(job).text


def test_what_is_being_read_again_is_shown_and_not_corrected_meanwhile() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)
    browser.post(f"{address}/readings")

    pages = [browser.get(f"{address}/corrections{path}") for path in ("", "/values", "/roles/r1")]

    assert [page.headers["Location"] for page in pages] == [address] * 3


def test_a_resume_that_is_outdated_offers_to_be_read_again() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)
    person, there = browser.world.things["resume", UUID(last(address))]
    outdated = there.model_copy(update={"is_outdated": True})

    browser.world.put("resume", there.resume_id, person, outdated)

    assert "A newer engine is here" in browser.get(address).text


def test_a_correction_whose_role_is_not_read_any_more_is_shown_as_an_addition() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)
    person, there = browser.world.things["resume", UUID(last(address))]
    lost = Corrections(
        roles=(
            RoleCorrection(was="Poet"),
            RoleCorrection(was="Baker", now=OwnRole(title="Baker", start="2019", is_current=True)),
        ),
        education=(EntryCorrection(was="BSc"),),
    )

    kept = there.model_copy(update={"corrections": lost, "read": there.analysis})
    browser.world.put("resume", there.resume_id, person, kept)
    send(browser, address, "/roles/own-1", title="Master baker", start="2019", is_current="true")

    assert [(each.was, each.now and each.now.title) for each in given(browser, address).roles] == [
        ("Poet", None),
        ("Baker", "Master baker"),
    ]


def test_what_was_read_rightly_is_confirmed_and_the_confirmation_undone() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    page = browser.follow(send(browser, address, "/values/name/confirm")).text
    send(browser, address, "/roles/r1/confirm")
    kept = given(browser, address)
    overview = browser.get(f"{address}/corrections").text
    resume = browser.get(address).text
    send(browser, address, "/values/name/undo")
    send(browser, address, "/roles/r1/undo")

    assert "Noted" in page
    assert kept.name == "Robin Sample"
    assert [each.of for each in kept.roles] == ["r1"]
    assert overview.count("confirmed by you") == 2
    assert resume.count("confirmed by you") == 2
    assert given(browser, address).is_empty


def test_a_saved_form_confirms_no_value_that_was_left_alone() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    send(browser, address, "/values", name="Robin Sample", email="new@example.org")

    kept = given(browser, address)
    assert (kept.name, kept.email) == (None, "new@example.org")


@pytest.mark.parametrize("path", ["/values/colour", "/roles/r9", "/skills/nothing", "/roles/new"])
def test_what_was_not_read_cannot_be_confirmed(path: str) -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    assert send(browser, address, f"{path}/confirm").status_code == 404
