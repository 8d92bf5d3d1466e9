"""What looks like proof of what is asked for and is none."""

import pytest

from bench.fit import judged
from contracts.analysis import FitItem, FitStatus

WORK = "Ada Fernweh\n\nExperience\n\nClerk, Elm & Co, 2018 - 2025\n- {}\n"


def shown(line: str, asked: str, more: str = "") -> FitItem:
    job = f"Clerk\n\nRequirements\n- {asked}\n- Tact\n"
    return judged((WORK.format(line) + more).encode(), job)[0].items[1]


def test_who_led_talks_has_led_nobody() -> None:
    asked = "At least 1 year leading people"

    assert shown("Led consultations with 12 municipalities", asked).status is FitStatus.UNKNOWN
    assert shown("Led a team of 12", asked).status is FitStatus.MET


def test_a_paper_does_not_say_for_how_long_it_was_used() -> None:
    asked = "Qualified accountant (ACCA) with at least 5 years' PQE"
    papers = "\nCertifications\n\nACCA, 2025\n"

    assert shown("Wrote memos", asked, papers).status is FitStatus.PARTIAL
    assert shown("Wrote memos", "ACCA", papers).status is FitStatus.MET


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Had to react fast when a venue flooded", "React"),
        ("Gave tenants access to repairs", "Access"),
        ("Fixed the tills of four shops", "Till experience"),
        ("Raised an appeal against a parking fine", "Experience of fundraising"),
        ("Raised invoices for fund managers", "Experience of fundraising"),
        ("Gave advice on medication to nobody", "Experience of administering medication"),
    ],
)
def test_a_word_that_means_something_else_proves_nothing(line: str, asked: str) -> None:
    assert shown(line, asked).status is FitStatus.MISSING


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Built the booking pages in react", "React"),
        ("Kept the rota of 30 people in excel", "Excel"),
        ("Ran the tills on Saturdays", "Till experience"),
        ("Ran the till and fixed tills of other shops", "Till experience"),
        ("Raised £48,000 from a single autumn appeal", "Experience of fundraising"),
        ("Raised funds for a new roof", "Experience of fundraising"),
    ],
)
def test_the_same_word_in_small_letters_or_in_another_form_may_prove_it(
    line: str, asked: str
) -> None:
    assert shown(line, asked).status in {FitStatus.MET, FitStatus.PARTIAL}
