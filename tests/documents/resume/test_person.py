"""The person of a résumé, wherever a side bar, a heading or a second line puts their name."""

import pytest

from contracts.evidence import Certainty
from tests.documents.reading import a_resume

SIDE_BAR = """Contact
{address}

Top Skills
Kubernetes
Incident Response
Terraform{gap}
Mirela Oster
Staff Platform Engineer at Tidewater Logistics
Rotterdam, South Holland, Netherlands
{gap}
Experience
Tidewater Logistics
Staff Platform Engineer
March 2020 - Present (5 years 10 months)
Rotterdam, Netherlands
Cut deploy time from 50 minutes to 7.
"""


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "address", ["mirela.oster@example.org", "www.linkedin.com/in/mirela-oster-93", "+31 10 1234567"]
)
def test_a_list_in_a_side_bar_gives_back_the_head_that_follows_it(gap: str, address: str) -> None:
    read = a_resume(SIDE_BAR.format(gap=gap, address=address))

    assert read.contact.name is not None
    assert read.contact.name.value == "Mirela Oster"
    assert read.headline is not None
    assert read.headline.value == "Staff Platform Engineer at Tidewater Logistics"
    assert read.contact.location is not None
    assert read.contact.location.value == "Rotterdam, South Holland, Netherlands"
    assert not read.listed
    assert {"kubernetes", "terraform"} <= {skill.id for skill in read.skills}
    assert [role.title.value for role in read.roles] == ["Staff Platform Engineer"]


@pytest.mark.parametrize(
    "last",
    [
        "Languages\nEnglish\nRomanian",
        "Certifications\nCertified Scrum Master",
        "Honors-Awards\nBest Pupil",
    ],
)
def test_any_list_of_a_side_bar_does(last: str) -> None:
    read = a_resume(
        SIDE_BAR.format(gap="", address="mo@example.org").replace(
            "Terraform", f"Terraform\n\n{last}"
        )
    )

    assert read.contact.name is not None
    assert read.contact.name.value == "Mirela Oster"
    assert all("Oster" not in entry.title.value for entry in read.certifications)


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "name",
    [
        "Alexandra\nPapadopoulou-Weiss",
        "Bartholomew Oluwaseun\nAdeyemi-Bankole",
        "Maria José\nde la Fuente",
        "Anna-Lena Sophie\nvon Hohenfels",
        "JOHN RAVI\nPATTERSON",
        "Aisha binti\nAbdullah",
        "Mirela Oster, PhD",
    ],
)
@pytest.mark.parametrize(
    "below",
    [
        "Staff Platform Engineer at Tidewater Logistics\nLarissa",
        "Helping teams ship | ex-Harbour\nRotterdam, South Holland, Netherlands",
        "Building calm software\nGreater Rotterdam Area",
    ],
)
def test_a_name_behind_certificates_is_no_certificate(gap: str, name: str, below: str) -> None:
    read = a_resume(
        "Contact\nwww.linkedin.com/in/zq-93 (LinkedIn)\n\nLanguages\nRomanian (Native)\n\n"
        "Certifications\nCertified Kubernetes Administrator\nInfection Control Foundations\n"
        f"{gap}{name}\n{below}\n\nExperience\nTidewater Logistics\nStaff Platform Engineer\n"
        "March 2020 - Present (5 years 10 months)\nCut deploy time from 50 minutes to 7.\n"
    )

    assert read.contact.name is not None
    assert read.contact.name.value == " ".join(name.removesuffix(", PhD").split())
    assert len(read.certifications) == 2


def test_skills_below_a_head_stay_skills() -> None:
    read = a_resume(
        "Jonas Lindqvist\njonas@example.org\n\nSkills\nSQL\nSmoke Ballet\nLead Generation\n\n"
        "Experience\nBaker, Corner Mill, 2019 - 2021\n- Baked.\n"
    )

    assert read.contact.name is not None
    assert read.contact.name.value == "Jonas Lindqvist"
    assert [item.value for item in read.listed] == ["Smoke Ballet"]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (
            "MARÍA JOSÉ\nDE LA FUENTE\nArquitecta\nmj.delafuente@example.org",
            "MARÍA JOSÉ DE LA FUENTE",
        ),
        ("MARÍA JOSÉ\nDE LA FUENTE\nArquitecta\nhola@example.org", "MARÍA JOSÉ DE LA FUENTE"),
        ("Ana Lucía\nBarros Pires\nAccountant\na.barros@example.org", "Ana Lucía Barros Pires"),
        ("Linh\nDang\nAccountant\nlinh@example.org", "Linh Dang"),
        ("Jan Willem\nvan der Berg\nAccountant\njw@example.org", "Jan Willem van der Berg"),
        ("Jonas Lindqvist\nProduct Design\njonas.lindqvist@example.org", "Jonas Lindqvist"),
        ("JONAS LINDQVIST\nPRODUCT DESIGN\njonas.lindqvist@example.org", "JONAS LINDQVIST"),
        ("Jonas Lindqvist\nBergen Norway\njonas@example.org", "Jonas Lindqvist"),
        ("Jonas Lindqvist\nHead Baker\njonas@example.org", "Jonas Lindqvist"),
    ],
)
def test_a_name_may_stand_on_two_lines(head: str, name: str) -> None:
    read = a_resume(f"{head}\n\nExperience\nBaker, Corner Mill, 2019 - 2021\n- Baked.\n")

    assert read.contact.name is not None
    assert read.contact.name.value == name
    assert read.contact.name.certainty is not Certainty.GUESS


def test_a_degree_and_its_short_name_are_one() -> None:
    read = a_resume(
        "Mirela Oster\n\nEducation\nDelft Institute of Technology\n"
        "Master of Science - MS, Computer Science · (2013 - 2015)\n"
    )

    (study,) = read.education
    assert study.title.value == "Master of Science - MS, Computer Science"
    assert study.detail is not None
    assert study.detail.value == "Delft Institute of Technology"


@pytest.mark.parametrize(
    "head",
    [
        "<p>Aurelia</p><p>Montclair-Hughes</p><p>Pastry Chef</p>",
        "<h1>Aurelia</h1><h2>Montclair-Hughes</h2><h3>Pastry Chef</h3>",
        "<h1><span>Aurelia</span><span>Montclair-Hughes</span></h1><p>Pastry Chef</p>",
        "<div><p>Aurelia</p></div><div><p>Montclair-Hughes</p></div><p>Lyon, France</p>",
    ],
)
def test_a_name_in_two_elements_is_read_whole(head: str) -> None:
    read = a_resume(
        f"<html><body>{head}<p>aurelia@example.org</p><h2>Experience</h2>"
        "<p>Pastry Chef, Maison Ruby, 2019 - present</p><ul><li>Baked.</li></ul></body></html>"
    )

    assert read.contact.name is not None
    assert read.contact.name.value == "Aurelia Montclair-Hughes"


def test_a_name_that_the_address_goes_on_from_is_not_sure() -> None:
    read = a_resume(
        "Aurelia Rose\n\nBaker\n\nPâtisserie\n\naurelia.montclair@example.org\n\nExperience\n"
        "Baker, Corner Mill, 2019 - 2021\n- Baked.\n"
    )

    assert read.contact.name is not None
    assert read.contact.name.certainty is Certainty.LIKELY


@pytest.mark.parametrize(
    "page", ["brackwater.example", "ottilie.brackwater.studio", "020-555-0133"]
)
def test_a_page_below_a_mail_address_is_no_rest_of_it(page: str) -> None:
    read = a_resume(f"Ottilie Brackwater\nottilie@postbox.example\n{page}\n\nSKILLS\nWelding\n")
    assert read.contact.email is not None
    assert read.contact.email.value == "ottilie@postbox.example"


@pytest.mark.parametrize("rest", [".example", "post.example"])
def test_a_mail_address_that_was_cut_is_whole_again(rest: str) -> None:
    read = a_resume(f"Ottilie Brackwater\nottilie@brackwater-\n{rest}\n\nSKILLS\nWelding\n")
    assert read.contact.email is not None
    assert read.contact.email.value == f"ottilie@brackwater-{rest}"


BELOW_REFEREES = """Ottilie Brackwater
Welder
Experience
Welder, Tarn Yards, 2016 - 2019
- Welded hulls
References
Ottilie keeps her word.
— Jonas Lind, jonas@tarnyards.example

{line}
"""


@pytest.mark.parametrize(
    "line",
    [
        "ottilie@postbox.example\n+31 20 555 0123",
        "Hoorn, North Holland\tbrackwater@postbox.example",
        "o.brackwater@postbox.example | Hoorn",
    ],
)
def test_ones_own_address_may_stand_below_the_referees(line: str) -> None:
    read = a_resume(BELOW_REFEREES.format(line=line))
    assert read.contact.email is not None
    assert read.contact.email.value.endswith("@postbox.example")


def test_an_address_of_a_referee_is_none_of_ones_own() -> None:
    assert (
        a_resume(BELOW_REFEREES.format(line="Mira Sol, m.sol@quay.example")).contact.email is None
    )


BODY = "\n\nEXPERIENCE\nBaker, Corner Mill, 2019 - 2021\n- Baked bread.\n"


@pytest.mark.parametrize("box", ["hello", "info", "hi", "studio"])
def test_a_greeting_in_an_address_is_nobodys_name(box: str) -> None:
    head = f"+32 470 55 01 23\n{box}@tortallerson.example\nTor Tallerson\tGhent, Belgium\nBaker\n"

    found = a_resume(f"{head}\n{box.title()}\nI bake bread that nobody leaves on the plate.{BODY}")

    assert found.contact.name is not None
    assert found.contact.name.value == "Tor Tallerson"


def test_items_of_a_list_in_a_side_bar_are_nobodys_name() -> None:
    side = "Contact\nmona@example.org\nSkills\nSaddlery\nNetSuite\nXero\nPayroll\n"
    more = "Education\nCarrow College\n2011–2013\nLanguages\nEnglish (native)\n\n"

    found = a_resume(f"{side}{more}Mona Bright, CA\nFinance Manager\nSummary\nI close books.{BODY}")

    assert found.contact.name is not None
    assert found.contact.name.value == "Mona Bright"


def test_a_link_that_a_column_cut_is_whole_without_the_name_of_its_site() -> None:
    read = a_resume(
        "Contact\nwww.linkedin.com/in/mirela-\noster-0000 (LinkedIn)\n\nTop Skills\nKubernetes\n\n"
        "Mirela Oster\nTeam Leader at Tidewater Logistics\nRotterdam, South Holland, Netherlands\n"
    )

    assert [link.value for link in read.contact.links] == ["www.linkedin.com/in/mirela-oster-0000"]
