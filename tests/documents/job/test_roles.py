"""Several roles in one text are told, and what is asked for is that of the first alone."""

import pytest

from tests.documents.build import a_job

FIRST, SECOND = "Backend Engineer", "Bookkeeper"


@pytest.mark.parametrize(
    "mark",
    ["1. {}", "Role 1: {}", "Position: {}", "## {}", "**{}**", "{}", "{} (part time)"],
)
def test_what_the_first_of_several_roles_asks_is_read_and_the_rest_is_told(mark: str) -> None:
    one, two = mark.format(FIRST), mark.replace("1", "2").format(SECOND)
    text = (
        f"Two jobs at Norrin\n\n{one}\nRequirements:\n- Kafka\n- Three years of SQL\n\n"
        f"{two}\nRequirements:\n- Grafting\n- Five years of SAP\n\nWhat we offer\n- Tea\n"
    )

    job = a_job(text)

    assert "several_roles" in job.red_flags
    assert job.title is not None
    assert job.title.value == FIRST
    assert [each.span.quote for each in job.requirements[1:]] == ["Kafka", "Three years of SQL"]
    assert {"Grafting", "Five years of SAP"} <= {span.quote for span in job.unread}


def test_what_is_asked_of_all_roles_is_read_too() -> None:
    text = (
        "1. Baker\nYou have baked rye bread.\n\n2. Driver\nYou have driven vans.\n\n"
        "All roles: you hold a food hygiene certificate.\n"
    )

    quotes = [each.span.quote for each in a_job(text).requirements[1:]]

    assert "You have baked rye bread" in quotes
    assert "You have driven vans" not in quotes
    assert any("food hygiene" in quote for quote in quotes)


@pytest.mark.parametrize(
    "text",
    [
        "Nurse\n\nDuties\n1. Nurse patients\n2. Teach students\n\nRequirements\n1. Kindness\n",
        "Shop Manager\n\nHiring process\n1. Area Manager – a call\n2. Sales Director – a visit\n",
        "Shop Manager\n\nContact\nOffice Manager: Ms Lane\nHead Teacher: Mr Pell, Leeds\n",
        "Job title: Cloud Engineer\nLocation: Hull\nRole: Infrastructure Engineer\nPay: £9\n",
        "Product Manager\n\nThe team\nData Analyst\nDesigner\n\nRequirements\n- SQL\n",
        "Accountant / Bookkeeper\n\nWe need an accountant or bookkeeper.\n",
    ],
)
def test_people_beside_the_role_are_no_further_roles(text: str) -> None:
    assert "several_roles" not in a_job(text).red_flags
