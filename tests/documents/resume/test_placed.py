"""Heads of roles with places, units, terms and arrows among their facts."""

import pytest

from tests.documents.reading import a_resume

TOP = "Ada Fernweh\nada@example.org\n\nEXPERIENCE\n"


@pytest.mark.parametrize(
    "heads",
    [
        ("Salem, OR -- Baker\nCorner Mill, 2018 - 2020", "Troy, NY -- Cook\nOld Oven, 2014 - 2018"),
        ("Salem, OR -- Baker, Corner Mill\n2018 - 2020", "Troy, NY -- Cook, Old Oven\n2014 - 2018"),
        (
            "Corner Mill — Salem, OR — Baker — 2018-2020",
            "Old Oven — Troy, NY — Cook — 2014-2018",
        ),
        ("Salem, OR – Corner Mill – Baker (2018–2020)", "Troy, NY – Old Oven – Cook (2014–2018)"),
        ("SALEM, OR\nBaker, Corner Mill, 2018-2020", "TROY, NY\nCook, Old Oven, 2014-2018"),
        (
            "Baker, Corner Mill — Fort Ash, Germany\n2018 - 2020",
            "Cook, Old Oven — Camp Elm, Germany\n2014 - 2018",
        ),
    ],
)
def test_a_place_among_the_facts_of_a_head_is_none_of_them(heads: tuple[str, str]) -> None:
    found = a_resume("Ada Fernweh\n\nEXPERIENCE\n" + "\n- Worked\n".join((*heads, "")))

    said = [(role.title.value, role.employer and role.employer.value) for role in found.roles]
    assert said == [("Baker", "Corner Mill"), ("Cook", "Old Oven")]
    assert [len(role.bullets) for role in found.roles] == [1, 1]
    assert not found.unread


def test_a_head_without_a_word_of_a_job_is_what_stands_above_its_dates() -> None:
    found = a_resume(f"{TOP}Voluntary sea scouts\nSummers 2012 - 2014\nRan the boats\n")

    (role,) = found.roles
    assert role.title.value == "Voluntary sea scouts"
    assert role.employer is None
    assert [bullet.span.quote for bullet in role.bullets] == ["Ran the boats"]


def test_a_unit_behind_a_title_is_no_employer() -> None:
    head = "2021 - now   Ward Sister, Acute Medical Unit\n   Southlough Care Trust"

    (role,) = a_resume(f"{TOP}{head}\n").roles

    assert role.employer is not None
    assert role.employer.value == "Southlough Care Trust"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Talleres Montesa\nOficial mecánico. 2012-2018.", "Oficial mecánico"),
        ("Talleres Montesa\nCOOK      JAN. 2012 - DEC. 2018", "COOK"),
        ("2012 – 2018\nAssistenzärztin, Talleres Montesa, Onda", "Assistenzärztin"),
    ],
)
def test_a_title_ends_where_its_dates_or_its_employer_begin(head: str, title: str) -> None:
    (role,) = a_resume(f"{TOP}{head}\n").roles

    assert role.title.value == title
    assert role.employer is not None
    assert role.employer.value.startswith("Talleres Montesa")


def test_an_arrow_stands_between_dates_and_terms_behind_an_employer() -> None:
    found = a_resume(
        f"{TOP}Cook | Mar 2019 -> now | Corner Mill, summers\nJoiner | Cumbria | 2012 - 2019\n"
    )

    said = [(role.employer and role.employer.value, role.is_current) for role in found.roles]
    assert said == [("Corner Mill", True), (None, False)]
