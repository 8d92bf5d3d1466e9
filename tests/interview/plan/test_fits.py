"""A question fits its line and the person: nobody is taken to have a rank, a team or an area."""

import re

import pytest

from contracts.interview import QuestionKind
from services.interview.rules.plan.bank import templates
from services.interview.rules.plan.planner import RulesPlanner
from tests.interview.build import INTERVIEW, a_briefing

RANK = re.compile(
    r"\b(?:teams?|groups?|organi[sz]ations?|colleagues?|staff|areas?|departments?|markets?|policy"
    r"|boards?|managers?|specialists?|experts?|across (?:an?|the|several)|at the top|far-reaching"
    r"|many (?:people|years)|on behalf of|(?:relied|counted) on you|profession|experience[ds])\b",
    re.IGNORECASE,
)
RIDDLE = re.compile(
    r"\b(?:of that kind|like that|like it|something like|to that|from there|resembles?|means"
    r"|a part of it|going by|whom|which of|precedent|undefined)\b",
    re.IGNORECASE,
)
ABOUT_A_LINE = {
    QuestionKind.RESUME_PROBE,
    QuestionKind.GAP_PROBE,
    QuestionKind.TECHNICAL,
    QuestionKind.MOTIVATION,
}
WORDINGS = [
    (template.id, text.partition("}")[2] or text)
    for template in templates()
    if template.kind in ABOUT_A_LINE
    for text in template.texts
]
LEADING = {"r-lead", "r-trust"}
LONGEST = 25


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


def test_no_wording_takes_a_rank_a_team_or_an_area_for_granted() -> None:
    assert [each for each in WORDINGS if RANK.search(each[1])] == []


def test_no_wording_speaks_in_riddles_of_what_it_quotes() -> None:
    assert [each for each in WORDINGS if RIDDLE.search(each[1])] == []


def test_behind_a_quote_every_wording_is_short_enough_to_be_heard_once() -> None:
    assert [each for each in WORDINGS if len(each[1].split()) > LONGEST] == []


@pytest.mark.parametrize(
    "wrong",
    [
        "Describe how your team took it on.",
        "Who counted on you for it?",
        "What would not have happened in the wider organisation without you?",
        "Tell me what you did for colleagues.",
        "Which decision did you take on behalf of others?",
    ],
)
def test_a_rank_that_is_taken_for_granted_is_seen(wrong: str) -> None:
    assert RANK.search(wrong)
