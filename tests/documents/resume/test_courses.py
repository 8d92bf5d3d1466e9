"""Schooling without a word of a degree that every list has, and letters that are none."""

import pytest

from services.documents.rules.resume.sections.headings import Section, section_of
from services.documents.rules.wording import degree
from tests.documents.reading import a_resume

HEAD = "Ottilie Brackwater\nottilie@example.org\n\nEDUCATION\n\n"

Entry = tuple[str, str | None]


def schooling(lines: str) -> list[Entry]:
    found = a_resume(HEAD + lines).education
    return [(entry.title.value, entry.detail.value if entry.detail else None) for entry in found]


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("Saddlery Year, Wessex College, 2012", ("Saddlery Year", "Wessex College")),
        ("Cello Performance Course | Alder Conservatory School | 2014 - 2016",
         ("Cello Performance Course", "Alder Conservatory School")),
        ("2009 – 2011  Helm Programme, Nautical College of Fife",
         ("Helm Programme", "Nautical College of Fife")),
        ("Advanced Patisserie – Institute of Baking, 2018",
         ("Advanced Patisserie", "Institute of Baking")),
    ],
)  # fmt: skip
def test_a_dated_name_before_a_school_is_what_was_learned_there(line: str, entry: Entry) -> None:
    assert schooling(f"{line}\n") == [entry]


@pytest.mark.parametrize(
    "line",
    ["Harwell School, Thornby Magna, 2001 – 2007", "Wessex College, 2012", "Fife Nautical College"],
)
def test_a_school_without_what_was_learned_stands_for_itself(line: str) -> None:
    ((title, detail),) = schooling(f"{line}\n")
    assert title == line.split(",", maxsplit=1)[0]
    assert detail is None


@pytest.mark.parametrize(
    "said",
    [
        "WASSCE",
        "Plus Two",
        "International Baccalaureate",
        "Tecnóloga em Alimentos",
        "Especialización en Riego",
        "Allgemeine Hochschulreife",
        "Matriculation",
    ],
)
def test_what_schools_of_other_countries_give_is_a_degree(said: str) -> None:
    assert degree(said) is not None


@pytest.mark.parametrize("said", ["MS Word", "MS Project", "MS Power Point", "MS Office 365"])
def test_the_maker_of_a_program_is_no_degree(said: str) -> None:
    assert degree(said) is None


@pytest.mark.parametrize("said", ["MS Physics", "MS in Access and Outreach", "MS, Geology", "MS"])
def test_the_same_letters_before_a_subject_are_a_degree(said: str) -> None:
    assert degree(said) is not None


@pytest.mark.parametrize("said", ["Computer Knowledge", "Technical knowledge", "Computer literacy"])
def test_knowledge_is_a_heading_of_skills(said: str) -> None:
    assert section_of(said) is Section.SKILLS


def test_subjects_of_one_exam_may_all_have_grades() -> None:
    line = "2015 – 2017  Thornby Grange School: A-levels in Dance (A), Latin (B), German (C)"
    assert schooling(f"{line}\n") == [
        ("A-levels in Dance (A), Latin (B), German (C)", "Thornby Grange School")
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "• Thornby University    2014 - 2016\nMSc in Soil Science\n"
            "• Fen College    2011 - 2014\nBSc in Botany\n"
        ),
        (
            "- Thornby University, Jan 2014 - Jan 2016\nMSc in Soil Science\n\n"
            "- Fen College, Jan 2011 - Jan 2014\nBSc in Botany\n"
        ),
    ],
)
def test_schools_that_are_points_of_a_list_have_their_degrees_below(lines: str) -> None:
    assert schooling(lines) == [
        ("MSc in Soil Science", "Thornby University"),
        ("BSc in Botany", "Fen College"),
    ]


def test_a_point_below_a_degree_with_its_school_is_an_aside() -> None:
    lines = "MSc in Soil Science, Thornby University, 2016\n- Semester at Fen College, 2015\n"
    assert schooling(lines) == [("MSc in Soil Science", "Thornby University")]


def test_a_school_with_its_own_dates_is_not_that_of_the_degree_above() -> None:
    lines = (
        "MSc Botany, Kielder Gardens, 2018\nStudied Law at the University of Hull, 2013 to 2015\n"
    )
    assert schooling(lines) == [
        ("MSc Botany", "Kielder Gardens"),
        ("Studied Law", "University of Hull"),
    ]


def test_dates_before_two_exams_are_those_of_both() -> None:
    line = "2015 – 2017  Thornby Grange School: 8 GCSEs; A-levels in Dance (A), Latin (B)"
    found = a_resume(f"{HEAD}{line}\n").education
    assert [entry.end for entry in found] == ["2017", "2017"]
