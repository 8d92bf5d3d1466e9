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


@pytest.mark.parametrize(
    ("lines", "degree", "school", "end"),
    [
        (
            "MA Fine Art (Distinction), 2014, Glasgow",
            "MA Fine Art (Distinction)",
            "Glasgow",
            "2014",
        ),
        ("BA Geography (University of Leeds, 2:1, 2011)", "BA Geography", LEEDS, "2011"),
        (f"2014 - MA Fine Art, {LEEDS} (Distinction)", "MA Fine Art", LEEDS, "2014"),
        (f"{LEEDS}\nFine Art, MA, 2014", "Fine Art, MA", LEEDS, "2014"),
        (f"Degree: BSc Zoology\nInstitution: {LEEDS}\nYear: 2013", "BSc Zoology", LEEDS, "2013"),
        (f"Subject | School | Year\nBSc Zoology | {LEEDS} | 2013", "BSc Zoology", LEEDS, "2013"),
        (
            "BA Design, unfinished (left 2015), Camberwell",
            "BA Design, unfinished",
            "Camberwell",
            "2015",
        ),
        (
            "Lehre als Tischler, Tischlerei Brandt, Oldenburg, 2001",
            "Lehre als Tischler",
            "Tischlerei Brandt",
            "2001",
        ),
        (
            "Bates College, Lewiston, ME. B.A. Geology, 2012.",
            "B.A. Geology",
            "Bates College",
            "2012",
        ),
        ("BATES COLLEGE\nBACHELOR OF ARTS, 2012", "BACHELOR OF ARTS", "BATES COLLEGE", "2012"),
        (f"{LEEDS}\nB.SC. ACCOUNTANCY, 2014", "B.SC. ACCOUNTANCY", LEEDS, "2014"),
        (f"H.S.C. | {LEEDS} | 2014 | 74%", "H.S.C.", LEEDS, "2014"),
        (f"Exchange semester, {LEEDS}, 2025", "Exchange semester", LEEDS, "2025"),
        ("PGCE Secondary Music (Bristol, 2011)", "PGCE Secondary Music", "Bristol", "2011"),
        (f"{LEEDS}, Music BA, unfinished\n2019", "Music BA, unfinished", LEEDS, "2019"),
        (f"Access to HE (Health), {LEEDS}, 2013", "Access to HE (Health)", LEEDS, "2013"),
        (
            f"Studium der Medizin, {LEEDS}, Staatsexamen, 2013",
            "Staatsexamen, Studium der Medizin",
            LEEDS,
            "2013",
        ),
        ("With five GCSEs from Ridgeway School, 1999", "GCSEs", "Ridgeway School", "1999"),
        (
            "Executive MBA // Oslo Business School // 2018",
            "Executive MBA",
            "Oslo Business School",
            "2018",
        ),
        (
            "BSc Geology, University of Oslo (not completed), 2001",
            "BSc Geology",
            "University of Oslo (not completed)",
            "2001",
        ),
        (
            "Magister inżynier, Budownictwo, Politechnika Krakowska, 2012",
            "Magister inżynier, Budownictwo",
            "Politechnika Krakowska",
            "2012",
        ),
    ],
)
def test_a_degree_has_its_facts_in_any_layout(
    lines: str, degree: str, school: str, end: str
) -> None:
    assert degrees(lines) == [(degree, school, end)]


@pytest.mark.parametrize(
    ("lines", "subject", "school"),
    [
        (f"Marine Biology, 2012\n{LEEDS}", "Marine Biology", LEEDS),
        (f"Chemistry (first class), {LEEDS}, 2012", "Chemistry (first class)", LEEDS),
        ("English Literature (2:1)   Cardiff   2012", "English Literature (2:1)", "Cardiff"),
        (
            "Bath — Chemistry, first-class honours — 2012",
            "Chemistry, first-class honours",
            "Bath",
        ),
        ("2:1 in English Literature, Cardiff, 2012", "2:1 in English Literature", "Cardiff"),
        (f"Studied Law at {LEEDS}, 2012", "Studied Law", LEEDS),
    ],
)
def test_what_was_studied_stands_for_a_degree_that_is_not_named(
    lines: str, subject: str, school: str
) -> None:
    assert degrees(lines) == [(subject, school, "2012")]


def test_two_degrees_on_a_line_have_a_date_each_where_both_stand_at_its_end() -> None:
    read_ = degrees("BA Geography and MA Urban Planning, University of Leeds, 2011 and 2013")

    assert read_ == [("BA Geography", LEEDS, "2011"), ("MA Urban Planning", LEEDS, "2013")]


def test_a_state_behind_a_town_is_no_degree() -> None:
    read_ = read(f"{LEEDS}, Amherst, MA\nBSc Physics, 2012\nHolyoke High School, Holyoke, MA, 2008")

    assert [entry.title.value for entry in read_.education] == [
        "BSc Physics",
        "Holyoke High School",
    ]
    assert not read_.unread


@pytest.mark.parametrize("name", ["IMKE TALLERSON, MA", "IMKE TALLERSON MA", "Imke Tallerson, MSc"])
def test_letters_behind_a_name_are_no_entry(name: str) -> None:
    read_ = a_resume(f"{name}\n\nHead Baker, Corner Mill, 2018 - 2020\n- Baked\n\nBSc Art, {LEEDS}")

    assert [entry.title.value for entry in read_.education] == ["BSc Art"]
    assert read_.contact.name is not None
    assert read_.contact.name.value.startswith(name[:14])
    assert read_.contact.location is None


def test_each_of_two_sentences_has_a_school_of_its_own() -> None:
    read_ = degrees("MSc Hydrology, Birmingham (2013). BSc Geology, Kingston (2012).")

    assert read_ == [("MSc Hydrology", "Birmingham", "2013"), ("BSc Geology", "Kingston", "2012")]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (f"Physics, Master of Science, {LEEDS}, 2010", "Physics, Master of Science"),
        (f"{LEEDS}\t2008 - 2010\n• Master of Science: Physics", "Master of Science: Physics"),
        (f"{LEEDS}, 2010\n- MSc Physics\n- Thesis: Cold light", "MSc Physics"),
        (f"{LEEDS}, 2010\nMSc Physics\n- Thesis: Master of light", "MSc Physics"),
    ],
)
def test_a_degree_may_stand_behind_its_subject_or_in_a_bullet_below_its_school(
    lines: str, title: str
) -> None:
    assert degrees(lines) == [(title, LEEDS, "2010")]


def test_what_a_narrow_column_cut_from_a_degree_is_no_part_of_its_school() -> None:
    found = degrees(
        "Master of Science in\nComputer Science\nUniversity of Leeds\n2011 - 2013\n\n"
        "Bachelors in Applied\nInformatics\nUniversity of York\n2008 - 2011"
    )

    assert [school for _, school, _ in found] == [LEEDS, YORK]


@pytest.mark.parametrize(
    ("line", "title", "school"),
    [
        (
            "Vocational Training, Freight\tIHK München\t2014",
            "Vocational Training, Freight",
            "IHK München",
        ),
        ("Grado, Botany, Universidad de Sevilla, 2014", "Grado, Botany", "Universidad de Sevilla"),
        (
            "Apprenticeship, Joinery, Leeds College, 2014",
            "Apprenticeship, Joinery",
            "Leeds College",
        ),
        (
            "Abendschule Certificate, Business\tVWA Ulm\t2014",
            "Abendschule Certificate, Business",
            "VWA Ulm",
        ),
        (
            "Bachelor's Degree, Botany\t2014\nPUC-Campinas",
            "Bachelor's Degree, Botany",
            "PUC-Campinas",
        ),
        ("PUC, Science, MES College, 2014", "PUC, Science", "MES College"),
    ],
)
def test_what_one_learned_may_be_called_so(line: str, title: str, school: str) -> None:
    assert degrees(line) == [(title, school, "2014")]


def test_a_school_that_a_narrow_column_cut_is_whole() -> None:
    lines = (
        "UNIVERSITY OF TEXAS AT\nAUSTIN\nMS in Botany\n2019\nCoursework: Moss,\nFerns, Genetics\n"
        "CARROW COLLEGE\nBA in Botany\n2017"
    )

    assert degrees(lines) == [
        ("MS in Botany", "UNIVERSITY OF TEXAS AT AUSTIN", "2019"),
        ("BA in Botany", "CARROW COLLEGE", "2017"),
    ]


@pytest.mark.parametrize(
    "deed", ["Raised £48,000 for the minibus appeal", "Built the stage of the summer play"]
)
def test_a_deed_below_a_degree_is_not_where_it_was_studied(deed: str) -> None:
    lines = f"NVQ Level 2 in Health and Social Care\n{deed}"

    assert degrees(lines) == [("NVQ Level 2 in Health and Social Care", None, None)]
    assert deed in [span.quote for span in read(lines).unread]
