"""A question about a line fits the line: no team is taken for granted where one person did it."""

import re

import pytest

from contracts.interview import QuestionKind
from services.interview.rules.bank import templates
from services.interview.rules.planner import RulesPlanner
from tests.interview.build import INTERVIEW, a_briefing

TEAM = re.compile(
    r"\b(?:the team|the shared result|you and the others|the groups)\b", re.IGNORECASE
)
LEADING = {"r-lead", "r-trust"}


@pytest.mark.parametrize(
    ("line", "is_led"),
    [
        ("I teach classes of 30 pupils", False),
        ("Reduced the wait from 20 to 4 minutes", False),
        ("Repaired lathes and presses by hand", False),
        ("Led a team of 6 nurses", True),
        ("Mentored two apprentices in the joinery", True),
    ],
)
def test_who_led_is_asked_about_leading_and_nobody_else(line: str, *, is_led: bool) -> None:
    briefing, ids = a_briefing(claims=[line]), list[str]()
    for _ in range(24):
        ids += [one.id for one in RulesPlanner().plan(INTERVIEW, briefing, ids).plan.questions]

    assert bool(LEADING & set(ids)) is is_led


def test_a_question_about_a_line_takes_no_team_for_granted() -> None:
    texts = [
        text
        for template in templates()
        if template.kind is QuestionKind.RESUME_PROBE
        for text in template.texts[:2]
    ]

    assert [text for text in texts if TEAM.search(text)] == []
