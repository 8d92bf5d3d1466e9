"""What a person, a document or an engine wrote stays text, wherever it is shown."""

import re
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from gateway.feedback.markdown import as_markdown
from tests.gateway.client import a_signed_in_browser
from tests.gateway.life import a_finished_life

HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}'
FIXED = {"type", "document", "code", "passport", "token", "csrf", "input_hash", "kind", "formula"}


def poisoned(value: Any, name: str = "") -> Any:
    """`value` with every free text in it replaced by something hostile."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        changed = {key: poisoned(getattr(value, key), key) for key in fields}
        return value.model_copy(update=changed)
    if isinstance(value, tuple):
        return tuple(poisoned(each, name) for each in value)
    is_free = type(value) is str and name not in FIXED and " " in value
    return HOSTILE if is_free else value


def test_no_page_runs_what_was_written() -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    for key, (person, view) in list(browser.world.things.items()):
        if key[0] != "original":
            browser.world.things[key] = (person, poisoned(view))
    next(iter(browser.world.accounts.values())).name = HOSTILE
    paths = [life.resume, life.job, life.fit, life.interview, f"{life.interview}/report"]
    paths += [f"{life.interview}/transcript", "/dashboard", "/settings", "/fits/new", "/interviews"]

    corrections = f"{life.resume}/corrections"
    paths += [corrections, f"{corrections}/values", f"{corrections}/roles/r1"]
    asked = f"{life.job}/corrections"
    paths += [asked, f"{asked}/requirements/q1", f"{asked}/requirements/new?start=0&end=30"]

    pages = [browser.get(path) for path in paths]

    assert {page.status_code for page in pages} == {200}
    assert all("<img src=x" not in page.text for page in pages)
    assert all("alert(2)</script>" not in page.text for page in pages)
    assert sum("&lt;img src=x" in page.text for page in pages) >= 8


def test_what_was_typed_into_a_form_comes_back_as_text() -> None:
    browser = a_signed_in_browser()

    answer = browser.post("/job-descriptions", title=HOSTILE, text="")

    assert "<img src=x" not in answer.text
    assert "&lt;img src=x" in answer.text


def test_markdown_takes_every_mark_literally() -> None:
    browser = a_signed_in_browser()
    browser.get(f"{a_finished_life(browser).interview}/report")
    (report,) = _all(browser.world.things, lambda key: key[0] == "report")

    text = as_markdown(poisoned(report.report))

    assert not re.search(r"(?<!\\)<", text)
    assert "\\<img" in text


def _all(things: dict[Any, Any], wanted: Callable[[Any], bool]) -> list[Any]:
    return [view for key, (_, view) in things.items() if wanted(key)]
