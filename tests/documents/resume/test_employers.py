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
