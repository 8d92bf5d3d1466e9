"""A click that deleted the account and was not answered: clicking again leads to the receipt."""

import re

from tests.gateway.client import Browser, Program, a_signed_in_browser, a_signed_in_program

ERASE = "privacy.request_erasure"
PASSWORD = "four quiet words here"
HIDDEN = re.compile(r'name="([a-z_]+)" value="([^"]*)"')


def a_browser_without_an_answer() -> tuple[Browser, dict[str, str]]:
    """A browser whose account is gone, and the form that it was shown instead of the receipt."""
    browser = a_signed_in_browser()
    browser.app.extensions["mira.entrances"].seconds = 0
    browser.world.lost = {ERASE}
    shown = browser.post("/settings/delete/account", password=PASSWORD)
    assert shown.status_code == 503
    assert PASSWORD not in shown.text
    assert "you get its receipt" in shown.text
    return browser, dict(HIDDEN.findall(shown.text[shown.text.index("<main") :]))


def test_the_second_click_shows_the_receipt_without_a_password_or_a_sign_in() -> None:
    browser, form = a_browser_without_an_answer()
    browser.world.lost = set()
    assert browser.get("/dashboard").status_code == 303

    receipt = browser.post("/settings/delete/account", **form)

    assert receipt.headers["Location"].startswith("/erasures/")
    assert "__Host-mira-8000=;" in receipt.headers["Set-Cookie"]
    assert len(browser.world.all("case", browser.world.called(ERASE)[0].argument.item_id)) == 1
    assert browser.follow(receipt).status_code == 200


def test_a_click_that_is_not_answered_twice_can_be_made_a_third_time() -> None:
    browser, form = a_browser_without_an_answer()

    shown = browser.post("/settings/delete/account", **form)
    browser.world.lost = set()
    receipt = browser.post("/settings/delete/account", **form)

    assert shown.status_code == 503
    assert f'value="{form["proof"]}"' in shown.text
    assert receipt.status_code == 303


def test_an_old_proof_asks_for_the_password_again_while_the_account_is_there() -> None:
    browser = a_signed_in_browser()
    old = f"{'a' * 20}.{'b' * 86}"

    refused = browser.post("/settings/delete/account", proof=old)

    assert refused.status_code == 403
    assert old not in refused.text
    assert 'name="password"' in refused.text


def test_nobody_with_an_old_proof_is_asked_to_sign_in() -> None:
    browser, form = a_browser_without_an_answer()
    browser.world.lost = set()
    browser.world.passports.clear()

    assert browser.post("/settings/delete/account", **form).status_code == 401


def test_without_a_password_the_form_says_so() -> None:
    refused = a_signed_in_browser().post("/settings/delete/account")

    assert refused.status_code == 400
    assert "This is needed." in refused.text


def test_a_program_sends_the_same_again_and_gets_the_same_case() -> None:
    program = a_signed_in_program()
    program.app.extensions["mira.entrances"].seconds = 0
    program.world.lost = {ERASE}
    asked = {"password": PASSWORD, "act": "erase_account"}
    erase = {
        "scope": "account",
        "proof": program.ask("POST", "/password-proofs", asked).json["passport"],
    }

    lost = program.ask("POST", "/privacy/erasures", erase, Idempotency_Key="one")
    program.world.lost = set()
    again = program.ask("POST", "/privacy/erasures", erase, Idempotency_Key="one")
    by_proof = Program(program.world).ask("POST", "/privacy/erasures", erase)
    without = Program(program.world).ask("POST", "/privacy/erasures", {"scope": "account"})

    assert (lost.status_code, again.status_code, by_proof.status_code) == (503, 202, 202)
    assert again.json["code"] == by_proof.json["code"]
    assert (without.status_code, without.json["code"]) == (401, "sign-in-required")
