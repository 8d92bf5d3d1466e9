"""The question bank is large enough, even, and written once."""

from collections import Counter

import pytest

from contracts.evidence import Competency
from contracts.interview import QuestionKind
from services.interview.rules.bank import phrases, templates

MOST_QUESTIONS = 6


def test_the_bank_has_at_least_ninety_questions_and_none_twice() -> None:
    texts = [template.text for template in templates()]

    assert len(texts) >= 90
    assert len(set(texts)) == len(texts)
    assert len({template.id for template in templates()}) == len(texts)


@pytest.mark.parametrize("competency", list(Competency))
def test_every_competency_has_behavioural_questions_at_three_levels(competency: Competency) -> None:
    levels = [
        template.level
        for template in templates()
        if template.kind is QuestionKind.BEHAVIOURAL and template.competencies[0] is competency
    ]

    assert sorted(levels) == [1, 2, 3]


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_kind_serves_at_least_five_competencies(kind: QuestionKind) -> None:
    served = {template.competencies[0] for template in templates() if template.kind is kind}

    assert len(served) >= 5 or kind is QuestionKind.CLOSING


def test_a_question_has_at_most_one_blank() -> None:
    assert {text.count("{") for text in (template.text for template in templates())} <= {0, 1}


def test_there_are_follow_ups_enough_that_none_is_said_twice() -> None:
    probes = Counter(ask for asks in phrases().probe.values() for ask in asks)

    assert all(len(asks) == MOST_QUESTIONS for asks in phrases().probe.values())
    assert set(probes.values()) == {1}


def test_every_competency_says_what_it_is_shown_by() -> None:
    assert set(phrases().expects) == set(phrases().label) == set(Competency)
    assert all(len(set(expects)) == 5 for expects in phrases().expects.values())
