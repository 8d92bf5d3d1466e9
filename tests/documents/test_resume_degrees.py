"""Lists of degrees: each has its own school and its own date, and no other's."""

import pytest

from contracts.analysis import ResumeAnalysis
from tests.documents.reading import a_resume

LEEDS, YORK = "University of Leeds", "University of York"


def read(lines: str) -> ResumeAnalysis:
    return a_resume(f"Jonas Lindqvist\njonas@example.org\n\nEDUCATION\n\n{lines}\n")


def degrees(lines: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (entry.title.value, entry.detail and entry.detail.value, entry.end)
        for entry in read(lines).education
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "BSc Physics (2010); PGCE (2012), University of Leeds",
        "University of Leeds: BSc Physics, 2010; PGCE, 2012",
        "BSc Physics (2010) and PGCE (2012), University of Leeds",
        "BSc Physics, University of Leeds, 2010; PGCE, University of Leeds, 2012",
        "BSc Physics, University of Leeds 2010 | PGCE, University of Leeds 2012",
        "University of Leeds\nBSc Physics, 2010\nPGCE, 2012",
        "BSc Physics\nUniversity of Leeds, 2010\n\nPGCE\nUniversity of Leeds, 2012",
    ],
)
def test_two_degrees_of_one_school_are_two(lines: str) -> None:
    assert degrees(lines) == [("BSc Physics", LEEDS, "2010"), ("PGCE", LEEDS, "2012")]
    assert not read(lines).unread


@pytest.mark.parametrize(
    "lines",
    [
        f"BSc Physics, {LEEDS}, 2010\nPgDip Nursing, 2012\nPGCE, {YORK}, 2014",
        f"2010 BSc Physics, {LEEDS}\n2012 PgDip Nursing\n2014 PGCE, {YORK}",
        f"{LEEDS}, BSc Physics, 2010\nPgDip Nursing, 2012\n{YORK}, PGCE, 2014",
        f"{LEEDS}\nBSc Physics, 2010\n\nPgDip Nursing, 2012\n\n{YORK}\nPGCE, 2014",
        f"BSc Physics - {LEEDS} - 2010\nPgDip Nursing - 2012\nPGCE - {YORK} - 2014",
    ],
)
def test_a_degree_without_a_school_has_none_of_another(lines: str) -> None:
    assert degrees(lines) == [
        ("BSc Physics", LEEDS, "2010"),
        ("PgDip Nursing", None, "2012"),
        ("PGCE", YORK, "2014"),
    ]


@pytest.mark.parametrize(
    ("line", "degree", "school"),
    [
        ("PGCE, Goldsmiths, 2016", "PGCE", "Goldsmiths"),
        ("BA Fine Art, Falmouth, 2016", "BA Fine Art", "Falmouth"),
        ("MBA, Ashridge, 2016", "MBA", "Ashridge"),
        ("A levels, Truro College, 2016", "A levels", "Truro College"),
        (
            "Ausbildung zum Koch, Hotelfachschule Bremen, 2016",
            "Ausbildung zum Koch",
            "Hotelfachschule Bremen",
        ),
        (
            "M.S. Statistics, University of Texas at San Antonio, 2016",
            "M.S. Statistics",
            "University of Texas at San Antonio",
        ),
        ("BSc, Computer Science, University of York, 2016", "BSc, Computer Science", YORK),
        ("BA German, French, University of York, 2016", "BA German, French", YORK),
        ("BA and MA in History, University of York, 2016", "BA and MA in History", YORK),
    ],
)
def test_a_school_is_known_without_its_word_where_the_degree_is_whole(
    line: str, degree: str, school: str
) -> None:
    assert degrees(line) == [(degree, school, "2016")]


def test_a_heading_that_nobody_knows_below_degrees_is_no_school() -> None:
    read_ = degrees(
        "University of York\nPhD Chemistry, 2010\nMChem Chemistry, 2006\n\nMore of me\n"
    )

    assert [school for _, school, _ in read_] == [YORK, YORK]
