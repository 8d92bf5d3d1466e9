"""Résumés without a single heading: roles, schools and the people who were led are read too."""

import pytest

from contracts.analysis import ResumeAnalysis, ScopeLevel
from contracts.evidence import Certainty
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


WARD = [
    "Staff Nurse\nIntensive Care, Leeds\nSt Brigid's Hospital\n2018 - present",
    "2018 - present\nStaff Nurse\nIntensive Care\nSt Brigid's Hospital, Leeds",
    "Staff Nurse, Intensive Care 2018 - present\nLeeds, UK\nSt Brigid's Hospital",
    "Staff Nurse - Intensive Care - St Brigid's Hospital, 2018 - present",
    "St Brigid's Hospital, Leeds\nIntensive Care\nStaff Nurse, 2018 - present",
    "Intensive Care, St Brigid's Hospital\nStaff Nurse\n2018 - present",
    "Staff Nurse | Unit of Cardiology | St Brigid's Hospital | Leeds | 2018 - present",
]


@pytest.mark.parametrize("head", WARD)
def test_a_ward_is_no_employer(head: str) -> None:
    read = a_resume(
        f"{HEAD}\n{head}\n- Cared for 6 patients.\n\nHealthcare Assistant\nOakview Home\n"
        "2014 - 2018\n- Helped residents.\n"
    )

    employers = [role.employer.value for role in read.roles if role.employer]
    assert employers == ["St Brigid's Hospital", "Oakview Home"]


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    ("below", "certificates"),
    [
        (
            ("BSc Nursing, University of Leeds, 2014", "Advanced Life Support, Red Cross, 2021"),
            [("Advanced Life Support", "Red Cross")],
        ),
        (
            ("2014 BSc Nursing, University of Leeds", "2021 Advanced Life Support (ALS)"),
            [("Advanced Life Support (ALS)", "")],
        ),
        (
            ("University of Leeds\nBSc Nursing 2011 - 2014", "NMC registered\nBlood licence 2021"),
            [("NMC registered", ""), ("Blood licence", "")],
        ),
    ],
)
def test_certificates_and_languages_need_no_heading(
    gap: str, below: tuple[str, str], certificates: list[tuple[str, str]]
) -> None:
    study, proof = below
    read = a_resume(
        f"{HEAD}\n{MANAGER}\n{ENGINEER}\n{study}\n{gap}{proof}\n{gap}English and Hindi (fluent)\n"
    )

    found = [(e.title.value, e.detail.value if e.detail else "") for e in read.certifications]
    assert found == certificates
    assert [(e.title.value, e.detail and e.detail.value) for e in read.languages] == [
        ("English", None),
        ("Hindi", "fluent"),
    ]
    assert [title for title, *_ in studies(read)] == ["BSc Nursing"]
    assert all(entry.title.certainty is Certainty.GUESS for entry in read.certifications)


def test_a_job_that_one_is_certified_for_stays_a_job() -> None:
    read = a_resume(f"{HEAD}\nCertified Nursing Assistant\nOakview Home\n2014 - 2018\n- Helped.\n")

    assert titles(read) == ["Certified Nursing Assistant"]
    assert not read.certifications


def test_a_degree_among_roles_is_shown() -> None:
    line = "BSc Nursing, University of Leeds, 2014"
    read = a_resume(f"{HEAD}\nExperience\n{MANAGER}{line}\n")

    assert line in [span.quote for span in read.unread]


def test_what_somebody_is_beside_their_name_is_no_title_of_a_role_that_has_one() -> None:
    read = a_resume(
        "DARIO WELK - ELECTRICIAN\n\n07/2019 to date  Hallow Electrical Ltd, Stockport\n"
        "Electrician\nTested 12 houses a week.\n\n09/2015 to 06/2019  Norbury Fitters\n"
        "Electrician's Mate\nPulled cables in shops and offices.\n"
    )

    assert titles(read) == ["Electrician", "Electrician's Mate"]


def test_a_title_beside_the_name_is_that_of_the_role_where_none_else_stands() -> None:
    read = a_resume(
        "Dario Welk, Electrician\nHallow Electrical Ltd\n2019 - 2024\n- Tested houses.\n"
    )

    assert len(read.roles) == 1
    assert "Electrician" in read.roles[0].title.value


def test_what_stands_under_a_heading_of_its_own_was_not_done_in_the_role_above_it() -> None:
    read = a_resume(f"{HEAD}\n{ENGINEER}\nOther\nFull driving licence, own tools.\n")

    (role,) = read.roles
    assert [line.span.quote for line in role.bullets] == ["Built billing services in Java."]
    assert [span.quote for span in read.unread] == ["Full driving licence, own tools."]
