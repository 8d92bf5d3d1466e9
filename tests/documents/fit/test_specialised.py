"""A kind of work within another is not shown by the other alone: at most a part of it is."""

import pytest

from contracts.analysis import FitStatus
from tests.documents.build import Job, Written, a_fit

NURSE = Written([Job("Staff Nurse", ["Nursing of 28 patients on a surgical ward"])])
TEACHER = Written([Job("Teacher", ["Teaching of maths to years 7 to 10"])])
WELDER = Written([Job("Welder", ["MIG welding of frames, gates and pipes"])])
ACCOUNTANT = Written([Job("Accountant", ["Accounting for a housing charity of 40 staff"])])
ENGINEER = Written([Job("Site Engineer", ["Surveying of roads and drains"])])
WAITRESS = Written([Job("Waitress", ["Look after the tables"], start="2016-05")])
CHEF = Written([Job("Chef", ["Cooked for 80 guests"], start="2016-05")])


def status_of(resume: Written, asked: str) -> FitStatus:
    return a_fit(resume, f"Porter\n\nRequirements\n- {asked}\n").items[-1].status


@pytest.mark.parametrize(
    ("resume", "asked"),
    [
        (NURSE, "Sedation nursing experience"),
        (TEACHER, "Adult teaching experience"),
        (TEACHER, "Experience of teaching further mathematics"),
        (TEACHER, "Primary teaching experience"),
        (WELDER, "Underwater welding experience"),
        (WELDER, "Experience of welding aluminium"),
        (ACCOUNTANT, "Trust accounting experience"),
        (ENGINEER, "Hydrographic surveying experience"),
        (WAITRESS, "At least 2 years of hotel reception experience"),
        (CHEF, "At least 2 years of experience in hotel front office"),
    ],
)
def test_the_bare_work_is_a_part_of_the_special_one(resume: Written, asked: str) -> None:
    assert status_of(resume, asked) is FitStatus.PARTIAL


@pytest.mark.parametrize(
    ("resume", "asked"),
    [
        (NURSE, "Nursing experience"),
        (NURSE, "Recent professional nursing experience"),
        (NURSE, "Surgical nursing experience"),
        (TEACHER, "Maths teaching experience"),
        (TEACHER, "Experience of teaching"),
        (WELDER, "MIG welding experience"),
        (WELDER, "Pipe welding"),
        (ACCOUNTANT, "Charity accounting experience"),
        (ENGINEER, "Strong surveying skills"),
        (CHEF, "At least 2 years as a chef"),
    ],
)
def test_the_work_by_its_own_name_is_met(resume: Written, asked: str) -> None:
    assert status_of(resume, asked) is FitStatus.MET


def test_what_one_was_taught_is_not_what_one_teaches() -> None:
    learnt = Written(TEACHER.roles, education=["Diploma in Adult Care"])

    assert status_of(learnt, "Adult teaching experience") is FitStatus.PARTIAL
