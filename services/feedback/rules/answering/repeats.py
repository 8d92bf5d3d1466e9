"""The same answer under several questions: it counts once, where it was told first.

First of all where it is on the subject: of a question that names something, and of any.
"""

from collections.abc import Sequence
from dataclasses import replace

from chassis.hearing.lexicon import even
from chassis.hearing.relevance import names_subject
from chassis.hearing.text import content
from contracts.evidence import Status
from contracts.message import Slug
from services.feedback.rules.answering.answers import Answer

REPEATED = "repeated-answer"
SAME_SHARE = 0.9
"""Of the content words: a word put in or left out makes no other answer."""

FEWEST_SHOWN = 5
"""Content words in which something is shown: fewer may be those of another story."""


def counted_once(answers: Sequence[Answer]) -> list[Answer]:
    """With a level possible for one of each group of repeats, and none for the others, which say
    where they count.
    """
    best: list[Answer] = []
    counts_at: dict[Slug, Slug] = {}
    for answer in filter(_can_count, sorted(answers, key=_is_of_named, reverse=True)):
        same = next((other for other in best if _is_repeat(answer, other)), None)
        if same is None:
            best.append(answer)
        else:
            counts_at[answer.question.id] = same.question.id
    return [
        _uncounted(one, counts_at[one.question.id]) if one.question.id in counts_at else one
        for one in answers
    ]


def _can_count(answer: Answer) -> bool:
    return any(answer.is_about(competency) for competency in answer.question.competencies)


def _is_of_named(answer: Answer) -> bool:
    """Whether it speaks of what was asked by name; not where it would reach the most."""
    return _can_count(answer) and names_subject(answer.question)


def _is_repeat(one: Answer, other: Answer) -> bool:
    """Whether `one` is told in `other` word by word, or all that it shows is."""
    longer = max(len(one.content), len(other.content))
    shown = frozenset(word for each in one.evidence for word in content(even(each.span.quote)))
    return len(one.content & other.content) >= SAME_SHARE * longer or (
        len(shown) >= FEWEST_SHOWN and len(shown & other.content) >= SAME_SHARE * len(shown)
    )


def _uncounted(answer: Answer, counts_at: Slug) -> Answer:
    told = replace(answer, counts_at=counts_at, evidence=())
    return replace(told, status=Status.INSUFFICIENT, why=REPEATED)
