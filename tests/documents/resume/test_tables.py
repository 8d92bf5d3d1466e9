"""Tables that lost their shape: a cell per line, or a label above each value."""

import pytest

from contracts.analysis import ResumeAnalysis
from services.documents.rules.resume.layout.flattened import in_rows
from tests.documents.reading import a_resume, spans

PERSON = "Imke Tallerson\nimke@example.org\n\n"
ROLE = "Baker, Corner Mill, 2019 - 2021\n- Baked bread for forty shops.\n"


def roles(found: ResumeAnalysis) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (role.title.value, role.employer and role.employer.value, role.start, role.end)
        for role in found.roles
    ]


@pytest.mark.parametrize(
    "table",
    [
        (
            "Position\nEmployer\nFrom\nTo\nBaker\nCorner Mill\n05/2018\nPresent\n"
            "Cook\nOld Oven\n03/2014\n04/2018"
        ),
        (
            "Employer\n\nTitle\n\nPeriod\n\nCorner Mill\n\nBaker\n\n05/2018 - Present\n\n"
            "Old Oven\n\nCook\n\n03/2014 - 04/2018"
        ),
        (
            "Employer            Job     When\n"
            "Corner Mill         Baker   05/2018 - now\n"
            "Old Oven            Cook    03/2014 - 04/2018"
        ),
        (
            "Employer      Job     When\n"
            "Corner Mill   Baker   05/2018 - now\n"
            "The Old Oven  Cook    03/2014 - 04/2018".replace("The Old", "    Old")
        ),
        (
            "Dates\nPosition\nEmployer\n05/2018 - Present\nBaker\nCorner Mill\n"
            "03/2014 - 04/2018\nCook\nOld Oven"
        ),
        (
            "Employer:\nCorner Mill\nTitle:\nBaker\nDates:\n05/2018 - Present\n"
            "Employer:\nOld Oven\nTitle:\nCook\nDates:\n03/2014 - 04/2018"
        ),
        (
            "Baker\nCorner Mill\n05/2018\nPresent\nBaked bread daily.\n"
            "Cook\nOld Oven\n03/2014\n04/2018\nCooked."
        ),
    ],
)
def test_a_role_is_read_from_its_cells(table: str) -> None:
    found = a_resume(f"{PERSON}EXPERIENCE\n{table}\n")

    assert roles(found) == [
        ("Baker", "Corner Mill", "2018-05", None),
        ("Cook", "Old Oven", "2014-03", "2018-04"),
    ]
    assert not found.unread


def test_what_is_quoted_of_a_table_stands_in_the_text() -> None:
    text = f"{PERSON}EXPERIENCE\nPosition\nPlace\nFrom\nTo\nBaker\nCorner Mill\n05/2018\nPresent\n"

    found = a_resume(text)

    assert all(text[span.start : span.end] == span.quote for span in spans(found))
    assert len(in_rows(text)) == len(text)


def test_a_table_of_schooling_has_no_entry_for_its_columns() -> None:
    found = a_resume(
        f"{PERSON}EDUCATION\nDegree | Institute | Year | Percentage\n"
        "BSc Physics | University of Leeds | 2012 | 64%\n"
    )

    assert [entry.title.value for entry in found.education] == ["BSc Physics"]
    assert not found.unread


@pytest.mark.parametrize(
    "text",
    [
        "EDUCATION\nSchool\nCollege\nBread and butter.",
        "From\nTo\nNobody knows\nwhere",
        "2010\n2012\n2014\n2016",
        "BSc\n2010\nMSc\n2012",
    ],
)
def test_other_short_lines_are_no_table(text: str) -> None:
    assert in_rows(text) == text


def test_a_head_that_runs_on_into_prose_ends_with_its_dates() -> None:
    found = a_resume(
        f"{PERSON}Baker, Corner Mill, York, May 2018 to June 2020. Bread and rolls.\n\n"
        "Cook, Old Oven, York, March 2014 to April 2018.\n"
    )

    assert roles(found) == [
        ("Baker", "Corner Mill", "2018-05", "2020-06"),
        ("Cook", "Old Oven", "2014-03", "2018-04"),
    ]


@pytest.mark.parametrize(
    "heading", ["EDUCATIONAL QUALIFICATION", "Academic Qualification", "Academic history"]
)
@pytest.mark.parametrize(
    "columns",
    [
        "Qualification\tInstitution\tYear\tGrade",
        "Degree\tInstitute\tPassing Year\tDivision",
        "Examination\tBoard/University\tYear of Passing\tPercentage",
        "Course\tName of Institution\tYear\tHonour roll",
    ],
)
def test_columns_of_schooling_may_be_called_in_many_ways(heading: str, columns: str) -> None:
    rows = "MCA\tUniversity of Leeds\t2014\t74%\nIntermediate\tGovt. College Lahore\t2009\tSecond\n"

    found = a_resume(f"{PERSON}{heading}\n\n{columns}\n{rows}\nEXPERIENCE\n{ROLE}")

    assert [(e.title.value, e.detail and e.detail.value, e.end) for e in found.education] == [
        ("MCA", "University of Leeds", "2014"),
        ("Intermediate", "Govt. College Lahore", "2009"),
    ]
    assert not found.unread


@pytest.mark.parametrize(
    "label", ["Languages Known", "Languages spoken", "Language proficiency", "Known languages"]
)
def test_a_row_of_a_form_may_tell_languages(label: str) -> None:
    form = f"PERSONAL DETAILS\n\nNationality\tIndian\n{label}\tEnglish, Hindi, Telugu\n"

    found = a_resume(f"{PERSON}EXPERIENCE\n{ROLE}\n{form}")

    assert [entry.title.value for entry in found.languages] == ["English", "Hindi", "Telugu"]


def test_rows_of_kinds_and_skills_have_no_kind_among_their_items() -> None:
    rows = (
        "Databases\tQuarzdb, Firebird\nMachines\tOkuma mill, Bell\nsaddle\n"
        "Measuring\tZeiss gauge\nLanguages\tWelsh, Danish\n"
    )

    found = a_resume(f"{PERSON}EXPERIENCE\n{ROLE}\nSKILLS\n\n{rows}")

    listed = [" ".join(item.value.split()) for item in found.listed]
    assert listed == ["Quarzdb", "Firebird", "Okuma mill", "Bell saddle", "Zeiss gauge"]
    assert [entry.title.value for entry in found.languages] == ["Welsh", "Danish"]


def test_a_grid_of_skills_is_read_cell_by_cell() -> None:
    found = a_resume(
        f"{PERSON}EXPERIENCE\n{ROLE}\nSKILLS\n\nQuillwork\tSaddlery\nGilding\tBell ringing\n"
    )

    assert [item.value for item in found.listed] == [
        "Quillwork",
        "Saddlery",
        "Gilding",
        "Bell ringing",
    ]
