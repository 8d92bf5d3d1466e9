"""What a line of a résumé says in whole is met by it; what it only comes close to is a part."""

import pytest

from contracts.analysis import FitItem, FitStatus, ScopeReading, WorkScope
from tests.documents.build import Job, Written, a_fit

ASKED = "Team Member\n\nRequirements\n- {}\n"


def judged(resume: Written, asked: str) -> FitItem:
    return a_fit(resume, ASKED.format(asked)).items[-1]


def by(title: str, line: str, asked: str) -> FitItem:
    return judged(Written([Job(title, [line], start="2018-01")]), asked)


SAID = [
    ("Carer", "Support residents with dementia", "Experience of dementia care"),
    ("Cook", "Keeps the allergen folder up to date", "Allergen awareness"),
    ("Cleaner", "In charge of a night team on the wards", "Night work experience"),
    ("Cleaner", "Worked night shifts", "Night work experience"),
    (
        "Bookkeeper",
        "Filed the VAT returns and ran payroll",
        "Experience of VAT returns and payroll",
    ),
    ("Accounts Clerk", "Processed 300 purchase invoices", "Accounts payable experience"),
    ("Carpenter", "Hung doors in 40 flats", "Door hanging"),
    ("Electrician", "Repairs in 3,200 occupied homes", "Experience of working in occupied houses"),
    ("Welder", "MIG and TIG welded stainless tanks", "MIG and TIG welding"),
    ("Farm Worker", "Lambed 300 ewes", "Lambing experience"),
    ("Warehouse Operative", "Picked 120 orders an hour", "Order picking experience"),
    ("Nurse", "Looked after patients with tracheostomies", "Tracheostomy care"),
    ("Receptionist", "Booked appointments for five doctors", "Experience of booking appointments"),
    ("Electrician", "Lead a crew of three", "Experience running a crew"),
    ("Plumber", "Fitted boilers", "Trade experience"),
    ("Cleaner", "Make the rota and sign the timesheets", "Experience of preparing rotas"),
    ("Storekeeper", "Hire, train and pay the whole team", "Experience hiring and training staff"),
    ("Clerk", "Took the minutes of two boards", "Experience of minute taking"),
    ("Shop Assistant", "Served at the till till ten at night", "Till experience"),
    ("Shop Assistant", "Served at the till the whole week", "Cash handling experience"),
    ("Clerk", "Held a budget of £60,000 for supplies", "Experience of managing budgets"),
    ("Clerk", "Looked after the stationery budget", "Experience of managing a budget"),
    ("Clerk", "Responsible for an annual budget of £80,000", "Budget responsibility"),
    ("Clerk", "Budget holder for the archive (£9,000)", "Budget management experience"),
    ("Carer", "I give medication on the afternoon round", "Experience of administering medication"),
    ("Manager", "Hired 22 pickers", "Recruitment and selection"),
    ("Tailor", "Six coats embroidered by hand", "Experience of embroidering coats"),
    ("Nurse", "Nursed six patients on a surgical ward", "Experience of ward or clinic nursing"),
    ("Cleaner", "Cleaned wards in a hospital", "Cleaning in a hospital or a hospice"),
    ("Tailor", "Sewed linings into coats", "Experience of sewing linings, pockets or collars"),
]


@pytest.mark.parametrize(("title", "line", "asked"), SAID)
def test_a_line_of_recent_work_that_says_all_of_it_meets_it(
    title: str, line: str, asked: str
) -> None:
    item = by(title, line, asked)

    assert item.status is FitStatus.MET
    assert all(span.quote in (title, line) or span.quote in line for span in item.evidence)


@pytest.mark.parametrize(("title", "line", "asked"), SAID[:9])
def test_the_same_line_of_long_ago_shows_a_part(title: str, line: str, asked: str) -> None:
    long_ago = Written(
        [Job("Baker", [], start="2016-01"), Job(title, [line], "2011-01", "2012-01")]
    )

    assert judged(long_ago, asked).status is FitStatus.PARTIAL


@pytest.mark.parametrize(
    ("title", "line", "asked"),
    [
        ("Cleaner", "Cleaned offices", "Cleaning in a hospital or a hospice"),
        ("Baker", "Baked bread", "Experience of baking or brewing competitions"),
        ("Waiter", "Waited at weddings in hotels", "Cooking or similar experience in hotels"),
        ("Clerk", "Cleaned the site office", "Experience of managing two or more sites"),
        ("Clerk", "Came ten minutes early each day", "Experience of minute taking"),
        ("Clerk", "Answered within 20 minutes", "Experience of minute taking"),
        ("Bartender", "Kept the bar open till late", "Till experience"),
        ("Farm Hand", "Picked apples till the last was in", "Cash handling experience"),
        ("Clerk", "Held weekly meetings on the budget", "Experience of managing budgets"),
        ("Clerk", "Held a budget meeting each month", "Experience of managing budgets"),
        ("Clerk", "Typed the budget, managed the post room", "Budget responsibility"),
        ("Clerk", "Responsible to the budget holder", "Budget responsibility"),
        ("Manager", "Trained staff recruited by HR", "Recruitment and selection"),
        ("Florist", "Bought a selection of roses", "Recruitment and selection"),
        ("Manager", "Paid drivers and their colleagues", "Experience of recruiting drivers"),
        ("Clerk", "Sold coats embroidered by a tailor", "Experience of embroidering coats"),
        ("Technician", "Was trained by a senior mechanic", "Experience of training mechanics"),
        ("Shop Assistant", "Opened and closed the shop", "Experience of opening new shops"),
        ("Clerk", "Sent the timesheets to payroll", "Payroll experience"),
        ("Receptionist", "Booked audits for the accountants", "Experience of carrying out audits"),
        ("Cleaner", "Cleaned the laboratory", "Laboratory experience"),
        ("Clerk", "Typed the budget for the director", "Experience of managing budgets"),
        ("Clerk", "Helped the manager lead the drivers", "Experience of leading drivers"),
        ("Carer", "Drove residents to the dementia clinic", "Experience of dementia care"),
        ("Cleaner", "Cleaned offices in the evening", "Night work experience"),
        ("Labourer", "Carried bricks for the bricklayers", "Bricklaying experience"),
        ("Bookkeeper", "Filed the VAT returns", "Experience of VAT returns and payroll"),
        ("Welder", "MIG welded trailers", "MIG and TIG welding"),
        ("Teacher", "Taught GCSE physics", "Experience of teaching A-level Chemistry"),
        ("Analyst", "Built reports for the Tableau team", "Experience of leading the Tableau team"),
        ("Farm Worker", "Drove tractors and a telehandler", "Telehandler certificate"),
        ("Cleaner", "Signed the timesheets", "Experience of preparing rotas"),
        ("Storekeeper", "Trained the whole team", "Experience hiring and training staff"),
        ("Shop Assistant", "Served customers", "Store management experience"),
        ("Network Engineer", "Set up Cisco switches", "Experience configuring Juniper routers"),
        ("Clerk", "Reported to the finance manager", "Experience as a Finance Manager"),
        ("Sous Chef", "Cooked on the head chef's days off", "Experience as a Head Chef"),
    ],
)
def test_what_is_close_to_it_or_done_for_others_does_not_meet_it(
    title: str, line: str, asked: str
) -> None:
    assert by(title, line, asked).status is not FitStatus.MET


def test_holding_a_post_is_experience_of_what_the_post_is() -> None:
    held = Written([Job("Night Porter", ["Carried bags"], start="2020-01")])

    assert judged(held, "Night porter experience").status is FitStatus.MET
    assert judged(held, "Night manager experience").status is not FitStatus.MET


def test_years_are_counted_from_roles_of_the_trade_or_that_say_it() -> None:
    plumber = Written([Job("Plumber", ["Fitted boilers"], start="2020-01")])
    nurse = Written([Job("Dental Nurse", ["Assisted at the chairside"], start="2021-01")])

    assert judged(plumber, "Minimum 3 years' trade experience").status is FitStatus.MET
    assert judged(plumber, "Minimum 9 years' trade experience").status is FitStatus.PARTIAL
    asked = "At least 2 years' chairside experience since qualifying"
    assert judged(nurse, asked).status is FitStatus.MET


def test_a_bundle_is_shown_by_two_of_its_parts_and_by_one_alone_not() -> None:
    asked = "Proficient in Microsoft Office"

    both = judged(Written([Job("Clerk", ["Filed"])], skills="Word, Excel, Outlook"), asked)
    one = judged(Written([Job("Clerk", ["Filed"])], skills="Excel"), asked)

    assert (both.status, both.tier) == (FitStatus.PARTIAL, 1)
    assert one.status is FitStatus.MISSING


def test_a_line_that_counts_whom_one_leads_names_a_team() -> None:
    resume = Written([Job("Cook", ["Ran a kitchen of six"], start="2020-01")])
    (line,) = resume.analysis.roles[0].bullets
    scope = WorkScope(people=6, readings=(ScopeReading(dimension="people", span=line.span),))
    resume.analysis = resume.analysis.model_copy(update={"scope": scope})

    assert judged(resume, "Experience of managing a kitchen team").status is FitStatus.MET
