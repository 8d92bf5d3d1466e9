"""What a job is called, whatever its line says beside it: contract, field, another language."""

import pytest

from tests.documents.build import a_job


def title_of(text: str) -> str | None:
    title = a_job(text).title
    return title.value if title else None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Bus Driver, part time, fixed-term, from March", "Bus Driver"),
        ("Veterinary Nurse, maternity cover", "Veterinary Nurse"),
        ("Curator of Textiles, permanent, 30 hours", "Curator of Textiles"),
        ("Paralegal, £28,000, Leeds", "Paralegal"),
        ("School Secretary, term-time only", "School Secretary"),
        ("Sales Assistant, Lamps and Mirrors", "Sales Assistant, Lamps and Mirrors"),
        ("Administrator, Contracts", "Administrator, Contracts"),
    ],
)
def test_what_a_title_says_of_the_contract_behind_a_comma_is_no_part_of_it(
    line: str, title: str
) -> None:
    assert title_of(f"{line}\nOxmoor\n\nWe are kind.\n") == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Staff Nurse (Neonatal Intensive Care)", "Staff Nurse (Neonatal Intensive Care)"),
        ("Teacher (Modern Languages), Scale 4", "Teacher (Modern Languages)"),
        ("Physiotherapist – Stroke Unit (Nights)", "Physiotherapist – Stroke Unit"),
        ("Solicitor - Wills and Probate", "Solicitor - Wills and Probate"),
        ("Museum Attendant (Weekends)", "Museum Attendant"),
        ("Nurse (Band 6)", "Nurse"),
        ("Data Engineer (Fully Remote)", "Data Engineer"),
        ("Legal Secretary – Leeds", "Legal Secretary"),
        ("Legal Secretary – Dunmore Legal LLP", "Legal Secretary"),
    ],
)
def test_the_field_of_the_work_is_a_part_of_the_title_and_a_place_or_firm_is_none(
    line: str, title: str
) -> None:
    assert title_of(f"{line}\nOxmoor Hospital, Leeds\n\nWe are kind.\n") == title


def test_what_stands_behind_a_dash_may_be_the_firm_where_no_other_is_named() -> None:
    assert title_of("Bus Driver - The Golden Lion\n\nWe are kind.\n") == "Bus Driver"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("*** FISH FILLETERS - NIGHT SHIFT - GRIMSBY ***", "FISH FILLETERS"),
        ("Berry Pickers | Early start", "Berry Pickers"),
        ("HOP STRINGERS - PART TIME", "HOP STRINGERS"),
        ("SMITH ENGINEERS - SINCE 1911", None),
        ("Oxmoor Flowers - Leeds", None),
    ],
)
def test_people_of_one_work_are_a_title_where_it_says_how_they_work(
    line: str, title: str | None
) -> None:
    assert title_of(f"{line}\n\nIt is hard work.\n") == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Infirmier de nuit / Night Nurse (H/F)", "Night Nurse"),
        ("Night Nurse / Infirmier de nuit", "Night Nurse"),
        ("Cook / Kitchen Assistant", "Cook / Kitchen Assistant"),
        ("Infirmier / Aide-soignant", "Infirmier / Aide-soignant"),
    ],
)
def test_of_a_title_in_two_languages_the_english_is_read(line: str, title: str) -> None:
    assert title_of(f"{line}\nOxmoor\n\nWe are kind.\n") == title


def test_a_firm_whose_name_has_a_work_in_it_is_no_title() -> None:
    assert title_of("OXMOOR DRIVERS LTD\nFleet Manager\n\nWe are kind.\n") == "Fleet Manager"
