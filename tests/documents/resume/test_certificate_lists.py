"""Certificates that stand in one list on one line are several, and one with its issuer is one."""

import pytest

from tests.documents.reading import a_resume


def certificates(lines: str) -> list[tuple[str, str | None]]:
    read = a_resume(f"Ada Fernweh\nada@example.org\n\nCERTIFICATIONS\n\n{lines}\n")
    return [
        (entry.title.value, entry.detail and entry.detail.value) for entry in read.certifications
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ECS Gold Card, IPAF 3a/3b, CSCS", ["ECS Gold Card", "IPAF 3a/3b", "CSCS"]),
        ("First Aid at Work; Food Hygiene", ["First Aid at Work", "Food Hygiene"]),
        ("- First Aid at Work; Food Hygiene", ["First Aid at Work", "Food Hygiene"]),
        ("QTS (2014). NPQ in Leading Teaching (2021).", ["QTS", "NPQ in Leading Teaching"]),
        ("First Aid (2019), Food Hygiene (2020)", ["First Aid", "Food Hygiene"]),
        (
            "Forklift, First Aid, Food Hygiene,\nManual Handling",
            ["Forklift", "First Aid", "Food Hygiene", "Manual Handling"],
        ),
    ],
)
def test_a_list_on_one_line_is_several(line: str, names: list[str]) -> None:
    assert certificates(line) == [(name, None) for name in names]


@pytest.mark.parametrize(
    ("line", "name", "by"),
    [
        ("First Aid at Work, Red Cross, 2020", "First Aid at Work", "Red Cross"),
        ("Certified Tester, Foundation Level, Quay Board", "Certified Tester, Foundation Level",
         "Quay Board"),
        ("Scrum Master, Scrum Alliance", "Scrum Master", "Scrum Alliance"),
    ],
)  # fmt: skip
def test_one_with_its_issuer_is_one(line: str, name: str, by: str) -> None:
    assert certificates(line) == [(name, by)]


def test_a_list_beside_others_keeps_their_order() -> None:
    lines = "Forklift Licence, 2019\nCSCS, IPAF, Asbestos Awareness\nFood Hygiene, 2021"

    assert [name for name, _ in certificates(lines)] == [
        "Forklift Licence",
        "CSCS",
        "IPAF",
        "Asbestos Awareness",
        "Food Hygiene",
    ]
