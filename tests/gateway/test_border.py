"""What enters is whole and known, or refused without being repeated."""

from io import BytesIO
from typing import Any

import pytest
from flask import request
from werkzeug.test import TestResponse

from contracts.documents import MAX_FILE_BYTES
from tests.gateway.client import HERE, Browser, Program, a_signed_in_browser, a_signed_in_program
from tests.gateway.life import JOB, RESUME
from tests.gateway.world import World

SECRET = "something-private-<b>"
BAD: list[tuple[str, Any, str]] = [
    ("/job-descriptions", {"title": "x"}, "text"),
    ("/job-descriptions", {"title": "t", "text": ""}, "text"),
    ("/fits", {"resume_id": SECRET, "job_description_id": SECRET}, "resume_id"),
    ("/fits", {"resume_id": 7, "job_description_id": []}, "resume_id"),
    ("/privacy/erasures", {"scope": SECRET}, "scope"),
    ("/privacy/erasures", {"scope": "resume"}, "item_id"),
    ("/resumes", {"title": "nothing else"}, "text"),
    ("/resumes", {"text": "Something pasted", "data": "JVBERi0xLjc="}, "text"),
]


@pytest.mark.parametrize(("path", "body", "field"), BAD)
def test_what_is_wrong_is_named_by_field_and_not_repeated(path: str, body: Any, field: str) -> None:
    answer = a_signed_in_program().ask("POST", path, body)

    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"
    assert field in {each["field"] for each in answer.json["errors"]}
    assert SECRET not in answer.text


def test_an_unknown_field_is_refused_and_its_name_not_repeated() -> None:
    answer = a_signed_in_program().ask("POST", "/job-descriptions", {**JOB, SECRET: 1})

    assert answer.status_code == 400
    assert SECRET not in answer.text
    assert "does not know" in answer.json["errors"][0]["message"]


def test_a_number_is_no_text_and_a_text_no_number() -> None:
    answer = a_signed_in_program().ask("POST", "/job-descriptions", {"title": 7, "text": "x"})

    assert answer.status_code == 400


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"title": "x"'])
def test_what_is_not_json_is_malformed(body: bytes) -> None:
    program = a_signed_in_program()

    answer = program.http.post(
        "/api/v1/job-descriptions",
        data=body,
        headers={**program.headers, "Content-Type": "application/json"},
    )

    assert answer.status_code == 400
    assert answer.json["code"] == "not-json"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_another_content_type_is_refused(kind: str) -> None:
    program = a_signed_in_program()

    answer = program.http.post(
        "/api/v1/job-descriptions",
        data=b"{}",
        headers={**program.headers, "Content-Type": kind},
    )

    assert answer.status_code == 415


def test_a_body_over_the_limit_is_refused_before_it_is_read() -> None:
    program = a_signed_in_program()

    answer = program.http.patch(
        "/api/v1/me",
        data=b"x" * 70_000,
        headers={**program.headers, "Content-Type": "application/json"},
    )

    assert answer.status_code == 413
    assert answer.json["code"] == "too-large"


def test_a_file_over_five_megabytes_is_refused_with_the_limit() -> None:
    browser = a_signed_in_browser()

    answer = _send_file(browser, (MAX_FILE_BYTES + 1) * b"x")

    assert answer.status_code == 400
    assert "5 MB" in answer.text
    assert not browser.world.called("documents.add_resume")


@pytest.mark.parametrize("size", [7_500_000, 12_000_000])
def test_a_body_over_the_limit_is_a_page_that_names_it_also_when_auth_is_asked(size: int) -> None:
    browser = a_signed_in_browser()
    browser.app.extensions["mira.entrances"].seconds = 0.0

    answer = _send_file(browser, size * b"x")

    assert answer.status_code == 413
    assert answer.mimetype == "text/html"
    assert "5 MB for a résumé" in answer.text
    assert "Sign out" in answer.text
    assert not browser.world.called("documents.add_resume")


def test_a_body_over_the_limit_from_nobody_is_a_page_as_well() -> None:
    browser = Browser(World())
    body, kind = _file_form("", 7_500_000 * b"x")

    answer = browser.http.post("/resumes", data=body, content_type=kind, headers=HERE)

    assert answer.status_code == 401
    assert "Sign in and go back" in answer.text


def test_a_body_over_the_limit_is_a_problem_for_a_program_with_the_cookie() -> None:
    browser = a_signed_in_browser()
    token = browser.world.csrf[browser.world.tokens[browser.token].sign_in]

    answer = browser.http.post(
        "/api/v1/resumes",
        data=b"x" * 7_500_000,
        content_type="application/json",
        headers={**HERE, "X-CSRF-Token": token},
    )

    assert answer.status_code == 413
    assert "5 MB for a résumé" in answer.json["detail"]


def test_an_upload_never_touches_the_disk() -> None:
    browser = a_signed_in_browser()
    body, kind = _file_form("", 3_000_000 * b"x")

    with browser.app.test_request_context("/resumes", method="POST", data=body, content_type=kind):
        stream = request.files["file"].stream

    assert isinstance(stream, BytesIO)


def test_a_text_over_the_limit_is_refused_with_the_limit() -> None:
    answer = a_signed_in_program().ask(
        "POST", "/job-descriptions", {"title": "t", "text": "x" * 200_001}
    )

    assert answer.status_code == 400
    assert "200,000" in answer.json["errors"][0]["message"]


def test_a_file_arrives_byte_by_byte_under_its_name_without_folders() -> None:
    browser = a_signed_in_browser()

    browser.post("/resumes", file=(BytesIO(b"%PDF-1.7"), "../../my\u202ecv.pdf"))

    (call,) = browser.world.called("documents.add_resume")
    assert call.argument.data == b"%PDF-1.7"
    assert call.argument.title == "my\u202ecv"


def test_a_file_and_a_text_together_are_refused_and_the_text_is_kept() -> None:
    browser = a_signed_in_browser()

    answer = browser.post("/resumes", file=(BytesIO(b"%PDF-1.7"), "cv.pdf"), text="Pasted as well")

    assert answer.status_code == 400
    assert "Pasted as well</textarea>" in answer.text
    assert not browser.world.called("documents.add_resume")


@pytest.mark.parametrize("path", ["/resumes", "/job-descriptions"])
def test_what_is_given_without_a_name_leaves_it_to_the_reading(path: str) -> None:
    browser = a_signed_in_browser()
    program = Program(browser.world, next(iter(browser.world.accounts.values())))

    browser.post(path, title="", text="Backend engineer")
    program.ask("POST", path, {"text": "Backend engineer"})

    assert [call.argument.title for call in browser.world.calls if ".add_" in call.method] == [
        "",
        "",
    ]


def test_a_refused_form_shows_what_was_typed_and_what_is_wrong_beside_it() -> None:
    browser = a_signed_in_browser()

    answer = browser.post("/job-descriptions", title="Kept title", text="")

    assert answer.status_code == 400
    assert 'value="Kept title"' in answer.text
    assert 'id="wrong-text"' in answer.text


def test_a_refusal_speaks_of_what_the_form_shows() -> None:
    browser = a_signed_in_browser()

    shown = browser.post("/job-descriptions", text="")
    hidden = browser.post("/confirm", token="half-a-link")

    assert '<a href="#field-text">What you wrote</a>' in shown.text
    assert "Token" not in hidden.text


def test_a_tracking_tag_in_a_link_is_ignored() -> None:
    browser = a_signed_in_browser()

    assert browser.get("/fits/new?utm_source=mail").status_code == 200


def test_a_form_that_is_none_is_refused() -> None:
    browser = a_signed_in_browser()
    token = browser.world.csrf[browser.world.tokens[browser.token].sign_in]

    answer = browser.http.post(
        f"/resumes?csrf={token}", json=RESUME, headers={"Sec-Fetch-Site": "same-origin"}
    )

    assert answer.status_code == 403


def test_too_many_requests_say_when_to_come_back() -> None:
    world = World()
    program = Program(world, world.open_account())
    program.app.extensions["mira.buckets"].quota = 3

    answers = [program.ask("GET", "/me") for _ in range(5)]

    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["Retry-After"]) >= 1
    assert "RateLimit" in answers[0].headers


def _send_file(browser: Browser, data: bytes) -> TestResponse:
    token = browser.world.csrf[browser.world.tokens[browser.token].sign_in]
    body, kind = _file_form(token, data)
    return browser.http.post("/resumes", data=body, content_type=kind, headers=HERE)


def _file_form(token: str, data: bytes) -> tuple[bytes, str]:
    """By hand, because the test client would write a large form to a temporary file."""
    head = (
        f'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{token}\r\n'
        '--b\r\nContent-Disposition: form-data; name="file"; filename="cv.pdf"\r\n\r\n'
    )
    return head.encode() + data + b"\r\n--b--\r\n", "multipart/form-data; boundary=b"
