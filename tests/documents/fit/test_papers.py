"""Degrees with their subjects, registrations by their bodies, years by what roles say."""

import pytest

from bench.fit import judged
from contracts.analysis import FitStatus, Text
from contracts.evidence import Certainty
from tests.documents.build import Job, Written, a_fit

ASKED = "Staff Nurse\n\nRequirements\n- {}\n"


def gate(resume: Written, asked: str) -> tuple[FitStatus, str]:
    (found,) = a_fit(resume, ASKED.format(asked)).gates
    return found.status, found.reason


@pytest.mark.parametrize(
    ("asked", "held", "status"),
    [
        ("Degree in Computer Science", "BA in Dance", FitStatus.UNKNOWN),
        ("Degree in Computer Science", "BSc Computer Science", FitStatus.MET),
        ("Degree in Computer Science or a related field", "BSc Informatics", FitStatus.MET),
        ("Degree in Nursing", "BSc Nursing", FitStatus.MET),
        ("Bachelor's degree", "BA in Dance", FitStatus.MET),
        ("Degree in a relevant subject", "BA in Dance", FitStatus.MET),
        ("Master's degree in Chemistry", "BSc Chemistry", FitStatus.UNKNOWN),
    ],
)
def test_a_degree_is_met_by_its_level_and_by_its_subject_where_one_is_named(
    asked: str, held: str, status: FitStatus
) -> None:
    assert gate(Written(education=[held]), asked)[0] is status


def test_a_degree_in_another_subject_is_told_to_be_that() -> None:
    _, reason = gate(Written(education=["BA in Dance"]), "Degree in Computer Science")

    assert reason == (
        "A degree of this level is listed, in another subject than the one that is named."
    )


@pytest.mark.parametrize("asked", ["Registered with the NMBI", "NMBI registration", "NMBI pin"])
def test_a_registration_is_known_by_the_initials_of_its_body(asked: str) -> None:
    held = Written([Job("Staff Nurse", ["Kept my NMBI PIN in good standing"])])

    assert gate(held, asked)[0] is FitStatus.MET
    assert gate(Written(certifications=["Registered Nurse, NMBI"]), asked)[0] is FitStatus.MET
    assert gate(Written([Job("Staff Nurse", ["Spoke at an NMBI event"])]), asked)[0] is (
        FitStatus.UNKNOWN
    )


def test_years_are_shown_by_what_a_role_says_where_its_title_does_not() -> None:
    resume = Written([Job("Team Member", ["Ran the claims desk of an insurer"], start="2019-01")])
    job = "Insurance Clerk\n\nRequirements\n- 3 years of claims desk experience\n"

    item = a_fit(resume, job).items[-1]

    assert (item.tier, item.status) == (3, FitStatus.MET)


def test_a_size_does_not_stand_in_for_a_kind_of_work_that_is_not_shown() -> None:
    resume = Written([Job("Staff Nurse", ["Led 12 nurses"], start="2015-01")])
    job = "Sales Lead\n\nRequirements\n- 5 years in sales leading a team of 10\n"

    assert all(item.tier == 0 for item in a_fit(resume, job).items if "No role" in item.reason)


@pytest.mark.parametrize(
    ("line", "asked", "status"),
    [
        ("Full UK driving licence", "Full driving licence", FitStatus.MET),
        ("Clean driving license, own car", "Valid driver's or driving license", FitStatus.MET),
        ("Driving licence: B, C1", "Driving licence class B", FitStatus.MET),
        ("Forklift licence (counterbalance)", "Forklift licence", FitStatus.MET),
        ("No driving licence", "Full driving licence", FitStatus.UNKNOWN),
        ("Driving licence: none", "Full driving licence", FitStatus.UNKNOWN),
        ("Provisional driving licence", "Full driving licence", FitStatus.UNKNOWN),
        ("Full UK driving licence", "HGV licence", FitStatus.UNKNOWN),
        ("Likes driving", "Full driving licence", FitStatus.UNKNOWN),
    ],
)
def test_a_licence_that_stands_on_a_line_of_its_own_meets_the_gate(
    line: str, asked: str, status: FitStatus
) -> None:
    assert gate(Written(school=line), asked)[0] is status


def test_a_licence_in_a_line_of_work_is_no_licence_of_ones_own() -> None:
    resume = Written([Job("Clerk", ["Checked every driving licence"])])

    assert gate(resume, "Full driving licence")[0] is FitStatus.UNKNOWN


@pytest.mark.parametrize(
    ("asked", "held", "status"),
    [
        ("White Card and Forklift Licence", ["White Card", "Forklift Licence"], FitStatus.MET),
        ("White Card and Forklift Licence", ["White Card"], FitStatus.UNKNOWN),
        ("Driver's licence", ["Driver Licence"], FitStatus.MET),
        ("A full driving licence", ["Driver’s Licence"], FitStatus.MET),
        ("Working with children check", ["Working with Children Check"], FitStatus.MET),
        ("Working with children check", ["First Aid"], FitStatus.UNKNOWN),
    ],
)
def test_licences_and_checks_are_met_by_what_is_listed(
    asked: str, held: list[str], status: FitStatus
) -> None:
    gates = a_fit(Written(certifications=held), ASKED.format(asked)).gates

    assert {found.status for found in gates} == {status}


@pytest.mark.parametrize(
    ("education", "status"),
    [("PGCE Mathematics with QTS", FitStatus.MET), ("PGCE Mathematics", FitStatus.UNKNOWN)],
)
def test_a_paper_that_a_degree_names_beside_itself_opens_its_gate(
    education: str, status: FitStatus
) -> None:
    resume = (
        "Ada Fernweh\n\nExperience\n\nTeacher, Elm School, 2019 - 2025\n- Taught\n\n"
        f"Education\n\n{education}, University of Elm, 2019\n"
    )
    job = "Teacher\n\nRequirements\n- Qualified Teacher Status\n- Tact\n"
    report, _ = judged(resume.encode(), job)

    assert report.gates[0].status is status


@pytest.mark.parametrize(
    "asked",
    ["Right to work in the USA", "US citizen, resident in the USA", "Able to work weekends"],
)
def test_a_member_of_a_body_has_no_right_to_work(asked: str) -> None:
    resume = Written([Job("Nurse", ["Registered member of NURSE USA, card 1"])])
    gates = a_fit(resume, ASKED.format(asked)).gates

    assert {found.status for found in gates} == {FitStatus.UNKNOWN}


def test_who_is_on_the_register_of_that_place_holds_its_licence() -> None:
    held = Written(certifications=["Registered Nurse, State of Ohio, active"])

    assert gate(held, "Current Ohio RN license")[0] is FitStatus.MET
    assert gate(held, "Current Texas RN license")[0] is FitStatus.UNKNOWN
    assert gate(Written(certifications=["Nursing course"]), "Current Ohio RN license")[0] is (
        FitStatus.UNKNOWN
    )


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Full driving licence", FitStatus.MET),
        ("Polish driving licence", FitStatus.UNKNOWN),
        ("Provisional driving licence", FitStatus.UNKNOWN),
    ],
)
def test_a_licence_of_the_country_needs_no_name_of_the_country(
    line: str, status: FitStatus
) -> None:
    assert gate(Written(certifications=[line]), "Full UK driving licence")[0] is status


@pytest.mark.parametrize(
    ("line", "asked", "status"),
    [
        ("Work nights, every other weekend", "Ability to work nights", FitStatus.MET),
        ("Milked the cows on weekends", "Able to work weekends", FitStatus.MET),
        ("Milked the cows in the morning", "Able to work weekends", FitStatus.UNKNOWN),
        ("Worked on the right side of the farm", "Right to work in the UK", FitStatus.UNKNOWN),
    ],
)
def test_times_of_work_are_met_by_recent_work_at_such_times(
    line: str, asked: str, status: FitStatus
) -> None:
    assert gate(Written([Job("Farm Worker", [line])]), asked)[0] is status


def test_a_paper_that_runs_out_later_is_held_and_one_that_is_expected_is_not() -> None:
    lines = {"ACLS, exp. 2027": FitStatus.MET, "ACLS, expected 2027": FitStatus.MISSING}

    for line, status in lines.items():
        held = Written(certifications=[line])
        entry = held.analysis.certifications[0].model_copy(update={"end": "2027"})
        held.analysis = held.analysis.model_copy(update={"certifications": (entry,)})
        assert a_fit(held, ASKED.format("ACLS certification")).items[-1].status is status


def test_the_subject_of_a_degree_may_stand_between_its_name_and_its_school() -> None:
    held = Written(education=["Associate of Applied Science, Computer Networking, Elm College"])
    (entry,) = held.analysis.education
    start = entry.title.span.start
    parts = {"title": (start, start + 28), "detail": (start + 51, start + 62)}
    spans = {name: held.quote(*place) for name, place in parts.items()}
    texts = {
        name: Text(value=span.quote, span=span, certainty=Certainty.SURE)
        for name, span in spans.items()
    }
    held.analysis = held.analysis.model_copy(
        update={"education": (entry.model_copy(update=texts),)}
    )

    asked = "Associate's degree in information technology or related field"
    assert gate(held, asked)[0] is FitStatus.MET
    assert gate(held, "Associate's degree in nursing")[0] is FitStatus.UNKNOWN


@pytest.mark.parametrize(
    ("held", "asked", "is_met"),
    [
        ("Full UK driving licence, categories B, C and C+E", "C+E licence", True),
        ("Full UK driving licence, categories B and C", "C+E licence", False),
        ("Driving licence: Category C+E", "Category CE licence", True),
        ("Driving licence: Category CE", "Category C+E licence", True),
        ("Driving licence: Category C+E", "Category C licence", True),
        ("Driving licence: Category C", "Category C+E licence", False),
        ("Driving licence: Category B+E", "Category C+E licence", False),
        ("Driving licence: Category C+E", "Category D licence", False),
    ],
)
def test_a_licence_is_of_each_class_that_it_names(held: str, asked: str, *, is_met: bool) -> None:
    text = f"Ada Fernweh\n\nExperience\n\nDriver, Elm & Co, 2018 - 2025\n- Drove\n\n{held}\n"

    fit = judged(text.encode(), f"Driver\n\nRequirements\n- {asked}\n- Tact\n")[0]
    items = [each for each in (*fit.items, *fit.gates) if each.requirement.span.quote == asked]

    assert [item.status is FitStatus.MET for item in items] == [is_met]
