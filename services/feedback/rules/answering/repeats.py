"""The same answer under several questions: it counts once, where it fits best."""

from collections.abc import Sequence
from dataclasses import replace

from contracts.evidence import Status
from services.feedback.rules.answering.answers import Answer
from services.feedback.rules.answering.relevance import names_subject
from services.feedback.rules.rubric import topic_words

REPEATED = "repeated-answer"
SAME_SHARE = 0.9
"""Of the content words: a word put in or left out makes no other answer."""


def counted_once(answers: Sequence[Answer]) -> list[Answer]:
    """With a level possible for one of each group of repeats, and none for the others."""
    best: list[Answer] = []
    for answer in sorted(answers, key=_fit, reverse=True):
        if _can_count(answer) and not any(_is_repeat(answer, other) for other in best):
            best.append(answer)
    return [
        _uncounted(answer) if _can_count(answer) and answer not in best else answer
        for answer in answers
    ]


def _can_count(answer: Answer) -> bool:
    return any(answer.is_about(competency) for competency in answer.question.competencies)


def _fit(answer: Answer) -> tuple[bool, int]:
    """First where it speaks of what was asked by name, then where it has most of the words that
    a competency goes by. Not where it would reach the most.
    """
    signs = [
        sum(any(word.startswith(root) for word in answer.content) for root in topic_words(one))
        for one in answer.question.competencies
        if answer.is_about(one)
    ]
    return bool(signs) and names_subject(answer.question), max(signs, default=0)


def _is_repeat(one: Answer, other: Answer) -> bool:
    longer = max(len(one.content), len(other.content))
    return len(one.content & other.content) >= SAME_SHARE * longer


def _uncounted(answer: Answer) -> Answer:
    return replace(answer, status=Status.INSUFFICIENT, why=REPEATED, evidence=())
