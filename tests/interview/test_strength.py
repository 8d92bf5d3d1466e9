"""Of the lines of a résumé, the one that tells what changed is asked about first."""

import pytest

from services.interview.rules.grounds import grounds_of
from tests.interview.build import a_briefing


@pytest.mark.parametrize(
    ("size", "outcome"),
    [
        ("Led a team of 6 nurses", "Cut medication errors from 9 to 2 a month"),
        ("I teach classes of 30 pupils", "New homework system, 85 % of the pupils hand in"),
        ("Led a team of 5 account executives", "Grew revenue by 30 % in 2022"),
        ("Cooked for 200 guests a night", "Halved the waste of the kitchen"),
        ("Ran 14 lathes", "Brought scrap down to 3 parts in a thousand"),
        ("Answered 60 calls a day", "Raised the share solved at once from 40 to 70"),
    ],
)
def test_an_outcome_is_asked_about_before_a_size(size: str, outcome: str) -> None:
    claims = grounds_of(a_briefing(claims=[size, outcome])).claims

    assert claims[0].quote.quote == outcome


@pytest.mark.parametrize(
    "line",
    [
        "Open for guests from 9 to 5",
        "Taught pupils from year 7 to year 11",
        "Cut 40 garments a day",
        "Set up 12 stalls",
    ],
)
def test_a_number_that_is_no_change_is_no_outcome(line: str) -> None:
    outcome = "Reduced the wait from 20 to 4 minutes"
    claims = grounds_of(a_briefing(claims=[line, outcome])).claims

    assert claims[0].quote.quote == outcome
