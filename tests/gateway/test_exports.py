"""Asking for everything, and getting it: with the password again, and for oneself alone."""

import pytest

from chassis.errors import NotFound
from contracts.auth import Act
from tests.gateway.client import Browser, a_signed_in_browser, a_signed_in_program
from tests.gateway.fakes_privacy import PIECE

PASSWORD = "four quiet words here"


def asked(browser: Browser) -> str:
    """The address of an archive that was asked for on its page."""
    answer = browser.post("/settings/export", password=PASSWORD)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def test_from_settings_to_the_file() -> None:
    browser = a_signed_in_browser()
    assert 'href="/settings/export"' in browser.get("/settings").text

    place = asked(browser)
    ready = browser.get(place)
    file = browser.get(f"{place}/download")

    assert "It is ready" in ready.text
    assert file.data == 2 * PIECE
    assert file.mimetype == "application/zip"
    assert file.headers["Content-Length"] == str(2 * len(PIECE))
    assert file.headers["Cache-Control"] == "no-store"
    assert place in browser.get("/settings").text


def test_a_wrong_password_asks_again_and_collects_nothing() -> None:
    browser = a_signed_in_browser()

    answer = browser.post("/settings/export", password="a wrong one, I fear")

    assert answer.status_code == 401
    assert "Collect everything" in answer.text
    assert "privacy.request_export" not in {call.method for call in browser.world.calls}


def test_while_it_is_collected_its_page_follows_and_there_is_no_file() -> None:
    browser = a_signed_in_browser()
    browser.world.is_slow = True

    place = asked(browser)

    assert 'hx-trigger="every 1s"' in browser.get(place).text
    assert browser.get(f"{place}/download").status_code == 409


def test_a_program_needs_a_proof_for_just_this() -> None:
    program = a_signed_in_program()

    answers = {}
    for act in (Act.ERASE_ACCOUNT, Act.EXPORT):
        proof = program.ask(
            "POST", "/password-proofs", {"password": PASSWORD, "act": act.value}
        ).json
        answers[act] = program.ask("POST", "/privacy/exports", {"proof": proof["passport"]})

    assert answers[Act.ERASE_ACCOUNT].status_code == 403
    assert answers[Act.EXPORT].status_code == 202
    place = answers[Act.EXPORT].headers["Location"].removeprefix("/api/v1")
    assert program.ask("GET", place).json["state"] == "ready"


def test_every_piece_is_asked_for_by_who_is_signed_in_then() -> None:
    browser = a_signed_in_browser()
    place = asked(browser)

    browser.get(f"{place}/download")

    pieces = [call for call in browser.world.calls if call.method == "privacy.find_export_part"]
    assert len(pieces) == 2
    assert all(call.seconds_left > 4 for call in pieces)


def test_a_download_that_breaks_off_is_not_taken_for_the_whole() -> None:
    browser = a_signed_in_browser()
    place = asked(browser)
    browser.world.failures["privacy.find_export_part"] = NotFound("There is no such archive.")

    with pytest.raises(NotFound):
        browser.get(f"{place}/download")
