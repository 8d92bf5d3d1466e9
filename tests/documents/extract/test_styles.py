"""What a style block or an old font of a web page hides is left out, and shown to its owner."""

import pytest

from services.documents.domain import Extracted
from services.documents.extract import extract
from services.documents.extract.styles import MOST_RULES
from tests.documents.extract.test_hidden import SECRET, hidden
from tests.documents.files.hostile import FILLER


def page(css: str, body: str) -> Extracted:
    """A page of plain sentences with a style block and something more in it."""
    head = f"<html><head><style>{css}</style></head>"
    return extract(f"{head}<body><p>{FILLER}</p>{body}</body></html>".encode())


OF_ALL_KINDS = f"<p class='note aside' id=last>{SECRET}</p>"


@pytest.mark.parametrize(
    ("css", "reason"),
    [
        (".note{display:none}", "hidden_style"),
        ("h2 { margin: 0 } #last { visibility : hidden }", "hidden_style"),
        ("p.note{font-size:0}", "hidden_style"),
        (".aside.note{font-size: 0px !important}", "hidden_style"),
        (".other, .NOTE {color:#FFF}", "white"),
        ("/* small */ .note {\n color: white;\n}", "white"),
        (".aside{display:block} #last{display:none}", "hidden_style"),
        (".note{display:none!important} #last{display:block}", "hidden_style"),
    ],
)
def test_a_style_block_that_hides_is_reported(css: str, reason: str) -> None:
    extracted = page(css, OF_ALL_KINDS)

    assert hidden(extracted) == {reason: SECRET}
    assert SECRET not in extracted.text


@pytest.mark.parametrize(
    "css",
    [
        ".note{display:none} #last{display:block}",
        ".note{display:none} .on .note{display:block}",
        ".note{display:none} @media screen{.note{display:block}}",
        "@media print{.note{display:none}}",
        ".menu .note{display:none}",
        ".note:hover{display:none}",
        ".menu .note{color:#fff}",
        "p::before{display:none}",
        ".note{font-size:0.9em}",
        ".note{color:white;background:navy}",
        "body{background:#222} .note{color:#fff}",
        "@media screen{.note{background:navy}} .note{color:#fff}",
        "body{font-size:0} p{font-size:12px}",
        "body{color:#fff} p{color:#000}",
    ],
)
def test_a_style_block_that_may_show_hides_nothing(css: str) -> None:
    extracted = page(css, OF_ALL_KINDS)

    assert hidden(extracted) == {}
    assert SECRET in extracted.text


def test_a_line_that_is_shown_among_hidden_ones_shows_none_of_them() -> None:
    extracted = page(
        ".note{font-size:0}", f"<p class=note>{SECRET}<b style='font-size:9px'>.</b></p>"
    )

    assert SECRET not in extracted.text


@pytest.mark.parametrize("colour", ["white", "#FFFFFF"])
def test_a_font_in_white_is_reported_where_nothing_is_behind_it(colour: str) -> None:
    written = f"<font color='{colour}'>{SECRET}</font>"

    assert hidden(page("", written)) == {"white": SECRET}
    assert hidden(page("", f"<table bgcolor=navy><tr><td>{written}</td></tr></table>")) == {}
    assert hidden(page("font{color:black}", written)) == {}


def test_a_page_with_more_rules_than_are_read_is_shown() -> None:
    rules = "".join(f".n{number}{{color:red}}" for number in range(MOST_RULES))

    assert hidden(page(f".note{{display:none}}{rules}", OF_ALL_KINDS)) == {}
