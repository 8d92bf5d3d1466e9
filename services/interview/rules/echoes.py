"""Whether a question asks in other words for what another of the same plan asks for."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from contracts.interview import Question
from services.interview.rules.bank import Template, templates

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_COMMON = 12
"""Questions of the bank: what stands in more of them says little of what is asked."""

_ALIKE = 2
"""Rare words that two questions for the same have in common."""


def echoes(template: Template, beside: Iterable[Question]) -> bool:
    """Whether one of the questions `beside` it, as worded there, speaks of the same act."""
    return any(
        len(_rare(template.texts[one.level - 1]) & _rare(_plain(one))) >= _ALIKE for one in beside
    )


def _plain(question: Question) -> str:
    """Its words without those that it quotes."""
    return re.sub(r"“[^”]*”", " ", question.text)


def _rare(text: str) -> frozenset[str]:
    known = _spread()
    return frozenset(stem for stem in _stems(text) if known[stem] <= _COMMON)


def _stems(text: str) -> set[str]:
    return {word[:_STEM].lower() for word in _WORD.findall(re.sub(r"{[a-z]+}", " ", text))}


@cache
def _spread() -> Counter[str]:
    """In how many questions of the bank each word stands."""
    return Counter(stem for template in templates() for stem in _stems(" ".join(template.texts)))
