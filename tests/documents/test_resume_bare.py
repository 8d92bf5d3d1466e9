"""Résumés without a single heading: roles, schools and the people who were led are read too."""

import pytest

from contracts.analysis import ResumeAnalysis, ScopeLevel
from tests.documents.reading import a_resume

HEAD = "Tobias Renner\ntobias.renner@example.org | +49 170 1234567\nMunich, Germany\n"
MANAGER = "Engineering Manager, Alpenfeld Software, 2019 - present\nLed 12 people in three teams.\n"
ENGINEER = "Software Engineer, Isarwerk, 2013 - 2019\nBuilt billing services in Java.\n"
STUDIES = (
    "MSc Computer Science, Technical University of Munich, 2011 - 2013\n"
    "BSc Computer Science, University of Augsburg, 2008 - 2011\n"
)
STACKED = (
    "Alpenfeld Software\nEngineering Manager\n2019 - present\n- Led a team of 12 engineers\n"
    "Isarwerk\nSoftware Engineer\n2013 - 2019\n- Built billing services in Java.\n"
    "Technical University of Munich\nMSc Computer Science\n2011 - 2013\n"
    "University of Augsburg\nBSc Computer Science\n2008 - 2011\n"
)


def titles(read: ResumeAnalysis) -> list[str]:
    return [role.title.value for role in read.roles]


def studies(read: ResumeAnalysis) -> list[tuple[str, str, str | None]]:
    return [(e.title.value, e.detail.value if e.detail else "", e.end) for e in read.education]


BOTH = [
    ("MSc Computer Science", "Technical University of Munich", "2013"),
    ("BSc Computer Science", "University of Augsburg", "2011"),
]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n{MANAGER}\n{ENGINEER}\n{STUDIES}",
        f"{HEAD}{MANAGER}{ENGINEER}{STUDIES}",
        f"{HEAD}{STUDIES}{MANAGER}{ENGINEER}",
        f"{HEAD}\n{STACKED}",
        f"{HEAD}{STACKED}",
    ],
)
def test_roles_and_schools_are_told_apart(text: str) -> None:
    read = a_resume(text)

    assert titles(read) == ["Engineering Manager", "Software Engineer"]
    assert studies(read) == BOTH
    assert read.unread == ()


def test_who_teaches_at_a_school_does_not_study_there() -> None:
    read = a_resume(
        f"{HEAD}Hillside School\nMathematics Teacher\n2015 - present\n- Taught algebra.\n"
        "Teaching Assistant, University of Augsburg, 2012 - 2015\n- Marked papers.\n"
    )

    assert titles(read) == ["Mathematics Teacher", "Teaching Assistant"]
    assert not read.education


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("I manage 14 engineers and their two leads.", 14),
        ("Responsible for 14 staff on two sites.", 14),
        ("Oversaw 14 nurses.", 14),
        ("14 people report to me.", 14),
        ("Line-managed fourteen people.", 14),
        ("Head of a 14-person department.", 14),
        ("Built and led a team from 4 to 14.", 14),
    ],
)
def test_people_who_were_led_are_counted_in_many_words(line: str, people: int) -> None:
    read = a_resume(f"{HEAD}Ward Manager, Alpenfeld Clinic, 2019 - present\n{line}\n")

    assert read.roles[0].scope.people == people


def test_people_in_the_words_above_all_roles_count_too() -> None:
    read = a_resume(
        f"{HEAD}\nI have led 40 people across three countries, and still write the first test.\n\n"
        f"{MANAGER}\n{ENGINEER}"
    )

    assert read.scope.people == 40
    assert read.scope.level is ScopeLevel.MANAGER


def test_a_summary_under_its_heading_counts_too() -> None:
    read = a_resume(
        f"{HEAD}\nSummary\nManager who has led 40 people.\n\nExperience\n{MANAGER}\n{ENGINEER}"
    )

    assert read.scope.people == 40
    (reading,) = [each for each in read.scope.readings if each.dimension == "people"]
    assert reading.span.quote == "led 40 people"


def test_a_diploma_is_schooling_and_no_role() -> None:
    read = a_resume(f"{HEAD}{ENGINEER}Diploma in Baker Studies\nMossbank Ltd\n2009 – 2011\n")

    assert titles(read) == ["Software Engineer"]
    assert studies(read) == [("Diploma in Baker Studies", "Mossbank Ltd", "2011")]
