"""The rubric: twelve competencies, five anchors, each asking for more than the last."""

from itertools import combinations, pairwise

import pytest

from contracts.evidence import Competency, EvidenceType
from services.feedback.rules.coach import RulesCoach
from services.feedback.rules.rubric import level_for, name_of, rubric, shown_by
from services.interview.rules.phrases import phrases as interview_phrases
from services.interview.rules.plan.planner import RUBRIC

EVERY = pytest.mark.parametrize("competency", list(Competency))


def test_there_are_twelve_competencies_with_five_anchors_each() -> None:
    bars = rubric().competencies

    assert [one.competency for one in bars] == list(Competency)
    assert all([anchor.level for anchor in one.anchors] == [1, 2, 3, 4, 5] for one in bars)


def test_no_anchor_is_said_twice() -> None:
    texts = [anchor.text for one in rubric().competencies for anchor in one.anchors]

    assert len(set(texts)) == len(texts) == 60


def test_the_basis_is_named_with_its_licences() -> None:
    basis = " ".join(RulesCoach().rubric().basis)

    assert "Office of Personnel Management" in basis
    assert "public domain" in basis
    assert "Success Profiles" in basis
    assert "Open Government Licence v3.0" in basis


@EVERY
def test_each_anchor_asks_for_more_than_the_one_below_and_the_top_for_two_things_more(
    competency: Competency,
) -> None:
    (bars,) = [one for one in rubric().competencies if one.competency is competency]

    assert [len(anchor.requires) for anchor in bars.anchors] == [0, 1, 2, 3, 5]
    for lower, higher in pairwise(bars.anchors):
        assert higher.requires[: len(lower.requires)] == lower.requires


@EVERY
def test_the_top_asks_for_more_than_a_deed_and_its_figure(competency: Competency) -> None:
    """A result with its number is the fourth anchor at most: the fifth sees beyond it."""
    (bars,) = [one for one in rubric().competencies if one.competency is competency]

    beyond = {EvidenceType.REASONING, EvidenceType.TRADE_OFF, EvidenceType.REFLECTION}
    assert beyond & set(bars.anchors[-1].requires)


@EVERY
def test_a_level_is_given_only_where_all_that_its_anchor_asks_for_is_present(
    competency: Competency,
) -> None:
    (bars,) = [one for one in rubric().competencies if one.competency is competency]
    every = list(EvidenceType)

    for size in range(len(every) + 1):
        for found in combinations(every, size):
            level = level_for(competency, frozenset(found))
            held = [a.level for a in bars.anchors if set(a.requires) <= set(found)]
            assert level == max(held)


@EVERY
def test_the_interviewer_asks_for_what_the_anchors_ask_for(competency: Competency) -> None:
    assert interview_phrases().expects[competency] == shown_by(competency)


def test_a_plan_names_the_rubric_in_force() -> None:
    assert name_of(rubric()) == RUBRIC == "mira-bars 1.1.0"
