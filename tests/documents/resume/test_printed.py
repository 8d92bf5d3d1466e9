"""What pages that were made for a browser say in ways of their own once they are printed."""

import pytest

from tests.documents.reading import a_resume

BODY = """
About
Platform engineer with eleven years in payments.

Work
Zandloper Payments
Senior Engineer\t2019-Mar - Present\t• Cut release time by half for forty services
"""


@pytest.mark.parametrize(
    "head",
    [
        "Imke Vantongeren\nImke Vantongeren\nSenior Engineer\nimke.vt@example.org",
        "Imke\nVantongeren\nImke Vantongeren\nSenior Engineer\nimke.vt@example.org",
        "Ghent, East Flanders, Belgium\nImke Vantongeren\nimke.vt@example.org\nSenior Engineer",
    ],
)
def test_a_name_stands_for_itself_once(head: str) -> None:
    name = a_resume(f"{head}\n{BODY}").contact.name

    assert name is not None
    assert name.value == "Imke Vantongeren"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Ghent, East Flanders, BE", "Ghent, East Flanders, BE"),
        ("Lokossa, Mono (BJ)", "Lokossa, Mono (BJ)"),
        ("Lokossa (BJ), Mono", "Lokossa (BJ), Mono"),
        ("Region\tEast Flanders", "East Flanders"),
        ("Address\t12 Elm Street\nPostal code & city\t02143 Somerville", "02143 Somerville"),
    ],
)
def test_a_place_is_read_with_its_country_or_its_label(line: str, place: str) -> None:
    said = f"Imke Vantongeren\nSenior Engineer\n{line}\n\nimke.vt@example.org\n{BODY}"
    location = a_resume(said).contact.location

    assert location is not None
    assert location.value == place


@pytest.mark.parametrize("line", ["Registered Nurse, RN", "Team Lead, MA", "Go, Python, PHP"])
def test_letters_behind_what_somebody_is_are_no_country(line: str) -> None:
    assert (
        a_resume(f"Imke Vantongeren\n{line}\nimke.vt@example.org\n{BODY}").contact.location is None
    )


def test_ways_to_reach_somebody_are_found_below_another_heading_and_cut_in_two() -> None:
    street = "12 Elm Street\nSomerville,\nMassachusetts 02143"
    side = f"About\n\n{street}\nIMKE.VT@EXAMPLE.\nORG\n\n(617) 555-0148\n"
    contact = a_resume(f"IMKE VANTONGEREN\n\nSENIOR ENGINEER\n\n{side}{BODY}").contact

    assert contact.email is not None
    assert contact.email.value.casefold() == "imke.vt@example.org"
    assert contact.phone is not None


def test_a_number_above_the_address_is_found_as_well() -> None:
    side = "About\n\nNurse with 8 years.\n\nPhone: (617) 555-0148\n\nEmail: imke.vt@example.org\n"
    contact = a_resume(f"Imke Vantongeren\nSomerville\n{side}{BODY}").contact

    assert contact.phone is not None


def test_a_heading_may_count_what_stands_under_it() -> None:
    body = BODY.replace("Work\n", "WORK EXPERIENCE(3)\n").replace("About", "ABOUT")

    assert len(a_resume(f"Imke Vantongeren\nimke.vt@example.org\n{body}").roles) == 1


@pytest.mark.parametrize("when", ["Jan – Present", "Sep, – Feb,", "Present", "Mai – heute"])
def test_months_without_a_year_are_nobody_s_employer(when: str) -> None:
    said = f"Imke Vantongeren\nimke.vt@example.org\n\nWork\n\nSenior Engineer\n{when}\n• Cut time\n"

    assert all(role.employer is None for role in a_resume(said).roles)


def test_spaces_of_a_page_part_nothing() -> None:
    role = "<b>Senior Engineer</b><br><span>2019-03 </span>\n <span> - Present </span>"
    page = f"<h1>Imke Vantongeren</h1><h2>Work</h2><h3>Zandloper</h3><p>{role}</p><li>Cut time</li>"
    (read,) = a_resume(f"<html><body>{page}</body></html>").roles

    assert (read.start, read.is_current) == ("2019-03", True)
    assert read.employer is not None
    assert read.employer.value == "Zandloper"


def test_a_sentence_in_the_last_column_of_a_head_is_its_first_bullet() -> None:
    (role,) = a_resume(f"Imke Vantongeren\nimke.vt@example.org\n{BODY}").roles

    assert role.employer is not None
    assert role.employer.value == "Zandloper Payments"
    assert [bullet.span.quote for bullet in role.bullets] == [
        "Cut release time by half for forty services"
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Northfield Academy\tJan 2018 —\nhttps://northfield.example\nHead of Mathematics",
        "Northfield Academy\nwww.northfield.example\nHead of Mathematics\tJan 2018 – May 2020",
        "Northfield Academy | https://northfield.example\nHead of Mathematics, Jan 2018 – May 2020",
        "Head of Mathematics\tJan 2018 – May 2020\nNorthfield Academy\thttps://northfield.example",
    ],
)
def test_the_page_of_an_employer_is_no_part_of_a_head(head: str) -> None:
    said = f"Imke Vantongeren\nimke@example.org\n\nWork\n\n{head}\nNine teachers.\n• Raised marks\n"
    (role,) = a_resume(said).roles

    assert role.title is not None
    assert role.employer is not None
    assert (role.title.value, role.employer.value) == ("Head of Mathematics", "Northfield Academy")
