"""Figures that are put right more than once, or as so much of what was said; and what only speaks
of a part.
"""

import time

import pytest

from chassis.hearing.lexicon import sign_lists
from contracts.claims import Claim, ClaimStatus, ResumeFacts
from contracts.evidence import DocumentKind
from contracts.feedback import FeedbackReport
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.counting import answers_counted
from services.feedback.rules.retracted.fractions import LISTS
from tests.feedback.build import a_report, a_transcript
from tests.interview.build import a_span

TWICE = [
    ("I taught twelve porters the hoist. No, eighty. Actually seventy.", "seventy"),
    ("I glazed 16 rooms in a shift. No, 14. No, wait, 15.", "15"),
    ("I pruned 300 vines before Lent. No, 400. Sorry, 350.", "350"),
    ("I saved 8,000 euros on hay. Well, not quite, 6,000. Actually no, 6,500.", "6,500"),
    ("I looked after 18 calves. No, 30. No: 17.", "17"),
    ("I groomed 30 ponies that day. No, 20. Hm, actually 25. Sorry, 24.", "24"),
    ("I poured 40 bells in Lent. No, 30 bells. Correction, 28 bells.", "28 bells"),
]
PARTS = [
    ("I repaired 40 pumps that year.", "Okay, half of it.", "40 pumps"),
    ("I sorted 2,000 letters before noon.", "Well, half of that.", "2,000 letters"),
    ("I fired 600 bowls a month.", "Half that, really.", "600 bowls"),
    ("I ironed 70 shirts a day.", "OK, more like half.", "70 shirts"),
    ("I serviced 12 lifts in a year.", "A third of that, to be honest.", "12 lifts"),
    ("I taught 24 pupils to swim.", "Well, maybe half of them.", "24 pupils"),
    ("I bound 90 hymnals in May, well, half of that.", "", "90 hymnals"),
    ("I shoed the herd in 9 hours.", "Well, two thirds of that.", "9 hours"),
]
NO_PARTS = [
    "I planted 300 vines. Half of them were Riesling.",
    "I fired 600 bowls a month. Half of it went to the hospital.",
    "I ironed 70 shirts a day. Okay, half of those I folded as well.",
    "Did I sort all 2,000 letters? Well, half of them.",
    "They promised me 500 euros for it. Well, half of that.",
    "The mayor wanted 40 benches in the park. Okay, half of it.",
    "My uncle repaired 40 pumps that year. Well, half of that.",
    "I checked the first half of the list. Well, half of that was done by Inge.",
    "I moved 40 crates and 12 chairs. Well, half of that.",
    "I sold 40 crates. I walked home. Well, half of it.",
    "I cut 40 tiles, and the roof was dry. Half of it.",
    "I swept 12 stairs. Not quite, 6 of them were mine to sweep.",
    "I fed 18 calves. No: 6 of them were sick and got nothing.",
    "I answered 50 calls a day. Actually 60 on Mondays.",
]


def taken_back(answer: str) -> list[Claim]:
    return [one for one in claims_of(answer) if one.status is ClaimStatus.RETRACTED]


def claims_of(answer: str, *lines: str) -> list[Claim]:
    facts = (
        ResumeFacts(lines=tuple(a_span(DocumentKind.RESUME, one) for one in lines))
        if lines
        else None
    )
    report: FeedbackReport = with_claims(a_report(answer), facts)
    return [claim for question in report.questions for claim in question.claims]


@pytest.mark.parametrize(("answer", "last"), TWICE)
def test_of_several_corrections_the_last_one_stands(answer: str, last: str) -> None:
    (told,) = answers_counted(a_transcript(f"{answer} The owner paid on the day."), {})
    standing = " ".join(piece.text for piece in told.own)
    numbers = [word for word in standing.replace(".", " ").split() if word in answer.split()]

    assert last in standing
    assert all(
        one.corrected is not None and last in one.corrected.quote for one in taken_back(answer)
    )
    assert len(taken_back(answer)) == answer.count(".") - 1
    assert not any(word in {"eighty", "14", "400", "6,000", "20", "25", "30"} for word in numbers)


def test_what_was_put_right_twice_is_laid_beside_the_resume_once() -> None:
    answer = "I led a team of 12 people at the mill. No, 8. Sorry, 9."

    laid = claims_of(answer, "Led a team of 8 people at the mill.")

    status = [(one.text, one.status) for one in laid if one.status is not ClaimStatus.RETRACTED]
    assert status == [("9", ClaimStatus.CONFLICT)]


@pytest.mark.parametrize(("told", "back", "gone"), PARTS)
def test_so_much_of_it_takes_a_figure_back(told: str, back: str, gone: str) -> None:
    (claim,) = taken_back(f"{told} {back} The owner paid on the day.")

    assert claim.text == gone
    assert claim.corrected is not None
    assert claim.corrected.quote == (back or told)


@pytest.mark.parametrize("answer", NO_PARTS)
def test_what_only_speaks_of_a_part_takes_nothing_back(answer: str) -> None:
    assert taken_back(f"{answer} It rained that night.") == []


@pytest.mark.parametrize("unit", ["well, ", "half of it ", "maybe really ", ", no. ", "okay … "])
def test_looking_for_a_part_takes_no_longer_on_hostile_text(unit: str) -> None:
    text = (unit * 40_000)[:40_000]
    start = time.perf_counter()

    sign_lists(LISTS)["part"].search(text)

    assert time.perf_counter() - start < 0.3


RIGHT_BESIDE_WRONG = [
    "I led ten drivers over the pass. No, not ten: twelve. Actually, make it eleven.",
    "I led ten drivers over the pass. No, not ten, twelve drivers. Actually, make it eleven.",
    "I led ten drivers over the pass. Not ten – twelve. Sorry, eleven.",
]


@pytest.mark.parametrize("answer", RIGHT_BESIDE_WRONG)
def test_what_stands_beside_the_wrong_figure_is_taken_back_by_the_next_one(answer: str) -> None:
    claims = taken_back(f"{answer} The owner paid on the day.")

    assert [one.text.split()[0] for one in claims] == ["ten", "twelve"]
    assert all(one.corrected and "eleven" in one.corrected.quote for one in claims)


def test_a_number_that_is_told_next_puts_right_nothing() -> None:
    (claim,) = taken_back("Twelve nurses left in May. No, nine. I rang them, and five came back.")

    assert claim.corrected is not None
    assert "nine" in claim.corrected.quote


@pytest.mark.parametrize(
    "answer",
    [
        "I led ten drivers over the pass. Not one, twelve miles from home, complained.",
        "I led ten drivers over the pass. They were not paid, twelve of them.",
    ],
)
def test_who_was_not_so_many_takes_no_figure_back(answer: str) -> None:
    assert taken_back(answer) == []
