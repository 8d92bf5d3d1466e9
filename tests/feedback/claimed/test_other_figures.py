"""Another end, another load, another count of the same deed are differences; a part is none."""

import pytest

from contracts.evidence import DocumentKind
from services.feedback.rules.figures import figures_in
from tests.feedback.claimed.test_beside import ROLE, facts, statuses
from tests.interview.build import a_span

ENDS = [
    ("Reduced first response time from 9 to 4 hours", "I cut the first response time from 9 hours"),
    ("Shortened the oven change from 50 to 20 minutes", "I shortened the oven change from 50"),
    ("Lowered stock losses from 80 to 30 pallets", "I lowered the stock losses from 80 pallets"),
    ("Cut the wait for a bed from 12 days to 5 days", "I cut the wait for a bed from 12 days"),
    ("Reduced late buses from 40 to 15 trips", "I reduced the late buses from 40 trips"),
]


@pytest.mark.parametrize(("line", "said"), ENDS)
def test_another_end_of_one_change_differs_however_low_it_is(line: str, said: str) -> None:
    unit = figures_in(line)[-1].unit

    found = statuses(f"{said} to 2 {unit}s within a year.", facts(line))

    assert [status for _, status in found] == ["supported", "conflict"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Handled 45 contacts a day by phone", "I handled 90 contacts a day."),
        ("Handled 45 contacts a day by phone", "At Northwind I took 70 contacts a day."),
        ("Processed 900 tickets a week", "I dealt with 2000 tickets every week."),
        ("Sold 60 loaves an hour at the market", "I sold 25 loaves an hour."),
        ("Cleaned 14 rooms per shift", "We cleaned 20 rooms a shift."),
        ("Led a team of 6 agents", "I had 12 people under me."),
        ("Supervised a crew of 8 roofers", "There were 15 men below me on the crew of 15."),
        ("Trained 3 colleagues in SQL", "I trained 10 colleagues in SQL."),
        ("Trained 10 colleagues in SQL", "I trained 3 colleagues in SQL."),
        ("Taught 12 volunteers first aid", "I taught 30 volunteers first aid last spring."),
        ("Onboarded 4 nurses to the new ward system", "I onboarded 9 nurses to the ward system."),
        ("Mentored 3 nurses in triage", "I mentored 7 nurses in triage."),
        ("Hired 5 drivers for the night route", "For the night route I hired 11 drivers."),
    ],
)
def test_another_count_of_one_deed_differs(line: str, said: str) -> None:
    assert "conflict" in [status for _, status in statuses(said, facts(line))]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Reduced first response time from 9 to 4 hours",
            "I cut my commute from 3 hours to 1 hour.",
        ),
        ("Reduced first response time from 9 to 4 hours", "I spent 2 hours on the first response."),
        ("Handled 45 contacts a day by phone", "I handled 90 contacts in the storm."),
        ("Handled 45 contacts a day by phone", "At my next firm I handled 90 contacts a day."),
        ("Handled 45 contacts a day by phone", "At Zendesk I handled 90 contacts a day."),
        ("Processed 900 tickets a week", "I processed 150 tickets a day."),
        ("Led a team of 6 agents", "I sat with 12 people under a tree."),
        ("Trained 3 colleagues in SQL", "I trained 10 colleagues in Excel."),
        ("Trained 10 colleagues in SQL", "I trained 3 colleagues in SQL that week."),
        ("Trained 10 nurses in SQL", "I trained 3 drivers in SQL."),
        ("Mentored 3 newly qualified nurses", "My team of 11 nurses was short in January."),
        ("Coached 2 young bakers", "I led a team of 9 bakers that winter."),
    ],
)
def test_what_may_be_of_something_else_is_no_difference(line: str, said: str) -> None:
    assert "conflict" not in [status for _, status in statuses(said, facts(line))]


def test_a_team_of_another_employer_is_not_laid_beside_a_line_of_this_one() -> None:
    later = ROLE.model_copy(
        update={
            "title": a_span(DocumentKind.RESUME, "Lead", 200),
            "employer": a_span(DocumentKind.RESUME, "Brindle Foods", 210),
        }
    )
    line = a_span(DocumentKind.RESUME, "Led a team of 5 engineers", 300)
    known = facts().model_copy(update={"lines": (line,), "roles": (ROLE, later)})

    here = statuses("At Brindle Foods I led a team of 11 engineers.", known)
    there = statuses("At Northwind I led a team of 11 engineers.", known)

    assert [status for _, status in here] == ["conflict"]
    assert [status for _, status in there] == ["unsupported"]
