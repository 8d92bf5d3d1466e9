"""After an edit of a plan: what it did is told where it was done, and that place is led to."""

import re

import pytest

from tests.gateway.test_on_paper import STATIC, rule
from tests.gateway.test_plan import a_planned
from tests.interview.build import a_plan


@pytest.mark.parametrize(
    ("fields", "at", "place"),
    [
        ({"do": "set", "level": "2", "question_id": "THIRD"}, "", 3),
        ({"do": "swap", "question_id": "gone"}, "?at=2", 2),
        ({"do": "drop", "question_id": "gone"}, "?at=99", 7),
        ({"do": "write", "text": "What did you alter?", "competency": "change"}, "", 6),
    ],
)
def test_after_an_edit_its_note_stands_in_the_question_that_is_led_to(
    fields: dict[str, str], at: str, place: int
) -> None:
    browser, path = a_planned()
    third = a_plan().questions[2].id
    named = {name: value.replace("THIRD", third) for name, value in fields.items()}

    answer = browser.post(f"{path}/plan{at}", version="1", **named)
    page = browser.follow(answer).text

    assert answer.headers["Location"].endswith(f"#question-{place}")
    assert page.count('role="status"') == 2
    card = page.split(f'<li id="question-{place}">')[1].split("</li>")[0]
    assert 'id="changed" role="status"' in card


def test_after_an_edit_of_all_questions_its_note_stands_above_them() -> None:
    browser, path = a_planned()

    answer = browser.post(f"{path}/plan", version="1", do="set", level="2")
    page = browser.follow(answer).text

    assert answer.headers["Location"].endswith("#changed")
    assert page.index('id="questions"') < page.index('id="changed"') < page.index('id="question-1"')


def test_the_bar_beside_the_question_that_is_led_to_leaves_a_gap_to_its_words() -> None:
    bar = rule((STATIC / "plan.css").read_text(), ".plan > li:target")

    gap, line = re.findall(r"-([\d.]+)rem 0 0 var\(--(\w+)\)", bar)
    assert (gap[1], line[1]) == ("paper", "accent")
    assert 0.5 <= float(gap[0]) < float(line[0]) < 1
