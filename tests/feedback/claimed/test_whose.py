"""Whose a figure is: a line of the résumé is proposed for the teller’s own alone."""

import time

import pytest

from chassis.hearing.lexicon import sign_lists
from contracts.claims import Claim, ClaimStatus, ResumeFacts
from contracts.evidence import DocumentKind
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.claimed.whose import LISTS
from tests.feedback.build import a_report
from tests.interview.build import a_span

OWN = [
    ("I led a team of eight in the laundry.", "eight"),
    ("I was in charge of a team of eight at the yard.", "eight"),
    ("As head cook I worked with a brigade of nine.", "nine"),
    ("I ran a brigade of nine at the inn.", "nine"),
    ("Four drivers reported to me.", "Four drivers"),
    ("I supervised five porters on nights as their lead.", "five"),
    ("My boss gave me a budget of 5,000 euros and I kept to it.", "5,000 euros"),
    ("The firm trusted me with 90,000 euros.", "90,000 euros"),
    ("I saved the office 9,000 euros a year by ending two leases.", "9,000 euros"),
    ("I planned the new bus lane, and the firm saved 9,000 euros a year.", "9,000 euros"),
    ("I sold 12,000 euros of cheese a week at the market.", "12,000 euros"),
    ("I brought in 12,000 euros of the firm's turnover.", "12,000 euros"),
    ("My manager and I ran a team of 14 people.", "14 people"),
    ("I trained nine volunteers who work for the hotel now.", "nine volunteers"),
]
NOT_OWN = [
    "I was part of a team of eight in the laundry.",
    "I joined a team of six welders at the yard.",
    "I worked in a team of twelve and my lead was called Rosa.",
    "We were a team of five, and I was the youngest.",
    "I was one of 14 carers on the ward.",
    "I trained in a team of seven.",
    "My boss managed 30 people and had no time for me.",
    "My foreman had a crew of seven.",
    "My sister saved her office 9,000 euros a year.",
    "He led a team of 20 people.",
    "The firm turned over 12,000 euros a week and I kept the books.",
    "The company had a budget of 2 million euros for the new wing.",
    "Our shop’s yearly turnover was 300,000 euros.",
    "I worked at a hotel with 120 employees.",
    "I cooked at a firm with a turnover of 2 million euros.",
    "There was a team of ten people who reported to my colleague.",
    "It was 12,000 euros of the firm’s turnover.",
    "There were nine people in the kitchen.",
]


def claims(answer: str, *lines: str) -> list[Claim]:
    facts = ResumeFacts(lines=tuple(a_span(DocumentKind.RESUME, line) for line in lines))
    return list(with_claims(a_report(answer), facts).questions[0].claims)


@pytest.mark.parametrize(("answer", "figure"), OWN)
def test_a_line_is_proposed_for_what_is_ones_own(answer: str, figure: str) -> None:
    (claim,) = claims(answer)

    assert (claim.text, claim.status) == (figure, ClaimStatus.UNSUPPORTED)


@pytest.mark.parametrize("answer", NOT_OWN)
def test_no_line_is_proposed_for_what_is_not_ones_own(answer: str) -> None:
    assert claims(answer) == []


def test_what_somebody_else_led_differs_from_no_line_of_the_resume() -> None:
    line = "Led a team of 12 people at the depot."

    assert claims("My boss led a team of 30 people at the depot.", line) == []
    (own,) = claims("I led a team of 30 people at the depot.", line)
    assert own.status is ClaimStatus.CONFLICT


def test_the_team_that_one_was_in_is_laid_beside_the_line_of_it() -> None:
    (claim,) = claims(
        "I was part of a team of 8 people at the depot.", "Part of a team of 8 people at the depot"
    )

    assert claim.status is ClaimStatus.SUPPORTED


@pytest.mark.parametrize("unit", ["my boss ", "the firm ", "in a team of ", "and because "])
def test_looking_for_whose_it_is_takes_no_longer_on_hostile_text(unit: str) -> None:
    text = (unit * 40_000)[:40_000]
    start = time.perf_counter()

    for sign in sign_lists(LISTS).values():
        sign.search(text)

    assert time.perf_counter() - start < 0.3
