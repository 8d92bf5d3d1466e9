"""What stands in templates and static files: nothing inline, nothing from elsewhere."""

import re
from pathlib import Path

import pytest

from tests.gateway.test_on_paper import within

GATEWAY = Path(__file__).parents[2] / "gateway"
TEMPLATES = sorted(GATEWAY.rglob("*.html"))
OURS = [GATEWAY / "static" / name for name in ("mira.css", "tokens.css", "mira.js", "mira.svg")]

INLINE = {
    "a script without its own file": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "a handler": re.compile(r"\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "text that is not escaped": re.compile(r"\|\s*safe\b|autoescape\s+false"),
}
FOREIGN = re.compile(r"""(?:src|href|url|action)\s*[=(]\s*["']?(?:https?:)?//""", re.IGNORECASE)


@pytest.mark.parametrize("what", INLINE)
def test_no_template_holds(what: str) -> None:
    found = [file.name for file in TEMPLATES if INLINE[what].search(file.read_text())]

    assert found == []


def test_nothing_comes_from_a_foreign_origin() -> None:
    found = [file.name for file in (*TEMPLATES, *OURS) if FOREIGN.search(file.read_text())]

    assert found == []
    assert FOREIGN.search('<img src="https://elsewhere.example/x.png">')


def test_every_form_that_posts_carries_its_tokens() -> None:
    forms = [
        (file.name, form)
        for file in TEMPLATES
        for form in re.findall(r'<form method="post".*?</form>', file.read_text(), re.DOTALL)
    ]
    assert len(forms) > 10

    bare = [name for name, form in forms if "guard()" not in form and "csrf_token()" not in form]

    assert bare == []


def test_every_field_has_a_label() -> None:
    for file in TEMPLATES:
        text = file.read_text()
        fields = re.findall(
            r'<(?:input|select|textarea)(?![^>]*(?:type="hidden"|hidden readonly))[^>]*', text
        )
        for field in fields:
            assert 'id="' in field, f"{file.name}: {field}"


def test_htmx_is_the_file_that_was_vendored() -> None:
    text = (GATEWAY / "static" / "htmx-2.0.11.min.js").read_text()

    assert 'version:"2.0.11"' in text


def test_every_table_of_more_than_two_columns_stands_as_lists_on_a_narrow_screen() -> None:
    tables = [
        (file.name, table)
        for file in TEMPLATES
        for table in re.findall(r"<table.*?</table>", file.read_text(), re.DOTALL)
        if table.count('scope="col"') > 2
    ]
    assert len(tables) > 10

    for name, table in tables:
        assert table.startswith('<table class="folds'), name
        assert not re.findall(r"<td(?![^>]*data-title=)", table), name
        assert set(re.findall(r'<td[^>]*data-title="([^"]+)"', table)) <= set(
            re.findall(r'scope="col">([^<]+)<', table)
        ), name
    assert ".folds" in within((GATEWAY / "static/mira.css").read_text(), "(max-width: 40rem) ")
