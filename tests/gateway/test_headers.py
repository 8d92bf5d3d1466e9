"""The same headers on every answer, whatever it is."""

import pytest

from chassis.errors import Unavailable
from tests.gateway.client import HERE, Browser, a_signed_in_browser
from tests.gateway.world import World

EVERY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
ANSWERS = [
    ("GET", "/", 200),
    ("GET", "/dashboard", 303),
    ("GET", "/nothing-here", 404),
    ("PUT", "/dashboard", 405),
    ("GET", "/static/mira.css", 200),
    ("GET", "/static/none.css", 404),
    ("GET", "/api/v1/me", 401),
    ("GET", "/api/v1/nothing", 404),
    ("POST", "/api/v1/sign-ins", 415),
    ("GET", "/healthz", 200),
    ("GET", "/readyz", 200),
]


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_every_answer_carries_them(method: str, path: str, status: int) -> None:
    browser = Browser(World())

    answer = browser.http.open(path, method=method, headers=HERE, buffered=True)

    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in EVERY} == EVERY
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "microphone=(self)" in answer.headers["Permissions-Policy"]


def test_also_when_something_breaks() -> None:
    browser = a_signed_in_browser()
    browser.world.failures["documents.list_documents"] = RuntimeError("secret words")

    answer = browser.get("/dashboard")

    assert answer.status_code == 500
    assert {name: answer.headers.get(name) for name in EVERY} == EVERY
    assert "secret words" not in answer.text


def test_a_nonce_is_new_for_every_answer() -> None:
    browser = Browser(World())

    policies = {browser.get("/").headers["Content-Security-Policy"] for _ in range(3)}

    assert len(policies) == 3


def test_the_nonce_of_the_policy_stands_on_each_script_and_style() -> None:
    browser = Browser(World())

    answer = browser.get("/")

    nonce = answer.headers["Content-Security-Policy"].split("'nonce-")[1].split("'")[0]
    assert answer.text.count(f'nonce="{nonce}"') == 4


def test_nothing_personal_is_kept_on_the_way() -> None:
    browser = a_signed_in_browser()

    assert browser.get("/dashboard").headers["Cache-Control"] == "no-store"


def test_a_fingerprinted_file_is_kept_for_good() -> None:
    browser = Browser(World())
    browser.get("/")
    address = browser.page.split('rel="stylesheet" href="')[1].split('"')[0]

    kept = browser.get(address).headers["Cache-Control"]

    assert "immutable" in kept


def test_transport_security_is_demanded_only_behind_tls() -> None:
    local = Browser(World()).get("/")
    public = Browser(World(), public_url="https://mira.example").http.get(
        "/", headers={"Host": "mira.example"}
    )

    assert "Strict-Transport-Security" not in local.headers
    assert public.headers["Strict-Transport-Security"].startswith("max-age=63072000")


def test_another_host_name_is_refused() -> None:
    answer = Browser(World()).http.get("/", headers={"Host": "elsewhere.example"})

    assert answer.status_code == 400


def test_a_page_survives_when_auth_is_away() -> None:
    browser = a_signed_in_browser()
    browser.world.failures["auth.enter"] = Unavailable()

    assert browser.get("/").status_code == 200
    answer = browser.get("/dashboard")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "2"
