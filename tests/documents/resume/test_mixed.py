"""Roles that one résumé sets in several layouts: none is lost, and none is lost silently."""

import pytest

from contracts.analysis import ResumeAnalysis
from tests.documents.reading import a_resume

HEAD = "Jonas Lindqvist\njonas@example.org\n\nEXPERIENCE\n\n"
ASIDE = "Fjordline Analytics        2020 - present\nSenior Data Engineer\n- Built a lake.\n\n"
ABOVE = "Senior Data Engineer\nFjordline Analytics, Oslo\n2020 - present\n- Built a lake.\n\n"
INLINE = "Senior Data Engineer, Fjordline Analytics, 2020 - present\n- Built a lake.\n\n"
BELOW = "2020 - present\nSenior Data Engineer\nFjordline Analytics\n- Built a lake.\n\n"
SECOND = {
    "title first": "Data Analyst\nKestrel Retail\nJan 2016 – Dec 2019\n- Wrote reports.\n",
    "employer first": "Kestrel Retail\nData Analyst\nJan 2016 – Dec 2019\n- Wrote reports.\n",
    "on one line": "Kestrel Retail, Bergen — Data Analyst (2016-01 – 2019-12)\n- Wrote reports.\n",
    "aside": "Kestrel Retail        Jan 2016 – Dec 2019\nData Analyst\n- Wrote reports.\n",
    "title aside": "Data Analyst        Jan 2016 – Dec 2019\nKestrel Retail\n- Wrote reports.\n",
    "title above": "Data Analyst\nKestrel Retail        Jan 2016 – Dec 2019\n- Wrote reports.\n",
    "dates first": "Jan 2016 – Dec 2019\nData Analyst\nKestrel Retail\n- Wrote reports.\n",
    "between": "Data Analyst\nJan 2016 – Dec 2019\nKestrel Retail\n- Wrote reports.\n",
}


def roles(read: ResumeAnalysis) -> list[tuple[str, str, str | None]]:
    return [
        (r.title.value, r.employer.value.partition(",")[0] if r.employer else "", r.start)
        for r in read.roles
    ]


@pytest.mark.parametrize("second", SECOND)
@pytest.mark.parametrize("first", [ASIDE, ABOVE, INLINE, BELOW])
def test_a_second_role_in_another_layout_is_read(first: str, second: str) -> None:
    read = a_resume(f"{HEAD}{first}{SECOND[second]}")

    assert roles(read) == [
        ("Senior Data Engineer", "Fjordline Analytics", "2020"),
        ("Data Analyst", "Kestrel Retail", "2016-01"),
    ]
    assert not read.unread


def test_a_role_without_bullets_and_gaps_is_read_in_another_layout_too() -> None:
    read = a_resume(
        f"{HEAD}Fjordline Analytics\t2020 - present\nSenior Data Engineer\n"
        "Built a lake of forty terabytes for the whole of the company and its partners.\n\n"
        "Data Analyst\nKestrel Retail\n2016 – 2019\n"
        "Wrote the reports that the board of the company reads on every first Monday.\n"
    )

    assert roles(read) == [
        ("Senior Data Engineer", "Fjordline Analytics", "2020"),
        ("Data Analyst", "Kestrel Retail", "2016"),
    ]


@pytest.mark.parametrize(
    "lost",
    [
        "2016 – 2019",
        "From 2016 - 2019 I was in the merchant navy, where I kept the engines of a ship running.",
    ],
)
def test_what_has_dates_like_a_role_and_is_none_is_told(lost: str) -> None:
    read = a_resume(f"{HEAD}{INLINE}{lost}\n")

    assert [span.quote for span in read.unread] == [lost]


def test_a_dated_line_under_another_heading_is_told_where_nothing_was_read() -> None:
    read = a_resume(
        f"{HEAD}{INLINE}Volunteer\n\nTreasurer, Bergen Rowing Club, 2012 - 2015\n- Kept books.\n\n"
        "Awards\nBest rower 2012 - 2015\n"
    )

    assert [entry.title.value for entry in read.volunteering] == ["Treasurer"]
    assert [span.quote for span in read.unread] == ["Best rower 2012 - 2015"]


def test_nothing_that_was_read_is_told_as_unread() -> None:
    read = a_resume(
        f"{HEAD}Halden Bank\n2013 - 2019\n\nSenior Analyst\n2016 - 2019\n- Wrote reports.\n\n"
        "Analyst\n2013 - 2016\n- Read reports from 2001 - 2012.\n\n"
        "EDUCATION\nBSc Statistics, University of Bergen, 2010 - 2013\n"
    )

    assert [r.title.value for r in read.roles] == ["Senior Analyst", "Analyst"]
    assert read.unread == ()
