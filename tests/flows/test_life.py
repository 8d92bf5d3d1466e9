"""What a new user does with Mira, from sign-up to a deleted account, through the API."""

from uuid import uuid4

from ops.stack import Stack
from tests.flows.conftest import a_person, a_visitor
from tests.flows.erasing import completed, deleted, deleted_account
from tests.flows.journey import wait_until
from tests.flows.rows import mentioning, person_of, rows_of
from tests.flows.texts import RESUME


def test_a_resume_becomes_an_analysis_a_fit_an_interview_and_a_report(mira: Stack) -> None:
    imke = a_person(mira)

    fit = imke.a_fit()
    report = imke.get(f"/fits/{fit}")["report"]
    interview = imke.plan(fit)
    imke.hold(interview)
    feedback = imke.report(interview)["report"]

    assert 0.5 < report["score"]["value"] <= 1
    assert all(span["quote"] for item in report["items"] for span in item["evidence"])
    assert 6 <= len(feedback["questions"]) <= 7
    assert feedback["scorecard"]["overall"]["status"] == "scored"
    assert "rules engine" in imke.ask("GET", f"/interviews/{interview}/report.md").text


def test_every_quote_of_a_fit_stands_in_its_document(mira: Stack) -> None:
    imke = a_person(mira)
    fit = imke.get(f"/fits/{imke.a_fit()}")
    texts = {
        fit["resume_id"]: imke.get(f"/resumes/{fit['resume_id']}")["text"],
        fit["job_description_id"]: imke.get(f"/job-descriptions/{fit['job_description_id']}")[
            "text"
        ],
    }

    items = fit["report"]["items"]
    spans = [span for item in items for span in (*item["evidence"], item["requirement"]["span"])]

    assert len(spans) > 5
    for span in spans:
        assert texts[span["document_id"]][span["start"] : span["end"]] == span["quote"]


def test_the_same_resume_and_job_give_the_same_report(mira: Stack) -> None:
    one, two = a_person(mira), a_person(mira)

    scores = [person.get(f"/fits/{person.a_fit()}")["report"]["score"] for person in (one, two)]

    assert scores[0] == scores[1]


def test_a_deleted_session_takes_transcript_and_report_along(mira: Stack) -> None:
    imke = a_person(mira)
    interview = imke.plan(imke.a_fit())
    imke.hold(interview)
    imke.report(interview)

    case = completed(imke, deleted(imke, f"/interviews/{interview}"))

    assert {step["owner"] for step in case["steps"] if step["remaining"] == 0} == {
        "auth",
        "documents",
        "interview",
        "feedback",
        "privacy",
        "analytics",
    }
    for path in ("", "/transcript", "/report"):
        assert imke.ask("GET", f"/interviews/{interview}{path}").status_code == 404


def test_a_key_whose_answer_went_with_a_deletion_has_no_second_effect(mira: Stack) -> None:
    imke, key = a_person(mira), str(uuid4())
    imke.add_resume(key=key)
    other = imke.add_resume("Imke Solberg\n\nSkills\nPython, Docker, Kubernetes, PostgreSQL")

    completed(imke, deleted(imke, f"/resumes/{other}"))
    again = imke.send("/resumes", {"title": "Backend", "text": RESUME}, key=key)

    assert (again.status_code, again.json()["code"]) == (409, "idempotency-answer-gone")
    assert len(imke.get("/documents")["resumes"]) == 1


def test_a_deleted_account_is_gone_and_the_address_is_free(mira: Stack) -> None:
    """T31."""
    imke = a_person(mira)
    fit = imke.a_fit()
    old = person_of(mira, imke.get(f"/fits/{fit}")["resume_id"])
    unproved = imke.ask("POST", "/privacy/erasures", json={"scope": "account"})
    again = a_visitor(mira)
    sign_up = {"name": "Imke Solberg", "email": imke.email, "password": imke.password}

    code = deleted_account(imke)
    at_once = again.send("/accounts", {**sign_up, "is_16_or_older": True})
    completed(imke, code)

    assert unproved.status_code in (400, 403)
    assert at_once.status_code == 202
    wait_until(lambda: imke.ask("GET", f"/fits/{fit}").status_code == 401)
    other = a_person(mira, email=imke.email)
    assert other.get("/documents") == {"resumes": [], "job_descriptions": [], "fits": []}
    assert other.get("/privacy/cases")["cases"] == []
    new = person_of(mira, other.add_resume())
    lived = {name.partition(".")[0] for name in mentioning(rows_of(mira, new), new)}
    assert (new != old, lived) == (True, {"auth", "documents", "keys"})
