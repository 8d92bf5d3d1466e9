"""Whether a question asks for the same story as another of its plan, in other words."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from contracts.interview import Question
from services.interview.rules.bank import Template

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
    read = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    acts = TypeAdapter(dict[str, list[str]]).validate_python(read)
    return {
        act: re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
        for act, words in acts.items()
    }
