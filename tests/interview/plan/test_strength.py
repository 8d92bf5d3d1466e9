"""Of the lines of a résumé, the one that tells what changed is asked about first."""

import pytest

from services.interview.rules.plan.grounds import grounds_of
from services.interview.rules.plan.strength import tells_what_came
from tests.interview.build import a_briefing


@pytest.mark.parametrize(
    ("size", "outcome"),
    [
        ("Led a team of 6 nurses", "Cut medication errors from 9 to 2 a month"),
        ("I teach classes of 30 pupils", "New homework system, 85 % of the pupils hand in"),
        ("Led a team of 5 account executives", "Grew revenue by 30 % in 2022"),
        ("Cooked for 200 guests a night", "Halved the waste of the kitchen"),
        ("Ran 14 lathes", "Brought scrap down to 3 parts in a thousand"),
        ("Open for up to 300 guests", "Membership went up to 300 from 120"),
        ("Ran 14 lathes", "Brought waste down to 12 kg a week"),
        ("Drove 900 km a week", "Bookings up 40 % in a year"),
        ("Isolated switchgear up to 1600 A", "Tested 900 circuits without a failed audit"),
        ("Drove 900 km a week", "Drove 90,000 km with no accidents"),
        ("Answered 60 calls a day", "Raised the share solved at once from 40 to 70"),
        ("Greet clients of 14 lawyers", "Found a £45,000 billing error in old ledgers"),
        ("Lead a team of 9", "Recovered €320,000 of overpaid VAT"),
        ("Booked 40 rooms a day", "Saved the practice £1,800 a year on materials"),
        ("Ran a stall of 12 tables", "Raised £600 for the hospice"),
        ("Visited 200 farms", "Won a contract worth $2m with the dairy board"),
        ("30 patients a day", "Passed the last two inspections with no actions"),
        ("Lead a team of 9", "Won the 2023 Irish Finance Team of the Year award"),
        ("Serve up to 80 covers, 6 days", "Employee of the month, August 2024"),
        ("Supervised 8 advisers", "First in the region for loyalty sign-ups"),
        ("Lead 90 fitters at 3 yards", "Turned a £2m loss of the yard into a £0.3m profit"),
        ("Ran 14 lathes", "Ended double bookings, from 12 a month to 0"),
        ("Looked after 9 servers", "Moved releases of the app from monthly to daily"),
        ("Picked 90 items an hour", "Moved the bins, which took 8 minutes off each round"),
        ("Posted 300 bills", "Reconciled the bank; cleared a difference of £6,200 from 2022"),
        ("Sold 30 cars a year", "Came top of the branch, and ranked first in the group"),
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
        "Run the pastry section and banqueting for up to 300",
        "Isolated switchgear up to 1600 A",
        "Brought up to 40 guests a day to the island",
        "Cut up to 60 garments a day",
        "Saved up to 200 drawings a week",
        "Took 40 coats a night and sent them off",
        "Cleared the tables of 30 guests",
        "Raised up to 90 lambs a spring",
        "Lifted up to 25 kg, up to 80 % of the shift",
        "Raised 40 invoices a month worth £45,000",
        "Found homes for 30 families at £600 a month",
        "Waited at tables in an award-winning restaurant of 60 seats",
        "Awarded 12 contracts to suppliers",
        "Passed on 40 messages a day without delay",
        "Took the Level 3 award in first aid with 12 others",
        "First in line for 20 callers",
        "Turned 40 chair legs a day into stock",
        "Ended up on the night shift of 12",
        "Wrote 3 reports, from weekly sales to daily takings and weekly costs",
    ],
)
def test_a_number_that_is_no_change_is_no_outcome(line: str) -> None:
    outcome = "Reduced the wait from 20 to 4 minutes"
    claims = grounds_of(a_briefing(claims=[line, outcome])).claims

    assert claims[0].quote.quote == outcome


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Trunking at night\nDrove 900 km a week", ["Trunking at night", "Drove 900 km a week"]),
        (
            "Cleaned two wards\nLocked up alone\nKept the keys",
            ["Cleaned two wards", "Locked up alone", "Kept the keys"],
        ),
        ("Built a service for payments in\nSpring Boot for banks", None),
        ("Cut the run from 6 hours to\n40 minutes", None),
        ("Ran the kitchen and\nTrained the cooks", None),
        ("Wrote letters to tenants\nabout their rent", None),
    ],
)
def test_lines_below_each_other_are_claims_of_their_own(line: str, parts: list[str] | None) -> None:
    claims = grounds_of(a_briefing(claims=[line])).claims

    assert sorted(claim.quote.quote for claim in claims) == sorted(parts or [line])


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("Carried 90 loads a week on two lorries", "No load has come to harm in four years"),
        ("Taught 30 children to read in a hall", "Five of the six children learnt to read"),
        ("Kept the log of the works up to date", "Traced a trip of the pump to a blocked inlet"),
        ("Sat with a boy who could not settle", "Drew him a timetable so that he now settles"),
        ("Swept 12 flues a week", "Found a crack in a flue, so a family of five slept safely"),
        ("Drove 90 loads a week", "Reported a brake fault that led to the recall of all trailers"),
        ("Took 60 calls a day", "Rewrote the letters, resulting in fewer calls about them"),
        ("Ran 14 cron scripts for the meters", "Backlog of six hours went to under ten minutes"),
    ],
)
def test_what_came_of_it_says_more_whether_in_figures_or_in_words(less: str, more: str) -> None:
    assert grounds_of(a_briefing(claims=[less, more])).claims[0].quote.quote == more


@pytest.mark.parametrize(
    "line",
    [
        "One of three supervisors at the plant",
        "Took part in a one in five standby rota",
        "No experience of lathes since school",
        "Cared for people one to one",
        "Wrote the log of the day so far as it was known",
        "Carried so many sacks that nobody kept count",
    ],
)
def test_a_place_among_others_or_a_lack_is_no_change(line: str) -> None:
    better = "Cut the wait from 20 to 4 minutes"

    assert grounds_of(a_briefing(claims=[line, better])).claims[0].quote.quote == better


@pytest.mark.parametrize(
    "line",
    ["Served so many guests that the kitchen shut", "Kept the till so far", "Do so the whole day"],
)
def test_how_much_it_was_is_not_what_came_of_it(line: str) -> None:
    assert not tells_what_came(line)
