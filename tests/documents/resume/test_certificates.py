"""Certificates in the ways that people list them: marked, dated first, cut by a narrow column."""

import pytest

from tests.documents.reading import a_resume

BEFORE = (
    "Ada Fernweh\nada@example.org\n\nExperience\n\nBaker, Corner Mill, 2019 - 2021\n- Baked.\n\n"
    "Languages\n\nEnglish\n\n"
    "Interests\n\nRowing and the singing\nof old songs in harbours\n\nCertifications\n\n"
)


def found(lines: str, columns: int = 1) -> list[tuple[str, str, str | None]]:
    read = a_resume(f"{BEFORE}{lines}\n", columns).certifications
    return [(e.title.value, e.detail.value if e.detail else "", e.end) for e in read]


@pytest.mark.parametrize(
    ("line", "name", "issuer"),
    [
        ("Terraform Associate (003), Hollin Cloud", "Terraform Associate (003)", "Hollin Cloud"),
        (
            "Terraform Associate (003) (Hollin Cloud, 2021)",
            "Terraform Associate (003)",
            "Hollin Cloud",
        ),
        (
            "Certified Tester, Foundation Level, Quay Board",
            "Certified Tester, Foundation Level",
            "Quay Board",
        ),
        ("Certified Tester, Foundation Level", "Certified Tester, Foundation Level", ""),
        ("Food Safety: Harbour College (2021)", "Food Safety", "Harbour College"),
        ("Hollin Certified: Oven Expert", "Hollin Certified: Oven Expert", ""),
        ("2021 – Food Safety – Harbour College", "Food Safety", "Harbour College"),
    ],
)
def test_a_name_is_told_from_its_number_its_level_and_its_issuer(
    line: str, name: str, issuer: str
) -> None:
    ((title, detail, _),) = found(line)

    assert (title, detail) == (name, issuer)


def test_whatever_stands_below_a_mark_belongs_to_it() -> None:
    said = found(
        "- Certified Scrum Product\nOwner, Hollin Alliance\n- Food Safety\nHarbour College, 2021\n"
        "- First Aid\n2020"
    )

    assert said == [
        ("Certified Scrum Product Owner", "Hollin Alliance", None),
        ("Food Safety", "Harbour College", "2021"),
        ("First Aid", "", "2020"),
    ]


def test_where_each_begins_with_its_date_the_rest_belongs_to_it() -> None:
    lines = "2021 Certified Machine\nLearning Engineer\n2020 Food Safety\n2019 First Aid"
    said = found(lines, columns=2)

    assert said == [
        ("Certified Machine Learning Engineer", "", "2021"),
        ("Food Safety", "", "2020"),
        ("First Aid", "", "2019"),
    ]


def test_a_name_cut_above_its_bracket_is_one() -> None:
    lines = "Award in Managing Food\nSafety (Harbour College,\n2021)\nFirst Aid (Quay, 2020)"
    said = found(lines, columns=2)

    assert [title for title, _, _ in said] == ["Award in Managing Food Safety", "First Aid"]


@pytest.mark.parametrize(
    ("line", "name", "issuer", "end"),
    [
        ("2019 | Scrum Master | Scrum Alliance", "Scrum Master", "Scrum Alliance", "2019"),
        ("Highfield: Food Hygiene Level 3 (2020)", "Food Hygiene Level 3", "Highfield", "2020"),
        ("Hollin — Data Certificate — 2021", "Data Certificate", "Hollin", "2021"),
        ("Basic Life Support — renewed June 2024", "Basic Life Support", "", "2024-06"),
        ("NMC Registration, valid until March 2026", "NMC Registration", "", "2026-03"),
        ("CSCS Gold Card (exp. 2026)", "CSCS Gold Card", "", "2026"),
        ("First Aid at Work ........ 2021", "First Aid at Work", "", "2021"),
        (
            "Registered Nurse, State of Ohio, Licence RN.1234",
            "Registered Nurse",
            "State of Ohio",
            None,
        ),
        ("ECS Gold Card (Approved Electrician)", "ECS Gold Card (Approved Electrician)", "", None),
        (
            "Fellowship: Fellow of the Oven Guild (FOG), 2020",
            "Fellow of the Oven Guild (FOG)",
            "",
            "2020",
        ),
        ("New York (2015)", "New York", "", "2015"),
    ],
)
def test_a_line_says_what_it_is_who_gave_it_and_how_long_it_holds(
    line: str, name: str, issuer: str, end: str | None
) -> None:
    assert found(line) == [(name, issuer, end)]


@pytest.mark.parametrize(
    "lines",
    [
        "- Food Hygiene Level 3\n  Highfield, 2020\n- First Aid\n  Harbour Guild, 2021",
        (
            "Food Hygiene Level 3\nHighfield\nIssued 2020 · Expires 2023\nCredential ID A1\n"
            "First Aid\nHarbour Guild\nIssued 2021 · No expiration date\nSee credential"
        ),
        (
            "Certificate | Issuer | Year\nFood Hygiene Level 3 | Highfield | 2020\n"
            "First Aid | Harbour Guild | 2021"
        ),
    ],
)
def test_facts_on_lines_of_their_own_are_those_of_the_name_above(lines: str) -> None:
    assert found(lines) == [
        ("Food Hygiene Level 3", "Highfield", "2020"),
        ("First Aid", "Harbour Guild", "2021"),
    ]


def test_two_lines_of_which_one_is_dated_are_two_certificates() -> None:
    assert found("Oven Guild Level C\nDough Control (Sheeter), 2019") == [
        ("Oven Guild Level C", "", None),
        ("Dough Control", "Sheeter", "2019"),
    ]


def test_a_course_among_degrees_is_a_certificate_and_a_degree_with_letters_is_none() -> None:
    read = a_resume(
        "Ada Fernweh\n\nEducation\n\nAdvanced Oven Course, 2017\n"
        "PGCE Mathematics with QTS, University of Leeds, 2013\n"
    )

    (study,) = read.education
    assert (study.title.value, study.end) == ("PGCE Mathematics with QTS", "2013")
    assert [entry.title.value for entry in read.certifications] == ["Advanced Oven Course"]


def test_beside_longer_lines_of_the_same_column_two_short_ones_are_two() -> None:
    lines = "Harbour registration NMW0001234567\nAdvanced Life Support (ALS), 2024\n\n"
    said = found(f"{lines}Education\n\nBachelor of Nursing Science, Harbour College, Quay, 2017")

    assert said == [
        ("Harbour registration NMW0001234567", "", None),
        ("Advanced Life Support (ALS)", "", "2024"),
    ]
