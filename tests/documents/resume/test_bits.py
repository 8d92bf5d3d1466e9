"""What else a head and a last section say: a headline without a job, skills among other bits."""

import pytest

from tests.documents.reading import a_resume

OCCUPATION = "Baker"
"""Says its own core by itself."""

ROLE = "Experience\nBaker, Corner Mill, 2019 - 2021\n- Baked bread\n"


def skills_of(heading: str, lines: str) -> set[str]:
    read = a_resume(f"Ada Fernweh\nada@example.org\n\n{ROLE}\n{heading}\n{lines}\n")
    quotes = (e.quote for skill in read.skills for e in skill.evidence)
    return {*quotes, *(each.value for each in read.listed)} - {OCCUPATION}


def headline_of(head: str) -> str | None:
    found = a_resume(f"Ada Fernweh\n{head}\n\n{ROLE}").headline
    return found and found.value


def test_a_plain_list_among_other_bits_is_one_of_skills() -> None:
    assert {"Dough Desk", "Excel"} <= skills_of("Other bits", "Dough Desk, Excel, Loafware")


@pytest.mark.parametrize("line", ["Rowing, chess, the sea", "Won a prize, led a team, had fun"])
def test_a_list_without_a_known_skill_is_none(line: str) -> None:
    assert skills_of("Other bits", line) == set()


def test_brackets_name_what_one_can_do_too() -> None:
    assert "Power Query" in skills_of("Skills", "Excel (advanced, Power Query), Loafware")


@pytest.mark.parametrize(
    "line",
    [
        "Licence: full, clean, 40,000 miles a year",
        "Hull, den 12.10.2025",
        "French is my first language, English fluent",
        "Certified: Oven Expert (2019); Dough Core (2022)",
    ],
)
def test_what_one_may_drive_or_holds_or_speaks_is_no_skill(line: str) -> None:
    assert skills_of("Skills", f"Loafware, Dough Desk\n\n{line}") == {"Loafware", "Dough Desk"}


def test_a_headline_may_name_no_job() -> None:
    assert headline_of("Field sales, flour\nada@example.org") == "Field sales, flour"


@pytest.mark.parametrize(
    "prose",
    [
        "I am a registered baker with eleven years of loaves",
        "Reliable baker of loaves with 15 years in busy kitchens. Calm and quick to learn new",
    ],
)
def test_prose_is_no_headline(prose: str) -> None:
    assert headline_of(f"ada@example.org\n\n{prose}\nrecipes and ovens.") is None
