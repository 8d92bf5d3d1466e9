"""Certificates in the ways that people list them: marked, dated first, cut by a narrow column."""

import pytest

from tests.documents.reading import a_resume

BEFORE = (
    "Ada Fernweh\nada@example.org\n\nExperience\n\nBaker, Corner Mill, 2019 - 2021\n- Baked.\n\n"
    "Languages\n\nEnglish\n\n"
    "Interests\n\nRowing and the singing\nof old songs in harbours\n\nCertifications\n\n"
)


def found(lines: str) -> list[tuple[str, str, str | None]]:
    read = a_resume(f"{BEFORE}{lines}\n").certifications
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
    said = found("2021 Certified Machine\nLearning Engineer\n2020 Food Safety\n2019 First Aid")

    assert said == [
        ("Certified Machine Learning Engineer", "", "2021"),
        ("Food Safety", "", "2020"),
        ("First Aid", "", "2019"),
    ]


def test_a_name_cut_above_its_bracket_is_one() -> None:
    said = found("Award in Managing Food\nSafety (Harbour College,\n2021)\nFirst Aid (Quay, 2020)")

    assert [title for title, _, _ in said] == ["Award in Managing Food Safety", "First Aid"]
