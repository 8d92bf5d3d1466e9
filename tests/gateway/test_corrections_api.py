"""Correcting what was read through the API: which version, which answer."""

import pytest

from tests.gateway.client import Program, a_signed_in_browser, a_signed_in_program
from tests.gateway.life import RESUME

GIVEN = {"name": "Quince Ferrand", "skills_added": ["Kubernetes"]}


def a_resume_of(program: Program) -> str:
    return f"/resumes/{program.ask('POST', '/resumes', RESUME).json['resume_id']}"


def test_the_api_takes_all_corrections_with_the_version_they_were_made_from() -> None:
    program = a_signed_in_program()
    path = a_resume_of(program)

    before = program.ask("GET", f"{path}/corrections")
    saved = program.ask("PUT", f"{path}/corrections", GIVEN, If_Match=before.headers["ETag"])
    after = program.ask("GET", f"{path}/corrections")

    assert (before.headers["ETag"], saved.status_code) == ('"2"', 200)
    assert saved.headers["ETag"] == after.headers["ETag"] == '"3"'
    assert after.json["name"] == "Quince Ferrand"
    assert saved.json["read"]["contact"]["name"]["value"] == "Robin Sample"


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({}, 428, "version-needed"),
        ({"If_Match": '"1"'}, 412, "changed-meanwhile"),
        ({"If_Match": "*"}, 412, "changed-meanwhile"),
        ({"If_Match": 'W/"2"'}, 412, "changed-meanwhile"),
    ],
)
def test_a_change_without_the_right_version_is_refused(
    headers: dict[str, str], status: int, code: str
) -> None:
    program = a_signed_in_program()
    path = a_resume_of(program)

    answers = [
        program.ask("PUT", f"{path}/corrections", GIVEN, **headers),
        program.ask("PATCH", path, {"title": "New"}, **headers),
    ]

    assert [answer.status_code for answer in answers] == [status, status]
    assert {answer.json["code"] for answer in answers} == {code}
    assert program.ask("GET", path).json["title"] == "My file"


def test_the_api_renames_and_reads_again() -> None:
    program = a_signed_in_program()
    path = a_resume_of(program)
    job = program.ask("POST", "/job-descriptions", {"title": "Job", "text": "Python."}).json
    job_path = f"/job-descriptions/{job['job_description_id']}"

    named = program.ask("PATCH", path, {"title": "New"}, If_Match='"2"')
    job_named = program.ask("PATCH", job_path, {"title": "Bank"}, If_Match='"2"')
    again = program.ask("POST", f"{path}/readings")
    job_again = program.ask("POST", f"{job_path}/readings")

    assert (named.json["title"], job_named.json["title"]) == ("New", "Bank")
    assert [again.status_code, job_again.status_code] == [202, 202]
    assert again.headers["Location"] == f"/api/v1{path}"
    assert job_again.json["state"] == "waiting"


def test_json_resume_is_a_download_from_page_and_api() -> None:
    browser = a_signed_in_browser()
    address = browser.post("/resumes", **RESUME).headers["Location"]
    program = a_signed_in_program()
    path = a_resume_of(program)

    for answer in (browser.get(f"{address}/jsonresume"), program.ask("GET", f"{path}/jsonresume")):
        assert answer.mimetype == "application/json"
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert answer.json["basics"]["name"] == "Robin Sample"
        assert answer.json["work"][0]["name"] == "Harbour Light"
    program.world.is_slow = True
    assert program.ask("GET", f"{a_resume_of(program)}/jsonresume").json["code"] == "not-ready"
