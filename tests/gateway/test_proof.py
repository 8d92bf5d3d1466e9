"""The certificate, the keys that check it, and the list of what is held."""

from chassis.certificate import canonical
from contracts.proof import CheckView, Round
from gateway.privacy import examples
from gateway.privacy.held import held
from tests.gateway.client import Browser, a_signed_in_browser
from tests.gateway.life import RESUME, last


def a_receipt(browser: Browser) -> str:
    """The code of the case of a résumé that was deleted."""
    resume = browser.post("/resumes", **RESUME).headers["Location"]
    location = browser.post(f"/settings/delete/resume/{last(resume)}").headers["Location"]
    return last(location.partition("?")[0])


def test_a_certificate_leaves_us_byte_for_byte_as_it_was_signed() -> None:
    browser = a_signed_in_browser()
    stranger = Browser(browser.world)

    given = stranger.get(f"/api/v1/privacy/certificates/{a_receipt(browser)}")

    assert given.status_code == 200
    assert given.data == canonical(examples.CERTIFICATE)
    assert given.headers["Content-Type"] == "application/json"
    assert "attachment" in given.headers["Content-Disposition"]


def test_a_certificate_has_a_page_that_needs_no_sign_in() -> None:
    browser = a_signed_in_browser()
    stranger = Browser(browser.world)

    page = stranger.get(f"/erasures/{a_receipt(browser)}/certificate")

    assert page.status_code == 200
    assert "Save the certificate" in page.text


def test_a_deletion_says_when_the_old_key_is_not_destroyed_yet() -> None:
    browser = a_signed_in_browser()
    code = a_receipt(browser)
    things = browser.world.things
    ((place, (person, case)),) = [
        (place, thing) for place, thing in things.items() if getattr(thing[1], "code", "") == code
    ]
    waiting = CheckView(round=Round.DAY, due_at=examples.AT, is_key_left=True)
    things[place] = (person, case.model_copy(update={"checks": (waiting,)}))

    page = browser.get(f"/erasures/{code}").text

    assert "the old key that could open remains is not destroyed yet; counted again" in page
    assert "rows that should be gone" not in page


def test_no_code_no_certificate() -> None:
    """T05."""
    browser = a_signed_in_browser()

    for path in ("/api/v1/privacy/certificates/{}", "/erasures/{}/certificate"):
        for code in ("guessed", "A" * 43):
            assert browser.get(path.format(code)).status_code == 404


def test_the_public_keys_are_public() -> None:
    browser = a_signed_in_browser()

    published = Browser(browser.world).get("/.well-known/mira-privacy-keys.json")

    assert published.status_code == 200
    assert published.json["format"] == "mira.privacy/public-keys/1"


def test_the_page_of_what_is_held_names_every_personal_column() -> None:
    browser = a_signed_in_browser()

    page = Browser(browser.world).get("/privacy/data").text

    for columns in held().values():
        for each in columns:
            assert f"{each.owner}.{each.table}.{each.column}<" in page
