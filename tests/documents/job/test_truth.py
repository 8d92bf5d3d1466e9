"""What is read of a job agrees with what a person read, on texts that nothing was tuned on too."""

import pytest

from bench.jobs import measured
from contracts.evidence import Span
from tests.documents.build import a_job
from tests.documents.reading import spans
from tests.documents.truth import Agreement, TrueJob, true_jobs

JOBS = {job.name: job for job in true_jobs()}
LEAST = {
    "requirements": 0.92,
    "strength": 0.93,
    "years": 0.95,
    "groups": 0.85,
    "skills": 0.9,
    "gates": 0.85,
    "duties": 0.93,
    "people": 0.95,
    "users": 0.9,
    "money": 0.8,
    "title": 0.9,
    "company": 0.75,
    "seniority": 0.95,
    "place": 0.75,
    "remote": 0.9,
    "pay": 0.9,
    "hours": 0.9,
}


@pytest.fixture(scope="module")
def agreement() -> dict[bool, Agreement]:
    return measured()


def test_jobs_are_set_aside_and_both_parts_span_many_occupations() -> None:
    halves = {
        is_held_out: [job.name for job in JOBS.values() if job.is_held_out is is_held_out]
        for is_held_out in (False, True)
    }

    assert (len(halves[False]), len(halves[True])) == (14, 12)
    for names in halves.values():
        assert len({name.partition("-")[0] for name in names}) >= 8


@pytest.mark.parametrize("name", LEAST)
@pytest.mark.parametrize("half", ["tuned", "set aside"])
def test_what_is_read_agrees_with_the_truth(
    name: str, half: str, agreement: dict[bool, Agreement]
) -> None:
    assert agreement[half == "set aside"].tally(name).f1 >= LEAST[name]


@pytest.mark.parametrize("job", JOBS.values(), ids=JOBS)
def test_every_quote_stands_in_the_text(job: TrueJob) -> None:
    found: list[Span] = list(spans(a_job(job.text)))

    assert len(found) > 5
    assert all(job.text[span.start : span.end] == span.quote for span in found)


def test_a_long_announcement_is_read_to_its_end() -> None:
    text = JOBS["public-announcement"].text

    said = a_job(text)

    late = [r for r in said.requirements if r.span.start > 6000]
    assert len(text) > 10_000
    assert len(late) > 14
    assert "Knowledge of public procurement" in [r.span.quote for r in late]
