"""What is printed: black on white whatever the screen shows, and each question in one piece."""

import re
from pathlib import Path

import gateway

STATIC = Path(gateway.__file__).parent / "static"


def names_in(block: str) -> set[str]:
    return set(re.findall(r"(--[\w-]+):", block))


def within(text: str, head: str) -> str:
    """The block, in braces, behind the first `head`."""
    start = text.index(head) + len(head)
    depth, at = 1, text.index("{", start - 1) + 1
    begin = at
    while depth:
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
    return text[begin : at - 1]


def rule(block: str, selector: str) -> str:
    found = re.search(rf"(?m)(?:^|\}}) *{re.escape(selector)} {{([^}}]*)}}", block)
    assert found, selector
    return found[1]


def test_no_colour_of_a_dark_screen_gets_on_paper() -> None:
    dark = within((STATIC / "tokens.css").read_text(), "@media (prefers-color-scheme: dark) ")
    paper = within((STATIC / "mira.css").read_text(), "@media print ")

    assert names_in(dark) <= names_in(rule(paper, ":root"))


def test_a_question_its_table_and_a_turn_are_not_torn_apart() -> None:
    paper = within((STATIC / "feedback.css").read_text(), "@media print ")

    for selector in (".card", "table", ".callout", ".glance", ".turn, .turn.candidate"):
        assert "break-inside: avoid" in rule(paper, selector)


def test_the_summary_does_not_hang_on_the_questions() -> None:
    paper = within((STATIC / "feedback.css").read_text(), "@media print ")

    assert "break-after: auto" in rule(paper, ".strengths .finding h3")
