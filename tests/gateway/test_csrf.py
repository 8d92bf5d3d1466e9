"""What another site makes a browser send has no effect."""

import pytest

from tests.gateway.client import HERE, a_signed_in_browser
from tests.gateway.life import RESUME

FOREIGN = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://elsewhere.example"},
    {"Origin": "null"},
    {},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_a_form_from_elsewhere_does_nothing(headers: dict[str, str]) -> None:
    browser = a_signed_in_browser()
    bearer = browser.world.tokens[browser.token]
    form = {**RESUME, "csrf": browser.world.csrf[bearer.sign_in]}

    answer = browser.http.post("/resumes", data=form, headers=headers)

    assert answer.status_code == 403
    assert not browser.world.called("documents.add_resume")


@pytest.mark.parametrize("token", [{}, {"csrf": ""}, {"csrf": "x" * 43}], ids=str)
def test_a_form_without_the_token_of_its_session_does_nothing(token: dict[str, str]) -> None:
    browser = a_signed_in_browser()

    answer = browser.http.post("/resumes", data={**RESUME, **token}, headers=HERE)

    assert answer.status_code == 403
    assert not browser.world.called("documents.add_resume")


def test_the_origin_is_enough_where_the_browser_sends_no_more() -> None:
    browser = a_signed_in_browser()
    bearer = browser.world.tokens[browser.token]
    form = {**RESUME, "csrf": browser.world.csrf[bearer.sign_in]}

    answer = browser.http.post("/resumes", data=form, headers={"Origin": "http://localhost"})

    assert answer.status_code == 303


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up", "/reset", "/confirm"])
def test_a_form_before_sign_in_is_refused_from_elsewhere(path: str) -> None:
    browser = a_signed_in_browser()
    browser.http.delete_cookie("__Host-mira-8000", domain="localhost")

    answer = browser.http.post(path, data={}, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403


def test_the_api_with_the_cookie_needs_the_token_in_a_header() -> None:
    browser = a_signed_in_browser()
    token = browser.world.csrf[browser.world.tokens[browser.token].sign_in]

    without = browser.http.patch("/api/v1/me", json={"name": "New"}, headers=HERE)
    with_it = browser.http.patch(
        "/api/v1/me", json={"name": "New"}, headers={**HERE, "X-CSRF-Token": token}
    )

    assert without.status_code == 403
    assert without.json["code"] == "csrf-token"
    assert with_it.status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO"])
@pytest.mark.parametrize("path", ["/dashboard", "/api/v1/documents"])
def test_a_method_that_an_address_does_not_know_is_told_before_all_else(
    path: str, method: str
) -> None:
    answer = a_signed_in_browser().http.open(path, method=method)

    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_what_is_nowhere_is_not_found_by_any_method() -> None:
    assert a_signed_in_browser().http.post("/nowhere").status_code == 404


@pytest.mark.parametrize("path", ["/dashboard", "/api/v1/documents", "/resumes/new"])
def test_head_tells_what_get_would_without_the_body(path: str) -> None:
    browser = a_signed_in_browser()

    head, got = browser.http.head(path), browser.http.get(path)

    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Type"] == got.headers["Content-Type"]
    assert head.headers["Content-Length"] == got.headers["Content-Length"]


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/dashboard", {"GET", "HEAD", "OPTIONS"}),
        ("/resumes", {"POST", "OPTIONS"}),
        ("/api/v1/resumes", {"POST", "OPTIONS"}),
    ],
)
def test_options_lists_the_methods_and_asks_nobody(path: str, allowed: set[str]) -> None:
    browser = a_signed_in_browser()

    answer = browser.http.options(path)

    assert answer.status_code == 200
    assert set(answer.headers["Allow"].split(", ")) == allowed
    assert not browser.world.calls


def test_a_read_needs_no_token() -> None:
    assert a_signed_in_browser().http.get("/api/v1/me").status_code == 200
