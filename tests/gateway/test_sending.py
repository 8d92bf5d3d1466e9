"""What goes to a provider is shown before it goes and after, and so is that there is none."""

from io import BytesIO
from uuid import UUID

from chassis.errors import Invalid
from contracts.evidence import EngineKind, Twin
from tests.gateway.client import Browser, a_signed_in_browser, a_signed_in_program
from tests.gateway.life import JOB, RESUME, Life, a_finished_life, a_full_life

KINDS = ("resumes", "job-descriptions")
NOBODY = "No AI provider is set up here"


def a_browser(*, has_provider: bool) -> Browser:
    browser = a_signed_in_browser()
    browser.world.has_provider = has_provider
    return browser


def test_a_page_shows_to_the_letter_what_is_sent_and_what_was() -> None:
    browser = a_browser(has_provider=True)
    life = a_full_life(browser)

    for path in (f"{life.resume}/sending", f"{life.job}/sending"):
        page = browser.get(path).text

        assert "- Moved 40 services of [[EMPLOYER_1]] to Python." in page
        assert "models.example.org" in page
        assert "sample-1" in page
        assert "what the operator of that server says" in page
        assert "2,104" in page
        assert "The whole request, byte for byte" in page
        assert "{tag}" in page


def test_without_a_provider_it_is_said_plainly() -> None:
    browser = a_browser(has_provider=False)
    life = a_full_life(browser)

    for path in (f"{life.resume}/sending", f"{life.job}/sending", "/sending"):
        assert NOBODY in browser.get(path).text


def test_it_is_shown_before_anything_is_given_and_nothing_is_kept() -> None:
    browser = a_browser(has_provider=True)

    for path, form in (("/resumes/preview", RESUME), ("/job-descriptions/preview", JOB)):
        page = browser.post(path, **form)

        assert page.status_code == 200
        assert "[[EMPLOYER_1]]" in page.text
        assert "Nothing of this was kept" in page.text
    assert browser.world.things == {}


def test_a_preview_is_offered_only_where_a_provider_is_set_up() -> None:
    for has_provider in (True, False):
        browser = a_browser(has_provider=has_provider)
        for path in ("/resumes/new", "/job-descriptions/new"):
            page = browser.get(path).text

            assert ("Show what would be sent" in page) is has_provider
            assert (NOBODY in page) is not has_provider


def test_a_preview_of_nothing_says_what_is_missing() -> None:
    browser = a_browser(has_provider=True)

    page = browser.post("/resumes/preview", text="")

    assert page.status_code == 400
    assert "Choose a file or paste the text." in page.text


def test_a_preview_of_a_file_that_cannot_be_read_says_why_and_what_to_do() -> None:
    browser = a_browser(has_provider=True)
    browser.world.failures["documents.preview_resume"] = Invalid(
        "This file cannot be read.", code="resume-unsupported-legacy-office", field="data"
    )

    page = browser.post("/resumes/preview", file=(BytesIO(b"Word 97"), "cv.doc"))

    assert page.status_code == 400
    assert "This is a file of an older Word (.doc)" in page.text
    assert "save it as DOCX or PDF" in page.text
    assert 'id="wrong-file"' in page.text


def test_a_preview_takes_what_giving_takes() -> None:
    browser = a_browser(has_provider=True)
    program = a_signed_in_program()
    long = "Backend engineer, Python.\r\n" * 4_000

    pages = [
        browser.post("/resumes/preview", file=(BytesIO(400_000 * b"x"), "cv.pdf")),
        browser.post("/job-descriptions/preview", title="Long", text=long),
    ]
    answers = [
        program.ask("POST", f"/{kind}/preview", {"title": "Long", "text": long}) for kind in KINDS
    ]

    assert [each.status_code for each in (*pages, *answers)] == [200] * 4


def test_the_pages_of_documents_lead_there() -> None:
    browser = a_browser(has_provider=True)
    life = a_full_life(browser)

    assert f'href="{life.resume}/sending"' in browser.get(life.resume).text
    assert f'href="{life.job}/sending"' in browser.get(life.job).text
    assert 'href="/sending"' in browser.get(life.fit).text
    assert 'formaction="/resumes/preview"' in browser.get("/resumes/new").text


def test_before_an_interview_starts_it_is_said_whether_answers_are_sent() -> None:
    told = "What you answer is sent to it"
    sent, kept = a_browser(has_provider=True), a_browser(has_provider=False)

    assert told in sent.get(a_full_life(sent).interview).text
    assert told not in kept.get(a_full_life(kept).interview).text


def test_the_ledger_of_another_is_not_there() -> None:
    life = a_full_life(a_browser(has_provider=True))

    assert a_browser(has_provider=True).get(f"{life.resume}/sending").status_code == 404


def test_a_program_sees_the_same() -> None:
    program = a_signed_in_program()
    program.world.has_provider = True
    given = program.ask("POST", "/resumes", RESUME).json["resume_id"]

    preview = program.ask("POST", "/resumes/preview", RESUME).json
    kept = program.ask("GET", f"/resumes/{given}/sending").json
    ledger = program.ask("GET", "/disclosures").json

    assert preview["would_send"] == kept["would_send"]
    assert preview["sent"] == []
    assert kept["sent"] == ledger["sent"]
    assert ledger["sent"][0]["outcome"] == "answered"
    assert ledger["provider"]["retention"] == "own_server"


def test_while_a_model_is_asked_what_the_rules_read_is_shown_and_it_is_said() -> None:
    browser = a_browser(has_provider=True)
    life = a_full_life(browser)
    read_by(browser, life, awaits="sample-1")

    for address in (life.resume, life.job, life.fit):
        page = browser.get(address).text

        assert "sample-1 is being asked too" in page
        assert f'href="{address}">Look again' in page


def test_what_only_the_model_showed_is_called_by_its_name() -> None:
    browser = a_browser(has_provider=True)
    life = a_full_life(browser)
    twin = Twin(version="1.3.0", agreement=0.9, added=("ci_cd",), shown=("CI/CD",))

    read_by(browser, life, kind=EngineKind.MODEL, model="sample-1", twin=twin)

    assert "Only the model showed: CI/CD." in browser.get(life.resume).text


def read_by(browser: Browser, life: Life, **engine: object) -> None:
    """As if what is shown had been made in another way."""
    for kind, address in (("resume", life.resume), ("job_description", life.job)):
        item = UUID(address.rpartition("/")[2])
        person, there = browser.world.things[kind, item]
        made_by = there.analysis.engine.model_copy(update=engine)
        analysis = there.analysis.model_copy(update={"engine": made_by})
        browser.world.put(kind, item, person, there.model_copy(update={"analysis": analysis}))


def test_what_is_sent_of_answers_is_shown_before_a_report_is_asked_for_and_after() -> None:
    browser = a_browser(has_provider=True)
    life = a_finished_life(browser)

    before = browser.get(f"{life.interview}/sending").text
    asked = browser.world.called("feedback.request_report")
    browser.get(f"{life.interview}/report")
    after = browser.get(f"{life.interview}/sending").text

    assert asked == []
    assert "Only these sentences of your answers" in before
    assert "Nothing was sent." in before
    assert "2,104" in after


def test_the_ledger_has_what_every_service_told() -> None:
    browser = a_browser(has_provider=True)

    browser.get("/sending")

    told = ("documents", "interview", "feedback")
    assert [len(browser.world.called(f"{each}.find_disclosures")) for each in told] == [1, 1, 1]


def test_no_form_reads_the_ledger_to_learn_whether_a_provider_is_named() -> None:
    browser = a_browser(has_provider=True)
    life = a_full_life(browser)

    plan = browser.get(life.interview).text
    browser.get("/resumes/new")

    assert "An AI provider is set up here." in plan
    assert len(browser.world.called("interview.find_provider")) == 1
    assert len(browser.world.called("documents.find_provider")) == 1
    ledgers = ("documents", "interview", "feedback")
    assert [browser.world.called(f"{each}.find_disclosures") for each in ledgers] == [[], [], []]
