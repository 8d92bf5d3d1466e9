"""Figures of an answer beside those of the résumé: compared only where they size the same thing."""

import pytest

from tests.feedback.claimed.test_beside import facts, statuses

WASTE = "Reduced food waste by 20% in the school kitchen"
BUDGET = "Managed a budget of £2m for the north depot"
CLASSES = "Taught five classes of 28 pupils a year"
GUESTS = "Served 300 guests a night in the main restaurant"
CLIENTS = "Supported 40 clients with housing benefit claims"
CALLS = "Answered 80 calls a day on the claims line"
FLATS = "Rewired 40 flats in the tower"
CREW = "Led a crew of 6 on the harbour bridge"
RATE = "Raised the pass rate of the evening school to 78%"
YEARS = "6 years of experience in commercial kitchens"


def differs(line: str, answer: str) -> bool:
    return "conflict" in [status for _, status in statuses(answer, facts(line))]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (WASTE, "I reduced food waste by 35% in the school kitchen."),
        (WASTE, "Food waste in the school kitchen fell by 35%."),
        (WASTE, "In the school kitchen we got food waste down by 35%."),
        (BUDGET, "I managed a budget of £3m for the north depot."),
        (BUDGET, "The budget of the north depot was £3m."),
        (BUDGET, "I looked after a £3m budget at the north depot."),
        (CLASSES, "I taught classes of 32 pupils that year."),
        (GUESTS, "We served 250 guests a night in the main restaurant."),
        (CLIENTS, "I supported 60 clients with housing benefit claims."),
        (CALLS, "On the claims line I took 120 calls a day."),
        (FLATS, "I rewired 60 flats in the tower."),
        (FLATS, "I rewired 30 flats in the tower altogether."),
        (CREW, "On the harbour bridge I led a crew of 9."),
        (CREW, "I led a team of 9."),
        (RATE, "I raised the pass rate of the evening school to 85%."),
        (YEARS, "I have 9 years of experience in commercial kitchens."),
    ],
)
def test_another_size_of_the_same_thing_is_a_difference(line: str, answer: str) -> None:
    assert differs(line, answer)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (WASTE, "I gave 35% of the food of the school kitchen to the shelter, and not to waste."),
        (WASTE, "I cut the gas bill of the school kitchen by 10%, and food was cheaper."),
        (BUDGET, "At the north depot I found a bill of £400 outside the budget."),
        (BUDGET, "I took £1,500 out of the budget of the north depot for new boots."),
        (CLASSES, "I rang the parents of 14 pupils of two classes that year."),
        (GUESTS, "A table of 12 guests in the main restaurant complained that night."),
        (CLIENTS, "I rang 6 clients whose housing benefit claims were late."),
        (CALLS, "I listened to 10 calls of the claims line that day."),
        (CALLS, "I answered 2,000 calls on the claims line."),
        (FLATS, "I rewired 2 flats in the tower that week."),
        (FLATS, "Tenants of 12 flats in the tower had no light."),
        (CREW, "At my next firm I ran a crew of 9 for a tunnel."),
        (RATE, "The pass rate of the evening school was 61% before I raised it."),
        (YEARS, "A fire 9 years ago in commercial kitchens taught me that."),
    ],
)
def test_some_of_them_another_deed_or_another_place_is_none(line: str, answer: str) -> None:
    assert not differs(line, answer)
