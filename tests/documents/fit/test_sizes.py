"""A size that is shown counts where it is a size of the same thing, and years of the same work."""

import pytest

from bench.fit import judged
from contracts.analysis import FitItem, FitStatus

RESUME = """Imke Brandt
imke@example.org
Leeds, UK

EXPERIENCE
{title}, Foo Ltd, Jan 2019 - Present
- {line}
- Kept the files of the whole department in order for the whole of each year, week by week.
"""


def found(line: str, asked: str, *, title: str = "Assistant") -> FitItem:
    resume = RESUME.format(title=title, line=line)
    report, _ = judged(resume.encode(), f"Team Member\n\nRequirements\n- {asked}\n")
    return report.items[-1]


@pytest.mark.parametrize(
    ("line", "asked", "reason"),
    [
        (
            "Managed a budget of £3m for the council.",
            "Manage a budget of over GBP 2m",
            "2,000,000 GBP are asked, 3,000,000 GBP are shown.",
        ),
        (
            "Served 3M users of the ticket shop.",
            "Experience of services with 1 million users",
            "1,000,000 users are asked, 3,000,000 are shown.",
        ),
    ],
)
def test_a_size_of_the_same_thing_meets_the_one_that_is_asked(
    line: str, asked: str, reason: str
) -> None:
    item = found(line, asked)

    assert (item.status, item.reason) == (FitStatus.MET, reason)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Closed £4.2m of new business.", "Manage a budget of over GBP 2m"),
        (
            "Answered 28000 customers a year.",
            "You will care for up to 2 ventilated patients per shift",
        ),
    ],
)
def test_a_size_of_another_thing_meets_nothing(line: str, asked: str) -> None:
    assert found(line, asked).status is FitStatus.UNKNOWN


def test_years_of_what_a_title_says_in_another_form_are_counted_in_its_words() -> None:
    item = found("Opened the shop.", "2 years of managing a store", title="Store Manager")

    assert item.status is FitStatus.MET
    assert item.reason == "Work that names managing and store: 7.5 years, 2 asked."


def test_what_is_missing_of_a_choice_is_no_length_of_time() -> None:
    asked = "7+ years of radiology experience, or 4+ years in a large hospital"

    assert found("Opened the shop.", asked).reason == "Radiology: not named."


@pytest.mark.parametrize(
    ("asked", "line", "status"),
    [
        ("2+ years leading a support team of at least 10", "Leads 15 agents", FitStatus.MET),
        ("2+ years leading a support team of at least 40", "Leads 15 agents", FitStatus.PARTIAL),
        ("3 years managing a team", "Supervised 4 fitters", FitStatus.MET),
        ("2+ years leading a support team of at least 10", "Answered calls", FitStatus.UNKNOWN),
    ],
)
def test_years_of_leading_a_team_are_shown_by_leading_one(
    asked: str, line: str, status: FitStatus
) -> None:
    resume = f"Ada Fernweh\n\nExperience\n\nClerk, Elm & Co, 2018 - 2025\n- {line}\n"
    report, _ = judged(resume.encode(), f"Clerk\n\nRequirements\n- {asked}\n- Tact\n")

    assert report.items[1].status is status
