"""A text that goes on for ever in one place costs what its characters cost, and not their square.

Measured in time of the processor, with room for a slow machine: the square took minutes.
"""

import time
from uuid import uuid4

import pytest

from contracts.documents import MAX_CHARACTERS
from contracts.extraction import ExtractionState
from contracts.message import JobDescriptionId
from services.documents.domain import JobSource
from services.documents.reader import visible_text
from services.documents.rules.engine import RulesAnalyst
from tests.documents.files import kinds_text
from tests.documents.reading import a_resume

ENDLESS = [
    name
    for name, (_, state) in kinds_text.KINDS.items()
    if name.endswith("without end") and state is ExtractionState.OK
]
LIMIT_S = 8.0
LIMIT_LONG_S = 20.0
"""For what has as many lines, roles or dates as a text can have."""


@pytest.mark.parametrize("gap", [" ", "\t", "\u00a0", " \n", "\r"], ids=ascii)
def test_a_gap_as_long_as_a_text_may_be_is_read_in_passing(gap: str) -> None:
    text = f"Requirements{(gap * MAX_CHARACTERS)[:MAX_CHARACTERS]}Python"
    begun = time.process_time()

    seen = visible_text(text)

    assert time.process_time() - begun < LIMIT_S
    assert seen.split() == ["Requirements", "Python"]


def test_a_gap_of_a_layout_stays_as_it_was() -> None:
    line = f"Python{' ' * 40}2019"

    assert visible_text(line) == line


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


@pytest.mark.parametrize("piece", ["1", "- \n", "$1,000 ", "Location:\n"])
def test_a_job_that_says_one_thing_for_ever_is_read_soon(piece: str) -> None:
    text = f"Baker\n\n{piece * (MAX_CHARACTERS // len(piece))}"[:MAX_CHARACTERS]
    begun = time.process_time()

    analysis = RulesAnalyst().read_job(JobSource(JobDescriptionId(uuid4()), text))

    assert time.process_time() - begun < LIMIT_S
    assert analysis.title is not None


@pytest.mark.parametrize("piece", ["ab\n", "BSc Physics, Leeds University, 2010; "])
def test_a_school_that_goes_on_for_ever_is_read_soon(piece: str) -> None:
    text = f"Ada Fernweh\n\nEducation\n{(piece * MAX_CHARACTERS)[:40_000]}"
    begun = time.process_time()

    a_resume(text)

    assert time.process_time() - begun < LIMIT_S
