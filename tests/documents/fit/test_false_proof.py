"""What looks like proof of what is asked for and is none."""

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
