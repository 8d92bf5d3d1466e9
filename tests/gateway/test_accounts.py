"""Signing up, settings, and deleting."""

from typing import Any

import pytest

from chassis.errors import Unavailable
from tests.gateway.client import HERE, Browser, a_signed_in_browser, a_signed_in_program
from tests.gateway.life import RESUME, a_finished_life, a_full_life, last
from tests.gateway.world import World

NEW = {
    "name": "Kim Example",
    "email": "kim@example.org",
    "password": "six quiet words make this",
    "birth_year": "1990",
    "birth_month": "5",
}


def send(browser: Browser, **changed: str) -> Any:
    return browser.http.post("/sign-up", data={**NEW, **changed}, headers=HERE)


def test_signing_up_and_confirming_opens_an_account() -> None:
    world = World()
    browser = Browser(world)

    assert send(browser).headers["Location"] == "/check-mail"
    ((email, token),) = world.mails
    browser.get(f"/confirm?token={token}")
    confirmed = browser.http.post("/confirm", data={"token": browser.field("token")}, headers=HERE)

    assert world.accounts[email].is_confirmed
    assert confirmed.headers["Location"] == "/sign-in?notice=confirmed"


@pytest.mark.parametrize(
    ("token", "said"), [("half-a-link", "This link is not whole"), ("x" * 43, "This link was used")]
)
def test_a_link_that_does_not_work_says_so_and_leads_to_another(token: str, said: str) -> None:
    browser = Browser(World())

    answer = browser.http.post("/confirm", data={"token": token}, headers=HERE)

    assert answer.status_code == 400
    assert said in answer.text
    assert "right form" not in answer.text
    assert '<a class="button" href="/sign-up">' in answer.text


def test_a_link_that_could_not_be_tried_keeps_its_button() -> None:
    browser = Browser(World())
    browser.world.failures["auth.confirm_email"] = Unavailable("Please try again.")

    answer = browser.http.post("/confirm", data={"token": "x" * 43}, headers=HERE)

    assert answer.status_code == 503
    assert f'name="token" value="{"x" * 43}"' in answer.text


def test_a_mangled_link_for_a_new_password_leads_to_another() -> None:
    browser = Browser(World())

    answer = browser.http.post(
        "/reset/new", data={"token": "half", "password": NEW["password"]}, headers=HERE
    )

    assert "This link is not whole" in answer.text
    assert '<a class="button" href="/reset">' in answer.text


def test_who_waits_for_a_mail_finds_the_forms_that_send_one() -> None:
    page = Browser(World()).get("/check-mail").text

    assert 'href="/sign-up">Sign up again' in page
    assert 'href="/reset">Ask again' in page


def test_opening_the_link_of_a_mail_changes_nothing() -> None:
    world = World()
    browser = Browser(world)
    send(browser)
    ((email, token),) = world.mails

    browser.get(f"/confirm?token={token}")

    assert not world.accounts[email].is_confirmed


def test_somebody_under_sixteen_is_refused_and_nothing_is_passed_on() -> None:
    browser = Browser(World())

    answer = send(browser, birth_year="2015")

    assert answer.status_code == 403
    assert "Nothing of what you entered was kept" in answer.text
    assert browser.world.calls == []
    assert "Set-Cookie" not in answer.headers


def test_the_date_of_birth_stays_here() -> None:
    browser = Browser(World())

    send(browser)

    (call,) = browser.world.called("auth.sign_up")
    assert set(type(call.argument).model_fields) == {"name", "email", "password", "is_16_or_older"}


@pytest.mark.parametrize("changed", [{"birth_year": "soon"}, {"birth_month": "13"}, {"name": ""}])
def test_a_form_that_is_not_whole_is_shown_again(changed: dict[str, str]) -> None:
    browser = Browser(World())

    answer = send(browser, **changed)

    assert answer.status_code == 400
    assert f'id="wrong-{next(iter(changed))}"' in answer.text
    assert NEW["password"] not in answer.text


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_passed_on() -> None:
    browser = Browser(World())

    answer = send(browser, email="nobody", password="too short", birth_month="", birth_year="")

    assert answer.status_code == 400
    for field in ("email", "password", "birth_month", "birth_year"):
        assert f'id="wrong-{field}"' in answer.text
    assert browser.world.calls == []
    assert "too short" not in answer.text


def test_a_refusal_of_the_service_stands_beside_its_field() -> None:
    answer = send(Browser(World()), password="too short")

    assert answer.status_code == 400
    assert 'id="wrong-password"' in answer.text


def test_a_form_keeps_its_key_when_a_service_is_away() -> None:
    browser = a_signed_in_browser()
    browser.world.failures["documents.add_resume"] = Unavailable()

    away = browser.post("/resumes", **RESUME, idempotency_key="same-key")
    refused = browser.post("/resumes", title="t", idempotency_key="same-key")

    assert away.status_code == 503
    assert 'value="same-key"' in away.text
    assert 'value="same-key"' not in refused.text


def test_a_new_password_is_set_through_a_mailed_link() -> None:
    world = World()
    account = world.open_account()
    browser = Browser(world)

    browser.http.post("/reset", data={"email": account.email}, headers=HERE)
    ((_, token),) = world.mails
    new = {"token": token, "password": "another few quiet words"}
    answer = browser.http.post("/reset/new", data=new, headers=HERE)

    assert answer.headers["Location"] == "/sign-in?notice=password-set"
    assert account.password == new["password"]


def test_the_name_is_changed_and_said_so() -> None:
    browser = a_signed_in_browser()

    page = browser.follow(browser.post("/settings/name", name="A new name"))

    assert "Your name is changed." in page.text
    assert 'value="A new name"' in page.text


def test_another_sign_in_is_ended_from_the_list() -> None:
    browser = a_signed_in_browser()
    other = browser.world.sign_in(next(iter(browser.world.accounts.values())))
    sign_in = browser.world.tokens[other].sign_in

    browser.post(f"/settings/sign-ins/{sign_in}/end")

    assert other not in browser.world.tokens
    assert browser.token in browser.world.tokens


def test_every_deletion_is_two_clicks_from_any_page() -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)

    assert 'href="/settings"' in browser.get("/dashboard").text
    settings = browser.get("/settings").text

    for scope, path in (("session", life.interview), ("resume", life.resume)):
        assert f'href="/settings/delete/{scope}/{last(path)}"' in settings
    assert f'href="/settings/delete/job_description/{last(life.job)}"' in settings
    assert 'href="/settings/delete/account"' in settings


def test_a_deletion_is_asked_about_then_done_then_shown() -> None:
    browser = a_signed_in_browser()
    life = a_full_life(browser)
    path = f"/settings/delete/resume/{last(life.resume)}"

    assert "cannot be undone" in browser.get(path).text
    receipt = browser.follow(browser.post(path))

    assert "Complete. Every part has answered" in receipt.text
    assert browser.get(life.resume).status_code == 404


def test_a_receipt_opens_without_signing_in_and_follows_by_itself() -> None:
    browser = a_signed_in_browser()
    browser.world.is_slow = True
    life = browser.post("/resumes", **RESUME).headers["Location"]
    receipt = browser.post(f"/settings/delete/resume/{last(life)}").headers["Location"]
    stranger = Browser(browser.world)

    page = stranger.get(receipt)

    assert page.status_code == 200
    assert "0 of 6 parts have answered" in page.text
    assert 'hx-trigger="every 1s"' in page.text
    assert stranger.get("/erasures/unknown").status_code == 404


def test_the_account_goes_only_with_the_password() -> None:
    browser = a_signed_in_browser()

    refused = browser.post("/settings/delete/account", password="not my words at all")
    done = browser.post("/settings/delete/account", password="four quiet words here")

    assert refused.status_code == 401
    assert "not my words" not in refused.text
    assert done.status_code == 303
    assert "__Host-mira-8000=;" in done.headers["Set-Cookie"]
    (call,) = browser.world.called("privacy.request_erasure")
    assert browser.world.passports[call.passport].act == "erase_account"


def test_a_program_deletes_the_account_with_a_proof() -> None:
    program = a_signed_in_program()
    erase = {"scope": "account"}

    refused = program.ask("POST", "/privacy/erasures", erase)
    proof = {"password": "four quiet words here", "act": "erase_account"}
    passport = program.ask("POST", "/password-proofs", proof).json["passport"]
    done = program.ask("POST", "/privacy/erasures", {**erase, "proof": passport})

    assert (refused.status_code, refused.json["code"]) == (403, "proof-needed")
    assert done.status_code == 202
    assert done.headers["Location"] == f"/api/v1/privacy/erasures/{done.json['code']}"
    assert program.http.get(done.headers["Location"]).status_code == 200
