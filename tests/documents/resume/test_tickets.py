"""Tickets, cards and licences on a line of their own, wherever in a résumé it stands."""

import pytest

from tests.documents.reading import a_resume

ROLE = "TOM HALE\n\nWORK\nDriver, Ashby Fuels, 2015 - present\n- Deliver fuel to 12 sites a day\n"
BEHIND = "Driver, Bell Haulage, 2010 - 2015\n- Multi drop\n"


def papers(text: str) -> list[str]:
    return [each.title.value for each in a_resume(text).certifications]


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("behind", ["", BEHIND])
def test_tickets_under_a_role_are_papers_and_no_deed(gap: str, behind: str) -> None:
    text = f"{ROLE}{gap}Tickets: ADR (tanks, classes 3 and 8), HIAB\n{gap}{behind}"

    read = a_resume(text)

    assert papers(text) == ["ADR", "HIAB"]
    deeds = [bullet.span.quote for role in read.roles for bullet in role.bullets]
    assert deeds == ["Deliver fuel to 12 sites a day", "Multi drop"][: len(deeds)]


def test_a_ticket_behind_another_gave_out_nothing() -> None:
    assert papers(f"{ROLE}\nTickets: ADR (tanks), Zebrox loader\n") == ["ADR", "Zebrox loader"]
    assert papers(f"{ROLE}\nTickets: RTITB counterbalance (B1), reach (D2), LOLER awareness\n") == [
        "RTITB counterbalance (B1)",
        "reach (D2)",
        "LOLER awareness",
    ]


def test_each_with_a_level_of_its_own_is_one() -> None:
    line = "Certificates held: Level 3 Food Safety, Level 2 Allergen Awareness, City & Guilds 7100"

    assert papers(f"{ROLE}\n{line}\n")[:2] == ["Level 3 Food Safety", "Level 2 Allergen Awareness"]


def test_a_body_behind_a_ticket_gave_it_out() -> None:
    (held,) = a_resume(f"{ROLE}\nTickets: IPAF 3a, Hull Training Ltd\n").certifications

    assert held.title.value == "IPAF 3a"


@pytest.mark.parametrize("label", ["Licence and tickets", "Quals", "Licences & cards"])
def test_a_heading_of_both_is_one(label: str) -> None:
    assert "ADR" in papers(f"{ROLE}\n{label}: C+E, ADR (tanks), HIAB\n")


@pytest.mark.parametrize(
    "line", ["- Tickets: sold and checked on 12 trains", "Tickets: sold 400 a day at the gate"]
)
def test_tickets_that_were_sold_are_none_held(line: str) -> None:
    assert papers(ROLE + line + "\n") == []


def test_a_paper_before_schooling_on_one_line_is_told_apart() -> None:
    read = a_resume(f"{ROLE}\nQUALIFICATIONS\nAAT Level 4 (2013). GCSEs inc. Maths A, English B.\n")

    assert [each.title.value for each in read.certifications] == ["AAT Level 4"]
    assert [each.title.value for each in read.education] == ["GCSEs inc. Maths A"]


def test_what_follows_a_degree_and_is_no_paper_stays_beside_it() -> None:
    (degree,) = a_resume(f"{ROLE}\nEDUCATION\nBSc Geography. Hull University. 2019\n").education

    assert degree.title.value == "BSc Geography"


@pytest.mark.parametrize("line", ["Licence: full, clean", "Driving licence: full, clean"])
def test_a_licence_alone_gives_no_paper_called_full(line: str) -> None:
    assert "full" not in papers(f"{ROLE}\n{line}\n")
