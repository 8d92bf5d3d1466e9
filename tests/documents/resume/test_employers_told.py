"""Which is the title and which the employer, where the words of a head hardly tell."""

import pytest

from tests.documents.reading import a_resume

PERSON = "Imke Tallerson\nimke@example.org\n\nEXPERIENCE\n"


def roles(lines: str) -> list[tuple[str, str | None]]:
    found = a_resume(f"{PERSON}{lines}")
    return [(role.title.value, role.employer and role.employer.value) for role in found.roles]


@pytest.mark.parametrize("heading", ["Earlier Career", "EARLY CAREER", "Earlier roles"])
@pytest.mark.parametrize(
    "lines",
    [
        "2012–2013 Studio Runner, Rode Kamer, Ghent\n2009–2011 Projectionist, Cinema Vos, Ghent\n",
        "Studio Runner, Rode Kamer, Ghent, 2012–2013\nProjectionist, Cinema Vos, Hull, 2009–2011\n",
    ],
)
def test_what_somebody_did_earlier_is_told_line_by_line(heading: str, lines: str) -> None:
    above = "Bray Works, Hull\t2016 - 2019\nSenior Fitter\n- Fitted pumps.\n"

    assert roles(f"{above}{heading}\n{lines}") == [
        ("Senior Fitter", "Bray Works"),
        ("Studio Runner", "Rode Kamer"),
        ("Projectionist", "Cinema Vos"),
    ]


def test_of_two_unknown_names_with_a_comma_the_first_is_the_title() -> None:
    lines = (
        "Slubber, Ox Vale, 2012 - 2014\n- Slubbed.\nGrowler, Zed Hill, 2010 - 2012\n- Growled.\n"
    )

    assert roles(lines) == [("Slubber", "Ox Vale"), ("Growler", "Zed Hill")]


def test_an_employer_called_like_a_title_stands_where_the_others_do() -> None:
    lines = (
        "Okra Foods\nSenior Buyer 02.2019 - 03.2023\n- Bought.\n\n"
        "Marketa Retail\nBuyer 02.2016 - 01.2019\n- Bought.\n\n"
        "Consultora Dos\nJunior Buyer 09.2013 - 01.2016\n- Bought.\n"
    )

    assert roles(lines)[2] == ("Junior Buyer", "Consultora Dos")


@pytest.mark.parametrize("title", ["Designer UX senior", "Designer UX", "Manager Junior"])
def test_the_noun_of_a_job_may_come_first(title: str) -> None:
    assert roles(f"{title} — Doctavi, Paris\n2019 - 2023\n- Drew.\n") == [(title, "Doctavi")]


@pytest.mark.parametrize("grade", ["EC-06", "GS-12", "Band 6", "Grade III"])
def test_a_grade_behind_a_title_is_no_employer(grade: str) -> None:
    lines = (
        f"2016 - 2020\tPolicy Analyst, {grade}\nHousing and Towns Canada, Ottawa, ON\n- Wrote.\n"
    )

    assert roles(lines) == [(f"Policy Analyst, {grade}", "Housing and Towns Canada")]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting to: Chief Operating Officer",
        "Reports to the Works Director",
        "Line manager: A Bee",
    ],
)
def test_whom_one_reports_to_is_neither_title_nor_employer(line: str) -> None:
    lines = f"QA Lead\tJul 2019 – Present\nZephyr Technology Centre, Pune\n{line}\n\n- Led 14.\n"

    assert roles(lines) == [("QA Lead", "Zephyr Technology Centre")]


def test_a_summer_is_no_month() -> None:
    (role,) = a_resume(f"{PERSON}Summer 2016\tCamp Cook, Pine Lodge\n- Cooked.\n").roles

    assert (role.start, role.end) == ("2016", "2016")


def test_a_unit_behind_the_title_is_no_employer_where_one_stands_above() -> None:
    lines = (
        "FERROLANE, London\nProduct Manager, Payments (Jan 2018 – Present)\n- Shipped.\n"
        "Analyst (Mar 2014 – Dec 2017)\n- Counted.\n\n"
        "Ostrava Rail\nTimetabler and Clerk, Timetables (2010 – 2014)\n- Filed.\n"
    )

    assert roles(lines) == [
        ("Product Manager, Payments", "FERROLANE"),
        ("Analyst", "FERROLANE"),
        ("Timetabler and Clerk, Timetables", "Ostrava Rail"),
    ]


@pytest.mark.parametrize("above", ["", "Selected roles\n", "What I do now:\n", "London\n"])
def test_what_is_no_name_above_a_title_leaves_its_employer(above: str) -> None:
    lines = f"{above}Product Manager, Ferrolane\t2019 – now\n- Shipped.\n"

    assert roles(lines) == [("Product Manager", "Ferrolane")]


def test_heads_of_one_section_may_have_one_thing_or_two() -> None:
    lines = (
        "Data Engineer · Allegra (2020/03 – now)\n- Built.\n\n"
        "Analyst, mBanka | 2017-05 – 2020-02\n- Wrote.\n"
    )

    assert roles(lines) == [("Data Engineer", "Allegra"), ("Analyst", "mBanka")]


def test_roles_may_run_on_into_prose() -> None:
    found = a_resume(
        "Sam Tallerson\nsam@example.org\n\n"
        "Barista. Bean Hill, Seattle. Jun '19 - Aug '21. Made 200 coffees a day.\n"
        "Shift Supervisor at Oat's Coffee from September 2021 until now, leading 8 people.\n"
        "Studied Hospitality at Carrow College, graduated 2019.\n"
    )

    assert [(r.title.value, r.employer and r.employer.value, r.start) for r in found.roles] == [
        ("Barista", "Bean Hill", "2019-06"),
        ("Shift Supervisor", "Oat's Coffee", "2021-09"),
    ]
    assert [(e.title.value, e.detail and e.detail.value) for e in found.education] == [
        ("Studied Hospitality", "Carrow College")
    ]


def test_a_sentence_about_oneself_is_no_head() -> None:
    found = a_resume(f"{PERSON}I was a barista at Bean Hill, June 2019 - Aug 2021, making tea.\n")

    assert not found.roles


def test_what_one_does_may_stand_before_the_address() -> None:
    found = a_resume(
        "Lu Tallerson\nSenior Data Engineer — lu@example.org · Kraków\n\nSKILLS\nSQL\n"
    )

    assert found.headline is not None
    assert found.headline.value == "Senior Data Engineer"


@pytest.mark.parametrize("subject", ["Science", "Mathematics", "Economics"])
def test_what_one_teaches_is_no_part_of_the_school(subject: str) -> None:
    lines = f"Teacher, {subject}, Dale School\t2014 – 2016\n- Taught.\n"

    assert roles(lines) == [(f"Teacher, {subject}", "Dale School")]
