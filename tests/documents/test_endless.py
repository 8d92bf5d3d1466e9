"""A text that goes on for ever in one place costs what its characters cost, and not their square.

Measured in time of the processor, with room for a slow machine: the square took minutes.
"""

import time
from uuid import uuid4

import pytest

from contracts.analysis import Requirement, RequirementKind, Strength
from contracts.documents import MAX_CHARACTERS
from contracts.evidence import DocumentKind, Span
from contracts.extraction import ExtractionState
from contracts.message import JobDescriptionId
from services.documents.domain import JobSource
from services.documents.extract.clean import tidy
from services.documents.rules.engine import RulesAnalyst
from services.documents.rules.fit.finding import unknown
from services.documents.rules.fit.gaps import gaps_of, next_fact
from services.documents.rules.fit.score import Judged
from services.documents.rules.fit.shown import Shown
from services.documents.rules.words import words_of
from tests.documents.files import kinds_text
from tests.documents.reading import ON, a_resume

ENDLESS = [
    name
    for name, (_, state) in kinds_text.KINDS.items()
    if name.endswith("without end") and state is ExtractionState.OK
]
LIMIT_S = 8.0
LIMIT_LONG_S = 20.0
"""For what has as many lines, roles or dates as a text can have."""


def test_a_number_without_end_is_no_word_and_costs_no_square() -> None:
    begun = time.process_time()

    assert [word.said for word in words_of(f"{'1' * MAX_CHARACTERS} and 12ab")] == ["and", "12ab"]
    assert time.process_time() - begun < LIMIT_S


@pytest.mark.parametrize("gap", [" ", "\t", "\u00a0", " \n", "\r"], ids=ascii)
def test_a_gap_as_long_as_a_text_may_be_is_read_in_passing(gap: str) -> None:
    text = f"Requirements{(gap * MAX_CHARACTERS)[:MAX_CHARACTERS]}Python"
    begun = time.process_time()

    seen = tidy(text)

    assert time.process_time() - begun < LIMIT_S
    assert seen.split() == ["Requirements", "Python"]


def test_a_gap_of_a_layout_stays_as_it_was() -> None:
    line = f"Python{' ' * 40}2019"

    assert tidy(line) == line


@pytest.mark.parametrize("item", ["Python ", "Python, ", "Python or ", "Python and ", "Python\n- "])
def test_a_list_of_a_thousand_skills_is_one_requirement_soon(item: str) -> None:
    source = JobSource(JobDescriptionId(uuid4()), f"Requirements\n- {item * 4000}Java")
    begun = time.process_time()

    analysis = RulesAnalyst().read_job(source)

    assert time.process_time() - begun < LIMIT_S
    assert analysis.requirements


@pytest.mark.parametrize("name", ENDLESS)
def test_a_resume_that_says_one_thing_for_ever_is_read_soon(name: str) -> None:
    text = kinds_text.KINDS[name][0]().decode()
    begun = time.process_time()

    a_resume(text)

    assert time.process_time() - begun < LIMIT_LONG_S


@pytest.mark.parametrize(
    "piece",
    ["1", "- \n", "$1,000 ", "Location:\n", "|", ",", "· ", "PMP ", "SQL, Excel, "],
)
def test_a_job_that_says_one_thing_for_ever_is_read_soon(piece: str) -> None:
    text = f"Baker\n\n{piece * (MAX_CHARACTERS // len(piece))}"[:MAX_CHARACTERS]
    begun = time.process_time()

    analysis = RulesAnalyst().read_job(JobSource(JobDescriptionId(uuid4()), text))

    assert time.process_time() - begun < LIMIT_S
    assert analysis.title is not None


@pytest.mark.parametrize("words", ["shifts", "You have ideally", "some nights shifts"])
def test_words_that_may_be_read_in_two_ways_are_read_in_one(words: str) -> None:
    """Of each word either way would double the ways of the line."""
    first, _, last = words.rpartition(" ")
    text = f"Baker\n\nRequirements\n{first} {f'{last} ' * 100}"
    begun = time.process_time()

    RulesAnalyst().read_job(JobSource(JobDescriptionId(uuid4()), text))

    assert time.process_time() - begun < LIMIT_S


@pytest.mark.parametrize(
    ("heading", "piece", "most"),
    [
        ("", "A. ", 30_000),
        ("", "Mr ", 30_000),
        ("", "C ", 24_000),
        ("", "GCSE Maths (A), ", 60_000),
        ("Summary", "a\n\n", 60_000),
        ("Projects", "a\n\n", 60_000),
        ("Certifications", "a\n", 30_000),
        ("Certifications", "a, b\n", 30_000),
        ("Education", "a; ", 30_000),
        ("Education", "PhD, ", 30_000),
        ("", "Skills: a, b\n", MAX_CHARACTERS),
        ("Languages", "English\n", MAX_CHARACTERS),
    ],
)
def test_a_section_that_says_one_thing_for_ever_is_read_soon(
    heading: str, piece: str, most: int
) -> None:
    text = f"Ada Fernweh\n\n{heading}\n{piece * most}"[:most]
    begun = time.process_time()

    a_resume(text)

    assert time.process_time() - begun < LIMIT_S


@pytest.mark.parametrize("piece", ["ab\n", "BSc Physics, Leeds University, 2010; "])
def test_a_school_that_goes_on_for_ever_is_read_soon(piece: str) -> None:
    text = f"Ada Fernweh\n\nEducation\n{(piece * MAX_CHARACTERS)[:40_000]}"
    begun = time.process_time()

    a_resume(text)

    assert time.process_time() - begun < LIMIT_S


def test_a_fit_to_very_many_requirements_is_summed_up_soon() -> None:
    span = Span(
        document=DocumentKind.JOB_DESCRIPTION, document_id=uuid4(), start=0, end=6, quote="Python"
    )
    kind, strength = RequirementKind.SKILL, Strength.MUST
    asked = [
        Requirement(id=f"q{n}", kind=kind, strength=strength, span=span) for n in range(30_000)
    ]
    judged = [Judged(one, unknown("Nothing says so.")) for one in asked]
    begun = time.process_time()

    gaps, fact = gaps_of(judged, ()), next_fact(judged)

    assert time.process_time() - begun < LIMIT_S
    assert fact is not None
    assert gaps[0].impact == fact.gain > 0


def test_the_heads_of_very_many_roles_are_found_soon() -> None:
    text = "Ada Fernweh\n\nExperience\nBaker, Hollin Mill, 2019 - 2020\n- Baked bread"
    resume = a_resume(text)
    many = resume.model_copy(update={"roles": resume.roles * 60_000})
    begun = time.process_time()

    heads = Shown(many, text, ON).heads

    assert time.process_time() - begun < LIMIT_S
    assert len(heads) >= 60_000
