"""Certificates, tickets and cards: several on a line, and under headings that do not name them."""

import pytest

from tests.documents.reading import a_resume

TOP = "Ada Fernweh\nada@example.org\n\nExperience\nBaker, Corner Mill, 2019 - 2021\n- Baked bread\n"


def held(heading: str, lines: str) -> list[str]:
    read = a_resume(f"{TOP}\n{heading}\n{lines}\n").certifications
    return [each.title.value for each in read]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ECS Gold Card, IPAF 3a/3b, CSCS", ["ECS Gold Card", "IPAF 3a/3b", "CSCS"]),
        ("SIA Door Supervisor, First Aid at Work", ["SIA Door Supervisor", "First Aid at Work"]),
        ("HACCP Level 3 (2021), PRINCE2 (2022)", ["HACCP Level 3", "PRINCE2"]),
        ("QTS (2014). NPQ in Leading Teaching (2021).", ["QTS", "NPQ in Leading Teaching"]),
        ("GLP/GCP refresher, 2023; Phlebotomy", ["GLP/GCP refresher", "Phlebotomy"]),
        ("BLS and safeguarding level 2", ["BLS", "safeguarding level 2"]),
        ("NCLEX-RN | ACLS | BLS", ["NCLEX-RN", "ACLS", "BLS"]),
        ("NEBOSH General Certificate, 2023", ["NEBOSH General Certificate"]),
    ],
)
@pytest.mark.parametrize("heading", ["Certificates", "Education", "Other bits"])
def test_a_line_of_certificates_is_read_wherever_it_stands(
    heading: str, line: str, names: list[str]
) -> None:
    assert held(heading, line) == names


def test_a_label_among_skills_announces_certificates() -> None:
    assert held("Skills", "Baking, planning\nCertified: Oven Expert (2019); Dough Core (2022)") == [
        "Oven Expert",
        "Dough Core",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "BSc Nursing, University of Leeds, 2014",
        "Certificate in Baking, Harbour College, 2014",
        "9 GCSEs incl. Maths and English",
    ],
)
def test_schooling_is_no_certificate(line: str) -> None:
    assert held("Education", line) == []
