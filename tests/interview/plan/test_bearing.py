"""The line of a résumé that is asked about first is one that bears on the job."""

import pytest

from contracts.evidence import DocumentKind
from services.interview.rules.plan.grounds import grounds_of
from services.interview.rules.plan.telling import stem, telling
from tests.interview.build import a_briefing, a_resume, a_span

DUTIES = (
    "Dose chemicals and keep the effluent within consent",
    "Find the causes of pump faults",
    "Write risk assessments",
)


def first_of(*claims: str, title: str = "Treatment Operator", role: str | None = None) -> str:
    briefing = a_briefing(claims=claims, duties=DUTIES, musts=["SCADA"], met=[], title=title)
    if role:
        (had,) = briefing.resume.roles
        named = had.title.model_copy(update={"span": a_span(DocumentKind.RESUME, role)})
        roles = (had.model_copy(update={"title": named}),)
        resume = briefing.resume.model_copy(update={"roles": roles})
        briefing = briefing.model_copy(update={"resume": resume})
    return grounds_of(briefing).claims[0].quote.quote


@pytest.mark.parametrize(
    ("beside", "bearing"),
    [
        ("Raised £4,200 on a charity walk", "Kept effluent within consent for 31 months"),
        ("Won the darts league with 41 points", "Dosed the chemicals of 3 works by jar tests"),
        ("Served 52,000 readers of a newsletter", "Wrote the risk assessments of the night crew"),
        ("Sold £900 of cakes", "Found the cause of a pump fault that had tripped the works"),
    ],
)
def test_a_line_about_the_job_comes_before_a_bigger_number_about_another(
    beside: str, bearing: str
) -> None:
    assert first_of(beside, bearing) == bearing


@pytest.mark.parametrize(
    ("trivial", "deed"),
    [
        ("Washed the pump", "Cut the wait for a part from 9 days to 2"),
        ("Answered letters about effluent", "Cut overtime by a third in two years"),
        ("Filed the assessments", "Halved the time of the weekly round"),
    ],
)
def test_a_trivial_line_does_not_come_first_for_one_word(trivial: str, deed: str) -> None:
    assert first_of(trivial, deed) == deed


def test_of_lines_that_bear_alike_the_one_that_says_most_comes_first() -> None:
    bare = "Dosed chemicals on the night shift of the works"
    size = "Dosed chemicals on 14 works of the county"
    change = "Cut the cost of dosed chemicals by 18% in a year"

    assert first_of(bare, size, change) == change
    assert first_of(bare, size) == size


@pytest.mark.parametrize(
    "outcome",
    [
        "Brought in a sheet which cut missed readings from 14 a month to 3",
        "Halved the time of the weekly round",
    ],
)
def test_an_outcome_of_the_same_work_comes_first_in_whatever_words(outcome: str) -> None:
    sized = "Dosed chemicals of 8 tanks and kept the effluent within consent"

    assert first_of(sized, outcome, role="Assistant Treatment Operator") == outcome
    assert first_of(sized, outcome, role="Bar Supervisor") == sized


def test_where_nothing_bears_on_the_job_the_one_that_says_most_comes_first() -> None:
    assert (
        first_of("Walked nine dogs", "Cut breakages from 40 to 6") == "Cut breakages from 40 to 6"
    )


def test_what_was_done_of_late_comes_first_of_lines_alike() -> None:
    briefing = a_briefing(duties=DUTIES, musts=["SCADA"], met=[], title=None)
    (now,) = a_resume(["Dosed the chemicals of two works"]).roles
    (then,) = a_resume(["Dosed the chemicals of nine works"]).roles
    resume = briefing.resume.model_copy(update={"roles": (now, then, then)})

    claims = grounds_of(briefing.model_copy(update={"resume": resume})).claims

    assert claims[0].quote.quote == "Dosed the chemicals of two works"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("supervising", "supervisor"),
        ("dosing", "dosed"),
        ("chemicals", "chemical"),
        ("planning", "planned"),
        ("management", "managing"),
        ("classes", "class"),
        ("assessment", "assessing"),
        ("deliveries", "delivering"),
        ("rotas", "rota"),
    ],
)
def test_words_of_one_stem_are_the_same(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("care", "cars"), ("wage", "wager"), ("C", "C+E"), ("C", "C++"), ("plan", "plant")],
)
def test_words_of_other_stems_are_not(one: str, other: str) -> None:
    assert stem(one.lower()) != stem(other.lower())


def test_what_any_job_asks_for_tells_nothing() -> None:
    told = telling("Strong experience and good knowledge of TUPE in a similar role")

    assert told.own == {"tupe"}
