"""Employers: each role has its own, without its town, and none has another's."""

import pytest

from tests.documents.reading import a_resume

HEAD = "Jonas Lindqvist\njonas@example.org\n\nEXPERIENCE\n\n"


def employers(lines: str) -> list[str | None]:
    return [role.employer and role.employer.value for role in a_resume(HEAD + lines).roles]


@pytest.mark.parametrize(
    "lines",
    [
        "Copywriter\nEmber & Co\n2016 - 2019\n- Ads.\n\nSoldier\n2010 - 2012\n- Served.\n",
        "Copywriter, Ember & Co, 2016 - 2019\n- Ads.\n\nSoldier, 2010 - 2012\n- Served.\n",
        "2016 - 2019  Copywriter, Ember & Co\n- Ads.\n\n2010 - 2012  Soldier\n- Served.\n",
    ],
)
def test_a_role_without_an_employer_has_none_of_another(lines: str) -> None:
    assert employers(lines) == ["Ember & Co", None]


@pytest.mark.parametrize(
    "lines",
    [
        "Ember & Co\nCopywriter, 2016 - 2019\n- Ads.\nTrainee, 2014 - 2016\n- Learned.\n",
        "Ember & Co    2014 - 2019\nCopywriter  2016 - 2019\n- Ads.\nTrainee  2014 - 2016\n- L.\n",
    ],
)
def test_roles_below_an_employer_share_it(lines: str) -> None:
    assert employers(lines) == ["Ember & Co", "Ember & Co"]


@pytest.mark.parametrize(
    "lines",
    [
        "Cook, Harbour Grill, Moira, 2016 - 2019\n- F.\nPorter, Oak Inn, Saltash, 2012 - 2016\n",
        "Cook\nHarbour Grill, Moira\n2016 - 2019\n- F.\nPorter\nOak Inn, Saltash\n2012 - 2016\n",
        "2016 - 2019: Cook, Harbour Grill (Moira)\n\n2012 - 2016: Porter, Oak Inn (Saltash)\n",
        "Cook, Harbour Grill, Moira\nmars 16 à juin 19\n- F.\nPorter, Oak Inn, Lyon\n2012\n",
    ],
)
def test_a_town_that_no_list_has_is_left_out_where_the_others_have_one(lines: str) -> None:
    assert employers(lines) == ["Harbour Grill", "Oak Inn"]


@pytest.mark.parametrize(
    ("first", "second"), [("Cole, Hart & Sons", "Oak Inn"), ("Ember, Inc", "Oak, Ltd")]
)
def test_a_comma_within_a_name_cuts_nothing(first: str, second: str) -> None:
    lines = f"Cook\n{first}\n2016 - 2019\n- F.\n\nPorter\n{second}\n2012 - 2016\n- Carried.\n"

    assert employers(lines) == [first, second]


def named(lines: str) -> list[tuple[str | None, str | None]]:
    read = a_resume(HEAD + lines).roles
    return [
        (role.title and role.title.value, role.employer and role.employer.value) for role in read
    ]


ROLES = "Copywriter (2016 - 2019)\n- Ads.\n\nTrainee (2014 - 2016)\n- Learned.\n"


@pytest.mark.parametrize(
    "about",
    [
        "A family firm that writes for museums in four countries.\n\n",
        "Ember & Co writes for museums.\nIt has 40 people in two towns.\n\n",
    ],
)
def test_words_about_an_employer_may_stand_above_the_roles_held_there(about: str) -> None:
    lines = f"Ember & Co\n2014 - 2019\n{about}{ROLES}"

    assert named(lines) == [("Copywriter", "Ember & Co"), ("Trainee", "Ember & Co")]


def test_a_role_that_began_before_was_not_held_there() -> None:
    lines = f"Ember & Co\n2017 - 2019\nA family firm that writes for museums.\n\n{ROLES}"

    assert ("Trainee", "Ember & Co") not in named(lines)


@pytest.mark.parametrize(
    "head",
    [
        "Freelance\nCarpenter, 2016 - 2019",
        "Carpenter\nFreelance, 2016 - 2019",
        "Carpenter | Freelance | 2016 - 2019",
    ],
)
def test_who_works_for_themselves_is_their_own_employer(head: str) -> None:
    assert named(f"{head}\n- Kitchens.\n") == [("Carpenter", "Freelance")]


@pytest.mark.parametrize("grade", ["GL 12", "GS-11", "Band 6", "Grade 7", "Cadre 4"])
def test_a_grade_behind_a_title_is_no_employer(grade: str) -> None:
    lines = (
        "Ministry of Works, Accra\nPrincipal Officer, GL 14\n2018 - 2021\n- Led.\n\n"
        f"Senior Officer, {grade}\n2012 - 2017\n- Wrote.\n"
    )

    assert [employer for _, employer in named(lines)] == ["Ministry of Works"] * 2


def test_where_the_employer_of_a_form_is_stands_between_nothing() -> None:
    lines = (
        "[ 01/03/2018 – Current ]\nPlanning Coordinator\nBrackwater Fresh S.A.\n"
        "City: Gdynia | Country: Poland\n- Lorries.\n\n"
        "[ 15/09/2013 – 28/02/2018 ]\nWarehouse Supervisor\nOstrov Bakery Lda\n"
        "City: Gdynia | Country: Poland\n- Shifts.\n"
    )

    assert named(lines) == [
        ("Planning Coordinator", "Brackwater Fresh S.A."),
        ("Warehouse Supervisor", "Ostrov Bakery Lda"),
    ]


@pytest.mark.parametrize(
    ("above", "below", "title"),
    [
        ("Elmbrook Middle School, Elmbrook — Science", "Teacher, Grades 6–8", "Science\nTeacher"),
        ("Elmbrook City Schools, Elmbrook — Long-Term", "Substitute Teacher", "Long-Term\nSub"),
        ("Elmbrook Discovery Village, Elmbrook — Camp", "Instructor", "Camp\nInstructor"),
    ],
)
def test_a_title_that_a_narrow_column_cut_behind_a_dash_is_whole(
    above: str, below: str, title: str
) -> None:
    lines = (
        f"{above}\n{below}\nAUGUST 2018 - MAY 2020\n- Taught grade seven, rooms of thirty, twice.\n"
    )

    (role,) = a_resume(HEAD + lines).roles

    assert role.title is not None
    assert role.title.span is not None
    assert role.title.span.quote.startswith(title)


def test_a_town_behind_a_dash_is_no_begin_of_a_title() -> None:
    lines = "Elmbrook Village — Dayton\nInstructor\nAUGUST 2018 - MAY 2020\n- Taught grade seven.\n"

    assert named(lines) == [("Instructor", "Elmbrook Village")]


def test_an_employer_of_several_words_before_its_town_is_no_place() -> None:
    lines = "Elmbrook Discovery Village, Ibadan — Guide\nMAY 2018 - MAY 2020\n- Led walks.\n"

    assert named(lines) == [("Guide", "Elmbrook Discovery Village")]


def test_the_lines_of_a_form_beside_an_employer_name_no_role() -> None:
    lines = (
        "Alder County Water Board     04/2019 - Present\n"
        "4735 E Marginal Way S     Hours per week: 40\n"
        "Tacoma, WA 98134 US     Series: 0343 Pay Plan: GS Grade: 11\n\n"
        "Program Analyst\nSupervisor: R. Quill\nOkay to contact this Supervisor: Yes\n"
        "- Cut the backlog of claims by 62%.\n"
    )

    assert named(lines) == [("Program Analyst", "Alder County Water Board")]


@pytest.mark.parametrize(
    ("head", "employer"),
    [
        ("Cargoflow, Porto — Engineer, 03/2021 – now", "Cargoflow"),
        ("Austin, TX — Engineer, Cargoflow, 03/2021 – now", "Cargoflow"),
        ("Salem, OR -- Engineer, Cargoflow, 03/2021 – now", "Cargoflow"),
    ],
)
def test_a_name_before_a_town_is_an_employer_and_a_town_before_its_region_none(
    head: str, employer: str
) -> None:
    assert named(f"{head}\n- Wrote tools.\n") == [("Engineer", employer)]


def test_a_team_behind_a_title_is_no_employer() -> None:
    lines = "2022 – today: Senior Designer, Wallet team, Minkbank, Berlin\n- Drew.\n"

    assert [employer for _, employer in named(lines)] == ["Minkbank"]
