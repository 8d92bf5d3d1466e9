"""Every page renders, for somebody who has nothing and for somebody who has everything."""

from uuid import UUID

import pytest

from tests.gateway.client import Browser, a_signed_in_browser
from tests.gateway.life import JOB, a_finished_life, a_full_life, last
from tests.gateway.world import World

PUBLIC = [
    "/",
    "/sign-up",
    "/sign-in",
    "/check-mail",
    "/confirm?token=x",
    "/reset",
    "/reset/new?token=x",
    "/privacy",
    "/rubric",
    "/problems",
    "/problems/bug",
    "/api/v1/docs",
    "/.well-known/security.txt",
]
PERSONAL = [
    "/dashboard",
    "/resumes/new",
    "/job-descriptions/new",
    "/fits/new",
    "/sending",
    "/interviews",
    "/progress",
    "/drills",
    "/stories",
    "/settings",
    "/settings/requests",
    "/settings/delete/account",
]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_opens_for_everybody(path: str) -> None:
    browser = Browser(World())

    assert browser.get(path).status_code == 200


@pytest.mark.parametrize("path", PERSONAL)
def test_a_personal_page_opens_before_anything_is_there(path: str) -> None:
    browser = a_signed_in_browser()

    assert browser.get(path).status_code == 200


@pytest.mark.parametrize("path", PERSONAL)
def test_a_personal_page_sends_a_stranger_to_sign_in_and_back(path: str) -> None:
    stranger = Browser(World())

    answer = stranger.get(path)

    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/sign-in?next={path}"


@pytest.mark.parametrize("path", PERSONAL)
def test_a_personal_page_opens_when_there_is_much(path: str) -> None:
    browser = a_signed_in_browser()
    a_finished_life(browser)

    assert browser.get(path).status_code == 200


def test_the_first_page_leads_through_three_steps() -> None:
    browser = a_signed_in_browser()

    said = [browser.get("/dashboard").text]
    browser.post("/samples/resume")
    said.append(browser.get("/dashboard").text)
    browser.post("/samples/job-description")
    said.append(browser.get("/dashboard").text)

    assert "Add a résumé" in said[0]
    assert "Add a job description" in said[1]
    assert "Compare the two" in said[2]


def test_documents_fit_and_plan_show_the_words_they_rest_on() -> None:
    browser = a_signed_in_browser()
    life = a_full_life(browser)

    assert "Moved 40 services to Python" in browser.get(life.resume).text
    assert "You must know Kubernetes" in browser.get(life.job).text
    assert "Have you used Kubernetes" in browser.get(life.fit).text
    assert "What changed" not in browser.get(life.interview).text
    assert "your résumé shows one large move" in browser.page


def test_what_was_left_out_of_a_file_is_shown() -> None:
    browser = a_signed_in_browser()
    life = a_full_life(browser)

    page = browser.get(life.resume).text

    assert "Text in the colour of the page" in page
    assert "hidden text" in page


def test_what_does_not_look_like_a_resume_says_so_first() -> None:
    browser = a_signed_in_browser()
    address = browser.post("/resumes", title="Mine", text="We are looking for ...").headers[
        "Location"
    ]
    person, view = browser.world.things["resume", UUID(last(address))]
    fine = browser.get(address).text
    report = view.analysis.extraction.model_copy(update={"warnings": ("unlike_a_resume",)})
    analysis = view.analysis.model_copy(update={"extraction": report})

    doubted = view.model_copy(update={"analysis": analysis})
    browser.world.put("resume", view.resume_id, person, doubted)
    page = browser.get(address).text

    assert "This does not look like a résumé" in page
    assert "This does not look like a résumé" not in fine
    assert "nlike a resume" not in page


def test_a_job_description_names_what_is_looked_for_with_each_requirement() -> None:
    browser = a_signed_in_browser()
    address = browser.post("/job-descriptions", **JOB).headers["Location"]
    person, view = browser.world.things["job_description", UUID(last(address))]
    asked = view.analysis.requirements[0].model_copy(
        update={
            "any_of": (),
            "looked_for": ("Python", "Kafka or RabbitMQ"),
            "min_years": 3.0,
        }
    )
    analysis = view.analysis.model_copy(update={"requirements": (asked,)})
    browser.world.put(
        "job_description",
        UUID(last(address)),
        person,
        view.model_copy(update={"analysis": analysis}),
    )

    page = browser.get(address).text

    assert "Python; Kafka or RabbitMQ, from 3 years" in page


def test_a_job_description_lists_the_lines_that_were_not_read_each_with_its_place() -> None:
    browser = a_signed_in_browser()
    address = browser.post("/job-descriptions", **JOB).headers["Location"]
    person, view = browser.world.things["job_description", UUID(last(address))]
    read = view.analysis
    span = read.requirements[0].span
    for unread, more in (((), 0), ((span,), 2)):
        told = read.model_copy(update={"requirements": (), "unread": unread, "unread_more": more})
        changed = view.model_copy(update={"analysis": told})
        browser.world.put("job_description", UUID(last(address)), person, changed)

        page = browser.get(address).text

        assert ("Lines that were not read" in page) is bool(unread)
        assert ("And 2 more lines." in page) is bool(unread)
        assert (f'end={span.end}#here">{span.quote}</a>' in page) is bool(unread)


def test_the_heading_follows_when_a_document_gets_its_name() -> None:
    browser = a_signed_in_browser()
    life = a_full_life(browser)

    for address in (life.resume, life.job, life.fit):
        whole = browser.get(address).text
        part = browser.get(address, **{"HX-Request": "true"}).text
        assert '<h1 id="name">' in whole
        assert "hx-swap-oob" not in whole
        assert '<h1 id="name" hx-swap-oob="true">' in part


def test_a_quote_opens_in_its_document() -> None:
    browser = a_signed_in_browser()
    life = a_full_life(browser)

    page = browser.get(f"{life.resume}?start=0&end=12").text

    assert '<mark id="here" class="here">Robin Sample</mark>' in page


def test_a_report_quotes_the_answer_and_leads_to_the_transcript() -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)

    page = browser.get(f"{life.interview}/report").text

    assert "the bill fell by 30 %" in page
    assert 'id="turn-2"' in page
    assert browser.get(f"{life.interview}/transcript").status_code == 200
    assert browser.get(life.interview).status_code == 200


def test_the_style_guide_is_shown_only_where_it_is_developed() -> None:
    assert a_signed_in_browser().get("/styleguide").status_code == 404
    assert a_signed_in_browser(is_development=True).get("/styleguide").status_code == 200


def test_every_problem_type_has_its_page() -> None:
    browser = Browser(World())
    browser.get("/problems")
    links = [part.split('"')[0] for part in browser.page.split('href="')[1:]]
    types = [link for link in links if link.startswith("/problems/")]

    assert len(types) > 15
    assert {browser.get(link).status_code for link in types} == {200}


def test_the_page_of_the_rubric_gives_it_as_json_to_everybody() -> None:
    stranger = Browser(World())

    page = stranger.get("/rubric").get_data(as_text=True)
    given = stranger.get("/api/v1/rubric")

    assert 'href="/api/v1/rubric" download="mira-bars-' in page
    assert given.status_code == 200
    assert given.get_json()["id"] == "mira-bars"
