"""Years of two digits without a mark: dates where they are a range, else anything."""

import pytest

from services.documents.rules.resume.dates.periods import periods
from tests.documents.reading import a_resume


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("5/13–1/15", "2013-05", "2015-01"),
        ("05/13 - 01/15", "2013-05", "2015-01"),
        ("9/98 to 12/01", "1998-09", "2001-12"),
        ("09.14 – 12.17", "2014-09", "2017-12"),
        ("Jan 18 - Mar 21", "2018-01", "2021-03"),
        ("Sept. 09 – May 11", "2009-09", "2011-05"),
        ("de mars 16 à juin 18", "2016-03", "2018-06"),
        ("from 5/13 until 1/15", "2013-05", "2015-01"),
    ],
)
def test_two_such_dates_are_a_range(said: str, first: str, last: str) -> None:
    (found,) = periods(f"Barista - Green Cafe - {said}")

    assert (str(found.first), str(found.last)) == (first, last)
    assert f"Barista - Green Cafe - {said}"[found.start : found.end] == said


@pytest.mark.parametrize("said", ["9/19–present", "09.19 - heute", "Sep 19 – now", "since 9/19"])
def test_one_that_goes_on_is_a_range_too(said: str) -> None:
    (found,) = periods(f"Barista, {said}")

    assert (str(found.first), found.last, found.is_current) == ("2019-09", None, True)


@pytest.mark.parametrize(
    "said",
    [
        "Rated 4/5 by guests",
        "Open 24/7, 3/4 of all calls",
        "08.00 - 12.00 and 13.30 - 18.00",
        "Shifts 8.30 – 9.45",
        "From 5/18 back to 1/12",
        "Grew from 5.12% to 7.20%",
        "Ward 12 - Ward 14",
    ],
)
def test_other_numbers_are_no_dates(said: str) -> None:
    assert not list(periods(said))


def test_days_of_one_month_are_read_with_their_year() -> None:
    found = list(periods("Jan 18 - Mar 21, 2020"))

    assert [str(period.first) for period in found] == ["2020-03"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Shift Manager - Blue Kettle - 2/15–present",
            "Barista - Green Cafe - 5/13–1/15",
        ),
        (
            "Shift Manager / Blue Kettle — Denver — 2/15–Present",
            "Barista / Green Cafe — Boulder — 5/13–1/15",
        ),
        (
            "Shift Manager | Blue Kettle | Portland, OR | 02/15 - now",
            "Barista | Green Cafe | Portland, OR | 05/13 - 01/15",
        ),
        (
            "02.15 - heute  Shift Manager, Blue Kettle",
            "05.13 - 01.15  Barista, Green Cafe",
        ),
    ],
)
def test_a_second_title_under_bullets_is_a_role(first: str, second: str) -> None:
    read = a_resume(
        "Jonas Lindqvist\njonas@example.org\n\nEXPERIENCE\n\n"
        f"{first}\n- Opened the shop.\n- Trained six people.\n{second}\n- Made coffee.\n"
    )

    assert [
        (role.title.value, role.employer and role.employer.value, role.start, role.end)
        for role in read.roles
    ] == [
        ("Shift Manager", "Blue Kettle", "2015-02", None),
        ("Barista", "Green Cafe", "2013-05", "2015-01"),
    ]
    assert not read.unread
