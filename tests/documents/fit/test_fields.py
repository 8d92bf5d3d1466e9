"""Wards, departments, units and kinds of employer in the head of a role say its field of work."""

import pytest

from contracts.analysis import FitStatus
from tests.documents.build import Job, Written, a_fit

ASKED = "Team Member\n\nRequirements\n- {}\n"


def status_of(heads: list[str], asked: str, *, start: str = "2015-01") -> tuple[FitStatus, str]:
    years = [f"{int(start[:4]) + 4 * n}{start[4:]}" for n in range(len(heads) + 1)]
    roles = [
        Job(head, ["Kept the rota"], start=began, end=None if head == heads[-1] else ended)
        for head, began, ended in zip(heads, years, years[1:], strict=False)
    ]
    item = a_fit(Written(roles), ASKED.format(asked)).items[-1]
    return item.status, item.reason


@pytest.mark.parametrize(
    ("head", "asked"),
    [
        ("Staff Nurse, Emergency Department", "Five years in emergency or acute care"),
        ("Staff Nurse, Acute Medical Unit", "5 years of experience in emergency or acute care"),
        ("Staff Nurse, A&E, Northmoor Hospital", "Minimum 3 years of urgent or emergency care"),
        ("Staff Nurse, Maple Ward, Northmoor Infirmary", "3+ years' hospital experience"),
        ("HR Adviser, Tolland Foods", "Generalist HR experience"),
        ("Human Resources Officer, Tolland Foods", "Experience in HR"),
        ("People Partner, Tolland Foods", "Experience of working in an HR department"),
        ("Bricklayer, Hollin & Sons", "Site experience is essential"),
        ("Site Engineer, Hollin & Sons", "2 years of experience on building sites"),
        ("Cook, Bramble Bistro", "At least 2 years of experience in restaurants or hotels"),
        (
            "Clerk, Elmfield Borough Council",
            "Experience in the public sector or in local government",
        ),
        ("Bookkeeper, Fernside Chartered Accountants", "Three years in an accountancy practice"),
        ("Receptionist, Oakley Dental Surgery", "Experience in a busy dental practice"),
        ("Cleaner, Rowan Primary School", "Experience of working in a primary school setting"),
        ("Analyst, Harrow Building Society", "4 years of experience in banking or insurance"),
        (
            "Operator, Tarn Steelworks Foundry",
            "Two years' experience in a manufacturing environment",
        ),
        ("Porter, Glen Distribution Centre", "Warehouse or logistics experience"),
        ("Administrator, Hartwell University", "Background in higher education"),
        ("Engineer, Northmoor Marine Research", "3 years of experience in marine research"),
    ],
)
def test_the_head_of_a_role_shows_the_field_that_is_asked_for(head: str, asked: str) -> None:
    assert status_of([head], asked)[0] is FitStatus.MET


def test_the_years_of_all_alternatives_count_together() -> None:
    heads = ["Staff Nurse, Acute Medical Unit", "Senior Staff Nurse, Emergency Department"]

    found = status_of(heads, "At least ten years of experience in emergency or acute care")

    assert found == (FitStatus.MET, "Emergency or acute care: 11.1 years, 10 asked.")


def test_too_few_years_in_the_field_are_told() -> None:
    found = status_of(["Clerk, Elmfield Borough Council"], "15 years in local government")

    assert found == (FitStatus.PARTIAL, "Local government: 11.1 of the 15 years asked.")


@pytest.mark.parametrize(
    ("head", "asked"),
    [
        ("Emergency Plumber, Fernside Heating", "Five years in emergency or acute care"),
        ("Receptionist, Emergency Department", "Five years of experience in emergency care"),
        ("Sales Adviser, Tolland HR Software", "HR experience"),
        ("Payroll Clerk, Tolland Foods", "HR experience"),
        ("Porter, Emergency Department", "Five years of experience in emergency care"),
        ("Porter, Northmoor Hospital", "At least 3 years of nursing experience"),
        ("Radiographer, Northmoor Hospital", "At least 3 years of nursing experience"),
        ("Camp Site Manager, Birch Meadow", "Site experience is essential"),
        ("Bricklayer, Hollin & Sons", "Experience of our careers site"),
        ("Cleaner, Rowan Primary School", "Three years of experience in primary care"),
        ("Bank Staff Nurse, Maple Ward", "Three years of experience in banking"),
        ("Volunteer, Elmfield Food Bank", "Experience in financial services"),
        ("Staff Nurse, Northmoor Hospital", "Three years of experience in hospitality"),
        ("Staff Nurse, Northmoor Hospital", "Three years of experience in selling to hospitals"),
        ("Staff Nurse, Northmoor Hospital", "Experience of Kubernetes in a hospital setting"),
        ("Porter, Greenacre Animal Hospital", "Experience in a hospital setting"),
        ("Instructor, Swift Driving School", "Experience in schools"),
        ("Power BI Developer", "Three years of experience in the energy industry"),
        (
            "Clerk, Elmfield Borough Council",
            "Three years of experience in a similar role in retail",
        ),
    ],
)
def test_another_field_or_more_than_a_field_is_not_shown_by_a_head(head: str, asked: str) -> None:
    assert status_of([head], asked)[0] is not FitStatus.MET


@pytest.mark.parametrize(
    "asked",
    [
        "5+ years of B2B sales experience, or 3+ years with an MBA",
        "7+ years of radiology experience, or 4+ years in a large hospital",
        "6 years of experience in forestry or 18 months of postgraduate work",
    ],
)
def test_an_alternative_that_is_a_length_of_time_is_no_field(asked: str) -> None:
    heads = ["Cook, Bramble Bistro (2 years 10 months)", "Baker, Rye & Sons (18 months)"]

    status, reason = status_of(heads, asked)

    assert status in (FitStatus.UNKNOWN, FitStatus.MISSING)
    assert "of the" not in reason


def test_the_field_beside_a_length_of_time_still_counts() -> None:
    asked = "At least 4 years in local government, or 2+ years with a master's degree"

    found = status_of(["Clerk, Elmfield Borough Council"], asked)

    assert found == (FitStatus.MET, "Local government: 11.1 years, 4 asked.")


@pytest.mark.parametrize(
    ("line", "asked", "is_met"),
    [
        ("Carried bricks on housing sites in Leeds", "Site experience", True),
        ("Carried bricks on housing sites in Leeds", "Must have 5 years of site experience", True),
        ("Set out levels across new-build sites", "Experience on construction sites", True),
        ("Sold bricks to housing sites", "Site experience", False),
        ("Kept the web site of the firm", "Site experience", False),
        ("Ran the clinic on site", "Construction experience", False),
    ],
)
def test_lines_tell_of_a_field_where_heads_seldom_do(
    line: str, asked: str, *, is_met: bool
) -> None:
    resume = Written([Job("Helper", [line], start="2016-01")])

    item = a_fit(resume, ASKED.format(asked)).items[-1]

    assert (item.status is FitStatus.MET) is is_met


def test_years_in_a_house_are_those_of_the_roles_in_it() -> None:
    jobs = [
        Job("Pharmacist, Soar Valley Hospital", ["Kept the log"], "2024-01", None),
        Job("Pharmacist, Harbour Road Chemist", ["Kept the log"], "2016-01", "2023-12"),
    ]
    resume = Written(jobs, years_total=10.0)

    def status(asked: str) -> FitStatus:
        return a_fit(resume, f"Clerk\n\nRequirements\n- {asked}\n").items[-1].status

    assert status("At least six years' experience in a hospital pharmacy") is FitStatus.PARTIAL
    assert status("At least two years' experience in a hospital pharmacy") is FitStatus.MET
    assert status("At least six years' experience as a pharmacist") is FitStatus.MET
