"""The same answer under several questions: it counts once, where it was told first.

First of all where it is on the subject: of a question that names something, and of any. Told again
in other words it is the same where most of what it names was named before, and its figures were.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from chassis.hearing.lexicon import even
from chassis.hearing.relevance import names_subject
from chassis.hearing.text import Piece, content
from contracts.evidence import Status
from contracts.message import Slug
from services.feedback.rules.answering.answers import Answer
from services.feedback.rules.answering.places import holding
from services.feedback.rules.stories.happening import Happening, happening

REPEATED = "repeated-answer"
SAME_SHARE = 0.9
"""Of the content words: a word put in or left out makes no other answer."""

FEWEST_SHOWN = 5
"""Content words in which something is shown: fewer may be those of another story."""

RETOLD_SHARE, RETOLD_BARE = 0.65, 0.8
"""Of the things named: beside figures that are the same, and where there are none. Of two stories
of one person from one place of work hardly any name half of the same.
"""

FEWEST_RETOLD = 5
"""Things named in both."""


@dataclass(frozen=True)
class _Telling:
    """An answer, and what happens in it: in all of it, and where something is shown."""

    answer: Answer

    @cached_property
    def whole(self) -> Happening:
        return _happening(self.answer.own)

    @cached_property
    def shown(self) -> Happening:
        return _happening(holding(self.answer.own, self.answer.evidence))


def counted_once(answers: Sequence[Answer]) -> list[Answer]:
    """With a level possible for one of each group of repeats, and none for the others, which say
    where they count.
    """
    best: list[_Telling] = []
    counts_at: dict[Slug, Slug] = {}
    for one in map(_Telling, sorted(answers, key=_is_of_named, reverse=True)):
        if not _can_count(one.answer):
            continue
        same = next((other for other in best if _is_repeat(one, other)), None)
        if same is None:
            best.append(one)
        else:
            counts_at[one.answer.question.id] = same.answer.question.id
    return [
        _uncounted(one, counts_at[one.question.id]) if one.question.id in counts_at else one
        for one in answers
    ]


def _can_count(answer: Answer) -> bool:
    return any(answer.is_about(competency) for competency in answer.question.competencies)


def _is_of_named(answer: Answer) -> bool:
    """Whether it speaks of what was asked by name; not where it would reach the most."""
    return _can_count(answer) and names_subject(answer.question)


def _is_repeat(one: _Telling, other: _Telling) -> bool:
    """Whether `one` is told in `other`, or all that it shows is: word by word, or as a whole."""
    said, known = one.answer, other.answer.content
    longer = max(len(said.content), len(known))
    shown = frozenset(word for each in said.evidence for word in content(even(each.span.quote)))
    return (
        len(said.content & known) >= SAME_SHARE * longer
        or (len(shown) >= FEWEST_SHOWN and len(shown & known) >= SAME_SHARE * len(shown))
        or _is_retold(one.whole, other.whole, RETOLD_SHARE if one.whole.numbers else RETOLD_BARE)
        or _is_retold(one.shown, other.whole, RETOLD_BARE)
    )


def _is_retold(one: Happening, other: Happening, share: float) -> bool:
    """Whether `other` names `share` of what `one` names, and all of its figures."""
    shared = len(one.words & other.words)
    is_told = one.numbers <= other.numbers
    return is_told and shared >= max(FEWEST_RETOLD, share * len(one.words))


def _happening(told: Iterable[Piece]) -> Happening:
    return happening(" ".join(sentence.text for sentence in told))


def _uncounted(answer: Answer, counts_at: Slug) -> Answer:
    told = replace(answer, counts_at=counts_at, evidence=())
    return replace(told, status=Status.INSUFFICIENT, why=REPEATED)
