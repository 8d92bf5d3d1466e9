"""The truth set: two halves that share nothing, every quote in its place, the goal reached."""

from dataclasses import replace
from functools import cache

import pytest

from bench.truth.facts import read_by_mira, truth_of
from bench.truth.halves import Half, Sample, samples
from bench.truth.scores import GOAL, Scores
from contracts.analysis import ResumeAnalysis
from services.documents.domain import Extracted
from services.documents.rules.skills.matching import matcher
from tests.documents.reading import read, spans

ALL = [sample for half in Half for sample in samples(half)]
CONTACT = ("name", "email", "phone", "place", "headline", "links")
ROLES = ("title", "company", "start", "end", "bullets", "metrics")
ENTRIES = ("languages", "known skills")
IN_TUNING = ("degree", "school", "years", "certifications")


def knows(name: str) -> bool:
    return bool(matcher().find(name, [(0, len(name))]))


@cache
def what_is_read(sample: Sample) -> tuple[Extracted, ResumeAnalysis]:
    return read(sample.path.read_bytes())


def scores_of(half: Half) -> Scores:
    scores = Scores(knows)
    for sample in samples(half):
        scores.add(truth_of(sample), read_by_mira(what_is_read(sample)[1]))
    return scores


def test_the_halves_share_no_person_and_no_layout() -> None:
    tuning, held_out = samples(Half.TUNING), samples(Half.HELD_OUT)

    assert not {sample.person for sample in tuning} & {sample.person for sample in held_out}
    assert not {sample.layout for sample in tuning} & {sample.layout for sample in held_out}


def test_every_file_of_the_set_is_there_and_no_other() -> None:
    for half in Half:
        names = sorted(path.name for path in half.folder.iterdir())

        assert names == sorted(sample.path.name for sample in samples(half))


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.half)
def test_every_quote_stands_where_it_says(sample: Sample) -> None:
    extracted, analysis = what_is_read(sample)

    quoted = list(spans(analysis))

    assert len(quoted) > 10
    assert all(extracted.text[span.start : span.end] == span.quote for span in quoted)


@pytest.mark.parametrize("half", Half)
def test_contact_roles_dates_and_skills_reach_the_goal(half: Half) -> None:
    counts = scores_of(half).counts

    below = {name for name in (*CONTACT, *ROLES, *ENTRIES) if counts[name].f1 < GOAL}

    assert below == set()


def test_schools_and_certificates_reach_it_where_rules_are_tuned() -> None:
    counts = scores_of(Half.TUNING).counts

    assert {name for name in IN_TUNING if counts[name].f1 < GOAL} == set()


def test_a_fact_that_is_wrong_counts_against_both_measures() -> None:
    sample = ALL[0]
    true, scores = truth_of(sample), Scores(knows)
    found = read_by_mira(what_is_read(sample)[1])
    wrong = replace(found, single={**found.single, "name": "Somebody Else"})

    scores.add(true, wrong)

    count = scores.counts["name"]
    assert (count.right, count.wrong, count.missed) == (0, 1, 1)
