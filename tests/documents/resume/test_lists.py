"""Schools, certificates and languages, in the many ways in which people list them."""

import pytest

from contracts.analysis import Entry
from tests.documents.reading import a_resume

TOP = "Ada Fernweh\nada@example.org\n\nEXPERIENCE\nBaker, Corner Mill\n2019 - 2021\n- Baked bread\n"
BELOW = "\n\nSKILLS\nBaking, planning, buying flour\n"


def under(heading: str, lines: str) -> str:
    return f"{TOP}\n{heading}\n{lines}{BELOW}"


def pair(entry: Entry) -> tuple[str, str | None]:
    return entry.title.value, entry.detail and entry.detail.value


@pytest.mark.parametrize(
    "lines",
    [
        "Food Hygiene Level 3, Harbour Training, 2020\nBasic Life Support (BLS), Red Cross, 2021",
        "Food Hygiene Level 3 (Harbour Training, 2020)\nBasic Life Support (BLS) (Red Cross, 2021)",
        "Food Hygiene Level 3\nHarbour Training, 2020\nBasic Life Support (BLS)\nRed Cross, 2021",
        "Food Hygiene Level 3\nHarbour Training\n2020\nBasic Life Support (BLS)\nRed Cross\n2021",
        "2020\tFood Hygiene Level 3, Harbour Training\n2021\tBasic Life Support (BLS), Red Cross",
        "Food Hygiene Level 3\nHarbour Training, 2020\nBasic Life Support (BLS)\nRed Cross (2021)",
    ],
)
def test_certificates_come_with_who_gave_them(lines: str) -> None:
    found = a_resume(under("CERTIFICATES", lines)).certifications

    assert [(pair(held), held.end) for held in found] == [
        (("Food Hygiene Level 3", "Harbour Training"), "2020"),
        (("Basic Life Support (BLS)", "Red Cross"), "2021"),
    ]


def test_a_certificate_that_a_column_cuts_at_its_dash_is_one() -> None:
    lines = "AWS Certified Machine Learning\n– Specialty\nITIL 4 Foundation"

    found = a_resume(under("CERTIFICATES", lines)).certifications

    titles = [held.title.value for held in found]
    assert titles == ["AWS Certified Machine Learning – Specialty", "ITIL 4 Foundation"]


@pytest.mark.parametrize("given", [", Red Cross, 2020", " (2020)"])
def test_a_certificate_that_a_column_cuts_in_its_name_is_one(given: str) -> None:
    lines = f"Food Hygiene and Safety\nLevel 3{given}\nFirst Aid, Red Cross, 2021"
    column = f"CONTACT\nada@example.org\n\nCERTIFICATES\n{lines}\n\nSKILLS\nBaking\nPlanning\n"

    found = a_resume(f"Ada Fernweh\nBaker\n\n{column}").certifications

    titles = [held.title.value for held in found]
    assert titles == ["Food Hygiene and Safety Level 3", "First Aid"]


def test_a_line_drawn_under_a_heading_is_no_certificate() -> None:
    found = a_resume(under("CERTIFICATES", "============\n- Food Hygiene Level 3")).certifications

    assert [held.title.value for held in found] == ["Food Hygiene Level 3"]


@pytest.mark.parametrize(
    "lines",
    [
        "French (native)\nDutch (B1)",
        "French\tnative\nDutch\tB1",
        "French          native\nDutch           B1",
        "French, native\nDutch, B1",
        "French\nnative\nDutch\nB1",
        "French: native | Dutch: B1",
    ],
)
def test_languages_come_with_their_level(lines: str) -> None:
    found = a_resume(under("LANGUAGES", lines)).languages

    assert list(map(pair, found)) == [("French", "native"), ("Dutch", "B1")]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Néerlandais (B1)", ("Néerlandais", "B1")),
        ("Français langue maternelle", ("Français", "langue maternelle")),
        ("Español (lengua\nmaterna)", ("Español", "lengua materna")),
        ("Niederländisch – verhandlungssicher", ("Niederländisch", "verhandlungssicher")),
    ],
)
def test_languages_are_known_in_other_languages(line: str, named: tuple[str, str]) -> None:
    (found,) = a_resume(under("LANGUAGES", line)).languages

    assert pair(found) == named


@pytest.mark.parametrize(
    ("lines", "studied"),
    [
        ("MSc Physics\nSciences Po\n2012 – 2014", ("MSc Physics", "Sciences Po")),
        ("Sciences Po\nMSc Physics\n2012 – 2014", ("MSc Physics", "Sciences Po")),
        ("MSc Physics | Corner House | 2012 – 2014", ("MSc Physics", "Corner House")),
        ("2012 – 2014\tMSc Physics, Carrow College.", ("MSc Physics", "Carrow College")),
        (
            "Diploma in Fine\nWoodwork\nCarrow Upper\nCollege\n2012 – 2014",
            ("Diploma in Fine Woodwork", "Carrow Upper College"),
        ),
        (
            "Licenciatura en\nDerecho\nUniversidad de Sarria\n2012 – 2014",
            ("Licenciatura en Derecho", "Universidad de Sarria"),
        ),
        (
            "Bachelier en soins infirmiers, Haute École de Vevey, 2012 – 2014",
            ("Bachelier en soins infirmiers", "Haute École de Vevey"),
        ),
        (
            "Ausbildung zur Bäckerin, Berufsschule Gera, 2012 – 2014",
            ("Ausbildung zur Bäckerin", "Berufsschule Gera"),
        ),
    ],
)
def test_a_degree_stands_with_its_school(lines: str, studied: tuple[str, str]) -> None:
    (found,) = a_resume(under("EDUCATION", lines)).education

    assert (pair(found), found.start, found.end) == (studied, "2012", "2014")


def test_dates_above_each_degree_stay_with_it() -> None:
    lines = "2012 – 2014\nMSc Physics\nCarrow College\n2009 – 2012\nBSc Physics\nAshby College"

    found = a_resume(under("EDUCATION", lines)).education

    assert [(study.title.value, study.start) for study in found] == [
        ("MSc Physics", "2012"),
        ("BSc Physics", "2009"),
    ]


def test_a_sentence_under_a_degree_is_no_school() -> None:
    lines = "Diploma in Baking, 2010 – 2011\nGraduated first of all and led the choir for years."

    (found,) = a_resume(under("EDUCATION", lines)).education

    assert pair(found) == ("Diploma in Baking", None)


def test_a_line_that_sounds_like_a_heading_is_none_among_capitals() -> None:
    lines = "Diploma in Legal\nStudies\nCarrow College\n2012 – 2014"

    (found,) = a_resume(under("EDUCATION", lines)).education

    assert pair(found) == ("Diploma in Legal Studies", "Carrow College")


def test_a_certificate_in_project_management_opens_no_section() -> None:
    lines = "Project Management Professional\nFood Hygiene Level 3"

    analysis = a_resume(under("CERTIFICATES", lines))

    assert [held.title.value for held in analysis.certifications] == lines.split("\n")
    assert analysis.projects == ()
