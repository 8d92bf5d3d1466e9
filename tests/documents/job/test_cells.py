"""A table that was pasted cell by cell is read by its labels, each with the values below it."""

import pytest

from tests.documents.build import a_job

CELLS = [
    ("Position", "Tool Room Fitter"),
    ("Company", "Alder Gears"),
    ("Location", "Leith"),
    ("Experience", "3 to 5 years"),
    ("Mandatory skills", "Reading drawings, Mastercam"),
    ("Good to have", "Hydraulics"),
    ("Salary", "£31,000"),
    ("Responsibilities", "Make and repair press tools"),
    ("Benefits", "Bus and canteen"),
]


@pytest.mark.parametrize("between", ["\n", "\n\n", ":\n"])
def test_cells_one_on_a_line_are_read_under_their_labels(between: str) -> None:
    job = a_job("\n".join(f"{label}{between}{value}" for label, value in CELLS) + "\n")

    assert job.title is not None
    assert job.title.value == "Tool Room Fitter"
    assert job.company is not None
    assert job.company.value == "Alder Gears"
    assert [(each.strength.value, each.span.quote) for each in job.requirements[1:]] == [
        ("must", "3 to 5 years"),
        ("must", "Reading drawings, Mastercam"),
        ("nice", "Hydraulics"),
    ]
    assert [duty.span.quote for duty in job.duties] == ["Make and repair press tools"]


def test_one_value_alone_below_its_label_is_a_point() -> None:
    job = a_job("Welder\n\nEssential\nStamina\n\nDesirable\nOrbital welding\n\nBenefits\nTea\n")

    assert [each.span.quote for each in job.requirements[1:]] == ["Stamina", "Orbital welding"]


def test_initials_amid_a_list_are_a_point_of_it_and_no_heading() -> None:
    job = a_job("Electrician\n\nMust-haves\n18th Edition\nPASMA\nAM2\n\nBenefits\nVan\n")

    assert {"PASMA", "AM2"} <= {each.span.quote for each in job.requirements}


def test_a_label_of_a_fact_holds_for_its_value_alone() -> None:
    text = "Baker\n\nLocation\n\nLeith\n\nYou have baked rye bread before.\n"

    assert [each.span.quote for each in a_job(text).requirements[1:]] == [
        "You have baked rye bread before"
    ]


def test_what_a_first_line_says_behind_the_title_is_no_condition() -> None:
    job = a_job("Registered Nurse – Cardiac Ward (Nights)\n\nThe ward has 32 beds.\n")

    assert not any(each.is_gate for each in job.requirements)
