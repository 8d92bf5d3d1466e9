"""Headings that stand beside what they announce, in tables and in wide margins."""

import pytest

from tests.documents.reading import a_resume

TABLE = """\
Maren Olsdóttir
maren.olsdottir@example.org
PROFILE\tNurse on wards for the old and the very old.
EXPERIENCE\tWard Sister, Northfield General Hospital\tMarch 2019 – Present
• Led a team of 14 nurses on a ward of 28 beds
Staff Nurse, Birchwood House\tJune 2015 – February 2019
VOLUNTEERING Harbour Lights, Night Driver\tJan 2016 – Dec 2017
EDUCATION\tBSc Adult Nursing, University of Yorkstone\t2012 – 2015
LANGUAGES\tIcelandic (native), English (fluent)
"""


def said(text: str) -> tuple[list[str | None], list[str | None], list[str | None]]:
    """The employers, what was studied, and the languages."""
    read = a_resume(text)
    employers = [role.employer.value if role.employer else None for role in read.roles]
    studies = [one.title.value if one.title else None for one in read.education]
    return employers, studies, [one.title.value if one.title else None for one in read.languages]


def test_a_heading_in_the_first_cell_opens_its_section() -> None:
    assert said(TABLE) == (
        ["Northfield General Hospital", "Birchwood House"],
        ["BSc Adult Nursing"],
        ["Icelandic", "English"],
    )


def test_one_that_fills_its_margin_is_told_by_the_capitals_of_the_others() -> None:
    read = a_resume(TABLE)

    assert [one.detail.value for one in read.volunteering if one.detail] == ["Harbour Lights"]


@pytest.mark.parametrize("wide", ["    ", "\t"])
def test_wide_spaces_part_them_as_well(wide: str) -> None:
    assert said(TABLE.replace("\t", wide)) == said(TABLE)


def test_a_row_of_a_table_that_begins_with_such_a_word_is_a_row() -> None:
    table = """\
Maren Olsdóttir
maren.olsdottir@example.org

Experience
Data Engineer, Northfield Freight   March 2019 – Present
• Moved the planning of 40 lorries into one database

Skills
Languages\tPython, Go
Tools\tDocker, Terraform
Education\tNothing formal
"""
    read = a_resume(table)

    assert {"python", "go", "docker", "terraform"} <= {skill.id for skill in read.skills}
    assert not read.languages
    assert len(read.roles) == 1


def test_what_stands_above_the_bullets_of_each_role_opens_no_section() -> None:
    read = a_resume("""\
Maren Olsdóttir
maren.olsdottir@example.org

Work
Northfield General Hospital\tMar, 2019 —
Ward Sister
Highlights
• Led a team of 14 nurses on a ward

Birchwood House\tSep, 2015 — Feb, 2019
Staff Nurse
Highlights
• Cared for 20 residents by day and by night
""")

    assert [len(role.bullets) for role in read.roles] == [1, 1]


def test_it_is_nobody_s_employer() -> None:
    read = a_resume("""\
Maren Olsdóttir
maren.olsdottir@example.org

WORK

Ward Sister at Northfield General\tMar 2019 – Present
Highlights
• Led a team of 14 nurses on a ward
Staff Nurse\tJune 2015 – Feb 2019
Highlights
• Cared for 20 residents by day and by night
""")

    assert [role.employer and role.employer.value for role in read.roles] == [
        "Northfield General",
        None,
    ]


ONE_BESIDE = """\
Maren Olsdóttir

WORK

Bookkeeper, Lomax Joinery Ltd, 2017 - now
- Moved the firm off paper

QUALIFICATIONS
BSc Physics, Hull University, 2010

SYSTEMS{gap}Xero, Brockwell Ledger
"""


@pytest.mark.parametrize("gap", ["   ", "\t"])
def test_one_in_capitals_beside_headings_of_their_own_opens_its_section(gap: str) -> None:
    read = a_resume(ONE_BESIDE.format(gap=gap))

    assert "xero" in [skill.id for skill in read.skills]
    assert [text.value for text in read.listed] == ["Brockwell Ledger"]
    assert read.unread == ()


def test_a_row_right_below_another_line_opens_none() -> None:
    read = a_resume(ONE_BESIDE.replace("\n\nSYSTEMS", "\nSYSTEMS").format(gap="   "))

    assert read.listed == ()
