"""Degrees, languages and certificates of an answer, beside those of a résumé."""

import time

import pytest

from contracts.claims import ResumeFacts
from contracts.evidence import DocumentKind
from services.feedback.rules.claimed.certificates import certificates_in
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.claimed.degrees import degrees_in
from services.feedback.rules.claimed.papers import Written
from services.feedback.rules.claimed.spoken import languages_in
from tests.feedback.build import a_report
from tests.interview.build import a_span

DEED = a_span(DocumentKind.RESUME, "Taught Turkish to 12 newcomers")
LINES = tuple(
    a_span(DocumentKind.RESUME, line)
    for line in (
        "BSc Physics, University of Hull, 2012 - 2015",
        "Bachelor of Nursing, 2011",
        "MA History, 2017",
        "PhD Marine Biology, 2019",
        "BEng Civil Engineering",
        "German B1",
        "French - basic",
        "Polish (native)",
        "Spanish C1",
        "Dutch: A2",
        "ITIL Foundation (2019)",
        "Food Hygiene Level 2, 2018",
        "AWS Solutions Architect Associate, 2021",
        "Welding Level 1 certificate",
        "Scrum Master Advanced, 2020",
        "SIA Door Supervisor licence, valid until 2027",
    )
)
KNOWN = ResumeFacts(lines=(DEED, *LINES), deeds=(DEED,))
CONFLICTS = [
    # degrees
    ("I have a master's in physics", "BSc Physics"),
    ("I did my master's degree in nursing", "Bachelor of Nursing"),
    ("I hold a PhD in history", "MA History"),
    ("I finished an MSc in civil engineering", "BEng Civil"),
    ("I graduated with a doctorate in nursing", "Bachelor of Nursing"),
    # languages
    ("My German is C2", "German B1"),
    ("I speak fluent French", "French - basic"),
    ("I am fluent in Dutch", "Dutch: A2"),
    ("I speak only a little Polish", "Polish (native)"),
    ("I have a B2 in Spanish", "Spanish C1"),
    # certificates
    ("I hold the ITIL Expert certificate", "ITIL Foundation"),
    ("I have the Food Hygiene Level 3 certificate", "Food Hygiene Level 2"),
    ("I am AWS Solutions Architect Professional certified", "AWS Solutions"),
    ("I passed the Welding Level 4 exam", "Welding Level 1"),
    ("I got my Scrum Master Expert certification", "Scrum Master Advanced"),
]
CONSISTENT = [
    # degrees
    ("I have a bachelor's in physics", "supported"),
    ("I did my master's in history", "supported"),
    ("I have a bachelor's in marine biology", None),
    ("I want to do my master's in physics", None),
    ("My PhD supervisor had a master's in nursing", None),
    ("I have a degree of freedom there", None),
    ("I have the master key of the archive", None),
    ("I dropped my master's in physics", None),
    # languages
    ("I speak good German", "supported"),
    ("My Spanish is fluent", "supported"),
    ("I am a native speaker of Polish", "supported"),
    ("My Dutch was basic when I came", None),
    ("I am not fluent in Dutch", None),
    ("I am learning to be fluent in French", None),
    ("I speak advanced German", None),
    ("I learnt German to C2", None),
    ("I speak English every day", None),
    ("My German customers are fluent in numbers", None),
    ("I speak Turkish with my neighbours", None),
    ("My boss speaks fluent French", None),
    ("I do not speak fluent French", None),
    # certificates
    ("I hold the ITIL Foundation certificate", "supported"),
    ("I have a Food Hygiene Level 1 certificate", None),
    ("I need the ITIL Expert certificate", None),
    ("I hold an SIA licence", "supported"),
    ("My colleague has the ITIL Expert certificate and she helped me", None),
    ("I took the parking ticket to the office", None),
    ("I did not pass the ITIL Expert exam", None),
    ("I am a certified coffee addict", None),
    ("I am not a certified sommelier", None),
    ("I want to be a certified sommelier", None),
    ("I am a certified nurse", None),
]
UNSUPPORTED = [
    "I have a master's in law",
    "I have an MBA",
    "I speak Arabic",
    "I am fluent in Finnish",
    "I hold a forklift licence",
    "I am PMP certified",
    "I am a certified sommelier",
    "I became a certified first aider in 2019",
]
DATES = [
    ("I hold the ITIL Foundation certificate since 2015", "2015", "conflict"),
    ("I got my Scrum Master certification in 2016", "2016", "conflict"),
    ("I passed the Food Hygiene Level 2 exam in 2012", "2012", "conflict"),
    ("I have been AWS Solutions Architect certified since 2017", "2017", "conflict"),
    ("I got the ITIL Foundation certificate in 2021", "2021", "conflict"),
    ("I hold the ITIL Foundation certificate since 2019", "2019", "supported"),
    ("I passed the Food Hygiene Level 2 exam in 2018", "2018", "supported"),
    ("I got the SIA licence in 2021", "2021", None),
    ("I renewed my ITIL Foundation certificate in 2022", "2022", None),
    ("I hold the Welding Level 1 certificate since 2014", "2014", None),
]


def claims(said: str, known: ResumeFacts | None = KNOWN) -> list[tuple[str, str, str]]:
    made = with_claims(a_report(f"{said}, and I wrote the plan for the hall by Friday."), known)
    return [
        (one.text, one.status.value, one.resume.quote if one.resume else "")
        for one in made.questions[0].claims
    ]


@pytest.mark.parametrize(("said", "line"), CONFLICTS)
def test_more_than_is_written_of_the_same_reads_differently(said: str, line: str) -> None:
    ((text, status, quote),) = claims(said)

    assert status == "conflict"
    assert quote.startswith(line)
    assert text in said


@pytest.mark.parametrize(("said", "status"), CONSISTENT)
def test_what_is_consistent_never_reads_differently(said: str, status: str | None) -> None:
    assert [one for _, one, _ in claims(said)] == ([status] if status else [])


@pytest.mark.parametrize("said", UNSUPPORTED)
def test_what_no_line_speaks_of_is_not_in_the_resume(said: str) -> None:
    assert [(status, line) for _, status, line in claims(said)] == [("unsupported", "")]


@pytest.mark.parametrize(("said", "year", "status"), DATES)
def test_since_when_a_certificate_is_held_is_laid_beside_its_line(
    said: str, year: str, status: str | None
) -> None:
    found = [one for text, one, _ in claims(said) if text == year]

    assert found == ([status] if status else [])


@pytest.mark.parametrize(
    ("said", "wrong", "text"),
    [
        ("My German is C2. Sorry, B1.", "C2", "B1"),
        ("I have a master's in physics. No, sorry, a bachelor's.", "master's", "bachelor's"),
        ("I hold the ITIL Expert certificate. I mean Foundation.", "Expert", "Foundation"),
    ],
)
def test_a_slip_that_is_mended_is_marked_and_laid_beside_as_it_is_right(
    said: str, wrong: str, text: str
) -> None:
    made = with_claims(a_report(f"{said} I wrote the plan for the hall by Friday."), KNOWN)

    found = [(one.text, one.status.value) for one in made.questions[0].claims]
    assert found == [(wrong, "retracted"), (text, "supported")]


@pytest.mark.parametrize("known", [KNOWN, None])
def test_a_level_that_is_denied_is_marked_and_laid_beside_nothing(
    known: ResumeFacts | None,
) -> None:
    said = "I speak fluent French. Sorry, not fluent. I wrote the plan for the hall by Friday."
    made = with_claims(a_report(said), known)

    found = [(one.text, one.status.value) for one in made.questions[0].claims]
    assert found[0] == ("fluent", "retracted")
    assert "conflict" not in [status for _, status in found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("I have a degree in nursing. Well, I didn't finish it", [("degree", "retracted")]),
        ("I got a diploma in law. To be honest, I never finished", [("diploma", "retracted")]),
        ("I have a degree in nursing. I didn't finish it until 2019", []),
        ("My boss has a degree in nursing. I didn't finish", []),
        ("I have a plan for the degree show. I didn't get the money", []),
    ],
)
def test_a_degree_that_was_never_finished_is_marked(
    said: str, found: list[tuple[str, str]]
) -> None:
    assert [(text, status) for text, status, _ in claims(said, None)] == found


def test_another_language_is_no_slip() -> None:
    said = "I speak fluent French. Sorry, I mean I use it daily, not fluent enough for poems."

    assert [status for _, status, _ in claims(said)] == ["conflict"]


def test_without_a_resume_nothing_is_said_of_papers() -> None:
    assert claims("I have a master's in physics", None) == []
    assert claims("I have a master's in physics", ResumeFacts()) == []


@pytest.mark.parametrize(
    "unit", ["i have a ", "my german ", "master’s in ", "a a a ", "x", "ITIL ", "i am i have been "]
)
def test_reading_papers_takes_no_longer_on_hostile_text(unit: str) -> None:
    text, written = (unit * 60_000)[:60_000], Written.of(KNOWN)
    start = time.perf_counter()

    for found in (languages_in, degrees_in, certificates_in):
        list(found(text, written))

    assert time.perf_counter() - start < 2
