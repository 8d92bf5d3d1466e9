"""What a new user does with Mira, from sign-up to a deleted account, through the API."""

from uuid import uuid4

from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.flows.journey import wait_until
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
    assert 5 <= len(feedback["questions"]) <= 6
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

    asked = imke.ask("DELETE", f"/interviews/{interview}")
    code = asked.json()["code"]
    case = wait_until(lambda: _completed(imke.get(f"/privacy/erasures/{code}")))

    assert asked.status_code == 202
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


def test_a_deleted_resume_takes_its_fit_and_leaves_the_session(mira: Stack) -> None:
    """T02."""
    imke = a_person(mira)
    fit = imke.a_fit()
    resume = imke.get(f"/fits/{fit}")["resume_id"]
    interview = imke.plan(fit)

    code = imke.ask("DELETE", f"/resumes/{resume}").json()["code"]
    wait_until(lambda: _completed(imke.get(f"/privacy/erasures/{code}")))

    assert imke.ask("GET", f"/resumes/{resume}").status_code == 404
    assert imke.ask("GET", f"/fits/{fit}").status_code == 404
    kept = imke.get(f"/interviews/{interview}")
    assert kept["fit_id"] is None
    assert kept["plan"]["questions"]


def test_a_key_whose_answer_went_with_a_deletion_has_no_second_effect(mira: Stack) -> None:
    imke, key = a_person(mira), str(uuid4())
    imke.add_resume(key=key)
    other = imke.add_resume("Imke Solberg\n\nSkills\nPython, Docker, Kubernetes, PostgreSQL")

    code = imke.ask("DELETE", f"/resumes/{other}").json()["code"]
    wait_until(lambda: _completed(imke.get(f"/privacy/erasures/{code}")))
    again = imke.send("/resumes", {"title": "Backend", "text": RESUME}, key=key)

    assert (again.status_code, again.json()["code"]) == (409, "idempotency-answer-gone")
    assert len(imke.get("/documents")["resumes"]) == 1


def test_a_deleted_account_is_gone_and_the_address_is_free(mira: Stack) -> None:
    """T31."""
    imke = a_person(mira)
    fit = imke.a_fit()

    body = {"scope": "account"}
    unproved = imke.ask("POST", "/privacy/erasures", json=body)
    asked = imke.ask(
        "POST",
        "/privacy/erasures",
        json={**body, "proof": imke.proof()},
        headers={"Idempotency-Key": str(uuid4())},
    )
    code = asked.json()["code"]
    wait_until(lambda: _completed(imke.get(f"/privacy/erasures/{code}")))

    assert unproved.status_code in (400, 403)
    assert asked.status_code == 202
    wait_until(lambda: imke.ask("GET", f"/fits/{fit}").status_code == 401)
    again = a_person(mira)
    again.email = imke.email
    again.sign_up()
    again.sign_in()
    assert again.get("/documents")["resumes"] == []


def _completed(case: dict[str, object]) -> dict[str, object] | None:
    return case if case["state"] == "completed" else None
