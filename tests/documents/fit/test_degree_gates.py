"""A degree that is read is told at its level, and in its own subject; in any country's words."""

import pytest

from contracts.analysis import FitStatus
from tests.documents.build import Job, Written, a_fit

ASKED = "Caseworker\n\nRequirements\n- {}\n"
OTHER = "A degree of this level is listed, in another subject than the one that is named."


def gate(held: str, asked: str) -> tuple[FitStatus, str]:
    resume = Written([Job("Caseworker")], education=[held])
    (found,) = a_fit(resume, ASKED.format(asked)).gates
    return found.status, found.reason


@pytest.mark.parametrize(
    "held",
    [
        "BCom Accounting",
        "LLB Law",
        "BBA",
        "B.Ed. Primary Education",
        "B.Tech Civil Engineering",
        "BFA Painting",
        "Licenciatura en Derecho",
        "Laurea in Economia",
        "Licence d'histoire",
        "BSN",
        "Degree in History",
        "M. A. History",
    ],
)
def test_a_first_degree_of_any_name_is_one(held: str) -> None:
    assert gate(held, "A bachelor's degree")[0] is FitStatus.MET


@pytest.mark.parametrize(
    "held",
    [
        "LLM International Law",
        "M.Phil. History",
        "M.Ed. Education",
        "MPH",
        "MPA Public Policy",
        "MFA Theatre",
        "MSW Social Work",
        "JD, Oakfield Law School",
        "Diplom-Ingenieur Maschinenbau",
        "Dipl.-Ing. Architektur",
        "Laurea Magistrale in Fisica",
        "Magister ekonomii",
        "Maîtrise de droit",
        "PhD Botany",
    ],
)
def test_a_second_degree_of_any_name_is_one(held: str) -> None:
    assert gate(held, "A master's degree")[0] is FitStatus.MET


@pytest.mark.parametrize(
    "held",
    [
        "BCom Accounting",
        "Laurea in Economia",
        "Licence d'histoire",
        "B.Tech Civil Engineering",
        "Diploma in Childcare",
        "Associate degree in Nursing",
        "Introduction to MS Office",
    ],
)
def test_a_lower_paper_is_no_second_degree(held: str) -> None:
    assert gate(held, "A master's degree")[0] is FitStatus.UNKNOWN


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("Law degree", "LLB, University of Elmfield"),
        ("Law degree", "JD, Oakfield Law School"),
        ("Law or politics degree", "BA Politics"),
        ("A bachelor's degree in accounting", "BCom Accounting"),
        ("Degree in business administration", "BBA"),
        ("Degree in business", "BA Business Administration"),
        ("Degree in engineering", "BEng Civil"),
        ("Degree in computer science, engineering or a related field", "MEng Aeronautics"),
        ("Degree in computer science", "BSc Software Engineering"),
        ("Degree in information technology", "BSc Computing"),
        ("Bachelor's degree in history", "Licence d'histoire"),
        ("Master's degree in public health", "MPH"),
        ("Degree in mechanical or electrical engineering", "BEng Mechanical Engineering"),
        ("A degree in social work recognised by Social Work Elmland", "BA Social Work"),
        ("Degree in nursing (BSN)", "BSN, Oakfield University"),
        ("University degree", "BA Dance"),
        ("A good honours degree", "BA Dance"),
        ("Four-year college degree", "BA Dance"),
    ],
)
def test_a_subject_is_met_by_its_own_and_by_another_name_of_it(asked: str, held: str) -> None:
    assert gate(held, asked)[0] is FitStatus.MET


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("Law degree", "BS in Nursing"),
        ("Degree in mechanical engineering", "BEng Civil Engineering"),
        ("Degree in information technology", "BSc Food Technology"),
        ("Degree in public administration", "BSc Public Health"),
        ("Degree in computer science", "BSc Food Technology"),
        ("Degree in business", "MSc Water Management"),
        ("Degree in architecture or urban planning", "BA Event Planning"),
        (
            "A bachelor's degree in accounting, or 24 semester hours in business",
            "MSc Supply Chain Management",
        ),
    ],
)
def test_a_word_that_many_subjects_share_meets_none(asked: str, held: str) -> None:
    assert gate(held, asked) == (FitStatus.UNKNOWN, OTHER)


@pytest.mark.parametrize(
    ("asked", "held", "status"),
    [
        ("Postgraduate qualification in history", "BA History", FitStatus.UNKNOWN),
        ("Postgraduate qualification in history", "Graduate Certificate in History", FitStatus.MET),
        ("Postgraduate qualification in history", "MA History", FitStatus.MET),
        ("A postgraduate diploma in history", "PGDip History", FitStatus.MET),
        ("Level 3 qualification in childcare", "Level 3 Diploma in Childcare", FitStatus.MET),
        ("Level 3 qualification in childcare", "BSc Physics", FitStatus.UNKNOWN),
        ("NVQ Level 2 in plumbing", "NVQ Level 2 Plumbing", FitStatus.MET),
        ("A qualification in accounting", "BCom Accounting", FitStatus.MET),
    ],
)
def test_a_qualification_is_shown_by_one_and_never_by_work(
    asked: str, held: str, status: FitStatus
) -> None:
    assert gate(held, asked)[0] is status


def test_a_qualification_may_stand_among_certificates() -> None:
    resume = Written([Job("Caseworker")], certifications=["NVQ Level 2 Plumbing"])
    (found,) = a_fit(resume, ASKED.format("NVQ Level 2 in plumbing")).gates

    assert found.status is FitStatus.MET


@pytest.mark.parametrize(
    ("held", "status"),
    [
        (["NVQ Level 3 Electrotechnical", "18th Edition"], FitStatus.MET),
        (["NVQ Level 3 Electrotechnical"], FitStatus.UNKNOWN),
    ],
)
def test_qualifications_that_an_and_joins_are_shown_by_both(
    held: list[str], status: FitStatus
) -> None:
    asked = "NVQ Level 3 in electrical installation and the 18th Edition"
    resume = Written([Job("Caseworker")], certifications=held)
    (found,) = a_fit(resume, ASKED.format(asked)).gates

    assert found.status is status
