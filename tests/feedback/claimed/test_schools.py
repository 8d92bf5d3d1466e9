"""Universities, colleges and the years in which one left them, beside those of a résumé."""

import time

import pytest

from contracts.claims import ResumeFacts
from contracts.evidence import DocumentKind
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.claimed.papers import Written
from services.feedback.rules.claimed.schools import schools_in
from tests.feedback.build import a_report
from tests.interview.build import a_span


def known(*lines: str) -> ResumeFacts:
    return ResumeFacts(lines=tuple(a_span(DocumentKind.RESUME, line) for line in lines))


ONE = known("BA History, University of Durham, 2014 - 2017")
TWO = known("MSc Forestry, Bangor University, 2012", "BSc Biology, University of Kent, 2010")
CRAFT = known("Level 3 Joinery, City of Derby College, 2019")
SCHOOLS = [
    ("I studied at Norwich before I joined the museum", ONE, "Norwich", "conflict"),
    ("I studied history at the University of Norwich", ONE, "University of Norwich", "conflict"),
    ("I graduated from Norwich University", ONE, "Norwich University", "conflict"),
    ("I got my history degree from Norwich", ONE, "Norwich", "conflict"),
    ("I studied history at Durham", ONE, "Durham", "supported"),
    ("I went to Durham University", ONE, "Durham University", "supported"),
    ("I took my master's at Kew", TWO, "Kew", "conflict"),
    ("I studied biology at Hull", TWO, "Hull", "conflict"),
    ("I did my master's at Bangor", TWO, "Bangor", "supported"),
    ("I went to college in Luton", CRAFT, "Luton", "conflict"),
    ("I trained at Derby College", CRAFT, "Derby College", "supported"),
]
YEARS = [
    ("I graduated in 2014", TWO, None),
    ("I graduated in 2013", ONE, "conflict"),
    ("I graduated in the summer of 2020", ONE, "conflict"),
    ("I graduated in 2017", ONE, "supported"),
    ("I graduated in 2018", ONE, None),
    ("I graduated in 2015", ONE, None),
    ("I graduated with a degree in history in 2021", ONE, "conflict"),
    ("I finished my master's in 2015", TWO, "conflict"),
    ("I got my bachelor's degree in 2010", TWO, "supported"),
    ("I qualified as a joiner in 2016", CRAFT, "conflict"),
    ("I qualified as a diver in 2016", CRAFT, None),
    ("I graduated to the senior team in 2021", ONE, None),
    ("I would have graduated in 2020", ONE, None),
    ("My sister graduated in 2020", ONE, None),
]
NO_OTHER = [
    "I did a summer school at Norwich",
    "I spent a term at Norwich University as a visiting student",
    "I studied at Norwich for a year on exchange",
    "My friend studied at Norwich",
    "I studied law at Norwich",
    "I took a second degree in law at Norwich",
    "I applied to Norwich University",
    "I gave a lecture at Norwich University",
    "I studied the plans at Norwich",
    "I studied every night",
    "I went to Norwich to see a client",
    "I studied at UCL",
    "I studied at Durham Law School",
    "I never studied at Norwich",
]


def claims(said: str, facts: ResumeFacts) -> list[tuple[str, str]]:
    made = with_claims(a_report(f"{said}. I wrote the plan for the hall by Friday."), facts)
    return [(one.text, one.status.value) for one in made.questions[0].claims]


@pytest.mark.parametrize(("said", "facts", "name", "status"), SCHOOLS)
def test_a_school_is_laid_beside_the_one_of_the_same_degree(
    said: str, facts: ResumeFacts, name: str, status: str
) -> None:
    assert (name, status) in claims(said, facts)


@pytest.mark.parametrize(("said", "facts", "status"), YEARS)
def test_the_year_of_leaving_is_laid_beside_the_only_line_of_it(
    said: str, facts: ResumeFacts, status: str | None
) -> None:
    found = [status for text, status in claims(said, facts) if text.isdigit()]

    assert found == ([status] if status else [])


@pytest.mark.parametrize("said", NO_OTHER)
def test_what_is_no_other_school_is_not_laid_beside_it(said: str) -> None:
    assert "conflict" not in [status for _, status in claims(said, ONE)]


def test_without_a_school_in_the_resume_none_reads_differently() -> None:
    assert claims("I studied history at Norwich", known("BA History, 2017")) == []


@pytest.mark.parametrize("unit", ["I studied at A ", "I got my a a degree in ", "A ", "in 2016 "])
def test_reading_schools_takes_no_longer_on_hostile_text(unit: str) -> None:
    text, written = (unit * 40_000)[:40_000], Written.of(ONE)
    start = time.perf_counter()

    list(schools_in(text, written))

    assert time.perf_counter() - start < 0.3
