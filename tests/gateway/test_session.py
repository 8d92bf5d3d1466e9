"""Who is asking: the cookie, the bearer token, and how fast a revocation works."""

import pytest

from chassis.errors import NotAllowed
from tests.gateway.client import HERE, Browser, Program, a_signed_in_browser
from tests.gateway.world import World


def test_signing_in_sets_a_host_only_cookie_and_leads_on() -> None:
    world = World()
    account = world.open_account()
    browser = Browser(world)

    answer = browser.http.post(
        "/sign-in",
        data={"email": account.email, "password": account.password, "next": "/settings"},
        headers=HERE,
    )

    cookie = answer.headers["Set-Cookie"]
    assert answer.headers["Location"] == "/settings"
    assert cookie.startswith("__Host-mira-8000=")
    assert all(mark in cookie for mark in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"))
    assert "Domain" not in cookie


@pytest.mark.parametrize("there", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_signing_in_never_leads_to_another_host(there: str) -> None:
    world = World()
    account = world.open_account()

    answer = Browser(world).http.post(
        "/sign-in",
        data={"email": account.email, "password": account.password, "next": there},
        headers=HERE,
    )

    assert answer.headers["Location"] == "/dashboard"


def test_a_wrong_password_shows_the_form_again_without_it() -> None:
    world = World()
    account = world.open_account()

    answer = Browser(world).http.post(
        "/sign-in", data={"email": account.email, "password": "wrong words"}, headers=HERE
    )

    assert answer.status_code == 401
    assert "do not match" in answer.text
    assert account.email in answer.text
    assert "wrong words" not in answer.text


def test_signing_out_ends_the_session_and_the_cookie() -> None:
    browser = a_signed_in_browser()

    answer = browser.post("/sign-out")

    assert "__Host-mira-8000=;" in answer.headers["Set-Cookie"]
    assert browser.token not in browser.world.tokens
    assert browser.get("/dashboard").status_code == 303


def test_the_cookie_of_a_tls_deployment_has_no_port() -> None:
    world = World()
    account = world.open_account()
    browser = Browser(world, public_url="https://mira.example")

    answer = browser.http.post(
        "/sign-in",
        data={"email": account.email, "password": account.password},
        headers={**HERE, "Host": "mira.example"},
    )

    assert answer.headers["Set-Cookie"].startswith("__Host-mira=")


def test_one_answer_of_auth_serves_a_second_of_requests() -> None:
    browser = a_signed_in_browser()

    browser.get("/settings")
    browser.get("/dashboard")

    assert len(browser.world.called("auth.enter")) == 1


def test_a_revoked_session_is_refused_when_the_second_is_over() -> None:
    browser = a_signed_in_browser()
    browser.get("/dashboard")
    browser.world.failures["auth.enter"] = NotAllowed("Please sign in.")
    browser.app.extensions["mira.entrances"].seconds = 0.0

    assert browser.get("/dashboard").status_code == 303


@pytest.mark.parametrize("token", ["", "short", "ü" * 43, "x" * 43, "a b" * 15])
def test_a_broken_bearer_token_is_nobody(token: str) -> None:
    program = Program(World())
    program.headers["Authorization"] = f"Bearer {token}"

    answer = program.ask("GET", "/me")

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_program_signs_in_asks_and_signs_out() -> None:
    world = World()
    account = world.open_account()
    program = Program(world)

    signed_in = program.ask(
        "POST", "/sign-ins", {"email": account.email, "password": account.password}
    )
    program.headers["Authorization"] = f"Bearer {signed_in.json['token']}"
    me = program.ask("GET", "/me")
    out = program.ask("DELETE", "/sign-ins/current")

    assert (signed_in.status_code, out.status_code) == (201, 204)
    assert me.json["email"] == account.email
    assert program.ask("GET", "/me").status_code == 401
