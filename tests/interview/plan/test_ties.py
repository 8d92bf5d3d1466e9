"""A line of a job is a reason for a competency only where it plainly calls for it."""

import pytest

from contracts.evidence import Competency
from services.interview.rules.plan.ties import plainly_called
from tests.interview.build import a_briefing, a_plan

C = Competency


@pytest.mark.parametrize(
    ("line", "competency"),
    [
        ("Take ownership of the stock room", C.OWNERSHIP),
        ("You'll own our AWS estate", C.OWNERSHIP),
        ("Work independently on nights", C.OWNERSHIP),
        ("Lead a team of six nurses", C.LEADERSHIP),
        ("Supervise the evening crew", C.LEADERSHIP),
        ("Coach junior stylists", C.LEADERSHIP),
        ("Hit the sales targets of the store", C.DELIVERY),
        ("Excellent telephone manner", C.COMMUNICATION),
        ("Work closely with the kitchen team", C.COLLABORATION),
        ("Look after residents and their families", C.CUSTOMER_FOCUS),
        ("Answer customers' questions on the phone", C.CUSTOMER_FOCUS),
        ("Plan your route for the shift", C.PLANNING),
        ("Find and fix faults on the line", C.PROBLEM_SOLVING),
        ("Improve how the ward hands over", C.CHANGE),
        ("Lead on two restructures in the coming year", C.CHANGE),
        ("Willing to learn new machines", C.LEARNING),
        ("Sound clinical judgement", C.DECISION_MAKING),
        ("Hands-on with diesel engines", C.TECHNICAL_DEPTH),
        ("Lead, motivate and develop a crew of nine", C.LEADERSHIP),
        ("Set clear direction for two studios", C.LEADERSHIP),
        ("Own allergen records for the kitchen", C.OWNERSHIP),
        ("Follow all site safety rules", C.OWNERSHIP),
        ("Comply with the hygiene code", C.OWNERSHIP),
        ("Reliable and punctual", C.OWNERSHIP),
        ("Work with growers and the packing team", C.COLLABORATION),
        ("Present new concepts to retail buyers", C.COMMUNICATION),
        ("Report spend and progress to the board", C.COMMUNICATION),
        ("Hit a pack rate of 90 boxes an hour", C.DELIVERY),
    ],
)
def test_what_any_recruiter_would_say(line: str, competency: C) -> None:
    assert competency in plainly_called(line)


@pytest.mark.parametrize(
    ("line", "competency"),
    [
        ("Own tools and transport", C.OWNERSHIP),
        ("Own car", C.OWNERSHIP),
        ("Process your own data", C.OWNERSHIP),
        ("You deliver to farms and petrol stations", C.DELIVERY),
        ("Ship parcels and pallets", C.DELIVERY),
        ("Join a leading provider of tyres", C.LEADERSHIP),
        ("Lead on two restructures in the coming year", C.LEADERSHIP),
        ("Set out displays to the company plan", C.PLANNING),
        ("Generate leads by phone", C.LEADERSHIP),
        ("Drive under supervision at first", C.LEADERSHIP),
        ("Report daily to the supervisor", C.LEADERSHIP),
        ("Direct patient flow and staffing", C.CUSTOMER_FOCUS),
        ("Coach driver with a clean licence", C.LEADERSHIP),
        ("Review care plans", C.PLANNING),
        ("Working with Excel", C.COLLABORATION),
        ("Write tests and code", C.COMMUNICATION),
        ("Keep client records up to date", C.CUSTOMER_FOCUS),
        ("Move trailers between our yard and customers' RDCs", C.CUSTOMER_FOCUS),
        ("Collect pallets from client sites", C.CUSTOMER_FOCUS),
        ("Flexible about weekends", C.CHANGE),
        ("Clean changing rooms", C.CHANGE),
        ("Assess and report on progress", C.DECISION_MAKING),
        ("Complex wiring", C.PROBLEM_SOLVING),
        ("Be present at site plans and checks", C.COMMUNICATION),
        ("Handle lead, copper and zinc scrap", C.LEADERSHIP),
        ("Drive in the direction of the harbour", C.LEADERSHIP),
        ("Bring your own training records", C.OWNERSHIP),
        ("Follow the coast path to the hut", C.OWNERSHIP),
        ("Invest in reliability and uptime", C.OWNERSHIP),
        ("Improve the reliability of the presses", C.OWNERSHIP),
        ("Write autumn tasting menus", C.COMMUNICATION),
    ],
)
def test_a_word_that_says_it_only_now_and_then_is_no_reason(line: str, competency: C) -> None:
    assert competency not in plainly_called(line)


def test_what_no_line_calls_for_has_the_reason_of_most_jobs() -> None:
    plan = a_plan(a_briefing(musts=["Own tools and transport"], met=[], duties=["Deliver fuel"]))

    assert not any("which calls for" in question.because for question in plan.questions)
    assert any(one.because.startswith("Interviewers for most jobs want") for one in plan.questions)
