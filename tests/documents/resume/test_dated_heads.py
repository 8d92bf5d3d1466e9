"""Heads of roles that begin with their dates and end in a stop, and years behind an apostrophe."""

import pytest

from tests.documents.reading import a_resume

HEAD = "Ada Fernweh\nada@example.org\n\nExperience\n"


def roles(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (role.title.value, role.employer and role.employer.value, role.start, role.end)
        for role in a_resume(HEAD + text).roles
    ]


@pytest.mark.parametrize("gap", [" ", "\t"])
def test_a_head_behind_its_dates_may_end_in_a_stop(gap: str) -> None:
    text = (
        f"2019–2023{gap}Senior Firmware Engineer, Limmat Sensorik AG, Zürich.\n"
        "– C++ on small chips; power draw cut by 35%\n"
        f"2014–2019{gap}Embedded Software Developer, Nordfjell Marine AB, Göteborg.\n"
        "– Drivers in C for ship engines\n"
    )

    assert [(title, start, end) for title, _, start, end in roles(text)] == [
        ("Senior Firmware Engineer", "2019", "2023"),
        ("Embedded Software Developer", "2014", "2019"),
    ]


def test_a_sentence_with_years_is_no_head() -> None:
    text = "Baker, Mill Lane\t2014–2019\n• Baked bread\n• In 2016 the Engineer left.\n"

    assert len(roles(text)) == 1


@pytest.mark.parametrize(
    ("dates", "start", "end"),
    [
        ("Jul'2020 to Jun'2022", "2020-07", "2022-06"),
        ("Jul’2020 - Jun’2022", "2020-07", "2022-06"),
        ("Jul'20 - Jun'22", "2020-07", "2022-06"),
    ],
)
def test_an_apostrophe_may_stand_before_a_year(dates: str, start: str, end: str) -> None:
    assert roles(f"Production Engineer, Palar Gears Ltd.\n{dates}\n• Ran 14 machines\n") == [
        ("Production Engineer", "Palar Gears Ltd.", start, end)
    ]


@pytest.mark.parametrize("employer", ["Nordhav hf.", "Anker Bros.", "Palar Gears Pvt. Ltd."])
def test_a_short_form_at_the_end_of_an_employer_ends_no_sentence(employer: str) -> None:
    text = f"Data Analyst\n{employer}\nSep 2019 - Aug 2021\n\n• Built reports.\n"

    assert roles(text) == [("Data Analyst", employer, "2019-09", "2021-08")]


@pytest.mark.parametrize("name", ["Mwangi wa Karie", "Finn O'Halloran"])
def test_a_greeting_is_no_part_of_a_name(name: str) -> None:
    contact = a_resume(
        f"Hello, I'm\n{name}\nBaker\nada@example.org\n\nSkills\nBaking, sales\n"
    ).contact

    assert contact.name is not None
    assert contact.name.value == name
