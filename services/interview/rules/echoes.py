"""Whether a question asks for the same story as another of its plan, in other words."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from contracts.interview import Question
from services.interview.rules.bank import Template
from services.interview.rules.wordlists import word_lists

_QUOTED = re.compile(r"“[^”]*”")


def echoes(template: Template, beside: Iterable[Question]) -> bool:
    """Whether `template`, worded as hard as one of the questions `beside` it, asks for its act."""
    return any(
        _acts(template.texts[min(one.level, len(template.texts)) - 1]) & _acts(one.text)
        for one in beside
    )


def _acts(text: str) -> frozenset[str]:
    """What a question asks somebody to have done; what it quotes is not asked for."""
    plain = _QUOTED.sub(" ", text)
    return frozenset(act for act, sign in _signs().items() if sign.search(plain))


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    return word_lists(Path(__file__).with_suffix(".toml"))
