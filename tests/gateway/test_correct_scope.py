"""Correcting how large somebody's work was, on pages without script."""

from contracts.corrections import OwnScope
from gateway.documents.mending import as_read
from tests.gateway.client import a_signed_in_browser
from tests.gateway.test_corrections import a_resume, given, send, view


def test_a_size_is_corrected_and_undone() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    sizes = {"people": "12", "users": "", "money": "90000 EUR", "level": "manager"}
    saved = send(browser, address, "/scope", **sizes)
    page = browser.follow(saved).text
    said = given(browser, address).scope
    undone = browser.follow(send(browser, address, "/scope/people/undo")).text

    assert (said.people, said.money, said.level) == ("12", "90000 EUR", "manager")
    assert saved.headers["Location"].endswith("#scope")
    assert "Managing people" in page
    assert given(browser, address).scope.people is None
    assert given(browser, address).scope.money == "90000 EUR"
    assert "corrected by you" in undone


def test_only_sizes_that_differ_are_corrected_and_all_have_a_field() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    form = browser.get(f"{address}/corrections/scope").text
    read = OwnScope.of(as_read(view(browser, address)).scope)
    send(browser, address, "/scope", **{**read.model_dump(), "region": "Nordic"})

    assert all(f'name="{name}"' in form for name in OwnScope.model_fields)
    assert given(browser, address).scope == OwnScope(region="Nordic")


def test_a_size_that_nobody_reads_is_not_there() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    assert send(browser, address, "/scope/weather/undo").status_code == 404
